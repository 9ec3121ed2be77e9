import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEmulator, startEmulator } from '../../src/emulator/control/start.ts';
import { openTenant, type TenantClientOptions } from '../../src/tenant/client.ts';
import type { Tenant } from '../../src/tenant/port.ts';
import { apiKey } from '../support/api-key.ts';
import { instantClock } from '../support/instant-clock.ts';
import { CONTRACT_WORLD, contractStory, describeTenant } from './tenant-port.ts';

const KEY = 'contoso-emulator-key';
const CONFIG = `
tenants:
  contoso:
    tags: [soc]
    keys: [{ key: ${KEY}, kind: tenant_owner }]
    teams:
      - id: 42
        name: SOC
        credentials: [${CONTRACT_WORLD.credential}]
        resources: [${CONTRACT_WORLD.resource}]
        stories: [{ file: protected.json, change_control: true }]
      - { id: 8, name: IR }
`;

let configDir: string;
beforeAll(async () => {
  configDir = await mkdtemp(join(tmpdir(), 'storysync-contract-'));
  const guarded = { ...contractStory(CONTRACT_WORLD.protectedStory), agents: [], diagram_layout: '{}' };
  await writeFile(join(configDir, 'protected.json'), JSON.stringify(guarded));
});
afterAll(() => rm(configDir, { recursive: true, force: true }));

const start = () => startEmulator({ port: 0, configText: CONFIG, configDir });

