import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import type { JsonObject } from '../../src/json/value.ts';
import type { Clock } from '../../src/model/clock.ts';
import { impatientClock } from './instant-clock.ts';
import { Rig, type Run } from './rig.ts';
import { callStory, recordAction, storyExport, webhook } from './stories.ts';

const STORIES = [
  [
    301,
    storyExport({
      name: 'Triage',
      actions: [webhook('Intake'), callStory('Ask', 'enrich'), recordAction('Keep', 'Alert', [['title', 'TEXT']])],
    }),
  ],
  [302, storyExport({ name: 'Enrich', actions: [webhook('In')] })],
  [303, storyExport({ name: 'Report', actions: [webhook('In')] })],
] as const;

export type VendorEntry = { readonly story_id: number; readonly status: string; readonly copy_id: number | null };
export type VendorView = {
  readonly id: number;
  readonly destination_tenant_url: string;
  readonly destination_team_id: number;
  readonly manual_sync_only: boolean;
  readonly subscriptions: readonly VendorEntry[];
} & JsonObject;

/** Tenants that an origin may sync to, by name; the name is a part of the key. */
export type NativeWorldOptions = Omit<EmulatorConfig, 'tenants'> & { readonly tenants?: readonly string[] };

/** An origin that syncs by the vendor's own means, destinations, and a repository with the exported stories. */
export class NativeWorld implements AsyncDisposable {
  readonly rig: Rig;
  readonly tenants: readonly string[];

  private constructor(rig: Rig, tenants: readonly string[]) {
    this.rig = rig;
    this.tenants = tenants;
  }

  static async start({ tenants = ['contoso', 'fabrikam'], ...more }: NativeWorldOptions = {}): Promise<NativeWorld> {
    const stories = STORIES.map(([id, content]) => ({ id, content, keep_guid: true, change_control: true }));
    const rig = await Rig.start({
      switches: { sync_duration: 'at_once' },
      ...more,
      tenants: {
        acme: { keys: [{ key: 'acme-owner-key', kind: 'tenant_owner' }], teams: [{ id: 7, stories }, { id: 8 }] },
        ...Object.fromEntries(
          tenants.map((name) => [name, { keys: [{ key: `${name}-secret-key` }], teams: [{ id: 42 }, { id: 43 }] }]),
        ),
      },
    });
    const world = new NativeWorld(rig, tenants);
    world.write({});
    const exported = await rig.run('export');
    if (exported.code !== 0) throw new Error(exported.err + exported.out);
    rig.commit('start');
    await rig.control('DELETE', 'log');
    return world;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rig[Symbol.asyncDispose]();
  }

  /** The manifest: every tenant is a destination that the vendor serves, of all stories, unless told; null leaves it out. */
  write(more: { readonly [name: string]: string | null }, top = '', stories = 'triage, enrich, report'): void {
    const destinations = this.tenants
      .filter((name) => more[name] !== null)
      .map((name) => {
        const own = more[name] ?? '';
        const list = /^ {4}stories:/m.test(own) ? '' : `    stories: [${stories}]\n`;
        const engine = /^ {4}engine:/m.test(own) ? '' : '    engine: native\n';
        const team = /^ {4}destination_team_id:/m.test(own) ? '' : '    destination_team_id: 42\n';
        return `  ${name}:
    destination_tenant_url: ${this.rig.url}/${name}
    destination_tenant_api_key: \${${name.toUpperCase()}_KEY}
${team}${engine}${list}${own}`;
      });
    this.rig.write(
      'sync.yaml',
      `version: 1
origin: { tenant_url: ${this.rig.url}/acme, team_id: 7, api_key: '\${ACME_KEY}' }
stories:
  triage: { id: 301 }
  enrich: { id: 302 }
  report: { id: 303 }
${top}destinations:${destinations.length === 0 ? ' {}' : ''}
${destinations.join('')}`,
    );
  }

  /** The same, committed. */
  commit(...given: Parameters<NativeWorld['write']>): void {
    this.write(...given);
    this.rig.commit('change the manifest');
  }

  run(...argv: readonly string[]): Promise<Run> {
    return this.rig.run(...argv);
  }

  /** The same with time that goes on for all tenants while the run waits. */
  runWithTime(...argv: readonly string[]): Promise<Run> {
    const clock: Clock = {
      ...impatientClock,
      sleep: async (ms) => void (await this.rig.control('POST', 'clock', { advance_ms: Math.round(ms) })),
    };
    return this.rig.runIn(this.rig.dir, argv, clock);
  }

  /** Pushes a story with another description live at the origin, as its people do: what syncs by itself is synced. */
  async publish(storyId: number, description: string): Promise<void> {
    const name = 'change';
    const live = await this.origin('GET', `/stories/${storyId}/export`);
    const content = { ...live, description };
    const { name: story } = live;
    const draft = { team_id: 7, mode: 'versionReplace', new_name: story, data: content, draft_name: name };
    await this.origin('POST', '/stories/import', draft as JsonObject);
    const path = `/stories/${storyId}/change_request`;
    const { change_request: request } = await this.origin('POST', path, { title: name });
    const { id } = request as JsonObject;
    await this.origin('POST', `${path}/approve`, { change_request_id: id as number });
    await this.origin('POST', `${path}/promote`, { change_request_id: id as number, delete_draft: true });
  }

  /** The same, and brought into git. */
  async release(storyId: number, description: string): Promise<void> {
    await this.publish(storyId, description);
    await this.export();
  }

  async export(): Promise<void> {
    const run = await this.rig.run('export');
    if (run.code !== 0) throw new Error(run.err);
    this.rig.commit('export');
    await this.rig.control('DELETE', 'log');
  }

  /** A request by the owner of the origin. */
  async origin(method: string, path: string, body?: JsonObject): Promise<JsonObject> {
    const response = await fetch(`${this.rig.url}/acme/api/v1${path}`, {
      method,
      headers: { authorization: 'Bearer acme-owner-key', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as JsonObject;
  }

  async vendor(): Promise<readonly VendorView[]> {
    const { sync_destinations } = await this.rig.tenant('acme');
    return sync_destinations as unknown as readonly VendorView[];
  }

  /** `name/story: status reason` of each pair, as a sync or status reports it. */
  async statuses(...argv: readonly string[]): Promise<{ readonly code: number; readonly pairs: readonly string[] }> {
    const run = await this.rig.runJson(...argv);
    return { code: run.code, pairs: pairsOf(run.json).toSorted() };
  }

  /** Writes at the origin and elsewhere since the last call, one line each. */
  async takeWrites(): Promise<readonly string[]> {
    const writes = await this.rig.takeWrites();
    return writes.map(({ tenant, method, path }) => `${tenant} ${method} ${path.replace(/^.*\/api\/v1/, '')}`);
  }
}

export function pairsOf(json: JsonObject): readonly string[] {
  const destinations = json.sync_destinations as unknown as readonly {
    readonly name: string;
    readonly subscriptions: readonly {
      readonly story: { key: string };
      readonly status: string;
      reason: string | null;
    }[];
  }[];
  return destinations.flatMap(({ name, subscriptions }) =>
    subscriptions.map(
      ({ story, status, reason }) => `${name}/${story.key}: ${status}${reason === null ? '' : ` ${reason}`}`,
    ),
  );
}
