import type { Clock } from '../model/clock.ts';

/** Where and when a command is run. */
export interface Surroundings {
  /** The folder relative paths start from. */
  readonly directory: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** An ISO date. */
export function todayOf({ clock }: Pick<Surroundings, 'clock'>): string {
  return clock.now().toISOString().slice(0, 10);
}
