import type { PlannedStory } from '../model/plan.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import { isDue } from '../plan/planned-story.ts';
import { CALL_TABLE, type Cost, callsOf, type Pages, pagesOf } from './call-table.ts';

/** What one destination costs, story by story: a rollout may still keep some of them back. Small, since a fleet has many. */
export type MeasuredWork = {
  readonly destination: string;
  readonly tenantUrl: string;
  /** Nobody has asked the tenant, so nobody knows. */
  readonly isAsked: boolean;
  readonly stories: readonly MeasuredStory[];
  /** Whatever is pushed: deletions, and what the vendor's object costs at the destination. */
  readonly fixed: number;
  /** The listing after creates. */
  readonly afterCreates: number;
  readonly typeCost: { readonly used: number; readonly written: number };
  /** At the origin, for the vendor's own syncing; undefined where that has no part in it. */
  readonly native?: NativeCost;
};

type MeasuredStory = {
  readonly key: string;
  readonly isNew: boolean;
  readonly calls: number;
  /** Each piece of work on record types, which is done once for all stories that need it. */
  readonly types: readonly { readonly id: string; readonly isWritten: boolean }[];
};

export type NativeCost = {
  readonly writes: number;
  /** For each story that goes. */
  readonly trigger: number;
  /** Looks at the vendor's list for what came of it: one costs so much, and there are as many series of them. */
  readonly look: number;
  readonly series: number;
};

/** What is due, and what it costs. `vendorObjects`: how long the vendor's list is. */
export function measureWork(work: DestinationWork, vendorObjects: number): MeasuredWork {
  const { destination, stories, prune, listed, native, refreshed } = work;
  const due = stories.map(({ planned }) => planned).filter(isDue);
  const pages: Pages = {
    stories: pagesOf((listed?.stories ?? 0) + due.length),
    types: pagesOf((listed?.recordTypes ?? 0) + due.reduce((sum, { recordTypes }) => sum + recordTypes.length, 0)),
    vendor: pagesOf(vendorObjects + 1),
  };
  const isNative = destination.engine === 'native';
  const steps = native?.steps ?? [];
  const released = !isNative && native !== undefined ? callsOf(CALL_TABLE.released, pages) : 0;
  const takeover = isNative && native?.action === 'takeover' ? callsOf(CALL_TABLE.nativeTakeover, pages) : 0;
  return {
    destination: destination.name,
    tenantUrl: destination.tenantUrl,
    isAsked: refreshed,
    stories: due.map((planned) => measureStory(planned, pages, { isNative, again: work.again })),
    fixed: prune.length * callsOf(CALL_TABLE.deletion, pages) + released + takeover,
    afterCreates: isNative ? 0 : callsOf(CALL_TABLE.creates, pages),
    typeCost: { used: callsOf(CALL_TABLE.typeUsed, pages), written: callsOf(CALL_TABLE.typeWritten, pages) },
    ...(native === undefined ? {} : { native: measureNative(steps, native.action === 'takeover', pages) }),
  };
}

function measureStory(
  { key, action, recordTypes }: PlannedStory,
  pages: Pages,
  { isNative, again }: { readonly isNative: boolean; readonly again: ReadonlySet<string> | undefined },
): MeasuredStory {
  const isNew = action === 'create';
  if (isNative) return { key, isNew: false, calls: callsOf(CALL_TABLE.nativeStory, pages), types: [] };
  const types = recordTypes.map(({ name, action: step, target, fields }) => ({
    id: JSON.stringify([name, target, fields]),
    isWritten: step !== 'reuse',
  }));
  const isWriting = types.some(({ isWritten }) => isWritten);
  const costs: readonly Cost[] = [
    isNew ? CALL_TABLE.create : CALL_TABLE.update,
    ...(types.length > 0 ? [CALL_TABLE.storyBesideTypes] : []),
    ...(isWriting && !isNew ? [CALL_TABLE.updateBesideTypes] : []),
    ...(again?.has(key) ? [CALL_TABLE.again] : []),
    ...(again?.has(key) && types.length > 0 ? [CALL_TABLE.storyBesideTypes] : []),
  ];
  return { key, isNew, calls: costs.reduce((sum, cost) => sum + callsOf(cost, pages), 0), types };
}

function measureNative(steps: readonly string[], isTakeover: boolean, pages: Pages): NativeCost {
  const costs = steps.map((step) => {
    if (step === 'create') return CALL_TABLE.nativeCreate;
    return step === 'delete' ? CALL_TABLE.nativeDelete : CALL_TABLE.nativeWrite;
  });
  return {
    // A rollout that keeps stories back sets the flag; a takeover that is stopped takes back what it made.
    writes: [CALL_TABLE.nativeWrite, CALL_TABLE.nativeDelete, ...costs].reduce(
      (sum, cost) => sum + callsOf(cost, pages),
      0,
    ),
    trigger: callsOf(CALL_TABLE.nativeTrigger, pages),
    look: pages.vendor,
    series: isTakeover ? 2 : 1,
  };
}
