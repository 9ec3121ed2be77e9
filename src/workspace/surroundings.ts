/** Where and when a command is run. */
export interface Surroundings {
  /** The folder relative paths start from. */
  readonly directory: string;
  now(): Date;
}

/** An ISO date. */
export function todayOf(surroundings: Pick<Surroundings, 'now'>): string {
  return surroundings.now().toISOString().slice(0, 10);
}
