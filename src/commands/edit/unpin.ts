import type { Problem } from '../../diagnostics/problem.ts';
import { ok } from '../../diagnostics/result.ts';
import type { Holder } from '../../manifest/edit/detached-entries.ts';
import { holdingsIn, type ManifestEdit } from '../../manifest/edit/edit.ts';
import { notPinned } from '../../manifest/edit/edit-refusal.ts';
import type { Destination, Pin } from '../../model/destination.ts';
import { matcher } from '../../model/matcher.ts';
import type { Plan } from '../../model/plan.ts';
import { pinOf } from '../../model/wanted-story.ts';
import { planExitCode } from '../../report/exit-code.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, type Ended, finding } from '../ended.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import { unmatched } from '../select.ts';
import { chooseHolders, holderNames, sayingOf } from './holders.ts';
import { type PreparedEdit, readForEdit, workOut, writeEdit } from './manifest-edit.ts';
import { destinationsAfter, type PreviewSettings, previewPins } from './pin-preview.ts';
import { refuseServed } from './served-by-vendor.ts';

export type UnpinResult = {
  /** What the next sync brings to what was pinned. */
  readonly plan: Plan;
  /** About recorded state. */
  readonly problems: readonly Problem[];
  readonly edit: PreparedEdit;
  readonly unpinned: readonly { readonly holder: Holder; readonly stories: readonly string[] | undefined }[];
  /** Destinations that are pinned all the same: by `defaults`, or where those were unpinned by a pin of their own. */
  readonly stillPinned: readonly string[];
};

/** Takes `pin` out of the manifest, or stories out of it, and shows what the next sync brings there. */
export async function unpinCommand(
  world: CommandPorts,
  workspace: Workspace,
  settings: PreviewSettings,
  progress: Progress,
): Promise<Ended<UnpinResult>> {
  const { manifest } = workspace;
  const { selectors } = settings;
  const holders = chooseHolders(workspace, selectors.destinations);
  if (!holders.ok) return holders;
  const wrong = unmatched('--story', selectors.stories, [...manifest.stories.keys()]);
  if (wrong.length > 0) return cannotRun(wrong);
  const read = await readForEdit(workspace);
  if (!read.ok) return read;
  const said = holdingsIn({ bytes: read.value.before });
  const own = (holder: Holder): Pin | undefined => sayingOf(said, holder)?.pin;
  const pinned = holders.value.filter((holder) => own(holder) !== undefined);
  const served = pinned.length > 0 ? [] : refuseServed(workspace, holderNames(holders.value), 'unpinned');
  if (served.length > 0) return finding(served);
  const asked = pinned.length > 0 ? pinned : holders.value;
  const taken = selectors.stories.length === 0 ? undefined : matcher(selectors.stories);
  const left = asked.map((holder) => ({ holder, ...whatIsLeft(manifest, holder, own(holder), taken) }));
  const idle = left.filter(({ stories }) => stories?.length === 0);
  if (idle.length > 0 && idle.length === left.length)
    return finding(idle.map(({ holder }) => nothingPinned(manifest, holder)));
  const changed = left.filter(({ stories }) => stories?.length !== 0);
  const edit = workOut(
    world,
    read.value,
    changed.map(({ holder, pin }): ManifestEdit => (pin ? { kind: 'pin', holder, pin } : { kind: 'unpin', holder })),
  );
  if (!edit.ok) return edit;
  const after = destinationsAfter(world, edit.value);
  const selected = freedPairs(manifest.destinations, after);
  const planned = await previewPins(world, workspace, after, selected, settings, progress);
  if (!planned.ok) return planned;
  const written = await writeEdit(edit.value);
  if (!written.ok) return written;
  const { plan, problems } = planned.value;
  const names = new Set(asked.map((holder) => (holder.kind === 'destination' ? holder.name : '*')));
  return ok({
    plan,
    problems,
    edit: edit.value,
    unpinned: changed.map(({ holder, stories }) => ({ holder, stories })),
    stillPinned: after
      .filter(({ name, pin }) => pin !== undefined && (names.has('*') || (names.has(name) && taken === undefined)))
      .map(({ name }) => name),
    exitCode: planExitCode(plan, { expectNoChanges: false }),
  });
}

type Left = {
  /** What stays pinned; undefined where nothing does. */
  readonly pin: Pin | undefined;
  /** What is let go; undefined is all of it. */
  readonly stories: readonly string[] | undefined;
};

function whatIsLeft(
  { destinations, stories: catalogue }: Workspace['manifest'],
  holder: Holder,
  pin: Pin | undefined,
  taken: ((key: string) => boolean) | undefined,
): Left {
  if (pin === undefined || taken === undefined) return { pin: undefined, stories: undefined };
  const destination = destinations.find(({ name }) => holder.kind === 'destination' && name === holder.name);
  const all = pin.stories ?? destination?.subscriptions.map(({ storyKey }) => storyKey) ?? [...catalogue.keys()];
  const stay = all.filter((key) => !taken(key));
  return { pin: stay.length === 0 ? undefined : { ...pin, stories: stay }, stories: all.filter(taken) };
}

function nothingPinned({ destinations, file }: Workspace['manifest'], holder: Holder): Problem {
  const name = holder.kind === 'destination' ? holder.name : '*';
  const place = destinations.find((each) => each.name === name)?.place ?? { file, line: 1, column: 1 };
  const problem = notPinned(name, place);
  return { ...problem, message: `${problem.message} for the stories that were named` };
}

/** Pairs that were pinned and are so no more, or to something else. */
function freedPairs(
  before: readonly Destination[],
  after: readonly Destination[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const now = new Map(after.map((destination) => [destination.name, destination]));
  const pairs = before.map((destination): readonly [string, ReadonlySet<string>] => {
    const next = now.get(destination.name);
    const keys = destination.subscriptions.map(({ storyKey }) => storyKey);
    const freed = keys.filter((key) => {
      const was = pinOf(destination, key);
      return was !== undefined && next !== undefined && pinOf(next, key)?.commit !== was.commit;
    });
    return [destination.name, new Set(freed)];
  });
  return new Map(pairs.filter(([, keys]) => keys.size > 0));
}
