import type { PlanAction } from '../../model/plan.ts';
import { SYMBOLS } from '../reason-words.ts';
import type { FoldedPlan } from './fold.ts';

const MEANINGS: readonly (readonly [PlanAction, string])[] = [
  ['create', 'create'],
  ['update', 'update'],
  ['unchanged', 'unchanged'],
  ['skip', 'skipped or left alone'],
  ['blocked', 'blocked'],
];

/** The signs that a plan shows, and what each stands for; empty when it shows none. */
export function legendOf(
  { unread, blocks }: FoldedPlan,
  rollout: readonly { readonly sign: PlanAction }[] = [],
): string {
  const used = new Set<PlanAction>(blocks.flatMap(({ stories }) => stories.map(({ action }) => action)));
  for (const { sign } of rollout) used.add(sign);
  if (unread.length > 0) used.add('blocked');
  if (blocks.some(({ leftBehind }) => leftBehind.length > 0)) used.add('skip');
  // No-break spaces: a sign stays with its meaning where the line is broken.
  return MEANINGS.filter(([action]) => used.has(action))
    .map(([action, meaning]) => `${SYMBOLS[action]}\u00a0${meaning.replaceAll(' ', '\u00a0')}`)
    .join('  ');
}
