import type { PlannedChange } from '../../model/plan.ts';

/** What is said about who made the differences of a story: once for all of them, or behind the lines that stand out. */
export type ShownCauses = {
  readonly lead: string | undefined;
  /** One for each change; empty where nothing needs to be said. */
  readonly marks: readonly string[];
};

const EARLIER = '(from another commit)';
const ELSEWHERE = '(not part of this change)';

/**
 * A plan is read for what is not expected: lines of the change set under review need no mark, nor do edits made there, which
 * say so themselves, nor a story whose every line has one cause that its other notes tell already.
 */
export function shownCauses(changes: readonly Pick<PlannedChange, 'cause'>[]): ShownCauses {
  const causes = new Set(changes.map(({ cause }) => cause));
  const silent = changes.map(() => '');
  if (causes.size < 2) {
    const lead = causes.has('earlier') ? 'none of it is part of this change: it comes from other commits' : undefined;
    return { lead, marks: silent };
  }
  const unknown = causes.has('change_set') ? ELSEWHERE : '';
  const words = { change_set: '', earlier: EARLIER, destination: '', unknown } as const;
  return { lead: undefined, marks: changes.map(({ cause }) => words[cause]) };
}
