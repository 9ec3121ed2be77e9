import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { told } from './documents.ts';
import { type GitServer, startGitServer } from './git-server.ts';
import { idOf, originWorld } from './origin-world.ts';
import type { Rig, Run } from './rig.ts';
import { fetchAction, storyExport, webhook } from './stories.ts';

/** A whole number: before that step. With a half: while it is done. */
export type Moment = { readonly step: number } | { readonly ms: number };

const COMMANDS = ['export', 'sync', 'detach'] as const;
export type KilledCommand = (typeof COMMANDS)[number];

export type KilledRun = {
  readonly command: KilledCommand;
  /** False: it was done before its moment came. */
  readonly killed: boolean;
  /** Locks that it left behind. */
  readonly locks: readonly string[];
};

const PRELOAD = new URL('./kill-at-step-process.ts', import.meta.url).pathname;
const KEYS = ['triage', 'enrich', 'watch'];
const URL_OF_TRIAGE = /"https:\/\/(?:round-\d+|triage)\.example\/"/;

/** An origin, a repository and a customer, to whom the same thing is done again and again by runs that are killed. */
export class KilledRuns implements AsyncDisposable {
  readonly #rig: Rig;
  /** The command line as a bundle: a process of it starts in a third of the time. */
  readonly #program: string;
  readonly #folder: string;
  /** Where state and leases are shared, if they are. */
  readonly #remote: GitServer | undefined;
  #round = 0;
  /** Where the state branch was. */
  #state = '';

  private constructor(
    rig: Rig,
    program: string,
    { folder, remote }: { folder: string; remote: GitServer | undefined },
  ) {
    this.#rig = rig;
    this.#program = program;
    this.#folder = folder;
    this.#remote = remote;
  }

