import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_KINDS, type Change } from '../../model/change/change.ts';
import { notificationToJson, type TellingRun } from './notify-json.ts';
import { LONGEST_NAME, MOST_ITEMS, MOST_STORIES, notifySchema } from './notify-schema.ts';

const RUN: TellingRun = {
  repository: 'acme/stories',
  manifest: 'sync.yaml',
  command: 'sync',
  run: { id: '4711', attempt: 1, url: 'https://github.com/acme/stories/actions/runs/4711' },
  commit: 'a'.repeat(40),
  at: '2026-11-29T07:00:00.000Z',
};
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(notifySchema);

const failed = (destination: string, key = 'triage', name = key): Change => ({
  kind: 'failed',
  destination,
  story: { key, name },
  reason: 'unreachable',
});
const recovered = (destination: string): Change => ({
  kind: 'recovered',
  destination,
  story: { key: 'triage', name: 'Triage' },
  reason: null,
});
const opened = (ring: string): Change => ({ kind: 'ring_opened', ring, story: { key: 'triage', name: 'Triage' } });

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const names = (index: number): string => `d${String(index).padStart(3, '0')}`;

describe('the message', () => {
  it('says what changed, where, since which run, and how much of it', () => {
    const expired = {
      kind: 'expired',
      destination: 'contoso',
      story: null,
      note: { what: 'hold', until: '2026-11-28' },
    } as const;
    const message = notificationToJson([opened('early'), failed('contoso'), failed('contoso', 'enrich'), expired], RUN);
    expect(message).toEqual({
      format: 'storysync.notify/1',
      id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      ...RUN,
      totals: { failed: 2, halted: 0, drift: 0, expired: 1, held: 0, recovered: 0, ring_opened: 1 },
      items: [
        {
          change: 'failed',
          destination: 'contoso',
          ring: null,
          reason: 'unreachable',
          count: 2,
          stories: [
            { key: 'enrich', name: 'enrich' },
            { key: 'triage', name: 'triage' },
          ],
          expired: null,
        },
        {
          change: 'expired',
          destination: 'contoso',
          ring: null,
          reason: null,
          count: 1,
          stories: [],
          expired: { what: 'hold', until: '2026-11-28' },
        },
        {
          change: 'ring_opened',
          destination: null,
          ring: 'early',
          reason: null,
          count: 1,
          stories: [{ key: 'triage', name: 'Triage' }],
          expired: null,
        },
      ],
      left_out: 0,
    });
    expect(isValid(message)).toBe(true);
  });

  it('of one destination with many failures leaves room for those of all others', () => {
    const flood = many(500, (index) => failed('contoso', `s${index}`));
    const others = [recovered('fabrikam'), opened('early'), failed('northwind')];
    const { items, totals, left_out } = notificationToJson([...flood, ...others], RUN);
    expect(items.map(({ change, destination, ring, count }) => [change, destination ?? ring, count])).toEqual([
      ['failed', 'contoso', 500],
      ['failed', 'northwind', 1],
      ['recovered', 'fabrikam', 1],
      ['ring_opened', 'early', 1],
    ]);
    expect(items[0]?.stories).toHaveLength(MOST_STORIES);
    expect([totals.failed, left_out]).toEqual([501, 0]);
  });

  it('of a thousand failing destinations still shows each other kind of change', () => {
    const changes = [...many(1000, (index) => failed(names(index))), recovered('zoe'), opened('early')];
    const { items, totals, left_out } = notificationToJson(changes, RUN);
    expect(items).toHaveLength(MOST_ITEMS);
    expect(items.slice(-2).map(({ change }) => change)).toEqual(['recovered', 'ring_opened']);
    expect([totals.failed, totals.recovered, totals.ring_opened]).toEqual([1000, 1, 1]);
    expect(left_out).toBe(1000 - (MOST_ITEMS - 2));
  });

  it('has the same id for the same run and changes, and another one for another run', () => {
    const [one, other] = [notificationToJson([failed('a')], RUN), notificationToJson([failed('a')], RUN)];
    expect(one).toEqual(other);
    const again = notificationToJson([failed('a')], { ...RUN, at: '2026-11-29T08:00:00.000Z' });
    expect(again.id).not.toBe(one.id);
  });

  it('cuts a name without an end, between two characters', () => {
    const { items } = notificationToJson([failed('a', 'triage', '😀'.repeat(10_000))], RUN);
    expect(items[0]?.stories[0]?.name).toBe('😀'.repeat(LONGEST_NAME));
  });
});

describe('whatever changed', () => {
  const story = fc.record({ key: fc.constantFrom('triage', 'enrich', 'constructor'), name: fc.string() });
  const destination = fc.nat(60).map(names);
  const change = fc.oneof(
    fc.record({
      kind: fc.constantFrom('failed', 'recovered', 'drift', 'held'),
      destination,
      story,
      reason: fc.constantFrom('drift', null),
    }),
    fc.record({ kind: fc.constantFrom('halted', 'ring_opened'), ring: fc.constantFrom('early', 'broad'), story }),
    fc.record({
      kind: fc.constant('expired'),
      destination,
      story: fc.option(story),
      note: fc.record({
        what: fc.constantFrom('hold', 'pin', 'detached'),
        until: fc.constantFrom('2026-01-01', '2026-02-02'),
      }),
    }),
  ) as fc.Arbitrary<Change>;

  it('the message follows its schema, is bounded, adds up, and does not depend on order or on who saw a change twice', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const message = notificationToJson(changes, RUN);
        expect(isValid(message)).toBe(true);
        expect(message.items.length).toBeLessThanOrEqual(MOST_ITEMS);
        const total = CHANGE_KINDS.reduce((sum, kind) => sum + message.totals[kind], 0);
        expect(message.items.reduce((sum, { count }) => sum + count, 0) + message.left_out).toBe(total);
        for (const kind of CHANGE_KINDS) {
          expect(message.items.some((item) => item.change === kind)).toBe(message.totals[kind] > 0);
        }
        const named = changes.map((each) =>
          each.story ? { ...each, story: { ...each.story, name: 'same' } } : each,
        ) as Change[];
        const one = notificationToJson(named, RUN);
        expect(notificationToJson([...named, ...named].toReversed(), RUN)).toEqual(one);
      }),
    );
  });
});
