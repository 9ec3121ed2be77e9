import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import { nativeChangeOf } from '../../src/engine/native/native-change.ts';
import type { OriginStory } from '../../src/engine/native/native-input.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { openTenantPool } from '../../src/tenant/pool.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';
import { apiKey } from './api-key.ts';
import { instantClock } from './instant-clock.ts';
import { planNative } from './native-planning.ts';
import { policyFor } from './planning.ts';
import { Rig } from './rig.ts';
import { callStory, storyExport, webhook } from './stories.ts';

const OWNER = 'acme-owner-key';

type Options = Omit<EmulatorConfig, 'tenants'> & { readonly git?: boolean };

/** An origin that syncs by the vendor's own means, and an empty folder for whoever wants it as code. */
export class VendorSetUp implements AsyncDisposable {
  readonly rig: Rig;

  private constructor(rig: Rig) {
    this.rig = rig;
  }

  static async start({ git = false, ...more }: Options = {}): Promise<VendorSetUp> {
    const story = (id: number, content: JsonObject, changeControl = true) => {
      return { id, content, keep_guid: true, change_control: changeControl };
    };
    const rig = await Rig.start({
      ...more,
      tenants: {
        acme: {
          keys: [{ key: OWNER, kind: 'tenant_owner' }],
          teams: [
            {
              id: 7,
              name: 'Content',
              stories: [
                story(301, storyExport({ name: 'Triage', actions: [callStory('Ask', 'enrich')] })),
                story(302, storyExport({ name: 'Enrich', actions: [webhook('In')] })),
                story(303, storyExport({ name: 'Report', actions: [webhook('In')] })),
                story(304, storyExport({ name: 'Report', actions: [webhook('In'), webhook('Also in')] })),
              ],
            },
            { id: 8, name: 'Staging' },
            {
              id: 70,
              name: 'Other content',
              stories: [story(701, storyExport({ name: 'Other', actions: [webhook('In')] }))],
            },
          ],
        },
        contoso: { keys: [{ key: 'contoso-key' }], teams: [{ id: 42 }, { id: 43 }] },
        fabrikam: { keys: [{ key: 'fabrikam-key' }], teams: [{ id: 9 }] },
        '4711': { keys: [{ key: '4711-key' }], teams: [{ id: 1 }] },
      },
    });
    if (!git) rmSync(join(rig.dir, '.git'), { recursive: true });
    rig.environment.ORIGIN_TINES_API_KEY = OWNER;
    return new VendorSetUp(rig);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rig[Symbol.asyncDispose]();
  }

  /** As somebody does it in the dashboard; ends once the vendor has synced. */
  async destination(tenant: string, team: number, stories: readonly number[], more: JsonObject = {}): Promise<number> {
    const made = await this.api('POST', '', {
      destination_tenant_url: `${this.rig.url}/${tenant}`,
      ...(tenant === 'acme' ? {} : { destination_tenant_api_key: `${tenant}-key` }),
      destination_team_id: team,
      team_id: 7,
      story_ids: stories,
      ...more,
    });
    await this.rig.later();
    return Number((made.sync_destination as JsonObject).id);
  }

  /** A request about sync destinations, by the owner of the origin tenant. */
  api(method: string, path: string, body?: JsonValue): Promise<JsonObject> {
    return this.request(method, `/admin/sync_destinations${path}`, body);
  }

  async request(method: string, path: string, body?: JsonValue): Promise<JsonObject> {
    const response = await fetch(`${this.rig.url}/acme/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${OWNER}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as JsonObject);
  }

  /** What the plan of the written manifest would tell the vendor: a line for each destination, and what is left behind. */
  async plan(): Promise<{ readonly changes: readonly string[]; readonly leftBehind: readonly string[] }> {
    const { rig } = this;
    const { workspace } = await openWorkspace({ directory: rig.dir, clock: instantClock() }, 'sync.yaml');
    const origin = workspace?.manifest.origin;
    if (workspace === undefined || origin === undefined) throw new Error('the manifest does not open');
    const pool = openTenantPool();
    const listed = await pool.reader(origin.tenantUrl, apiKey(OWNER)).listSyncDestinations();
    await pool.close();
    if (!listed.ok) throw new Error('the vendor was not listed');
    const { desired } = workspace;
    const asInGit: OriginStory = { is: 'as_in_git' };
    const { works, leftBehind } = planNative({
      origin,
      desired,
      vendor: { destinations: listed.value },
      originStories: new Map([...desired.stories.keys()].map((key) => [key, asInGit])),
      states: new Map(),
      teams: new Map(),
      policy: policyFor(desired, {}),
      consent: { replace: new Set(), takeover: new Set() },
      rollout: false,
    });
    return {
      changes: works.map((work) => {
        const { action, steps } = nativeChangeOf(work);
        const pairs = work.stories.map(({ planned }) => `${planned.key} ${planned.action}`);
        return [work.destination.name, action, ...steps.map(({ kind }) => kind), ...pairs].join(', ');
      }),
      leftBehind: leftBehind.map(({ object, keptBecause }) => `${object.id} ${keptBecause}`),
    };
  }
}
