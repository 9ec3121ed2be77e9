/**
 * Breaks one line at a time in the rooms that decide and write, and says which breakages no test notices:
 * `npm run mutants -- 60 SEED`. With `--quick` the scenarios are left out, and what survives is only suspected.
 * It works in checkouts of its own, of the last commit; `--beside 3` breaks three lines at once.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { testsReaching } from './tests-reaching.ts';

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

/** A loop that a breakage made endless ends here. Long, since a loaded machine is slow. */
const HANGS_MS = 900_000;

const running = new Set<ChildProcess>();
let interrupted = false;

/** Starts a program of node_modules: what it printed, unless it ended well. */
async function complaint(checkout: string, program: string, args: readonly string[]): Promise<string | undefined> {
  if (interrupted) return undefined;
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
    // A group of its own: workers end with it.
    detached: true,
  });
  running.add(child);
  const hangs = setTimeout(() => killGroup(child), HANGS_MS);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearTimeout(hangs);
  running.delete(child);
  return code === 0 ? undefined : printed;
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** The first test that fails, if any does. */
async function failing(checkout: string, files: readonly string[]): Promise<string | undefined> {
  if (files.length === 0) return undefined;
  const printed = await complaint(checkout, 'vitest/vitest.mjs', ['run', ...files, '--bail=1', '--reporter=dot']);
  return printed === undefined ? undefined : (/^ FAIL (.+)$/m.exec(printed)?.[1]?.trim() ?? 'no test in particular');
}

/** The tests whose imports lead to a file: of its own room, of the rooms that are broken here, and above them. */
function testsOf(file: string): Readonly<Record<'own' | 'rooms' | 'rest', readonly string[]>> {
  const inRoom = (name: string, room: string) => name.startsWith(`src/${room}/`);
  const groups = Object.groupBy(testsReaching(ROOT, file), (name) => {
    if (ROOMS.some((room) => inRoom(name, room) && inRoom(file, room))) return 'own';
    if (ROOMS.some((room) => inRoom(name, room))) return 'rooms';
    return /^(?:src|test\/scenarios)\//.test(name) ? 'rest' : 'elsewhere';
  });
  const { own = [], rooms = [], rest = [] } = groups;
  return { own, rooms, rest };
}

type Fate = {
  readonly word: 'dies' | 'does not compile' | 'SURVIVES' | 'suspected';
  /** The test that noticed: one that has nothing to do with the line fails on its own account. */
  readonly by?: string;
};

async function fateOf(checkout: string, { file, line, after }: Mutant, quick: boolean): Promise<Fate> {
  const path = join(checkout, file);
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').with(line - 1, after);
  writeFileSync(path, lines.join('\n'));
  try {
    const { own, rooms, rest } = testsOf(file);
    // The room's own tests first: they are quick, and kill most.
    const near = (await failing(checkout, own)) ?? (await failing(checkout, rooms));
    if (near !== undefined) return { word: 'dies', by: near };
    if ((await complaint(checkout, 'typescript/bin/tsc', ['--noEmit'])) !== undefined) {
      return { word: 'does not compile' };
    }
    if (quick) return { word: 'suspected' };
    const far = await failing(checkout, rest);
    return far === undefined ? { word: 'SURVIVES' } : { word: 'dies', by: far };
  } finally {
    writeFileSync(path, text);
  }
}

function newCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-mutants-'));
  execFileSync('git', ['worktree', 'add', '--detach', '--force', folder, 'HEAD'], { cwd: ROOT, stdio: 'ignore' });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    beside: { type: 'string', default: '1' },
  },
});
const [count = 60, seed = 1] = positionals.map(Number);
const mutants = draw(count, seed);
const fates: Fate[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupted = true;
    for (const child of running) killGroup(child);
  });
}

const waiting = mutants.values();
async function work(checkout: string): Promise<void> {
  for (const mutant of waiting) {
    const fate = await fateOf(checkout, mutant, values.quick);
    if (interrupted) return;
    fates.push(fate);
    const { file, line, before, after } = mutant;
    console.log(`${fates.length} ${fate.word} ${file}:${line}\n  - ${before.trim()}\n  + ${after.trim()}`);
    if (fate.by !== undefined) console.log(`  noticed by ${fate.by}`);
  }
}

const checkouts = Array.from({ length: Number(values.beside) }, newCheckout);
try {
  const [first = ROOT] = checkouts;
  // Where a test fails on its own account, everything would seem to die.
  const unwell = await failing(first, [...new Set(mutants.flatMap(({ file }) => testsOf(file).own))]);
  if (unwell !== undefined && !interrupted) throw new Error(`A test fails before any line is broken: ${unwell}`);
  await Promise.all(checkouts.map(work));
} finally {
  const program = fates.filter(({ word }) => word !== 'does not compile');
  const alive = program.filter(({ word }) => word !== 'dies');
  console.log(`${alive.length} of ${program.length} survive (seed ${seed})`);
  for (const checkout of checkouts) rmSync(checkout, { recursive: true, force: true });
  execFileSync('git', ['worktree', 'prune'], { cwd: ROOT });
}
