import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { compareWithFile, type FileChange, type FileInGit } from '../../export/comparison.ts';
import { judgeLiterals } from '../../export/literals.ts';
import {
  checkAtOrigin,
  checkHosts,
  checkIdentity,
  unreadableExport,
  unwritable,
  vanished,
} from '../../export/origin-story.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { CatalogueStory } from '../../model/destination.ts';
import type { ExportedStory } from '../../model/exported.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';
import { describeTenantFailure } from '../../report/explain/explain-tenant.ts';
import { findSecrets } from '../../secret-scan/find-secrets.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { explainRefusal } from '../../workspace/story-files.ts';
import type { CommitBase } from './commit-base.ts';
import type { OriginTeam } from './read-origin.ts';

/** What became of one story. Of an unchanged one no content is kept: there may be thousands. */
export type VisitedStory = {
  readonly file: string;
  /** Absent when the story could not be exported. */
  readonly change?: 'add' | 'update' | 'unchanged';
  readonly exported?: ExportedStory;
  readonly problems: readonly Problem[];
  /** The time for reading was over before the story was read; the problem is told once for all of these. */
  readonly late?: TenantFailure;
  /** How it went, in a word or two. */
  readonly told: string;
};

/** Exports one story of the catalogue and compares it with its file, and with `base` where it shall be committed. */
export async function exportStory(
  team: OriginTeam,
  catalogue: Pick<StoryCatalogue, 'read'>,
  entry: CatalogueStory,
  base?: CommitBase,
): Promise<VisitedStory> {
  const { file } = entry;
  const refused = (problems: readonly Problem[]): VisitedStory => ({ file, problems, told: 'not exported' });
  const unread = (failure: TenantFailure, gone: boolean, known: readonly Problem[] = []): VisitedStory =>
    failure.kind === 'too_slow'
      ? { file, problems: known, late: failure, told: 'not read in time' }
      : refused([...known, gone ? vanished(entry) : unreadableExport(entry, describeTenantFailure(failure))]);
  const listed = await findAtOrigin(team, entry);
  if (!listed.ok) return unread(listed.error, listed.error.kind === 'not_found');
  const problems = checkAtOrigin(entry, listed.value, team.origin);
  if (problems.some(({ severity }) => severity === 'error')) return refused(problems);
  const inGit = await readInGit(catalogue, entry);
  if (!inGit.ok) return refused([...problems, inGit.error]);
  const committed = base && (await readInGit({ read: (path) => base(path, inGit.value?.bytes) }, entry));
  if (committed?.ok === false) return refused([...problems, committed.error]);
  // The live version: no draft is ever named here.
  const live = await team.reader.exportStory(listed.value.id);
  if (!live.ok) return unread(live.error, await isGone(team, listed.value.id, live.error), problems);

  const here = compareWithFile(inGit.value, live.value);
  const compared =
    committed === undefined || sameFile(committed.value, inGit.value)
      ? here
      : fromCommit(compareWithFile(committed.value, live.value), here);
  if (compared.change === 'unchanged') return { file, change: 'unchanged', problems, told: 'unchanged' };
  const identity = [...checkIdentity(entry, compared.before, live.value), ...checkHosts(entry, compared.after)];
  // Of what is in git already, nothing would be kept out any more.
  const literals = judgeLiterals(entry, await findSecrets(live.value));
  // Other problems quote the story's name, which may be the very text that was found; nothing is written anyway.
  const stopped = literals.some(({ severity }) => severity === 'error');
  return {
    file,
    change: compared.change,
    exported: { key: entry.key, file, ...compared },
    problems: stopped ? literals : [...problems, ...identity, ...literals],
    told: compared.change === 'add' ? 'new' : 'changed',
  };
}

function sameFile(one: FileInGit | undefined, other: FileInGit | undefined): boolean {
  return one === undefined || other === undefined ? one === other : Buffer.compare(one.bytes, other.bytes) === 0;
}

/** What a commit would change comes first; a file that only the work tree has otherwise is put right beside it. */
function fromCommit(committed: FileChange, here: FileChange): FileChange & Pick<ExportedStory, 'restored'> {
  if (committed.change !== 'unchanged') return committed;
  return here.change === 'unchanged' ? here : { ...here, restored: true };
}

/** From the listing; a story that is not in it is looked up, to say whether it moved or is gone. */
async function findAtOrigin(
  { reader, listing }: OriginTeam,
  entry: CatalogueStory,
): Promise<Result<StoryInfo, TenantFailure>> {
  const { id } = entry;
  if (id === undefined) throw new Error(`Internal error: story ${entry.key} has no id although there is an origin`);
  const listed = listing.find((story) => story.id === id);
  return listed === undefined ? reader.getStory(id) : ok(listed);
}

/** Between listing and export it may have been deleted, which is another thing than an export that cannot be read. */
async function isGone({ reader }: OriginTeam, id: number, failure: TenantFailure): Promise<boolean> {
  if (failure.kind !== 'not_found') return false;
  const now = await reader.getStory(id);
  return !now.ok && now.error.kind === 'not_found';
}

async function readInGit(
  { read }: Pick<StoryCatalogue, 'read'>,
  entry: CatalogueStory,
): Promise<Result<FileInGit | undefined, Problem>> {
  const bytes = await read(entry.file);
  if (bytes.ok) return ok({ file: entry.file, bytes: bytes.value });
  return bytes.error.kind === 'missing' ? ok(undefined) : fail(unwritable(entry, explainRefusal(bytes.error)));
}
