import type { JsonObject } from '../../src/json/value.ts';
import { dice } from './killed-runs.ts';
import { syncNow } from './outcomes.ts';
import type { LiveTenant, Rig } from './rig.ts';
import { fetchAction, recordAction, storyExport, webhook } from './stories.ts';
import { tenantWith, worldOf } from './world-of.ts';

const TENANTS = ['contoso', 'fabrikam', 'initech', 'hooli'];
const KEYS = ['alpha', 'beta', 'gamma', 'delta'];
/** What may go wrong once; the commits among them leave the caller in the dark about a write that happened. */
const FAULTS: readonly JsonObject[] = [
  { kind: 'error', status: 500 },
  { kind: 'error', status: 503 },
  { kind: 'error', status: 408 },
  { kind: 'error', status: 409 },
  { kind: 'error', status: 422 },
  { kind: 'reset' },
  { kind: 'commit_then_reset' },
  { kind: 'commit_then_error', status: 500 },
  { kind: 'commit_then_error', status: 409 },
  { kind: 'commit_then_html' },
  { kind: 'html', status: 200 },
  { kind: 'html', status: 502 },
  { kind: 'truncated_json' },
  { kind: 'truncated_page' },
  { kind: 'short_count' },
  { kind: 'missing_meta' },
  { kind: 'wrong_shape' },
  { kind: 'drop_action' },
  { kind: 'rate_limited', retry_after: 'none' },
  { kind: 'rate_limited', retry_after: 'seconds 1' },
];
const PLACES: readonly JsonObject[] = [
  {},
  { method: 'POST', path: '^/stories/import' },
  { method: 'POST' },
  { method: 'POST', path: '^/stories/import' },
  { method: 'PUT' },
  { method: 'GET', path: '^/stories' },
  { method: 'GET', path: '/export$' },
  { path: 'record_types' },
];
const WRITES: readonly JsonObject[] = [
  { method: 'POST' },
  { method: 'POST', path: '^/stories/import' },
  { method: 'PUT' },
  { method: 'POST', path: 'record_types' },
];
const FAULTS_A_TENANT = 24;
const SPOILED_A_ROUND = 3;

/** Syncs of four customers, in each of which some forty requests meet a fault; every status is held against the truth. */
export class FaultyRounds implements AsyncDisposable {
  readonly #rig: Rig;
  readonly #random: () => number;
  #round = 0;
  /** Faults that a request has met. */
  met = 0;
  /** How often each status was told, with its reason. */
  readonly told = new Map<string, number>();

  private constructor(rig: Rig, seed: number) {
    this.#rig = rig;
    this.#random = dice(seed);
  }

  static async start(seed: number): Promise<FaultyRounds> {
    const rig = await worldOf({
      stories: Object.fromEntries(KEYS.map((key) => [key, storyOf(key, 0)])),
      tenants: Object.fromEntries(TENANTS.map((name) => [name, tenantWith()])),
      destinations: Object.fromEntries(TENANTS.map((name) => [name, { stories: KEYS }])),
    });
    rig.patienceMs = 1000;
    return new FaultyRounds(rig, seed);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#rig[Symbol.asyncDispose]();
  }

  /** Changes some stories in git, syncs through faults, then without any. Throws at what is not true. */
  async play(): Promise<void> {
    const rig = this.#rig;
    this.#round += 1;
    for (const key of KEYS) if (this.#random() < 0.6) rig.write(`stories/${key}.json`, storyOf(key, this.#round));
    rig.commit(`round ${this.#round}`);
    await this.#someoneDeletes();
    for (let count = 0; count < SPOILED_A_ROUND; count++) await this.#syncThroughFaults();
    const mended = await syncNow(rig);
    await this.#hold(mended, 'after them');
    if (this.#round % 5 !== 1) return;
    // What read back wrong is not sent again by itself.
    await rig.later();
    const last = await syncNow(rig, '--force');
    await this.#hold(last, 'by force');
    for (const [pair, words] of Object.entries(last.told)) {
      if (!words.startsWith('synced')) throw new Error(`round ${this.#round}: by force ${pair} is ${words}`);
    }
  }

  /** A pair that is told as synced is there once, with the content of git, under the id that is told. */
  async #hold({ outcomes, told }: Awaited<ReturnType<typeof syncNow>>, when: string): Promise<void> {
    const pairs = Object.entries(outcomes);
    const say = (text: string): Error => new Error(`round ${this.#round}, ${when}: ${text}`);
    if (pairs.length !== TENANTS.length * KEYS.length) throw say(`${pairs.length} pairs are told`);
    const live = new Map<string, LiveTenant>();
    for (const name of TENANTS) live.set(name, await this.#rig.tenant(name));
    for (const [pair, { status, reason, destination_story_id: id }] of pairs) {
      const words = `${status} ${reason}`;
      this.told.set(words, (this.told.get(words) ?? 0) + 1);
      const [destination = '', key = ''] = pair.split('/');
      const there = (live.get(destination)?.stories ?? []).filter(({ name }) => name === key);
      if (there.length > 1) throw say(`${pair} is there ${there.length} times (${told[pair]})`);
      if (status !== 'synced') continue;
      const [story] = there;
      if (!story || story.id !== id) throw say(`${pair} is synced as story ${id}, and ${story?.id} is there`);
      const wanted = /https:\/\/round-\d+\.example/.exec(this.#rig.read(`stories/${key}.json`))?.[0] ?? '';
      if (!JSON.stringify(story.content).includes(wanted)) throw say(`${pair} is synced without ${wanted}`);
      if (story.content.agents.length !== 3) throw say(`${pair} is synced with ${story.content.agents.length} actions`);
    }
  }

  async #syncThroughFaults(): Promise<void> {
    const rig = this.#rig;
    for (const tenant of TENANTS) await this.#spoil(tenant);
    await rig.control('DELETE', 'log');
    const spoiled = await syncNow(rig);
    this.met += (await rig.log()).filter((entry) => 'fault' in entry && entry.fault).length;
    await rig.control('DELETE', 'faults');
    await this.#hold(spoiled, 'through faults');
    await rig.later();
  }

  async #spoil(tenant: string): Promise<void> {
    // A tenant that cannot be read is not written to: half of them only fail at what a push asks.
    const places = this.#random() < 0.5 ? PLACES : WRITES;
    for (let count = 0; count < FAULTS_A_TENANT; count++) {
      const times = 1 + Math.floor(this.#random() ** 3 * 6);
      const skip = Math.floor(this.#random() * 6);
      await this.#rig.fault({ tenant, skip, times, fault: this.#one(FAULTS), ...this.#one(places) });
    }
  }

  /** So that there is something to create in later rounds too. */
  async #someoneDeletes(): Promise<void> {
    for (const name of TENANTS) {
      const { stories } = await this.#rig.tenant(name);
      const story = stories[Math.floor(this.#random() * stories.length * 2)];
      if (story) await this.#rig.control('POST', 'edit', { tenant: name, story_id: story.id, delete: true });
    }
  }

  #one(list: readonly JsonObject[]): JsonObject {
    const found = list[Math.floor(this.#random() * list.length)];
    if (!found) throw new Error('nothing to choose from');
    return found;
  }
}

function storyOf(key: string, round: number): JsonObject {
  const fetch = fetchAction('Ask', `https://round-${round}.example/`);
  return storyExport({
    name: key,
    actions: [webhook('In'), fetch, recordAction('Keep', 'Alert', [['title', 'TEXT']])],
  });
}
