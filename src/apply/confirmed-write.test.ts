import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantClock } from '../../test/support/instant-clock.ts';
import { fail, ok } from '../diagnostics/result.ts';
import type { FailureKind, TenantFailure } from '../model/fact/tenant-failure.ts';
import { confirmedWrite, type Write } from './confirmed-write.ts';
import { readFailed, type StepFailure, stale } from './step-failure.ts';

/** What one sending comes to: done or not, seen at once or only by a later look, and what the sender is told. */
type Sending = { readonly done: boolean; readonly seenAfter: number; readonly told: 'yes' | 'no' | 'nothing' };

const answer = (kind: FailureKind, effect: TenantFailure['effect']): TenantFailure => ({
  kind,
  effect,
  request: 'POST /things',
  evidence: { seen: 'status', status: 0, phrases: [], attempts: 1 },
});

/** A tenant that behaves as scripted; what stands past the script's end is told nothing and not done. */
function tenant(script: readonly Sending[]) {
  const made: { seenAfter: number }[] = [];
  const seen = { sent: 0, looks: 0, slept: [] as number[] };
  const clock = { ...instantClock(), sleep: async (ms: number) => void seen.slept.push(ms) };
  const write: Write<string> = {
    send: async () => {
      const sending = script[seen.sent] ?? { done: false, seenAfter: 0, told: 'nothing' };
      seen.sent += 1;
      if (sending.done) made.push({ seenAfter: sending.seenAfter });
      if (sending.told === 'yes') return ok('made');
      return fail(sending.told === 'no' ? answer('rejected', 'none') : answer('unavailable', 'possible'));
    },
    look: async () => {
      seen.looks += 1;
      const there = made.some((thing) => thing.seenAfter === 0);
      for (const thing of made) thing.seenAfter = Math.max(0, thing.seenAfter - 1);
      return ok(there ? 'made' : undefined);
    },
    step: { write: 'import' },
  };
  return { made, seen, run: (more: Partial<Write<string>> = {}) => confirmedWrite(clock, { ...write, ...more }) };
}

/** A tenant may be slow to show what it did, and may keep silent; it does not lie. */
const sending: fc.Arbitrary<Sending> = fc.oneof(
  fc.record({ done: fc.boolean(), seenAfter: fc.nat(2), told: fc.constant('nothing' as const) }),
  fc.constant({ done: true, seenAfter: 0, told: 'yes' } as const),
  fc.constant({ done: false, seenAfter: 0, told: 'no' } as const),
);

const NOTHING_THERE: StepFailure = { fact: { kind: 'delete_without_effect' } };

describe('a confirmed write', () => {
  it('is never done twice, and what is said of it is true', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { maxLength: 4 }), async (script) => {
        const { made, seen, run } = tenant(script);
        const result = await run();
        expect(made.length).toBe(result.ok ? 1 : 0);
        const last = script[seen.sent - 1]?.told ?? 'nothing';
        const refused = !result.ok && result.error.fact.kind === 'write_refused';
        expect(refused).toBe(last === 'no');
        expect(seen.sent).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('that nobody can look up is not sent again', async () => {
    const { seen, run } = tenant([{ done: true, seenAfter: 0, told: 'nothing' }]);
    const result = await run({ look: async () => fail(readFailed('lost_import', answer('unreachable', 'none'))) });
    expect(result).toMatchObject({ ok: false, error: { fact: { kind: 'read_failed', step: 'lost_import' } } });
    expect(seen.sent).toBe(1);
  });

  it('is not sent again to what somebody else has changed meanwhile', async () => {
    const { seen, run } = tenant([]);
    const result = await run({ blockedBy: () => stale({ since: 'edited' }) });
    expect(result).toMatchObject({ ok: false, error: { fact: { kind: 'stale' } } });
    expect([seen.sent, seen.slept]).toEqual([1, [250, 1_000, 3_000]]);
  });

  it('that no connection carried did not arrive, which is not a refusal', async () => {
    const { run } = tenant([]);
    const result = await run({ send: async () => fail(answer('unreachable', 'none')) });
    expect(result).toMatchObject({ error: { fact: { kind: 'write_lost', step: { write: 'import' } } } });
  });

  it.each([
    ['seen at last', [{ done: true, seenAfter: 2, told: 'yes' }] as const, true],
    ['never seen', [{ done: false, seenAfter: 0, told: 'yes' }] as const, false],
  ])('whose success is not believed counts when it is %s', async (_, script, done) => {
    const { seen, run } = tenant(script);
    const result = await run({ acceptWithoutLook: () => false, notDone: NOTHING_THERE });
    expect(result.ok).toBe(done);
    expect(seen.sent).toBe(1);
  });

  it.each([
    ['hid a success', true],
    ['was one', false],
  ])('whose refusal is recheckRefusal is looked up once, and ends as one that %s', async (_, done) => {
    const { seen, run } = tenant([{ done, seenAfter: 0, told: 'no' }]);
    const result = await run({ recheckRefusal: () => fail(NOTHING_THERE) });
    expect(result.ok).toBe(done);
    expect([seen.sent, seen.looks]).toEqual([1, 1]);
  });
});