const later = ({ url }: RunningEmulator) =>
  fetch(`${url}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advance_ms: 60_000 }) });

describeTenant('the client on the emulator', async () => {
  const emulator = await start();
  const tenant = openTenant({ tenantUrl: `${emulator.url}/contoso`, key: apiKey(KEY) });
  return {
    tenant,
    tenantUrl: `${emulator.url}/contoso`,
    teamId: 42,
    otherTeamId: 8,
    later: () => later(emulator),
    close: async () => {
      await tenant.close();
      await emulator.close();
    },
  };
});

describe('the client, when the emulator misbehaves', () => {
  const wanted = { teamId: 42, mode: 'new', name: 'Mine', data: contractStory('Mine') } as const;
  const limits = { timeoutMs: 400, slowTimeoutMs: 400 };

  async function withFault(
    fault: { readonly [key: string]: unknown },
    act: (tenant: Tenant, emulator: RunningEmulator) => Promise<void>,
    options: Partial<TenantClientOptions> = {},
  ) {
    const emulator = await start();
    const tenant = openTenant({
      tenantUrl: `${emulator.url}/contoso`,
      key: apiKey(KEY),
      clock: instantClock(),
      limits,
      ...options,
    });
    try {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(fault);
      const answer = await fetch(`${emulator.url}/_emulator/faults`, { method: 'POST', headers, body });
      expect(answer.ok).toBe(true);
      await act(tenant, emulator);
    } finally {
      await tenant.close();
      await emulator.close();
    }
  }

  it.each([
    ['is limited without a word', { times: 3, fault: { kind: 'rate_limited', retry_after: 'none' } }],
    ['is limited for some seconds', { fault: { kind: 'rate_limited', retry_after: 'seconds 2' } }],
    ['is limited until a date', { times: 2, fault: { kind: 'rate_limited', retry_after: 'date 2' } }],
    ['is limited for centuries, as it says', { fault: { kind: 'rate_limited', retry_after: 'absurd' } }],
    ['fails twice', { times: 2, fault: { kind: 'error', status: 502 } }],
    ['breaks the connection', { fault: { kind: 'reset' } }],
    ['cuts a page short once', { fault: { kind: 'truncated_page' } }],
    ['counts too few once', { fault: { kind: 'short_count' } }],
    ['sends a web page once', { fault: { kind: 'html' } }],
    ['sends half a JSON once', { fault: { kind: 'truncated_json' } }],
    ['sends another shape once', { fault: { kind: 'wrong_shape' } }],
    ['leaves out meta once', { fault: { kind: 'missing_meta' } }],
  ])('still reads a listing that %s', async (_, fault) => {
    await withFault({ path: '^/stories', ...fault }, async (tenant) => {
      const found = await tenant.listStories(42);
      expect(found).toMatchObject({ ok: true, value: [{ name: CONTRACT_WORLD.protectedStory }] });
    });
  });

  it.each([
    ['truncated_page', 'incomplete'],
    ['short_count', 'incomplete'],
    ['missing_meta', 'incomplete'],
    ['html', 'malformed'],
    ['truncated_json', 'malformed'],
    ['wrong_shape', 'malformed'],
    ['revoked_key', 'unauthorized'],
    ['down', 'unreachable'],
  ])('never takes a listing under lasting %s for an answer: %s', async (kind, expected) => {
    await withFault({ times: 50, fault: { kind } }, async (tenant) => {
      expect(await tenant.listStories(42)).toMatchObject({ ok: false, error: { kind: expected } });
    });
  });

  // The HTTP library's timers are coarse: 400 ms may become a second.
  it.each(['commit_then_reset', 'commit_then_timeout'])(
    'says of a write under %s that it may have happened',
    async (kind) => {
      await withFault({ method: 'POST', path: '^/stories/import', fault: { kind } }, async (tenant) => {
        expect(await tenant.importStory(wanted)).toMatchObject({ ok: false, error: { effect: 'possible' } });
        const found = await tenant.findStoriesNamed('Mine');
        expect(found.ok && found.value.length).toBe(1);
      });
    },
  );

  it('sends an import that was limited once, and says that it may have happened', async () => {
    const fault = { method: 'POST', times: 2, fault: { kind: 'rate_limited', retry_after: 'none' } };
    await withFault(fault, async (tenant) => {
      const expected = { ok: false, error: { kind: 'rate_limited', effect: 'possible', evidence: { attempts: 1 } } };
      expect(await tenant.importStory(wanted)).toMatchObject(expected);
      expect(await tenant.importStory(wanted)).toMatchObject(expected);
      expect((await tenant.importStory(wanted)).ok).toBe(true);
      const found = await tenant.findStoriesNamed('Mine');
      expect(found.ok && found.value.length).toBe(1);
    });
  });

  it('follows no redirect', async () => {
    await withFault({ fault: { kind: 'redirect', location: 'http://127.0.0.1:9/' } }, async (tenant) => {
      expect(await tenant.listStories(42)).toMatchObject({ ok: false, error: { kind: 'redirected' } });
    });
  });

  const there = (emulator: RunningEmulator) => ({
    tenantUrl: `${emulator.url}/contoso`,
    teamId: 8,
    originTeamId: 42,
    storyIds: [],
    manualSyncOnly: true,
    key: null,
  });
  const SYNC = { path: '^/admin/sync_destinations' };

  it.each(['truncated_page', 'short_count', 'missing_meta', 'html', 'truncated_json', 'wrong_shape'])(
    'reads a listing of sync destinations that is %s once, and never takes one that stays so for an answer',
    async (kind) => {
      await withFault({ ...SYNC, method: 'GET', fault: { kind } }, async (tenant, emulator) => {
        await tenant.createSyncDestination(there(emulator));
        expect(await tenant.listSyncDestinations()).toMatchObject({ ok: true, value: [{ teamId: 8 }] });
      });
      await withFault({ ...SYNC, method: 'GET', times: 50, fault: { kind } }, async (tenant, emulator) => {
        await tenant.createSyncDestination(there(emulator));
        expect(await tenant.listSyncDestinations()).toMatchObject({ ok: false });
      });
    },
  );

  it.each(['commit_then_reset', 'commit_then_html', 'commit_then_error'])(
    'says of a sync destination made under %s that it may be there, and sends nothing twice',
    async (kind) => {
      await withFault({ ...SYNC, method: 'POST', fault: { kind } }, async (tenant, emulator) => {
        expect(await tenant.createSyncDestination(there(emulator))).toMatchObject({
          ok: false,
          error: { effect: 'possible' },
        });
        expect(await tenant.listSyncDestinations()).toMatchObject({ ok: true, value: [{ teamId: 8 }] });
      });
    },
  );

  it('is not told of sync destinations with the key of somebody who is no tenant owner', async () => {
    const member = apiKey('member-key');
    await withFault(
      { path: '^/none$', fault: { kind: 'reset' } },
      async (tenant, emulator) => {
        const key = { tenant: 'contoso', key: 'member-key', kind: 'personal', role: 'team_admin' };
        await fetch(`${emulator.url}/_emulator/keys`, { method: 'POST', body: JSON.stringify(key) });
        for (const answer of [tenant.listSyncDestinations(), tenant.createSyncDestination(there(emulator))]) {
          expect(await answer).toMatchObject({ ok: false, error: { kind: 'not_found', effect: 'none' } });
        }
      },
      { key: member },
    );
  });
});
