import type { Problem } from '../../diagnostics/problem.ts';
import type { CopyOptions } from '../../engine/push/copies.ts';
import type { OrphanNative, Plan, PlannedDestination } from '../../model/plan.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import { explain } from '../../report/explain/explain.ts';
import { inTerminal } from '../../report/phrase.ts';
import { vendorDestination } from '../../report/vendor-destination.ts';
import { findSecrets } from '../../secret-scan/find-secrets.ts';
import { unmatched } from '../select.ts';
import type { StateSession } from '../state/state-session.ts';

/** How many the user agrees to see deleted; `uncounted` when none was said, which is no consent. */
export type Consent = number | 'uncounted';

export type ConsentRequest = {
  readonly asked: Consent;
  /** `--prune-stories`: how many copies of the vendor's may go with it; undefined keeps them all. */
  readonly copies?: Consent | undefined;
  readonly work: Iterable<DestinationWork>;
  readonly plan: Plan;
  readonly approved: Plan | undefined;
  /** `--story`, as given. */
  readonly stories: readonly string[];
  /** Destinations that the vendor served and the manifest no longer has, where nobody could look at its list. */
  readonly unseen?: readonly string[];
};

/** What keeps a run from deleting anything, found before the first write. Empty: the consent fits what the plan says. */
export function checkConsent(request: ConsentRequest): readonly Problem[] {
  const { asked, copies, work, plan, approved, stories, unseen = [] } = request;
  const keys = plan.destinations.flatMap(({ stories: planned, leftBehind }) => [...planned, ...leftBehind]);
  const strays = unmatched(
    '--story',
    stories,
    keys.map(({ key }) => key),
  );
  if (strays.length > 0) return strays.map((stray) => ({ ...stray, hint: NO_SUCH_STORY }));
  const moved = approved ? otherThan(approved, plan) : [];
  if (moved.length > 0) return [otherThanApproved(moved)];
  const prunable = [
    ...describeAll(plan, ({ keptBecause }) => keptBecause === null),
    ...describeVendors(plan, ({ keptBecause }) => keptBecause === null),
  ];
  return [
    ...(prunable.length === asked ? [] : [otherCount(asked, prunable, plan, [...namesUnread(work), ...unseen])]),
    ...(copies === undefined ? [] : checkCopies(copies, plan)),
  ];
}

/** The number of --prune says nothing of copies, which nobody keeps. */
function checkCopies(asked: Consent, { leftBehindNative = [] }: Plan): readonly Problem[] {
  const doomed = leftBehindNative.filter(({ keptBecause }) => keptBecause === null);
  const copies = doomed.flatMap(({ id, stories }) => stories.map((name) => `"${name}" (sync destination ${id})`));
  if (copies.length > 0 && copies.length === asked) return [];
  const given = asked === 'uncounted' ? '--prune-stories needs a number' : `--prune-stories ${asked} was given`;
  const found =
    copies.length === 0
      ? 'what may be deleted of the vendor carries no story'
      : `the vendor would delete ${copies.length}: ${shorten(copies, 50)}`;
  const next =
    copies.length === 0
      ? 'run the same command without --prune-stories'
      : `look at each of them, then run the same command with --prune-stories ${copies.length}, or without it to keep them`;
  return [
    {
      code: 'RUN029',
      severity: 'error',
      message: `${given}, and ${found}`,
      hint: `nothing was pushed or deleted; ${next}`,
    },
  ];
}

/** Where what is left behind is not what was reviewed. */
function otherThan(approved: Plan, plan: Plan): readonly string[] {
  const moved = plan.destinations.filter((fresh) => !isAsApproved(fresh, approved)).map(({ name }) => name);
  return isVendorAsApproved(plan, approved) ? moved : [...moved, "the vendor's sync destinations"];
}

/** A plan of a part of the fleet says nothing of them: then they are not asked for either. */
function isVendorAsApproved(
  { leftBehindNative: fresh = [] }: Plan,
  { leftBehindNative: reviewed = [] }: Plan,
): boolean {
  return (
    reviewed.length === fresh.length &&
    fresh.every((left) =>
      reviewed.some(
        (was) =>
          was.id === left.id &&
          was.tenantUrl === left.tenantUrl &&
          was.teamId === left.teamId &&
          was.stories.join('\n') === left.stories.join('\n') &&
          (was.keptBecause === null || left.keptBecause !== null),
      ),
    )
  );
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

function otherThanApproved(names: readonly string[]): Problem {
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

function describeVendors({ leftBehindNative = [] }: Plan, choose: (left: OrphanNative) => boolean): readonly string[] {
  return leftBehindNative.filter(choose).map((left) => {
    const { keptBecause: because } = left;
    const why = because && explain({ kind: 'vendor_destination_stays', because }).message;
    return `${inTerminal(vendorDestination(left))}${why === null ? '' : `: ${why}`}`;
  });
}

function otherCount(asked: Consent, prunable: readonly string[], plan: Plan, unread: readonly string[]): Problem {
  const given = asked === 'uncounted' ? '--prune needs a number' : `--prune ${asked} was given`;
  const found =
    prunable.length === 0
      ? 'nothing left behind may be deleted'
      : `${prunable.length} left behind may be deleted: ${shorten(prunable, 50)}`;
  const staying = [
    ...describeAll(plan, ({ keptBecause }) => keptBecause !== null),
    ...describeVendors(plan, ({ keptBecause }) => keptBecause !== null),
  ];
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

/** Destinations whose left-behind stories nobody could look at, and the vendor's list: the run goes on, and says so. */
export function notLookedAt(work: Iterable<DestinationWork>, unseen: readonly string[] = []): readonly Problem[] {
  const names = namesUnread(work);
  const unread = (message: string): Problem => {
    return { code: 'RUN028', severity: 'warning', message, hint: 'see why, then run again with --prune' };
  };
  return [
    ...(names.length > 0
      ? [unread(`nothing was deleted at destinations that could not be read: ${shorten(names, 10)}`)]
      : []),
    ...(unseen.length > 0
      ? [unread(`the origin's sync destinations could not be read, so none was deleted: ${shorten(unseen, 10)}`)]
      : []),
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
