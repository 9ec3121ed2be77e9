import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../json/value.ts';
import type { RolloutRecord } from '../model/rollout.ts';
import { mergeRecords } from '../model/rollout-record.ts';
import { type Seal, sealed } from './envelope.ts';
import { mergingRollouts, parseRollout, serialiseRollout } from './rollout-file.ts';
import { StateKeys } from './state-keys.ts';

const HASH = `sha256:${'a'.repeat(64)}`;
const OTHER_HASH = `sha256:${'b'.repeat(64)}`;
const [NINE, TEN, ELEVEN] = ['2026-11-22T09:00:00.000Z', '2026-11-22T10:00:00.000Z', '2026-11-22T11:00:00.000Z'];

function sealOf(text: string, repository = 'git.example/acme/sync'): Seal {
  const keys = StateKeys.read(text);
  if (!keys.ok || keys.value === undefined) throw new Error('no key');
  return { keys: keys.value, repository };
}
const [OLD, NEW] = ['k'.repeat(32), 'n'.repeat(32)];
const SEAL = sealOf(OLD);
const THIEF = sealOf('x'.repeat(32));

const canary = (at: string): RolloutRecord => ({ passings: { triage: { [HASH]: { canary: at } } }, overrides: [] });
const OVERRIDE = { digest: HASH, reason: 'incident 4711', at: NINE, commit: 'a'.repeat(40) };

describe('rollout.json', () => {
  it('comes back as it was written, signed or not, with a ring called constructor and times to come', () => {
    const rings = Object.fromEntries([
      ['constructor', NINE],
      ['canary', '2999-01-01T00:00:00.000Z'],
    ]);
    const record: RolloutRecord = { passings: { triage: { [HASH]: rings } }, overrides: [OVERRIDE] };
    for (const seal of [SEAL, undefined]) {
      const read = parseRollout(serialiseRollout(record, 7, seal), seal);
      expect(read).toEqual({
        ok: true,
        value: { content: record, counter: 7, mark: seal ? 'signed' : 'unsigned' },
      });
    }
  });

  it.each([
    ['of another key', serialiseRollout(canary(NINE), 1, THIEF)],
    ['of another repository', serialiseRollout(canary(NINE), 1, sealOf(OLD, 'git.example/other'))],
    ['that nobody signed', serialiseRollout(canary(NINE), 1)],
    [
      'that was signed for another path',
      sealed(contentOf({}), { path: 'destinations/a.json', counter: 1, seal: SEAL }),
    ],
  ])('is not believed with a key at hand: one %s', (_, text) => {
    expect(parseRollout(text, SEAL)).toMatchObject({ ok: true, value: { mark: 'doubtful' } });
  });

  const many = (count: number, value: JsonValue, name: (index: number) => string): JsonObject =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), value]));
  const hash = (index: number): string => `sha256:${index.toString(16).padStart(64, '0')}`;

  it.each<[string, JsonObject, string]>([
    ['a time that is none', { passings: passing('soon') }, 'passings[triage]'],
    ['a day that is none', { passings: passing('2026-02-31T00:00:00.000Z') }, 'a time that there is not'],
    ['a time of another zone', { passings: passing('2026-02-03T00:00:00.000+01:00') }, 'is not of the form'],
    [
      'an override at no time',
      { overrides: [{ ...OVERRIDE, at: '2026-13-01T00:00:00.000Z' }] },
      'a time that there is not',
    ],
    ['a hash that is none', { passings: { triage: { 'sha1:1': { canary: NINE } } } }, 'has the key'],
    ['a story key that is none', { passings: { 'Not A Key': {} } }, 'has the key'],
    ['21 contents of a story', { passings: { triage: many(21, { canary: NINE }, hash) } }, 'more than 20 entries'],
    ['51 rings', { passings: { triage: { [HASH]: many(51, NINE, (index) => `r${index}`) } } }, 'more than 50 entries'],
    ['5001 stories', { passings: many(5001, {}, (index) => `s${index}`) }, 'more than 5000 entries'],
    ['21 overrides', { overrides: Array.from({ length: 21 }, () => OVERRIDE) }, 'more than 20 entries'],
    ['a long reason', { overrides: [{ ...OVERRIDE, reason: 'x'.repeat(301) }] }, 'longer than 300'],
    ['a ring that the manifest cannot have', { passings: { triage: { [HASH]: { 'A b': NINE } } } }, 'has the key'],
    ['a key of its own', { more: 1 }, 'unknown key'],
    ['another format', { format: 'storysync.rollout/2' }, 'its format is not'],
  ])('with %s is refused, also under our key', (_, change, why) => {
    const text = sealed(contentOf(change), { path: 'rollout.json', counter: 1, seal: SEAL });
    const read = parseRollout(text, SEAL);
    expect(read).toMatchObject({ ok: false, error: { code: 'STA001', severity: 'warning' } });
    expect(!read.ok && read.error.message).toContain(why);
  });

  it('is never written larger than it is read', () => {
    const rings = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`r${index}`, NINE]));
    const crowd = (start: number): RolloutRecord => ({
      passings: Object.fromEntries(
        Array.from({ length: 30 }, (_, story) => [
          `s${story}`,
          Object.fromEntries(Array.from({ length: 15 }, (__, index) => [hash(start + index), rings])),
        ]),
      ),
      overrides: Array.from({ length: 15 }, (_, index) => ({ ...OVERRIDE, digest: hash(start + index) })),
    });
    const merged = mergeRecords(crowd(0), crowd(15));
    expect(parseRollout(serialiseRollout(merged, 1, SEAL), SEAL)).toMatchObject({
      ok: true,
      value: { mark: 'signed' },
    });
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['changed by hand', serialiseRollout(canary(TEN), 1).replace(TEN, NINE)],
    ['nested without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['far too large', ' '.repeat(64 * 1024 * 1024 + 1)],
  ])('that is %s is refused', (_, text) => {
    expect(parseRollout(text)).toMatchObject({ ok: false, error: { code: 'STA001' } });
  });
});

