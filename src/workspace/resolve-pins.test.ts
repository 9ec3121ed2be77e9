import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Errors } from 'isomorphic-git';
import { expect, it } from 'vitest';
import type { Repository } from '../git/read/repository.ts';
import { resolvePins } from './resolve-pins.ts';

const name = (digits: string) => digits.padEnd(40, '0');
const [TIP, LEFT, RIGHT, ROOT, SIDE, TWIN] = ['a1', 'abcdef01', 'abcdef02', 'c3', 'abcdef03', 'd4d4d4d40'].map(name);

/** A merge of two branches, and a commit beside them. */
const HISTORY: Readonly<Record<string, readonly string[]>> = {
  [TIP ?? '']: [LEFT ?? '', RIGHT ?? ''],
  [LEFT ?? '']: [ROOT ?? ''],
  [RIGHT ?? '']: [ROOT ?? ''],
  [ROOT ?? '']: [],
  [SIDE ?? '']: [ROOT ?? ''],
  [TWIN ?? '']: [TIP ?? ''],
};

function repositoryOf(history: Readonly<Record<string, readonly string[]>>, commonDir = '/nowhere'): Repository {
  const missing = (oid: string): never => {
    throw new Errors.NotFoundError(oid);
  };
  const objects = {
    commit: async (oid: string) => ({ parents: history[oid] ?? missing(oid) }),
    expand: async (prefix: string) => Object.keys(history).filter((oid) => oid.startsWith(prefix)),
    peel: async (oid: string) => (history[oid] === undefined ? missing(oid) : oid),
  };
  return { dirs: { commonDir }, objects } as unknown as Repository;
}

async function resolved(repository: Repository, pin: string, tip = TIP ?? null): Promise<unknown> {
  const found = (await resolvePins(repository, tip, new Set([pin]))).get(pin);
  return found?.ok ? found.value : found?.error.kind;
}

it.each([
  ['the tip itself', TIP, TIP],
  ['a parent that was merged in', RIGHT, RIGHT],
  ['digits that only one ancestor begins with, though another commit does too', 'c300000', ROOT],
  ['digits that two ancestors begin with', 'abcdef0', 'ambiguous_commit'],
  ['one more digit', 'abcdef02', RIGHT],
  ['a commit that nobody merged', SIDE, 'not_merged'],
  ['a commit that came after the tip', TWIN, 'not_merged'],
  ['digits of a commit that nobody merged', 'abcdef03', 'not_merged'],
  ['nothing that is here', '1234567', 'unknown_commit'],
  ['nothing that is here, in full', name('1234567'), 'unknown_commit'],
])('%s', async (_title, pin = '', expected) => {
  expect(await resolved(repositoryOf(HISTORY), pin)).toBe(expected);
});

it('what a shallow clone lacks is never called wrong, and a short hash is not believed there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shallow-'));
  writeFileSync(join(folder, 'shallow'), `${LEFT}\n`);
  const { [ROOT ?? '']: _, ...cut } = HISTORY;
  const shallow = repositoryOf(cut, folder);
  expect(await resolved(shallow, LEFT ?? '')).toBe(LEFT);
  expect(await resolved(shallow, 'abcdef01')).toBe('history_missing');
  expect(await resolved(shallow, ROOT ?? '')).toBe('history_missing');
  expect(await resolved(shallow, SIDE ?? '')).toBe('history_missing');
  expect(await resolved(shallow, '1234567')).toBe('history_missing');
});

it('where the tip that the remote told is not here, nothing is found and nothing is called wrong', async () => {
  expect(await resolved(repositoryOf(HISTORY), LEFT ?? '', name('eeee'))).toBe('tip_missing');
  expect(await resolved(repositoryOf(HISTORY), LEFT ?? '', null)).toBe('no_repository');
});

it('in any history a pin is honoured exactly when the tip has the commit', async () => {
  const graph = fc
    .integer({ min: 2, max: 12 })
    .chain((size) =>
      fc.tuple(
        ...Array.from({ length: size }, (_, index) =>
          fc.uniqueArray(fc.integer({ min: 0, max: Math.max(0, index - 1) }), { maxLength: index === 0 ? 0 : 2 }),
        ),
      ),
    );
  await fc.assert(
    fc.asyncProperty(graph, fc.nat(), fc.nat(), async (parents, tipSeed, pinSeed) => {
      const oid = (index: number) => name(`f${String(index).padStart(2, '0')}`);
      const history = Object.fromEntries(parents.map((each, index) => [oid(index), each.map(oid)]));
      const [tip, pin] = [tipSeed % parents.length, pinSeed % parents.length];
      const above = (from: number): boolean => from === pin || (parents[from] ?? []).some(above);
      expect(await resolved(repositoryOf(history), oid(pin), oid(tip))).toBe(above(tip) ? oid(pin) : 'not_merged');
    }),
    { numRuns: 200 },
  );
});
