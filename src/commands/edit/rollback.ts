import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import { type Holder, type Holdings, samePin } from '../../manifest/edit/detached-entries.ts';
import { holdingsIn, type ManifestEdit } from '../../manifest/edit/edit.ts';
import type { Destination, Detachment, Pin } from '../../model/destination.ts';
import { matcher } from '../../model/matcher.ts';
import type { Plan } from '../../model/plan.ts';
import { shortId } from '../../model/text/short-id.ts';
import { pinOf } from '../../model/wanted-story.ts';
import { planExitCode } from '../../report/exit-code.ts';
import { explainIfAny } from '../../report/explain/explain.ts';
import { namedCommit } from '../../workspace/named-commit.ts';
import { todayOf } from '../../workspace/surroundings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, type Ended, finding, type Refused } from '../ended.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import { StateSession } from '../state/state-session.ts';
import { chooseHolders, holderNames, sayingOf } from './holders.ts';
import { checkNote, choosePairs, type PreparedEdit, readForEdit, workOut, writeEdit } from './manifest-edit.ts';
import { destinationsAfter, type PreviewSettings, previewPins } from './pin-preview.ts';
import { commitBefore } from './rollback-commit.ts';
import { refuseServed } from './served-by-vendor.ts';
import { unknownLosses } from './unknown-losses.ts';

export type RollbackSettings = PreviewSettings & {
  readonly note: Detachment;
  /** A commit or a tag, as people name one; else the one before the last sync of each destination. */
  readonly to?: string;
};

export type PinnedHolder = {
  readonly holder: Holder;
  readonly pin: Pin;
  readonly did: 'pinned' | 'changed' | 'nothing';
};

export type RollbackResult = {
  /** What a sync would do to these pairs: what the destinations would lose. */
  readonly plan: Plan;
  /** About recorded state. */
  readonly problems: readonly Problem[];
  readonly pinned: readonly PinnedHolder[];
  /** The edit as written, or why the manifest was left as it is although the plan is known. */
  readonly edit: Result<PreparedEdit, Refused>;
};

/** Shows what going back costs, then writes a `pin` that no later merge undoes. */
export async function rollbackCommand(
  world: CommandPorts,
  workspace: Workspace,
  settings: RollbackSettings,
  progress: Progress,
): Promise<Ended<RollbackResult>> {
  const wrong = checkNote(settings.note, 'destination is rolled back', todayOf(world));
  if (wrong.length > 0) return cannotRun(wrong);
  const holders = chooseHolders(workspace, settings.selectors.destinations);
  if (!holders.ok) return holders;
  const served = refuseServed(workspace, holderNames(holders.value), 'rolled back');
  if (served.length > 0) return finding(served);
  const known = checkStories(workspace, holders.value, settings);
  if (!known.ok) return known;
  const read = await readForEdit(workspace);
  if (!read.ok) return read;
  const said = holdingsIn({ bytes: read.value.before });
  const wanted = await wantedPins(world, workspace, { holders: holders.value, said }, settings);
  if (!wanted.ok) return wanted;
  const pinned = wanted.value.map(({ holder, pin }): PinnedHolder => {
    const before = sayingOf(said, holder)?.pin;
    return { holder, pin, did: before === undefined ? 'pinned' : samePin(before, pin) ? 'nothing' : 'changed' };
  });
  // What cannot be written is not worth asking tenants about.
  const edit = workOut(
    world,
    read.value,
    pinned.map(({ holder, pin }): ManifestEdit => ({ kind: 'pin', holder, pin })),
  );
  if (!edit.ok) return edit;

  const destinations = destinationsAfter(world, edit.value);
  const selected = pinnedPairs(destinations, pinned);
  const planned = await previewPins(world, workspace, destinations, selected, settings, progress);
  if (!planned.ok) return planned;
  const { plan, problems } = planned.value;
  const result = { plan, problems, pinned };
  const unusable = findUnusable(plan);
  const refusals = [...unusable, ...(settings.offline ? [] : unknownLosses(workspace, plan, settings))];
  if (refusals.length > 0) return ok({ ...result, edit: finding(refusals), exitCode: 1 });
  const written = await writeEdit(edit.value);
  if (!written.ok) return ok({ ...result, edit: written, exitCode: written.error.exitCode });
  return ok({ ...result, edit, exitCode: planExitCode(plan, { expectNoChanges: false }) });
}

/** The fleet may be pinned for stories of the catalogue, a destination for those that it takes. */
function checkStories(
  workspace: Workspace,
  holders: readonly Holder[],
  { selectors }: RollbackSettings,
): Result<undefined, Refused> {
  const names = holderNames(holders);
  const destinations = names.length > 0 ? names : ['*'];
  if (selectors.stories.length === 0) return ok(undefined);
  const pairs = choosePairs(workspace, { destinations, stories: selectors.stories });
  return pairs.ok ? ok(undefined) : pairs;
}

type Wanted = { readonly holder: Holder; readonly pin: Pin };

