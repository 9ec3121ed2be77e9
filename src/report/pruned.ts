import type { Pruned } from '../model/pruned.ts';
import { explainInLine } from './explain/explain.ts';
import { name, type Phrase, say, words } from './phrase.ts';
import { byText } from './reason-words.ts';

export type PrunedRow = { readonly kind: 'deleted' | 'failed' | 'kept'; readonly phrase: Phrase };

/** One row per story left behind: what went wrong first, then what is gone, then what stays. */
export function prunedRows(pruned: readonly Pruned[]): readonly PrunedRow[] {
  return pruned
    .toSorted((left, right) => byText(orderOf(left), orderOf(right)))
    .map((each) => ({ kind: kindOf(each), phrase: phraseOf(each) }))
    .toSorted((left, right) => RANK[left.kind] - RANK[right.kind]);
}

const RANK = { failed: 0, deleted: 1, kept: 2 } as const;

function kindOf({ consented, deleted }: Pruned): PrunedRow['kind'] {
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

/** `Left behind: 2 deleted, 1 not deleted, 1 stays`; undefined when there is nothing to tell. */
export function prunedTotals(pruned: readonly Pruned[]): string | undefined {
  if (pruned.length === 0) return undefined;
  const amount = (kind: PrunedRow['kind']): number => pruned.filter((each) => kindOf(each) === kind).length;
  const kept = amount('kept');
  return `Left behind: ${amount('deleted')} deleted, ${amount('failed')} not deleted, ${kept} ${kept === 1 ? 'stays' : 'stay'}`;
}
