import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../src/json/value.ts';
import { outcomesIn, type Subscription } from './documents.ts';
import { startGitServer } from './git-server.ts';
import type { Rig, Run } from './rig.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook } from './stories.ts';
import { tenantWith, worldOf } from './world-of.ts';

export type WritersOptions = {
  /** Runs at one moment. */
  readonly writers: number;
  /** Requests and answers take up to so long. */
  readonly latencyMs: number;
  /** A clone for each, which may share a remote, or one clone for all. */
  readonly place: 'clones' | 'remote' | 'one-clone';
  readonly flags?: readonly string[];
  readonly switches?: JsonObject;
};

/** Starts a run of the command line in a folder. */
export type StartRun = (rig: Rig, folder: string, argv: readonly string[]) => Promise<Run>;

export type RacedRun = { readonly code: number; readonly pairs: { readonly [pair: string]: string } };

export type Race = {
  readonly runs: readonly RacedRun[];
  /** What is not as promised; empty when all is. */
  readonly wrong: readonly string[];
};

const ALERT = [
  ['title', 'TEXT'],
  ['severity', 'TEXT'],
] as const;
const STORIES = {
  enrich: storyExport({ name: 'Enrich', tags: ['soc'], actions: [fetchAction('Ask', 'https://a.example/')] }),
  triage: storyExport({ name: 'Triage', actions: [webhook('In'), callStory('Call', 'enrich')] }),
  watch: storyExport({
    name: 'Watch',
    actions: [recordAction('Keep', 'Alert', ALERT), recordAction('Log', 'Case', ALERT)],
  }),
};
const NAMES = ['Enrich', 'Triage', 'Watch'];
/** No run may end so for what another one did. */
const NO_FAULT_OF_THEIRS = new Set(['rejected', 'verify_failed', 'halted', 'internal', 'unreadable']);

/** So many runs sync one new destination at the same moment; a last one then finds nothing to do. */
export async function race(options: WritersOptions, start: StartRun): Promise<Race> {
  const { writers, latencyMs, place, flags = [], switches = {} } = options;
  const record_types = [{ name: 'Alert', fields: [{ name: 'title', result_type: 'TEXT' }] }];
  await using rig = await worldOf({ tenants: { contoso: tenantWith({ record_types }) }, stories: STORIES });
  await rig.switches(switches);
  if (latencyMs > 0) await rig.fault({ always: true, fault: { kind: 'distant', ms: latencyMs } });
  const folder = mkdtempSync(join(tmpdir(), 'storysync-writers-'));
  await using _server = place === 'remote' ? await remoteOf(rig, folder) : undefined;
  try {
    const folders = Array.from({ length: writers }, (_, index) => {
      if (place === 'one-clone') return rig.dir;
      const clone = join(folder, `clone-${index + 1}`);
      cpSync(rig.dir, clone, { recursive: true });
      return clone;
    });
    const argv = ['sync', ...flags, '--format', 'json'];
    const runs = await Promise.all(folders.map((each) => start(rig, each, argv)));
    await rig.control('DELETE', 'faults');
    await rig.later();
    const last = await start(rig, rig.dir, ['sync', '--format', 'json']);
    const wrong = [
      ...(await findDoubled(rig, runs, flags.includes('--no-state'))),
      ...runs.flatMap((run) => findUntrue(run, last)),
    ];
    return { runs: runs.map(readRun), wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function remoteOf(rig: Rig, folder: string): Promise<AsyncDisposable> {
  const server = await startGitServer(mkdtempSync(join(folder, 'server-')));
  rig.git('remote', 'add', 'origin', server.url);
  return { [Symbol.asyncDispose]: () => server.close() };
}

async function findDoubled(rig: Rig, runs: readonly Run[], noCopies: boolean): Promise<readonly string[]> {
  const { stories, record_types } = await rig.tenant('contoso');
  const names = stories.map(({ name }) => name).toSorted();
  const types = record_types.map(({ name }) => name).toSorted();
  const fields = record_types.flatMap((type) => type.fields.map(({ name }) => `${type.id} ${type.name}.${name}`));
  const repeated = types.join() !== 'Alert,Case' || new Set(fields).size < fields.length;
  // Where a tenant takes a name twice, rows may stand in either: nobody deletes one, but somebody says so.
  const isTold = (key: string) => runs.some((run) => pairsOf(run)[`contoso/${key}`]?.reason === 'ambiguous_name');
  // Without a place for copies nothing is deleted: then two may stay, and somebody says so.
  const untold = NAMES.filter(
    (name) => names.filter((each) => each === name).length > 1 && !isTold(name.toLowerCase()),
  );
  // A story whose type stands there twice goes out to nobody.
  const blocked = repeated && isTold('watch') ? ['Watch'] : [];
  const fine = noCopies
    ? NAMES.every((name) => names.includes(name)) && untold.length === 0
    : names.join() === NAMES.join() || names.join() === NAMES.filter((name) => !blocked.includes(name)).join();
  return [
    ...(fine ? [] : [`the team has ${names.join(', ')}`]),
    ...(repeated && !isTold('watch') ? [`types: ${types.join(', ')}; fields: ${fields.join(', ')}`] : []),
  ];
}

function findUntrue(run: Run, last: Run): readonly string[] {
  const [pairs, lasting] = [pairsOf(run), pairsOf(last)];
  return Object.entries(pairs).flatMap(([pair, { status, reason, destination_story_id: id }]) => {
    if (status === 'synced' && lasting[pair]?.status === 'synced' && id !== lasting[pair]?.destination_story_id)
      return [`${pair}: synced as story ${id}`];
    return NO_FAULT_OF_THEIRS.has(reason ?? '') ? [`${pair}: ${status} ${reason}: ${run.out}`] : [];
  });
}

function readRun(run: Run): RacedRun {
  const told = Object.entries(pairsOf(run)).map(([pair, { status, reason, did }]) => {
    return [pair, status === 'synced' ? `synced ${did}` : `${status} ${reason}`];
  });
  return { code: run.code, pairs: Object.fromEntries(told) };
}

function pairsOf(run: Run): { readonly [pair: string]: Subscription } {
  if (!run.out.includes('"storysync.status/1"')) throw new Error(`sync answered no status: ${run.out}${run.err}`);
  return outcomesIn(JSON.parse(run.out) as JsonObject);
}
