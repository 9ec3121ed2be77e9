import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_RECORD, type RolloutRecord } from './rollout.ts';
import { isSameRecord, KEPT, mergeRecords } from './rollout-record.ts';

const hash = (index: number): string => `sha256:${index.toString(16).padStart(64, '0')}`;
const time = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString();

function passed(story: string, content: string, ring: string, at: string): RolloutRecord {
  return { passings: { [story]: { [content]: { [ring]: at } } }, overrides: [] };
}

const rings = fc.dictionary(fc.constantFrom('canary', 'early', '__proto__', 'constructor'), fc.nat(99).map(time));
const contents = fc.dictionary(fc.nat(2).map(hash), rings);
const records: fc.Arbitrary<RolloutRecord> = fc.record({
  passings: fc.dictionary(fc.constantFrom('triage', 'enrich'), contents),
  overrides: fc.array(
    fc.record({
      digest: fc.constant(hash(1)),
      reason: fc.constantFrom('incident', 'a customer waits'),
      at: fc.nat(9).map(time),
      commit: fc.constant(null),
    }),
    { maxLength: 5 },
  ),
});

/** Every passing of a record as one line. */
function linesOf({ passings }: RolloutRecord): ReadonlyMap<string, string> {
  const rows = Object.entries(passings).flatMap(([story, ofStory]) =>
    Object.entries(ofStory).flatMap(([content, ofContent]) =>
      Object.entries(ofContent).map(([ring, at]) => [`${story} ${content} ${ring}`, at] as const),
    ),
  );
  return new Map(rows);
}

describe('two records of a rollout', () => {
  it('say the same in whatever order they are merged, and a third one as well', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        expect(isSameRecord(mergeRecords(a, b), mergeRecords(b, a))).toBe(true);
        expect(isSameRecord(mergeRecords(mergeRecords(a, b), c), mergeRecords(a, mergeRecords(b, c)))).toBe(true);
        expect(isSameRecord(mergeRecords(a, a), mergeRecords(a, NO_RECORD))).toBe(true);
      }),
    );
  });

  it('keep every passing of both, at the earlier of two times', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const [one, other, both] = [linesOf(a), linesOf(b), linesOf(mergeRecords(a, b))];
        for (const key of new Set([...one.keys(), ...other.keys()])) {
          const times = [one.get(key), other.get(key)].filter((at) => at !== undefined);
          expect(both.get(key)).toBe(times.toSorted()[0]);
        }
        expect(both.size).toBe(new Set([...one.keys(), ...other.keys()]).size);
      }),
    );
  });

  it('forget the contents that passed longest ago, beyond twenty of a story', () => {
    const old = passed('triage', hash(99), 'canary', time(0));
    const all = Array.from({ length: KEPT.contents }, (_, index) =>
      passed('triage', hash(index), 'canary', time(index + 1)),
    ).reduce((one, other) => mergeRecords(one, other), old);
    expect(Object.keys(all.passings.triage ?? {})).toHaveLength(KEPT.contents);
    expect(Object.keys(all.passings.triage ?? {})).not.toContain(hash(99));
    // A content of long ago that passes a ring now is a new one.
    const again = mergeRecords(all, passed('triage', hash(0), 'early', time(59)));
    const more = mergeRecords(again, passed('triage', hash(98), 'canary', time(58)));
    expect(Object.keys(more.passings.triage ?? {})).toContain(hash(0));
    expect(Object.keys(more.passings.triage ?? {})).not.toContain(hash(1));
  });

  it('keep what is current, also where a clock once ran ahead by years', () => {
    const ahead = Array.from({ length: KEPT.contents }, (_, index) =>
      passed('triage', hash(index), 'canary', '2099-01-01T00:00:00.000Z'),
    ).reduce((one, other) => mergeRecords(one, other));
    const now = passed('triage', hash(99), 'canary', time(1));
    expect(Object.keys(mergeRecords(ahead, now).passings.triage ?? {})).not.toContain(hash(99));
    expect(Object.keys(mergeRecords(ahead, now, now.passings).passings.triage ?? {})).toContain(hash(99));
  });

  it('keep the twenty newest overrides, oldest first, and each once', () => {
    const override = (minute: number) => ({ digest: hash(1), reason: 'incident', at: time(minute), commit: null });
    const all = Array.from({ length: 30 }, (_, index) => override(index));
    const merged = mergeRecords(
      { ...NO_RECORD, overrides: all.slice(5) },
      { ...NO_RECORD, overrides: all.slice(0, 20) },
    );
    expect(merged.overrides).toEqual(all.slice(10));
  });

  it('never grow beyond what the file may hold', () => {
    const crowd: RolloutRecord = {
      passings: {
        triage: { [hash(1)]: Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`r${index}`, time(index)])) },
        ...Object.fromEntries(
          Array.from({ length: KEPT.stories + 5 }, (_, index) => [`s${index}`, { [hash(1)]: { canary: time(0) } }]),
        ),
      },
      overrides: [],
    };
    const { passings } = mergeRecords(crowd, NO_RECORD);
    expect(Object.keys(passings)).toHaveLength(KEPT.stories);
    expect(Object.keys(passings.triage?.[hash(1)] ?? {})).toHaveLength(KEPT.rings);
    expect(passings.triage?.[hash(1)]).not.toHaveProperty('r19');
  });
});
