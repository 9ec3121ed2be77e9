import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../../src/json/value.ts';
import { dice } from './killed-runs.ts';
import { NativeWorld } from './native-world.ts';
import { giveStateKey } from './state-branch.ts';

const ALL = ['301 synced', '302 synced', '303 synced'];
const AT_42 = ['Enrich', 'Report', 'Triage'];

type Step = {
  readonly name: string;
  /** Method of its first write. */
  readonly write: 'POST' | 'PUT' | 'DELETE';
  /** Of the destination, in the manifest. */
  readonly more: string;
  readonly stories?: string;
  readonly consent?: '--takeover' | '--replace';
  /** The vendor's objects once it is done: team, flag, subscriptions. */
  readonly vendor: readonly JsonObject[];
  readonly copies: readonly string[];
};

const at = (team: number, flag: boolean, stories: readonly string[]): JsonObject => ({ team, flag, stories });

/** All that the vendor's syncing is told in the life of a destination, from one engine to the other and back. */
const LIFE: readonly Step[] = [
  {
    name: 'create',
    write: 'POST',
    more: '',
    stories: 'triage, enrich',
    vendor: [at(42, false, ALL.slice(0, 2))],
    copies: ['Enrich', 'Triage'],
  },
  { name: 'subscribe', write: 'PUT', more: '', vendor: [at(42, false, ALL)], copies: AT_42 },
  { name: 'hold', write: 'PUT', more: '    hold: { reason: audit }\n', vendor: [at(42, true, ALL)], copies: AT_42 },
  { name: 'release', write: 'PUT', more: '', vendor: [at(42, false, ALL)], copies: AT_42 },
  {
    name: 'rotate',
    write: 'PUT',
    more: '    destination_tenant_api_key_version: 1\n',
    vendor: [at(42, false, ALL)],
    copies: AT_42,
  },
  { name: 'take back', write: 'DELETE', more: '    engine: push\n', consent: '--takeover', vendor: [], copies: AT_42 },
  { name: 'hand over', write: 'POST', more: '', consent: '--takeover', vendor: [at(42, false, ALL)], copies: AT_42 },
  {
    name: 'replace',
    write: 'DELETE',
    more: '    destination_team_id: 43\n',
    consent: '--replace',
    vendor: [at(43, false, ALL)],
    copies: [...AT_42, ...AT_42].toSorted(),
  },
];

export type NativeKill = {
  readonly step: string;
  readonly request: number | 'first write';
  readonly carriedOut: boolean;
  readonly killed: boolean;
};

/**
 * One destination through its life at the vendor. In each step a real run is killed while the origin has one of its requests,
 * before that is carried out or before it is answered; the next run has to make all good, and the one after it nothing to do.
 */
export async function killThroughLife(program: string, seed: number): Promise<readonly NativeKill[]> {
  const random = dice(seed);
  await using world = await NativeWorld.start({
    tenants: ['contoso'],
    switches: { sync_duration: 'at_once', sync_earlier_copy: 'taken_over', sync_twin: 'allowed' },
  });
  giveStateKey(world.rig);
  const kills: NativeKill[] = [];
  for (const step of LIFE) {
    // The first write, or any request around it; reading costs five of them.
    const request: NativeKill['request'] = random() < 0.5 ? 'first write' : Math.floor(random() * 8);
    const carriedOut = random() < 0.5;
    const moment = { step: step.name, request, carriedOut };
    try {
      const killed = await liveThrough(world, step, { program, request, carriedOut });
      kills.push({ ...moment, killed });
    } catch (error) {
      throw new Error(`seed ${seed}, after ${JSON.stringify(moment)}`, { cause: error });
    }
  }
  return kills;
}

type Moment = { readonly program: string; readonly request: NativeKill['request']; readonly carriedOut: boolean };

async function liveThrough(world: NativeWorld, step: Step, { program, request, carriedOut }: Moment): Promise<boolean> {
  world.commit({ contoso: step.more }, '', step.stories);
  const argv = ['sync', ...(step.consent === undefined ? [] : [step.consent, 'contoso'])];
  const fault = carriedOut ? { kind: 'commit_then_timeout', ms: 600_000 } : { kind: 'hang' };
  const when = request === 'first write' ? { method: step.write } : { skip: request };
  await world.rig.fault({ tenant: 'acme', ...when, fault });
  const killed = await killAtFault(world, program, argv);
  await world.rig.control('DELETE', 'faults');
  const next = await world.run(...argv);
  if (next.code !== 0) throw new Error(`the next run ended with ${next.code}: ${next.out}${next.err}`);
  const vendor = (await world.vendor()).map((one) => ({
    team: one.destination_team_id,
    flag: one.manual_sync_only,
    stories: one.subscriptions.map(({ story_id: id, status }) => `${id} ${status}`).toSorted(),
  }));
  same('the vendor has', vendor, step.vendor);
  const { stories } = await world.rig.tenant('contoso');
  same('the tenant has', stories.map(({ name }) => name).toSorted(), step.copies);
  await world.takeWrites();
  const last = await world.run('sync');
  if (last.code !== 0) throw new Error(`the run after it ended with ${last.code}: ${last.out}${last.err}`);
  same('the run after it wrote', await world.takeWrites(), []);
  return killed;
}

async function killAtFault(world: NativeWorld, program: string, argv: readonly string[]): Promise<boolean> {
  const cache = { NODE_COMPILE_CACHE: join(dirname(program), 'cache') };
  const child = spawn(process.execPath, ['--no-warnings', program, ...argv], {
    cwd: world.rig.dir,
    env: { ...process.env, ...cache, ...world.rig.environment },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const { faults } = (await world.rig.control('GET', 'faults')) as unknown as { faults: readonly { hits: number }[] };
    if (faults.some(({ hits }) => hits > 0)) child.kill('SIGKILL');
    await Promise.race([ended, sleep(10)]);
  }
  const [code] = (await ended) as [number | null];
  return code === null;
}

function same(what: string, found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what} ${a}, not ${b}`);
}
