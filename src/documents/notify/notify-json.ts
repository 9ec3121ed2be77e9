import { contentHash } from '../../json/canonical.ts';
import { CHANGE_KINDS, type Change, type ChangeKind } from '../../model/change/change.ts';
import { byTextOf } from '../../model/text/order.ts';
import {
  LONGEST_NAME,
  MOST_ITEMS,
  MOST_STORIES,
  NOTIFY_FORMAT,
  type WireNotification,
  type WireNotificationItem,
} from './notify-schema.ts';

/** The run that has something to tell. */
export type TellingRun = Pick<WireNotification, 'repository' | 'manifest' | 'command' | 'run' | 'commit' | 'at'>;

/**
 * The message, `storysync.notify/1`. A function of the changes, whoever gathered them and in whatever order: the same
 * change that two parts of a run have seen counts once.
 */
export function notificationToJson(changes: readonly Change[], run: TellingRun): WireNotification {
  const distinct = [...new Map(changes.map((change) => [identity(change), change])).entries()]
    .toSorted(byTextOf(([id]) => id))
    .map(([, change]) => change);
  const items = [...Map.groupBy(distinct, subject).values()].map(writeItem);
  const shown = chooseItems(items);
  const message = {
    format: NOTIFY_FORMAT,
    ...run,
    totals: totalsOf(distinct),
    items: shown,
    left_out: distinct.length - shown.reduce((sum, { count }) => sum + count, 0),
  } as const;
  return { ...message, id: contentHash(message) };
}

function placeOf(change: Change): Pick<WireNotificationItem, 'destination' | 'ring'> {
  if ('ring' in change) return { destination: null, ring: change.ring };
  return { destination: change.destination, ring: null };
}

function reasonIn(change: Change): WireNotificationItem['reason'] {
  return 'reason' in change ? change.reason : null;
}

function noteIn(change: Change): WireNotificationItem['expired'] {
  return change.kind === 'expired' ? { what: change.note.what, until: change.note.until } : null;
}

/** What changes have in common that are one item. */
function subject(change: Change): string {
  const { destination, ring } = placeOf(change);
  const note = noteIn(change);
  return JSON.stringify([change.kind, destination, ring, reasonIn(change), note?.what, note?.until]);
}

function identity(change: Change): string {
  return `${subject(change)} ${change.story?.key ?? ''}`;
}

function writeItem(changes: readonly Change[]): WireNotificationItem {
  const [first] = changes;
  if (!first) throw new Error('Internal error: an item without a change');
  const stories = changes.flatMap(({ story }) => (story ? [{ key: story.key, name: cut(story.name) }] : []));
  return {
    change: first.kind,
    ...placeOf(first),
    reason: reasonIn(first),
    count: changes.length,
    stories: stories.slice(0, MOST_STORIES),
    expired: noteIn(first),
  };
}

function cut(name: string): string {
  return Array.from(name.slice(0, LONGEST_NAME * 2))
    .slice(0, LONGEST_NAME)
    .join('');
}

/** The largest of each kind in turn, so that no destination and no kind of change keeps the others out. */
function chooseItems(items: readonly WireNotificationItem[]): readonly WireNotificationItem[] {
  const ranked = CHANGE_KINDS.flatMap((kind, severity) =>
    items
      .filter(({ change }) => change === kind)
      .toSorted((a, b) => b.count - a.count)
      .map((item, rank) => ({ item, rank, severity })),
  );
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.severity - b.severity)
    .slice(0, MOST_ITEMS)
    .toSorted((a, b) => a.severity - b.severity || a.rank - b.rank)
    .map(({ item }) => item);
}

function totalsOf(changes: readonly Change[]): WireNotification['totals'] {
  const number = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  return {
    failed: number('failed'),
    halted: number('halted'),
    drift: number('drift'),
    expired: number('expired'),
    held: number('held'),
    recovered: number('recovered'),
    ring_opened: number('ring_opened'),
  };
}
