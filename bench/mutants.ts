/**
 * Breaks one line at a time in the rooms that decide and write, and says which breakages no test notices:
 * `npm run mutants -- 60 SEED`. It works in a checkout of its own, of the last commit.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const ROOMS = ['plan', 'apply', 'engine', 'tenant', 'records', 'state'];

type Change = readonly [find: RegExp, put: string];
/** Each is tried at every place where it fits; names and texts are left alone. */
const CHANGES: readonly Change[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ > /g, ' >= '],
  [/ < /g, ' <= '],
  [/ >= /g, ' > '],
  [/ <= /g, ' < '],
  [/ \+ 1\b/g, ' - 1'],
  [/ - 1\b/g, ' + 1'],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/if \(!/g, 'if ('],
  [/\.some\(/g, '.every('],
  [/\.every\(/g, '.some('],
  [/ \?\? /g, ' && '],
  [/^([^\S\r\n\u2028\u2029]*)\.\.\.\(.*\),$/gm, '$1'],
  [/^([^\S\r\n\u2028\u2029]*)if \(.*\) (?:return|continue|break).*;$/gm, '$1'],
  [/^([^\S\r\n\u2028\u2029]*)(?:await )?[\w.#]+\(.*\);$/gm, '$1'],
];

type Mutant = { readonly file: string; readonly line: number; readonly before: string; readonly after: string };

function mutantsOf(file: string): readonly Mutant[] {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
  return lines.flatMap((before, index) => {
    if (/^\s*(?:\/\/|\/?\*|import |export type|type |readonly )/.test(before)) return [];
    return CHANGES.flatMap(([find, put]) =>
      [...before.matchAll(find)].map((match): Mutant => {
        const replaced = match[0].replace(new RegExp(find.source, find.flags.replace('g', '')), put);
        const after = before.slice(0, match.index) + replaced + before.slice(match.index + match[0].length);
        return { file, line: index + 1, before, after };
      }),
    ).filter((mutant) => isProgram(lines.with(mutant.line - 1, mutant.after).join('\n')));
  });
}

/** A breakage that no parser lets through says nothing of the tests. */
function isProgram(text: string): boolean {
  try {
    stripTypeScriptTypes(text);
    return true;
  } catch {
    return false;
  }
}

/** Mulberry32: small, seeded, good enough to draw lots. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function draw(count: number, seed: number): readonly Mutant[] {
  const random = dice(seed);
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .sort()
      .map((file) => `src/${room}/${file}`),
  );
  // A line is broken once: what two breakages of one line say is much the same.
  const byLine = Map.groupBy(files.flatMap(mutantsOf), ({ file, line }) => `${file}:${line}`);
  return [...byLine.values()]
    .map((choices) => ({ choices, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .flatMap(({ choices }) => choices[Math.floor(random() * choices.length)] ?? []);
}

function survives(checkout: string, { file, line, after }: Mutant): boolean {
  const path = join(checkout, file);
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  lines[line - 1] = after;
  writeFileSync(path, lines.join('\n'));
  try {
    const room = file.split('/').slice(0, 2).join('/');
    const passes = (...args: readonly string[]) =>
      spawnSync('npx', ['vitest', ...args, '--bail=1', '--reporter=dot'], { cwd: checkout, timeout: 1_200_000 })
        .status === 0;
    // The room's own tests first: they are quick, and kill most.
    return passes('run', room) && passes('run', 'src') && passes('related', '--run', file);
  } finally {
    writeFileSync(path, text);
  }
}

const [count = 60, seed = 1] = process.argv.slice(2).map(Number);
const checkout = mkdtempSync(join(tmpdir(), 'storysync-mutants-'));
execFileSync('git', ['worktree', 'add', '--detach', '--force', checkout, 'HEAD'], { cwd: ROOT, stdio: 'ignore' });
symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
let alive = 0;
let done = 0;
try {
  for (const mutant of draw(count, seed)) {
    const survived = survives(checkout, mutant);
    done += 1;
    if (survived) alive += 1;
    const word = survived ? 'SURVIVES' : 'dies';
    console.log(
      `${done} ${word} ${mutant.file}:${mutant.line}\n  - ${mutant.before.trim()}\n  + ${mutant.after.trim()}`,
    );
  }
} finally {
  console.log(`${alive} of ${done} survive (seed ${seed})`);
  rmSync(checkout, { recursive: true, force: true });
  execFileSync('git', ['worktree', 'prune'], { cwd: ROOT });
}
