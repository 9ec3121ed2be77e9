import pLimit from 'p-limit';
import type { Readers } from '../keys/tenants.ts';
import type { Clock } from '../model/clock.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';
import { plannedOutcome } from '../plan/planned-outcome.ts';
import { pushedFrom, type RecordedPair, recordedOutcome } from '../plan/recorded-outcome.ts';
import { recordedPairs } from '../plan/recorded-pairs.ts';
import { bind, whyUnbound } from '../trust/bind.ts';
import { rolloutInForce } from '../trust/rollout-in-force.ts';
import { earlierVersions } from '../workspace/earlier-versions.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { RecordedPush } from './behind.ts';
import { assess } from './engines.ts';
import { NO_CONSENT } from './native/vendor-source.ts';
import type { PageSettings } from './page/status-page.ts';
import type { Progress } from './ports.ts';
import { refreshEach } from './refresh.ts';
import type { Selection } from './select.ts';
import type { ReadSettings } from './settings.ts';
import type { StateSession } from './state/state-session.ts';

export type StatusSettings = ReadSettings & {
  /** Ask the tenants; otherwise no tenant is asked and no key is needed. */
  readonly live: boolean;
  /** Make the page as well. */
  readonly page?: PageSettings;
};

export type StatusSources = {
  readonly tenants: Readers;
  readonly progress: Progress;
  readonly clock: Clock;
};

/** One pair, and what git needs to know to tell how far behind it is. */
export type PairStatus = { readonly outcome: Outcome; readonly pushed?: RecordedPush };

export type StatusQuestion = {
  readonly workspace: Workspace;
  readonly selection: Selection;
  readonly session: StateSession;
  readonly settings: StatusSettings;
};

/** What there is to report of every pair that was chosen. */
export function pairStatuses(question: StatusQuestion, sources: StatusSources): Promise<readonly PairStatus[]> {
  return question.settings.live ? askTenants(question, sources) : askRecord(question);
}

async function askRecord(question: StatusQuestion): Promise<readonly PairStatus[]> {
  const { workspace, selection, session, settings } = question;
  const chosen = workspace.desired.destinations.filter(({ name }) => selection.selected.has(name));
  const statuses = await pLimit(settings.concurrency).map(chosen, async (destination) =>
    recordedStatuses(destination, await session.read(destination), question),
  );
  return statuses.flat();
}

function recordedStatuses(
  destination: Destination,
  state: DestinationState | undefined,
  question: StatusQuestion,
): readonly PairStatus[] {
  return pairsOf(destination, state, question).map((pair) => pairStatus(recordedOutcome(pair), pair));
}

async function askTenants(
  question: StatusQuestion,
  { tenants, progress, clock }: StatusSources,
): Promise<readonly PairStatus[]> {
  const { workspace, selection, session, settings } = question;
  const { desired } = workspace;
  const { refresh, concurrency, readTimeout } = settings;
  const keys = bind(settings.trust);
  const { commit } = workspace;
  // Nobody is about to push: to name a manual-only destination does not make it less so.
  const policy = { selected: selection.selected, manual: new Set<string>(), force: false, refresh, commit };
  const reading = {
    keys,
    earlier: earlierVersions(workspace),
    concurrency,
    whole: false,
    clock,
    limits: { readTimeout },
  };
  const rollout = rolloutInForce(settings.trust, workspace.manifest) !== undefined;
  const native = { consent: NO_CONSENT, rollout };
  const input = { desired, assess, session, tenants, policy, progress, native, ...reading };
  const { assessed } = await refreshEach(input, ({ destination, stories }, state) => {
    // A plan without a look at the tenant would be no status.
    if (whyUnbound(keys, destination, desired.origin) !== undefined)
      return recordedStatuses(destination, state, question);
    const found = new Map(stories.map((work) => [work.desired.key, plannedOutcome(destination.name, work)]));
    return pairsOf(destination, state, question).flatMap((pair) => {
      const outcome = found.get(pair.desired.key);
      return outcome ? [pairStatus(outcome, pair)] : [];
    });
  });
  return assessed.flat();
}

function pairStatus(outcome: Outcome, { desired, entry }: RecordedPair): PairStatus {
  // Who is pinned is not behind: it is where somebody wants it.
  const settled = outcome.status === 'synced' || desired.commit !== undefined;
  const from = settled ? undefined : pushedFrom(desired, entry);
  return { outcome, ...(from === undefined ? {} : { pushed: { desired, from } }) };
}

/** Those that were chosen. */
function pairsOf(
  destination: Destination,
  state: DestinationState | undefined,
  { workspace, selection, session }: StatusQuestion,
): readonly RecordedPair[] {
  const keys = selection.selected.get(destination.name);
  const pairs = recordedPairs(workspace.desired, destination, state, session.knows(destination.name));
  return pairs.filter(({ desired }) => keys?.has(desired.key));
}
