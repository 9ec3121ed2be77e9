import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import { withDetachment } from '../../manifest/edit/edit-intent.ts';
import { notDetached } from '../../manifest/edit/edit-refusal.ts';
import type { Desired } from '../../model/desired.ts';
import type { Plan } from '../../model/plan.ts';
import { planExitCode } from '../../report/exit-code.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Ended, finding, type Refused } from '../ended.ts';
import { type PlanSettings, planSelection } from '../plan.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import type { ReadSettings } from '../settings.ts';
import { withReaders } from '../with-tenants.ts';
import { type ChosenPair, choosePairs, type PreparedEdit, prepareEdit, writeEdit } from './manifest-edit.ts';
import { refuseServed } from './served-by-vendor.ts';
import { unknownLosses } from './unknown-losses.ts';

export type ReattachSettings = ReadSettings & Pick<PlanSettings, 'offline'>;

export type ReattachResult = {
  /** What a sync would do to these pairs once they are back: what the destination would lose. */
  readonly plan: Plan;
  /** About recorded state. */
  readonly problems: readonly Problem[];
  readonly pairs: readonly { readonly destination: string; readonly story: string }[];
  /** The edit as written, or why the manifest was left as it is although the plan is known. */
  readonly edit: Result<PreparedEdit, Refused>;
};

/** Shows what coming back costs, then takes the stories out of `detached`. */
export async function reattachCommand(
  world: CommandPorts,
  workspace: Workspace,
  settings: ReattachSettings,
  progress: Progress,
): Promise<Ended<ReattachResult>> {
  const chosen = choosePairs(workspace, settings.selectors);
  if (!chosen.ok) return chosen;
  const detached = chosen.value.filter(({ subscription }) => subscription.detached !== undefined);
  if (detached.length === 0) {
    const names = chosen.value.map(({ destination }) => destination);
    const served = refuseServed(workspace, names, 'reattached');
    return finding(served.length > 0 ? served : chosen.value.map(describeAttached));
  }
  const pairs = detached.map(({ destination, subscription }) => ({ destination, story: subscription.storyKey }));
  // What cannot be written is not worth asking tenants about.
  const edit = await prepareEdit(
    world,
    workspace,
    pairs.map((pair) => ({ kind: 'reattach', ...pair })),
  );
  if (!edit.ok) return edit;

  const selected = new Map(
    [...Map.groupBy(pairs, ({ destination }) => destination)].map(([name, each]) => [
      name,
      new Set(each.map(({ story }) => story)),
    ]),
  );
  const named = new Set(settings.selectors.destinations.filter((name) => selected.has(name)));
  // No commit holds this manifest yet.
  const attached = { ...workspace, desired: reattached(workspace.desired, selected), dirty: true, commit: null };
  const chosenPairs = { selected, named, whole: false };
  const planned = await withReaders(world, settings, (tenants) =>
    planSelection(world, attached, { chosen: chosenPairs, tenants, rollout: undefined }, settings, progress),
  );
  if (!planned.ok) return planned;
  const { plan, problems } = planned.value;
  const unread = settings.offline ? [] : unknownLosses(workspace, plan, settings);
  if (unread.length > 0) {
    return ok({ plan, problems, pairs, edit: finding(unread), exitCode: 1 });
  }
  const written = await writeEdit(edit.value);
  if (!written.ok) return ok({ plan, problems, pairs, edit: written, exitCode: written.error.exitCode });
  return ok({ plan, problems, pairs, edit, exitCode: planExitCode(plan, { expectNoChanges: false }) });
}

function reattached(desired: Desired, selected: ReadonlyMap<string, ReadonlySet<string>>): Desired {
  const destinations = desired.destinations.map((destination) => ({
    ...destination,
    subscriptions: destination.subscriptions.map((subscription) =>
      selected.get(destination.name)?.has(subscription.storyKey) === true
        ? withDetachment(subscription, undefined)
        : subscription,
    ),
  }));
  return { ...desired, destinations };
}

function describeAttached({ destination, subscription }: ChosenPair): Problem {
  return notDetached({ destination, story: subscription.storyKey }, subscription.place);
}
