import { contentHash } from '../json/canonical.ts';
import type { Change } from '../model/change/change.ts';
import { MOST_TOLD, type Told } from '../model/change/told.ts';
import type { Destination } from '../model/destination.ts';
import type { PlannedStory } from '../model/plan.ts';
import type { Reason } from '../model/status.ts';

/** One destination of a scheduled plan. */
export type PlannedLook = {
  readonly destination: Destination;
  readonly stories: readonly PlannedStory[];
  /** When each story was pushed last, by key, as far as recorded. */
  readonly pushedAt: ReadonlyMap<string, string>;
};

export type PlanNews = {
  readonly changes: readonly Change[];
  /** What was told before and still stands. */
  readonly standing: Told;
  /** The same with what is new, for when the message has arrived. */
  readonly told: Told;
};

type Matter = { readonly matter: string; readonly mark: string; readonly change: Change };

/**
 * What a scheduled plan has to tell that no plan told before: edits at destinations, and dates that have passed. What
 * stands no longer is forgotten, so that it is told when it comes back; where this run did not look, what was told stays.
 */
export function planChanges(
  looks: readonly PlannedLook[],
  before: Told,
  { today, known }: { readonly today: string; readonly known: readonly string[] },
): PlanNews {
  const looked = new Map(looks.map((look) => [look.destination.name, look]));
  const [standing, told] = [new Map<string, Marks>(), new Map<string, Marks>()];
  const changes: Change[] = [];
  for (const name of new Set([...known, ...looked.keys()])) {
    const was = Object.hasOwn(before, name) ? (before[name] ?? {}) : {};
    const look = looked.get(name);
    const matters = look ? mattersOf(look, today) : [];
    const kept = Object.entries(was).filter(([matter]) => !look || isUnseen(matter, look));
    const isSame = ({ matter, mark }: Matter): boolean => Object.hasOwn(was, matter) && was[matter] === mark;
    const same = matters.filter(isSame);
    for (const each of matters) if (!isSame(each)) changes.push(each.change);
    standing.set(name, Object.fromEntries([...kept, ...same.map(entryOf)]));
    told.set(name, Object.fromEntries([...kept, ...matters.map(entryOf)]));
  }
  return { changes, standing: bounded(standing), told: bounded(told) };
}

type Marks = Told[string];

function entryOf({ matter, mark }: Matter): readonly [string, string] {
  return [matter, mark];
}

function mattersOf(look: PlannedLook, today: string): readonly Matter[] {
  return [...driftIn(look), ...expiredIn(look, today)];
}

/** A detached story is the destination's own: what is edited there is no news. */
function driftIn({ destination: { name: destination }, stories, pushedAt }: PlannedLook): readonly Matter[] {
  return stories
    .filter(({ detached, drift }) => !detached && drift.length > 0)
    .map(({ key, name, drift, reason }) => {
      // After the next push the same edit is a new one.
      const mark = contentHash([pushedAt.get(key) ?? '', ...drift.toSorted()]).slice('sha256:'.length, MARK_END);
      return { matter: `drift:${key}`, mark, change: { kind: 'drift', destination, story: { key, name }, reason } };
    });
}

const MARK_END = 'sha256:'.length + 16;

function expiredIn({ destination, stories }: PlannedLook, today: string): readonly Matter[] {
  const { name, hold, pin, subscriptions } = destination;
  const notes = [
    { matter: 'hold', what: 'hold', until: hold?.until, key: null },
    { matter: 'pin', what: 'pin', until: pin?.until, key: null },
    ...subscriptions.map(({ storyKey: key, detached }) => {
      return { matter: `detached:${key}`, what: 'detached', until: detached?.until, key } as const;
    }),
  ] as const;
  const nameOf = new Map(stories.map((story) => [story.key, story.name]));
  return notes.flatMap(({ matter, what, until, key }) => {
    if (until === undefined || until >= today) return [];
    const story = key === null ? null : { key, name: nameOf.get(key) ?? key };
    return [{ matter, mark: until, change: { kind: 'expired', destination: name, story, note: { what, until } } }];
  });
}

/** Whether the run could not tell if it still stands: the story was not chosen, or could not be read. */
function isUnseen(matter: string, { destination, stories }: PlannedLook): boolean {
  const [, key] = /^drift:(.+)$/.exec(matter) ?? [];
  if (key === undefined || !destination.subscriptions.some(({ storyKey }) => storyKey === key)) return false;
  const planned = stories.find((story) => story.key === key);
  return planned === undefined || !isCompared(planned);
}

function isCompared({ action, reason, warnings }: PlannedStory): boolean {
  const unread = action === 'blocked' && reason !== null && UNREAD.has(reason);
  return !unread && !warnings.some(({ kind }) => kind === 'not_compared');
}

const UNREAD: ReadonlySet<Reason> = new Set<Reason>([
  'missing_key',
  'unauthorized',
  'unreachable',
  'unreadable',
  'not_reached',
  'internal',
]);

/** In the order of the manifest, as many as are kept; a destination of which nothing was told has no entry. */
function bounded(told: ReadonlyMap<string, Marks>): Told {
  let room = MOST_TOLD;
  const kept = [...told].flatMap(([name, marks]) => {
    const entries = Object.entries(marks).slice(0, room);
    room -= entries.length;
    return entries.length > 0 ? [[name, Object.fromEntries(entries)] as const] : [];
  });
  return Object.fromEntries(kept);
}