async function wantedPins(
  world: CommandPorts,
  workspace: Workspace,
  { holders, said }: { readonly holders: readonly Holder[]; readonly said: Holdings },
  settings: RollbackSettings,
): Promise<Result<readonly Wanted[], Refused>> {
  const { note, to, selectors } = settings;
  const { manifest, repository } = workspace;
  const stories = selectors.stories.length === 0 ? undefined : storiesOf(workspace, selectors.stories);
  const target = to === undefined ? undefined : await namedCommit(repository, { option: '--to', name: to });
  if (target?.ok === false) return cannotRun([target.error]);
  const wanted: Wanted[] = [];
  const problems: Problem[] = [];
  const session =
    target === undefined
      ? await StateSession.open(world, workspace, { ...settings, remote: settings.offline ? 'ignore' : 'use' })
      : undefined;
  if (session?.ok === false) return cannotRun(session.error);
  for (const holder of holders) {
    const destination = manifest.destinations.find(({ name }) => holder.kind === 'destination' && name === holder.name);
    const before = sayingOf(said, holder)?.pin ?? destination?.pin;
    const commit = target?.value ?? (await lastCommit(workspace, session?.value, { destination, before, stories }));
    if (typeof commit !== 'string') {
      problems.push(commit);
      continue;
    }
    const pin = merged(before, { ...note, commit, ...(stories === undefined ? {} : { stories }) });
    if (pin === undefined) problems.push(movesOthers(destination, before));
    else wanted.push({ holder, pin });
  }
  await session?.value.close();
  return problems.length > 0 ? finding(problems) : ok(wanted);
}

/** Globs stand for the stories of today, in the order of the catalogue. */
function storiesOf({ manifest }: Workspace, asked: readonly string[]): readonly string[] {
  const is = matcher(asked);
  return [...manifest.stories.keys()].filter(is);
}

type Question = {
  readonly destination: Destination | undefined;
  readonly before: Pin | undefined;
  readonly stories: readonly string[] | undefined;
};

async function lastCommit(
  { repository }: Workspace,
  session: StateSession | undefined,
  { destination, before, stories }: Question,
): Promise<string | Problem> {
  if (destination === undefined || session === undefined) {
    return unknownCommit('each destination had its last sync from a commit of its own', undefined);
  }
  if (before !== undefined) return alreadyPinned(destination, before);
  const keys = new Set(
    destination.subscriptions.map(({ storyKey }) => storyKey).filter((key) => stories?.includes(key) ?? true),
  );
  const commit = await commitBefore(repository, await session.read(destination), session.former(destination), keys);
  return (
    commit ??
    unknownCommit(
      `recorded state does not tell what destination "${destination.name}" had before its last sync`,
      destination,
    )
  );
}

/** One pin: a commit and the stories that it is for. Undefined where stories that nobody named would move. */
function merged(before: Pin | undefined, wanted: Pin): Pin | undefined {
  if (before === undefined) return wanted;
  const { stories: _, commit: __, ...why } = before;
  const { stories, ...rest } = wanted;
  const named = { ...why, ...rest };
  if (stories === undefined) return named;
  if (before.stories === undefined) return before.commit === wanted.commit ? named : undefined;
  const others = before.stories.filter((key) => !stories.includes(key));
  if (others.length > 0 && before.commit !== wanted.commit) return undefined;
  return { ...named, stories: [...others, ...stories] };
}

function pinnedPairs(
  destinations: readonly Destination[],
  pinned: readonly PinnedHolder[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Set(pinned.map(({ holder }) => (holder.kind === 'destination' ? holder.name : '*')));
  const about = destinations.filter(({ name, pin }) => {
    return names.has(name) || (names.has('*') && pinned.some((each) => samePin(each.pin, pin)));
  });
  return new Map(
    about.map((destination) => {
      const keys = destination.subscriptions.map(({ storyKey }) => storyKey);
      return [destination.name, new Set(keys.filter((key) => pinOf(destination, key) !== undefined))];
    }),
  );
}

/** Nothing is written that the next sync could not do. */
function findUnusable({ destinations }: Plan): readonly Problem[] {
  return destinations.flatMap(({ name, stories }) =>
    stories
      .filter(
        ({ fact }) => fact?.kind === 'pin_unusable' || (fact?.kind === 'held' && fact.by?.kind === 'pin_unusable'),
      )
      .map(({ key, fact }): Problem => {
        const { message, hint } = explainIfAny(fact);
        return {
          code: 'RUN065',
          severity: 'error',
          message: `"${key}" of destination "${name}" cannot be rolled back: ${message ?? ''}`,
          hint: `nothing was changed; ${hint ?? 'name another commit with --to'}`,
        };
      }),
  );
}

function alreadyPinned({ name, place }: Destination, { commit, reason }: Pin): Problem {
  return {
    code: 'RUN063',
    severity: 'error',
    message: `destination "${name}" is pinned already, to ${shortId(commit)} (${reason})`,
    hint: 'say where to with --to COMMIT, or go on with storysync unpin',
    place,
  };
}

function movesOthers(destination: Destination | undefined, before: Pin | undefined): Problem {
  const who = destination === undefined ? 'the fleet' : `destination "${destination.name}"`;
  const others = before?.stories === undefined ? 'all its stories' : before.stories.join(', ');
  return {
    code: 'RUN063',
    severity: 'error',
    message: `${who} is pinned already, to ${shortId(before?.commit ?? '')} for ${others}, and there is one commit for all that is pinned`,
    hint: 'name these stories too, or unpin them first: storysync unpin',
    ...(destination === undefined ? {} : { place: destination.place }),
  };
}

function unknownCommit(why: string, destination: Destination | undefined): Problem {
  return {
    code: 'RUN064',
    severity: 'error',
    message: `where to go back to is not known: ${why}`,
    hint: 'name the commit or the tag with --to; git log --oneline lists commits',
    ...(destination === undefined ? {} : { place: destination.place }),
  };
}
