import type { Wave } from '../../apply/apply.ts';
import { behindSince, longestBehindFirst } from '../../forecast/behind-first.ts';
import type { Clock } from '../../model/clock.ts';
import type { Refreshed } from '../refresh.ts';

/** For a run whose time may not hold all of it: who is behind for longest goes first. The order of rings stays. */
export function worstFirst(
  waves: readonly Wave[],
  { work, states }: Pick<Refreshed, 'work' | 'states'>,
  clock: Pick<Clock, 'now'>,
): readonly Wave[] {
  const now = clock.now().getTime();
  const since = new Map([...work].map(([name, each]) => [name, behindSince(each, states.get(name), now)]));
  return waves.map((wave) => longestBehindFirst(wave, since));
}
