import type { Passings, RolloutRecord } from '../model/rollout.ts';
import { KEPT } from '../model/rollout-record.ts';
import { byText } from '../model/text/order.ts';
import type { Fleet } from './fleet.ts';
import { type Content, RingTallies } from './ring-tallies.ts';
import { timeOf } from './time-of.ts';

/** When a ring passed for this content: as recorded, else as it stands now. */
export function passedAt(
  tallies: RingTallies,
  { passings }: RolloutRecord,
  story: Content,
  ring: number,
  now: number,
): number | undefined {
  const name = tallies.rings[ring]?.name ?? '';
  return recordedAt(passings, story, name) ?? tallies.passedSince(story, ring, now);
}

function recordedAt(passings: Passings, { key, content }: Content, ring: string): number | undefined {
  const time = own(own(own(passings, key), content), ring);
  return time === undefined ? undefined : timeOf(time);
}

/** Keys that people give may be called `constructor`. */
function own<T>(from: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return from && Object.hasOwn(from, name) ? from[name] : undefined;
}

/** What has passed by now and was not recorded yet; the same record when nothing has. */
export function recordPassed(fleet: Fleet, record: RolloutRecord, now: number): RolloutRecord {
  return recordTallies(new RingTallies(fleet), wantedContents(fleet), record, now);
}

/** What git wants of each story, where it counts. */
export function wantedContents({ pairs }: Pick<Fleet, 'pairs'>): readonly Content[] {
  const counting = pairs.filter(({ counts }) => counts);
  return [...new Map(counting.map(({ key, content }) => [`${key} ${content}`, { key, content }])).values()];
}

export function recordTallies(
  tallies: RingTallies,
  wanted: readonly Content[],
  record: RolloutRecord,
  now: number,
): RolloutRecord {
  const news = wanted.flatMap((story) =>
    tallies.rings.flatMap(({ name }, ring) => {
      if (recordedAt(record.passings, story, name) !== undefined) return [];
      const at = tallies.passedSince(story, ring, now);
      return at === undefined ? [] : [{ ...story, ring: name, at: new Date(at).toISOString() }];
    }),
  );
  if (news.length === 0) return record;
  const stories = new Map(Object.entries(record.passings));
  for (const { key, content, ring, at } of news) {
    const contents = new Map(Object.entries(stories.get(key) ?? {}));
    contents.set(content, { ...contents.get(content), [ring]: at });
    const current = wanted.filter((story) => story.key === key).map((story) => story.content);
    stories.set(key, newest(contents, new Set(current)));
  }
  return { ...record, passings: Object.fromEntries(stories) };
}

type Times = { readonly [ring: string]: string };

/** What git wants now stays, whatever a clock said when it passed. */
function newest(contents: ReadonlyMap<string, Times>, current: ReadonlySet<string>): { [content: string]: Times } {
  const latest = (times: Times): string => Object.values(times).toSorted().at(-1) ?? '';
  const ordered = [...contents].toSorted(([a, timesOfA], [b, timesOfB]) => {
    const [isA, isB] = [current.has(a), current.has(b)];
    if (isA !== isB) return isA ? -1 : 1;
    return byText(`${latest(timesOfB)} ${b}`, `${latest(timesOfA)} ${a}`);
  });
  return Object.fromEntries(ordered.slice(0, KEPT.contents));
}
