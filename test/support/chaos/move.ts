import type { ChaosWorld } from './world.ts';

/** Numbers that a move takes its choices from. */
export type Dice = readonly [number, number, number];
export type Move = (world: ChaosWorld, dice: Dice) => Promise<void>;

export function pick<T>(choices: readonly T[], dice: number): T {
  const chosen = choices[dice % choices.length];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
