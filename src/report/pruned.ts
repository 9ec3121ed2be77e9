import type { Pruned, PrunedNative } from '../model/pruned.ts';
import { byTextOf } from '../model/text/order.ts';
import { explainInLine } from './explain/explain.ts';
import { name, type Phrase, say, words } from './phrase.ts';
import type { SyncReport } from './sync/sync-report.ts';
import { vendorDestination } from './vendor-destination.ts';

export type PrunedRow = { readonly kind: 'deleted' | 'failed' | 'kept'; readonly phrase: Phrase };

type AllPruned = Pick<SyncReport, 'pruned' | 'prunedNative'>;

/** One row for each that is left behind: what went wrong first, then what is gone, then what stays. */
export function prunedRows({ pruned = [], prunedNative = [] }: AllPruned): readonly PrunedRow[] {
  const stories = pruned.toSorted(byTextOf(orderOf)).map((each) => ({ kind: kindOf(each), phrase: phraseOf(each) }));
  const objects = prunedNative.map((each) => ({ kind: kindOf(each), phrase: phraseOfNative(each) }));
  return [...stories, ...objects].toSorted((left, right) => RANK[left.kind] - RANK[right.kind]);
}

const RANK = { failed: 0, deleted: 1, kept: 2 } as const;

function kindOf({ consented, deleted }: Pick<Pruned, 'consented' | 'deleted'>): PrunedRow['kind'] {
  if (deleted) return 'deleted';
  return consented ? 'failed' : 'kept';
}

function orderOf({ destination, key }: Pruned): string {
  return `${destination}\n${key}`;
}

function phraseOf({ destination, key, name: own, destinationStoryId, consented, deleted, fact }: Pruned): Phrase {
  const message = words(explainInLine(fact));
  const fate = consented || deleted ? [message] : say`stays there: ${message}`;
  return say`${name(destination)} / ${name(key)} ${words(`"${own}"`)} (story ${String(destinationStoryId)}): ${fate}`;
}

function phraseOfNative({ consented, deleted, fact, ...object }: PrunedNative): Phrase {
  const message = words(explainInLine(fact));
  const fate = consented || deleted ? [message] : say`stays there: ${message}`;
  return say`${vendorDestination(object)}: ${fate}`;
}

/** `Left behind: 2 deleted, 1 not deleted, 1 stays`; undefined when there is nothing to tell. */
export function prunedTotals({ pruned = [], prunedNative = [] }: AllPruned): string | undefined {
  const all = [...pruned, ...prunedNative];
  if (all.length === 0) return undefined;
  const amount = (kind: PrunedRow['kind']): number => all.filter((each) => kindOf(each) === kind).length;
  const kept = amount('kept');
  return `Left behind: ${amount('deleted')} deleted, ${amount('failed')} not deleted, ${kept} ${kept === 1 ? 'stays' : 'stay'}`;
}
