import { unreachable } from '../../diagnostics/result.ts';
import type { ActionSettings } from '../settings.ts';
import type { Trigger } from './trigger.ts';

/** What one run of the Action does. */
export type Task =
  | { readonly kind: 'validate' }
  | {
      readonly kind: 'plan';
      /** Compare full live content. */
      readonly refresh: boolean;
      /** Asked by the clock: what differs is annotated, and the job stays green. */
      readonly reportOnly: boolean;
      /** A sync was wanted, and no key may be used: the plan is shown, and the job fails. */
      readonly insteadOfSync?: boolean;
    }
  | { readonly kind: 'sync' }
  /** The origin's stories, as a pull request. */
  | { readonly kind: 'export' }
  /** As recorded; asks no tenant. */
  | { readonly kind: 'status' }
  /** Whether a sync could do its work; asks the tenants, and writes nothing. */
  | { readonly kind: 'doctor' }
  /** What the syncs of all shards came to, by their status files; asks no tenant. */
  | { readonly kind: 'report' }
  /** Nothing is due, and that is fine. */
  | { readonly kind: 'nothing'; readonly notice: string }
  | { readonly kind: 'refused'; readonly message: string };

/** What decides, of all inputs. */
export type AskedTask = Pick<ActionSettings, 'command' | 'override' | 'consent' | 'prune'> & {
  readonly selectors: Pick<ActionSettings['selectors'], 'pending'>;
};

/** The command, or what `auto` means for this event. */
export function chooseTask(asked: AskedTask, trigger: Trigger): Task {
  const { command, selectors } = asked;
  if (trigger.event === 'refused') return refused(untrusted(trigger.name));
  const byHand = givenByHand(asked);
  if (byHand !== undefined && trigger.event !== 'workflow_dispatch') return refused(askedBy(trigger, byHand));
  switch (command) {
    case 'auto':
      return chooseByEvent(trigger, selectors.pending ?? false);
    case 'validate':
      return { kind: 'validate' };
    case 'plan':
      return plan({});
    case 'sync':
      return isFork(trigger) ? refused(FORK_SYNC) : { kind: 'sync' };
    case 'export':
      return chooseExport(trigger);
    case 'status':
      return { kind: 'status' };
    case 'doctor':
      return isFork(trigger) ? refused(FORK_DOCTOR) : { kind: 'doctor' };
    case 'report':
      return trigger.event === 'pull_request' ? refused(NOTHING_SYNCED) : { kind: 'report' };
    default:
      return unreachable(command);
  }
}

function chooseByEvent(trigger: Known, pending: boolean): Task {
  switch (trigger.event) {
    case 'pull_request':
      return plan({});
    case 'push':
      return mayBeDefault(trigger) ? { kind: 'sync' } : otherPush(trigger);
    case 'workflow_dispatch':
      return { kind: 'sync' };
    case 'schedule':
      // The tick of a rollout, or the nightly look at edits that somebody made at a destination.
      return pending ? { kind: 'sync' } : plan({ refresh: true, reportOnly: true });
    case 'merge_group':
      return { kind: 'validate' };
    case 'repository_dispatch':
      return chooseExport(trigger);
    case 'other':
      return refused(
        `"command: auto" has no meaning for the event "${trigger.name}"; name the command, such as "command: plan"`,
      );
    default:
      return unreachable(trigger);
  }
}

type Known = Exclude<Trigger, { event: 'refused' }>;

/** What a person says of one run, and no push or clock does. */
const BY_HAND = {
  'override-rollout': 'a rollout is overridden',
  replace: "a sync destination of the vendor's is replaced",
  takeover: 'a destination is taken over',
  prune: 'what is left behind is deleted',
} as const;

/** The first such input that was given. */
export function givenByHand({
  override,
  consent,
  prune,
}: Pick<ActionSettings, 'override' | 'consent' | 'prune'>): keyof typeof BY_HAND | undefined {
  if (override !== undefined) return 'override-rollout';
  if (consent?.replace.size) return 'replace';
  if (consent?.takeover.size) return 'takeover';
  return prune === undefined ? undefined : 'prune';
}

function askedBy(trigger: Known, input: keyof typeof BY_HAND): string {
  const event = trigger.event === 'other' ? trigger.name : trigger.event;
  return (
    `${input}: ${BY_HAND[input]} by hand, by "workflow_dispatch" on the default branch, and not by "${event}"; ` +
    'hand the input over under that event alone'
  );
}

function plan(how: { readonly refresh?: boolean; readonly reportOnly?: boolean }): Task {
  return { kind: 'plan', refresh: false, reportOnly: false, ...how };
}

function refused(message: string): Task {
  return { kind: 'refused', message };
}

/** An export makes a proposal of its own; what is only proposed itself says where keys go, and is no ground for one. */
function chooseExport(trigger: Trigger): Task {
  if (trigger.event !== 'pull_request' && trigger.event !== 'merge_group') return { kind: 'export' };
  const where = trigger.event === 'pull_request' ? 'for a pull request' : 'in a merge queue';
  return refused(
    `nothing is exported ${where}: an export opens a pull request of its own; use "schedule", "workflow_dispatch" or "repository_dispatch"`,
  );
}

/** The event's word is enough to do nothing. To sync takes the word of the remote. */
function mayBeDefault({ ref, defaultBranch }: Push): boolean {
  return ref.startsWith('refs/heads/') && (defaultBranch === undefined || ref === `refs/heads/${defaultBranch}`);
}

type Push = Extract<Trigger, { event: 'push' }>;

function otherPush({ ref, defaultBranch }: Push): Task {
  const name = defaultBranch === undefined ? '' : ` "${defaultBranch}"`;
  const notice = `Nothing to do for a push to ${ref}: only pushes to the default branch${name} are synced.`;
  return { kind: 'nothing', notice };
}

function isFork(trigger: Trigger): boolean {
  return trigger.event === 'pull_request' && trigger.fork;
}

const FORK_SYNC =
  'the pull request comes from a fork, and nothing from a fork is ever pushed to a tenant; use "command: plan", and sync after the merge';

const NOTHING_SYNCED =
  'nothing is synced for a pull request, so there is nothing to report; give "command: report" to the job after the syncs';

const FORK_DOCTOR =
  'the pull request comes from a fork, which has no keys to ask a tenant with; run "command: doctor" on a branch of this repository';

function untrusted(event: string): string {
  return (
    `storysync does not run under the event "${event}": it hands the repository's secrets to a job that is often ` +
    'made to check out untrusted code. Use "pull_request" for plans (a fork gets an offline one) and "push" to the default branch for syncs'
  );
}
