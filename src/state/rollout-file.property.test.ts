import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../diagnostics/result.ts';
import { blobId } from '../git/objects/blob-id.ts';
import { NO_RECORD, type RolloutRecord } from '../model/rollout.ts';
import { mergeRecords } from '../model/rollout-record.ts';
import type { Seal } from './envelope.ts';
import type { StateStore, StoredText } from './port.ts';
import { mergingRollouts, parseRollout, rolloutFile } from './rollout-file.ts';
import { StateKeys } from './state-keys.ts';

const STORY = 'triage';
const HASH = `sha256:${'a'.repeat(64)}`;
const RINGS = ['canary', 'early', 'broad'] as const;
const RUNS = 3;

type Step =
  /** A run begins (again), and reads. */
  | { readonly do: 'read'; readonly run: number }
  /** A run that has read records that a ring passed. */
  | { readonly do: 'write'; readonly run: number; readonly ring: string; readonly hour: number }
  /** Somebody puts a text in its place that stood there before, or takes it away. */
  | { readonly do: 'put_back'; readonly version: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('read' as const), run: fc.nat(RUNS - 1) }),
    fc.record({
      do: fc.constant('write' as const),
      run: fc.nat(RUNS - 1),
      ring: fc.constantFrom(...RINGS),
      hour: fc.nat(23),
    }),
    fc.record({ do: fc.constant('put_back' as const), version: fc.nat(9) }),
  ),
  { minLength: 3, maxLength: 16 },
);

const passed = (ring: string, hour: number): RolloutRecord => ({
  passings: { [STORY]: { [HASH]: { [ring]: new Date(Date.UTC(2026, 10, 22, hour)).toISOString() } } },
  overrides: [],
});
const ringsOf = ({ passings }: RolloutRecord): { readonly [ring: string]: string } => passings[STORY]?.[HASH] ?? {};

/** The branch as far as this file goes: its history, and what merges two versions of one moment. */
class Branch {
  readonly versions: (string | undefined)[] = [];
  readonly #seal: Seal;

  constructor(seal: Seal) {
    this.#seal = seal;
  }

  store(): StateStore {
    const text: StoredText = {
      read: async () => ok(this.versions.at(-1)),
      past: async () => {
        const past = this.versions.slice(0, -1).toReversed();
        return ok(
          past.flatMap((each) => (each === undefined ? [] : [{ id: blobId(each), read: async () => ok(each) }])),
        );
      },
      write: async (ours, _message, over) => {
        const theirs = this.versions.at(-1);
        const moved = theirs !== undefined && blobId(theirs) !== over;
        this.versions.push(moved ? mergingRollouts(this.#seal)({ base: undefined, ours, theirs }) : ours);
        return ok(null);
      },
    };
    return { ofFleet: () => text } as unknown as StateStore;
  }
}

function seal(): Seal {
  const keys = StateKeys.read('k'.repeat(32));
  if (!keys.ok || keys.value === undefined) throw new Error('no key');
  return { keys: keys.value, repository: 'git.example/acme/sync' };
}

function counterOf(text: string | undefined, key: Seal): number {
  const read = text === undefined ? undefined : parseRollout(text, key);
  return read?.ok ? read.value.counter : 0;
}

it('whatever older version of rollout.json is put back, no run with the key sees a ring passed before it truly was', async () => {
  const key = seal();
  let [believed, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const branch = new Branch(key);
      const runs = Array.from({ length: RUNS }, () => ({ file: rolloutFile(branch.store(), key), record: NO_RECORD }));
      let truth = NO_RECORD;
      for (const step of script) {
        if (step.do === 'put_back') {
          if (branch.versions.length > 0) branch.versions.push(branch.versions[step.version % branch.versions.length]);
        } else {
          const run = runs[step.run];
          if (run === undefined) throw new Error('no run');
          if (step.do === 'read') {
            run.file = rolloutFile(branch.store(), key);
            const read = await run.file.read();
            run.record = read.kind === 'content' ? read.content : NO_RECORD;
          } else {
            run.record = mergeRecords(run.record, passed(step.ring, step.hour));
            truth = mergeRecords(truth, passed(step.ring, step.hour));
            expect(await run.file.write(run.record, 'note')).toMatchObject({ ok: true });
          }
        }
        const read = await rolloutFile(branch.store(), key).read();
        if (read.kind === 'content') believed++;
        if (read.kind === 'replayed') refused++;
        const counters = branch.versions.map((text) => counterOf(text, key));
        if ((counters.at(-1) ?? 0) < Math.max(0, ...counters)) expect(['replayed', 'none']).toContain(read.kind);
        const seen = ringsOf(read.kind === 'content' ? read.content : NO_RECORD);
        for (const [ring, at] of Object.entries(seen)) {
          expect(Object.keys(ringsOf(truth))).toContain(ring);
          expect(at >= (ringsOf(truth)[ring] ?? '')).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
  // Both happen, or nothing was seen.
  expect(Math.min(believed, refused)).toBeGreaterThan(100);
});

it('what one of several runs recorded is known to whoever reads after all have written, if nobody meddles', async () => {
  const key = seal();
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const branch = new Branch(key);
      const runs = Array.from({ length: RUNS }, () => ({ file: rolloutFile(branch.store(), key), record: NO_RECORD }));
      let truth = NO_RECORD;
      for (const step of script) {
        const run = step.do === 'put_back' ? undefined : runs[step.run];
        if (run === undefined || step.do === 'put_back') continue;
        if (step.do === 'read') {
          run.file = rolloutFile(branch.store(), key);
          const read = await run.file.read();
          run.record = read.kind === 'content' ? read.content : NO_RECORD;
          continue;
        }
        run.record = mergeRecords(run.record, passed(step.ring, step.hour));
        truth = mergeRecords(truth, passed(step.ring, step.hour));
        await run.file.write(run.record, 'note');
        const read = await rolloutFile(branch.store(), key).read();
        expect(ringsOf(read.kind === 'content' ? read.content : NO_RECORD)).toEqual(ringsOf(truth));
      }
    }),
    { numRuns: 200 },
  );
});