  static async start(program: string, { withRemote = false } = {}): Promise<KilledRuns> {
    const stories = KEYS.map((key) => {
      const actions = [webhook('In'), fetchAction('Fetch', `https://${key}.example/`)];
      return [key, { content: storyExport({ name: key, actions }) }] as const;
    });
    const folder = mkdtempSync(join(tmpdir(), 'storysync-kills-'));
    const rig = await originWorld({ stories: Object.fromEntries(stories) });
    const remote = withRemote ? await startGitServer(mkdtempSync(join(folder, 'remote-'))) : undefined;
    if (remote) rig.git('remote', 'add', 'origin', remote.url);
    const runs = new KilledRuns(rig, program, { folder, remote });
    for (const argv of [['export', '--commit'], ['sync']]) {
      await rig.later();
      const { code, out, err } = await rig.run(...argv);
      insist(code === 0, `the first ${argv[0]} ended with ${code}: ${out}${err}`);
    }
    return runs;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#rig[Symbol.asyncDispose]();
    await this.#remote?.close();
    rmSync(this.#folder, { recursive: true });
  }

  /** How many steps each command has, and how long it takes, on this machine at this moment. */
  async measure(): Promise<ReadonlyMap<KilledCommand, { readonly steps: number; readonly ms: number }>> {
    const folder = mkdtempSync(join(tmpdir(), 'storysync-steps-'));
    const found = new Map<KilledCommand, { readonly steps: number; readonly ms: number }>();
    for (const command of COMMANDS) {
      const file = join(folder, command);
      const argv = await this.#prepare(command);
      const begun = performance.now();
      await this.#spawn(argv, { COUNT_STEPS_IN: file });
      found.set(command, { steps: Number(readFileSync(file, 'utf8')), ms: performance.now() - begun });
      await this.#check(command, argv);
    }
    rmSync(folder, { recursive: true });
    return found;
  }

  /** Runs a command that has something to do, kills it at the moment, runs it again, and throws at what is not as promised. */
  async kill(command: KilledCommand, moment: Moment): Promise<KilledRun> {
    const argv = await this.#prepare(command);
    const environment = 'step' in moment ? { KILL_AT_STEP: String(moment.step) } : {};
    const first = await this.#spawn(argv, environment, 'ms' in moment ? moment.ms : undefined);
    const locks = this.#files().filter((file) => file.endsWith('.lock'));
    const killed = first.code === null;
    insist(killed || first.code === 0, `${command} ended with ${first.code}: ${first.out}${first.err}`);
    try {
      await this.#finish(command, ...argv);
      await this.#check(command, argv);
    } catch (error) {
      throw new Error(`after ${JSON.stringify({ command, moment, killed, locks })}`, { cause: error });
    }
    return { command, killed, locks };
  }

  /** What holds at the end of them all. */
  checkHistory(): void {
    const trees = this.#rig.git('log', '--format=%T', 'main').trim().split('\n');
    insist(new Set(trees).size === trees.length, 'something was committed twice');
    this.#rig.git('fsck', '--strict');
    const state = this.#rig.git('show', 'storysync/state:destinations/contoso.json');
    insist(
      KEYS.every((key) => state.includes(`"${key}"`)),
      `the state is ${state}`,
    );
    if (!this.#remote) return;
    const shared = this.#remote.git('rev-parse', 'storysync/state');
    insist(shared === this.#rig.git('rev-parse', 'storysync/state').trim(), 'the remote has another state');
    const leases = this.#remote.git('ls-tree', '-r', '--name-only', 'storysync/state-leases').split('\n');
    // One of the last run that was killed may stand there until somebody writes again.
    insist(leases.length <= 2, `the leases are ${leases.join()}`);
  }

  async #prepare(command: KilledCommand): Promise<readonly string[]> {
    this.#round += 1;
    await this.#rig.later();
    const value = `https://round-${this.#round}.example/`;
    if (command === 'detach') {
      const pair = ['--destination', 'contoso', '--story', 'watch'];
      return ['detach', ...pair, '--reason', `round ${this.#round}`];
    }
    if (command === 'export') {
      await this.#rig.edit('acme', idOf(0), { set: { path: ['agents', 'Fetch', 'options', 'url'], value } });
      return ['export', '--commit'];
    }
    this.#rig.write('stories/triage.json', this.#rig.read('stories/triage.json').replace(URL_OF_TRIAGE, `"${value}"`));
    this.#rig.commit(value);
    return ['sync', '--format', 'json'];
  }

  async #finish(command: KilledCommand, ...argv: readonly string[]): Promise<void> {
    await this.#rig.later();
    // A process as well: each looks once for what others left behind.
    const run = await this.#spawn(argv);
    insist(run.code === 0, `the next ${command} ended with ${run.code}: ${run.out}${run.err}`);
    if (command !== 'detach') insist(!/\.lock\b|locked/.test(run.err), `the next ${command} said: ${run.err}`);
    if (command === 'sync' && argv.includes('json')) {
      const pairs = Object.entries(told(JSON.parse(run.out)));
      const fine = pairs.every(([pair, words]) => words.startsWith('synced') || pair === 'contoso/watch');
      insist(fine, `the next sync told ${run.out}`);
    }
  }

  /** Nothing double, nothing lost, nothing left lying about. */
  async #check(command: KilledCommand, argv: readonly string[]): Promise<void> {
    const rig = this.#rig;
    if (command === 'detach') {
      const reason = argv.at(-1) ?? '';
      insist(rig.read('sync.yaml').split(reason).length === 2, `the manifest says ${rig.read('sync.yaml')}`);
      rig.commit(reason);
    }
    const wanted = `https://round-${this.#lastEdit(command)}.example/`;
    insist(command === 'detach' || rig.read('stories/triage.json').includes(wanted), 'the export is not there');
    if (command === 'sync') {
      const { stories } = await rig.tenant('contoso');
      const names = stories.map(({ name }) => name).toSorted();
      insist(names.join() === KEYS.toSorted().join(), `contoso has ${names.join()}`);
      insist(JSON.stringify(stories).includes(wanted), 'contoso does not have the change');
      const state = rig.read('.git/refs/heads/storysync/state');
      insist(state !== this.#state, 'what was synced was not recorded');
      this.#state = state;
    }
    if (command === 'export') {
      const status = rig.git('status', '--porcelain');
      insist(status === '', `git status says ${status}`);
    }
    const left = this.#files().filter((file) => /\.lock$|storysync-[0-9a-f]{12}-|tmp_obj_/.test(file));
    insist(left.length === 0, `left behind: ${left.join()}`);
  }

  #lastEdit(command: KilledCommand): number {
    return command === 'detach' ? 0 : this.#round;
  }

  #files(): readonly string[] {
    return readdirSync(this.#rig.dir, { recursive: true, encoding: 'utf8' });
  }

  async #spawn(
    argv: readonly string[],
    environment: { readonly [name: string]: string } = {},
    killAfterMs?: number,
  ): Promise<Omit<Run, 'code'> & { readonly code: number | null }> {
    const cache = { NODE_COMPILE_CACHE: join(dirname(this.#program), 'cache') };
    const env = { ...process.env, ...cache, ...this.#rig.environment, ...environment };
    const preload = Object.keys(environment).length > 0 ? ['--import', PRELOAD] : [];
    const child = spawn(process.execPath, ['--no-warnings', ...preload, this.#program, ...argv], {
      cwd: this.#rig.dir,
      env,
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(timer);
    return { code, out, err };
  }
}

function insist(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** Moments by chance, spread over the commands by how many steps they have; the half of them during a step. */
export function aimed(
  measured: Awaited<ReturnType<KilledRuns['measure']>>,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly { readonly command: KilledCommand; readonly moment: Moment }[] {
  const all = [...measured].flatMap(([command, { steps }]) =>
    Array.from({ length: steps * 2 }, (_, at) => ({ command, moment: { step: 0.5 + at / 2 } })),
  );
  const random = dice(seed);
  return Array.from({ length: count }, () => all[Math.floor(random() * all.length)]).filter(
    (each) => each !== undefined,
  );
}

/** The same chance for the same seed. */
export function dice(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
