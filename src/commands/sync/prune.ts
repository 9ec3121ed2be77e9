import type { Problem } from '../../diagnostics/problem.ts';
import type { CopyOptions } from '../../engine/push/copies.ts';
import type { Plan, PlannedDestination } from '../../model/plan.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import { explain } from '../../report/explain/explain.ts';
import { findSecrets } from '../../secret-scan/find-secrets.ts';
import { unmatched } from '../select.ts';
import type { StateSession } from '../state/state-session.ts';

/** How many stories the user agrees to see deleted; `uncounted` when none was said, which is no consent. */
export type Consent = number | 'uncounted';

export type ConsentRequest = {
  readonly asked: Consent;
  readonly work: Iterable<DestinationWork>;
  readonly plan: Plan;
  readonly approved: Plan | undefined;
  /** `--story`, as given. */
  readonly stories: readonly string[];
};

/** What keeps a run from deleting anything, found before the first write. Empty: the consent fits what the plan says. */
export function checkConsent({ asked, work, plan, approved, stories }: ConsentRequest): readonly Problem[] {
  const keys = plan.destinations.flatMap(({ stories: planned, leftBehind }) => [...planned, ...leftBehind]);
  const strays = unmatched(
    '--story',
    stories,
    keys.map(({ key }) => key),
  );
  if (strays.length > 0) return strays.map((stray) => ({ ...stray, hint: NO_SUCH_STORY }));
  const moved = approved ? plan.destinations.filter((fresh) => !isAsApproved(fresh, approved)) : [];
  if (moved.length > 0) return [otherThanApproved(moved)];
  const prunable = describeAll(plan, ({ keptBecause }) => keptBecause === null);
  return prunable.length === asked ? [] : [otherCount(asked, prunable, plan, work)];
}

const NO_SUCH_STORY =
  'the chosen destinations neither take such a story nor have it left behind; see both with: storysync plan';

/** The same stories are left behind as were reviewed, and nothing may go now that was to stay then. */
function isAsApproved({ name, leftBehind }: PlannedDestination, approved: Plan): boolean {
  const reviewed = approved.destinations.find((destination) => destination.name === name)?.leftBehind ?? [];
  return (
    reviewed.length === leftBehind.length &&
    leftBehind.every((left) =>
      reviewed.some(
        ({ key, name: own, destinationStoryId, prunable }) =>
          key === left.key &&
          own === left.name &&
          destinationStoryId === left.destinationStoryId &&
          (prunable || !left.prunable),
      ),
    )
  );
}

function otherThanApproved(moved: readonly PlannedDestination[]): Problem {
  const names = moved.map(({ name }) => name);
  return {
    code: 'RUN027',
    severity: 'error',
    message: `what is left behind is no longer what the plan says, at: ${shorten(names, 10)}`,
    hint: 'nothing was pushed or deleted; make a new plan, look at its "left behind", then run again',
  };
}

type Left = PlannedDestination['leftBehind'][number];

function describeAll({ destinations }: Plan, choose: (left: Left) => boolean): readonly string[] {
  return destinations.flatMap(({ name, leftBehind }) =>
    leftBehind.filter(choose).map(({ key, name: own, destinationStoryId, keptBecause }) => {
      const why = keptBecause === null ? '' : `: ${explain(keptBecause).message}`;
      return `${name}/${key} "${own}" (story ${destinationStoryId})${why}`;
    }),
  );
}

function otherCount(asked: Consent, prunable: readonly string[], plan: Plan, work: Iterable<DestinationWork>): Problem {
  const given = asked === 'uncounted' ? '--prune needs a number' : `--prune ${asked} was given`;
  const found =
    prunable.length === 0
      ? 'no story left behind may be deleted'
      : `${prunable.length} left behind may be deleted: ${shorten(prunable, 50)}`;
  const staying = describeAll(plan, ({ keptBecause }) => keptBecause !== null);
  const unread = namesUnread(work);
  const more = [
    ...(staying.length > 0 ? [`${staying.length} stay in any case: ${shorten(staying, 20)}`] : []),
    ...(unread.length > 0 ? [`not read, so nothing is deleted there: ${shorten(unread, 10)}`] : []),
  ];
  const next =
    prunable.length === 0
      ? 'run the same command without --prune'
      : `look at each of them, then run the same command with --prune ${prunable.length}`;
  return {
    code: 'RUN025',
    severity: 'error',
    message: [`${given}, and ${found}`, ...more].join('; '),
    hint: `nothing was pushed or deleted; ${next}`,
  };
}

function shorten(texts: readonly string[], limit: number): string {
  const shown = texts.slice(0, limit).join(', ');
  return texts.length > limit ? `${shown}, … (${texts.length} in all)` : shown;
}

function namesUnread(work: Iterable<DestinationWork>): readonly string[] {
  return [...work].filter(({ unreadable }) => unreadable).map(({ destination }) => destination.name);
}

/** Destinations whose left-behind stories nobody could look at: the run goes on, and says so. */
export function notLookedAt(work: Iterable<DestinationWork>): readonly Problem[] {
  const names = namesUnread(work);
  if (names.length === 0) return [];
  return [
    {
      code: 'RUN028',
      severity: 'warning',
      message: `nothing was deleted at destinations that could not be read: ${shorten(names, 10)}`,
      hint: 'see why they could not be read, then run again with --prune',
    },
  ];
}

export const NO_PLACE_FOR_COPIES: Problem = {
  code: 'RUN026',
  severity: 'error',
  message: '--prune deletes nothing without a copy, and there is nowhere to keep one',
  hint: 'run it inside a clone of the git repository, and without --no-state; nothing was pushed or deleted',
};

/** Where copies of deleted stories go. */
export function copiesIn(session: StateSession): CopyOptions {
  return { keep: (copy) => session.keepCopy(copy), flush: () => session.flush(), findSecrets };
}