function contentOf(change: JsonObject): JsonObject {
  return { format: 'storysync.rollout/1', passings: {}, overrides: [], ...change };
}

function passing(at: string): JsonObject {
  return { triage: { [HASH]: { canary: at } } };
}

describe('two versions of rollout.json that were written at one moment', () => {
  const base = serialiseRollout(canary(TEN), 5, SEAL);
  const early: RolloutRecord = {
    passings: { triage: { [HASH]: { canary: NINE, early: ELEVEN } } },
    overrides: [OVERRIDE],
  };
  const other: RolloutRecord = {
    passings: { triage: { [HASH]: { canary: TEN }, [OTHER_HASH]: { canary: ELEVEN } } },
    overrides: [],
  };
  const both: RolloutRecord = {
    passings: { triage: { [HASH]: { canary: NINE, early: ELEVEN }, [OTHER_HASH]: { canary: ELEVEN } } },
    overrides: [OVERRIDE],
  };

  it('become one that knows what both know, is signed, and counts above what stands there by no step too many', () => {
    const [ours, theirs] = [serialiseRollout(early, 6, SEAL), serialiseRollout(other, 9, SEAL)];
    const merge = mergingRollouts(SEAL);
    expect(merge({ base, ours, theirs })).toBe(serialiseRollout(both, 10, SEAL));
    expect(merge({ base, ours: theirs, theirs: ours })).toBe(serialiseRollout(both, 9, SEAL));
  });

  it('become one under the key that signs now, while keys are changed', () => {
    const rotating = sealOf(`${NEW} ${OLD}`);
    const [ours, theirs] = [serialiseRollout(early, 6, sealOf(NEW)), serialiseRollout(other, 6, SEAL)];
    expect(mergingRollouts(rotating)({ base, ours, theirs })).toBe(serialiseRollout(both, 7, sealOf(NEW)));
  });

  it('stay theirs where it says all that ours says and counts as far', () => {
    const [ours, theirs] = [serialiseRollout(canary(TEN), 6, SEAL), serialiseRollout(early, 6, SEAL)];
    expect(mergingRollouts(SEAL)({ base, ours, theirs })).toBe(theirs);
    const further = serialiseRollout(canary(TEN), 8, SEAL);
    expect(mergingRollouts(SEAL)({ base, ours: further, theirs })).toBe(serialiseRollout(early, 8, SEAL));
  });

  const forged = canary('2020-01-01T00:00:00.000Z');
  it.each([
    ['that nobody signed', serialiseRollout(forged, 9)],
    ['of another key', serialiseRollout(forged, 9, THIEF)],
    ['that is no JSON', '{'],
    ['that was put back from before the base', serialiseRollout(forged, 4, SEAL)],
  ])('take nothing from theirs with a key at hand: one %s', (_, theirs) => {
    const ours = serialiseRollout(early, 6, SEAL);
    expect(mergingRollouts(SEAL)({ base, ours, theirs })).toBe(ours);
  });

  it.each([
    ['ours is not signed with the key', serialiseRollout(forged, 9), serialiseRollout(early, 6, SEAL), SEAL],
    ['theirs is signed and there is no key', serialiseRollout(early, 9), serialiseRollout(early, 6, SEAL), undefined],
    ['ours is signed and there is no key', serialiseRollout(early, 9, SEAL), serialiseRollout(other, 6), undefined],
  ])('leave theirs alone where %s', (_, ours, theirs, seal) => {
    expect(mergingRollouts(seal)({ base: undefined, ours, theirs })).toBe(theirs);
  });

  it('are merged without a key too, as the hints that they are', () => {
    const [ours, theirs] = [serialiseRollout(early, 6), serialiseRollout(other, 6)];
    expect(mergingRollouts(undefined)({ base: undefined, ours, theirs })).toBe(serialiseRollout(both, 7));
  });
});
