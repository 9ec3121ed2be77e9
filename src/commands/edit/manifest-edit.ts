import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result, unreachable } from '../../diagnostics/result.ts';
import { systemHint, systemWords } from '../../diagnostics/system-code.ts';
import { clearReplacing, type ReplaceRefusal, replaceFileSafely } from '../../files/replace-file.ts';
import { readFileSafely } from '../../files/safe-file.ts';
import { describeLocked } from '../../git/objects/lock-holder.ts';
import { editManifest, type ManifestEdit } from '../../manifest/edit/edit.ts';
import { notSubscribed } from '../../manifest/edit/edit-refusal.ts';
import { isDay } from '../../manifest/note.ts';
import type { Detachment, Subscription } from '../../model/destination.ts';
import { manifestFile } from '../../workspace/layout.ts';
import { explainRefusal } from '../../workspace/story-files.ts';
import { todayOf } from '../../workspace/surroundings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, finding, type Refused } from '../ended.ts';
import type { CommandPorts } from '../ports.ts';
import { type Selectors, select } from '../select.ts';

/** One subscription that an edit is about. */
export type ChosenPair = { readonly destination: string; readonly subscription: Subscription };

/** An edit of the manifest that is worked out and not yet written. */
export type PreparedEdit = {
  /** The manifest as the user named it. */
  readonly file: string;
  readonly root: string;
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
};

/** All pairs of the named destinations and stories that exist. */
export function choosePairs(
  { manifest, desired }: Workspace,
  selectors: Pick<Selectors, 'destinations' | 'stories'>,
): Result<readonly ChosenPair[], Refused> {
  const selection = select(desired.destinations, { ...selectors, labels: [] });
  if (!selection.ok) {
    const known = desired.destinations.filter(({ name }) => selectors.destinations.includes(name));
    const stories = selectors.stories.filter((key) => manifest.stories.has(key));
    // Every name is right by itself: then the news is that they do not belong together.
    const exact = known.length === selectors.destinations.length && stories.length === selectors.stories.length;
    const problems = exact
      ? known.flatMap(({ name, place }) => stories.map((story) => notSubscribed({ destination: name, story }, place)))
      : selection.error;
    return cannotRun(problems);
  }
  const { selected } = selection.value;
  return ok(
    desired.destinations.flatMap(({ name, subscriptions }) =>
      subscriptions
        .filter(({ storyKey }) => selected.get(name)?.has(storyKey) === true)
        .map((subscription) => ({ destination: name, subscription })),
    ),
  );
}

/** The manifest as it is on disk, read to be edited. */
export type ManifestFile = Pick<PreparedEdit, 'file' | 'root' | 'path' | 'before'>;

/** Reads the manifest once more, as bytes. */
export async function readForEdit({ manifest, layout }: Workspace): Promise<Result<ManifestFile, Refused>> {
  const { file } = manifest;
  const { root } = layout;
  const path = manifestFile(layout);
  const read = await readFileSafely(root, path);
  return read.ok ? ok({ file, root, path, before: read.value }) : fail(cannotWrite(file, explainRefusal(read.error)));
}

export function workOut(
  world: CommandPorts,
  manifest: ManifestFile,
  edits: readonly ManifestEdit[],
): Result<PreparedEdit, Refused> {
  const edited = editManifest({ file: manifest.file, bytes: manifest.before }, edits, { today: todayOf(world) });
  return edited.ok ? ok({ ...manifest, after: new TextEncoder().encode(edited.value) }) : finding(edited.error);
}

/** Reads the manifest and works the edit out. */
export async function prepareEdit(
  world: CommandPorts,
  workspace: Workspace,
  edits: readonly ManifestEdit[],
): Promise<Result<PreparedEdit, Refused>> {
  const read = await readForEdit(workspace);
  return read.ok ? workOut(world, read.value, edits) : read;
}

/** Puts the edited manifest in the place of the old one; without a change the file is not touched. */
export async function writeEdit({ file, root, path, before, after }: PreparedEdit): Promise<Result<void, Refused>> {
  if (Buffer.compare(before, after) === 0) {
    await clearReplacing(path);
    return ok(undefined);
  }
  const written = await replaceFileSafely(root, path, { before, after });
  if (written.ok) return written;
  const code = written.error.kind === 'unwritable' ? written.error.code : undefined;
  return fail(cannotWrite(file, explainReplaceRefusal(written.error), code));
}

/** What `--reason`, `--owner` and `--until` cannot be; `what` it is that gets them. */
export function checkNote({ reason, owner, until }: Detachment, what: string, today: string): readonly Problem[] {
  const problems: Problem[] = [];
  const refuse = (message: string, hint: string) => problems.push({ code: 'RUN010', severity: 'error', message, hint });
  if (reason.trim() === '') refuse('--reason is empty', `say why the ${what}; every plan shows it`);
  if (owner?.trim() === '') refuse('--owner is empty', 'say who to ask about it, or leave --owner out');
  if (until !== undefined && !isDay(until)) {
    refuse(`--until ${until} is not a day of the calendar`, 'write it as YYYY-MM-DD, for example 2027-01-31');
  } else if (until !== undefined && until < today) {
    refuse(`--until ${until} is in the past`, `name a day from ${today} on`);
  }
  return problems;
}

/** Why a file was not replaced, after a colon. */
export function explainReplaceRefusal(refusal: ReplaceRefusal): string {
  switch (refusal.kind) {
    case 'read_only':
      return 'it is read-only';
    case 'changed':
      return 'it was changed while the command ran';
    case 'busy':
      return `${describeLocked(refusal.lock, refusal.holder, refusal.waitMs).why}${refusal.holder === 'other' ? '; remove it' : ''}`;
    case 'unwritable':
      return systemWords(refusal.code);
    case 'missing':
    case 'outside':
    case 'not_a_file':
    case 'too_large':
    case 'unreadable':
      return explainRefusal(refusal);
    default:
      return unreachable(refusal);
  }
}

function cannotWrite(file: string, why: string, code?: string): Refused {
  const message = `the manifest ${file} cannot be written: ${why}`;
  const mend = 'make the file writable, or run the command again';
  const hint = `nothing was changed; ${code === undefined ? mend : systemHint(code, mend)}`;
  return { exitCode: 2, problems: [{ code: 'RUN015', severity: 'error', message, hint }] };
}
