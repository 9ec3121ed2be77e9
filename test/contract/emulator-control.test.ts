import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/control/start.ts';
import { importing, rig, STAMP, storyFile, world } from './emulator-rig.ts';

const ONE = world({ stories: [{ id: 1, content: storyFile() }] });

describe('the request log', () => {
  it('tells what was asked, without the key', async () => {
    await using emulator = await rig();
    await emulator.tenant('acme')('POST', '/stories/import', importing(storyFile()), { 'user-agent': 'me/1' });
    await emulator.tenant('acme')('GET', '/stories?order=NAME');
    const log = await emulator.control('GET', '/log');
    expect(log.at('entries', 0)).toMatchObject({
      n: 1,
      tenant: 'acme',
      method: 'POST',
      path: '/stories/import',
      status: 200,
      user_agent: 'me/1',
    });
    expect(log.text).not.toContain('acme-key');
    expect((await emulator.control('GET', '/log?since=1')).each('entries', 'query')).toEqual(['?order=NAME']);
    await emulator.control('DELETE', '/log');
    await emulator.tenant('acme')('GET', '/info');
    expect((await emulator.control('GET', '/log')).each('entries', 'n')).toEqual([3]);
  });
});

describe('the state', () => {
  it('shows stories with what no export holds, and no key', async () => {
    await using emulator = await rig(ONE);
    const state = await emulator.control('GET', '/state');
    expect(state.at('tenants', 'acme', 'stories', 0)).toMatchObject({
      id: 1,
      team_id: 7,
      disabled: false,
      name: 'Contain host',
    });
    expect(state.text).not.toContain('acme-key');
  });
});

describe('edits by the customer', () => {
  it.each([
    [
      'an option',
      { set: { path: ['agents', 'Receive', 'options', 'verbs'], value: 'put' } },
      {
        agents: expect.arrayContaining([
          expect.objectContaining({ options: expect.objectContaining({ verbs: 'put' }) }),
        ]),
      },
    ],
    ['the name', { rename: 'Mine' }, { name: 'Mine' }],
    ['recipients', { recipients: ['x@y.invalid'] }, { recipients: ['x@y.invalid'] }],
    ['tags', { add_tags: ['detached-from-sync'] }, { tags: ['detached-from-sync'] }],
  ])('change %s', async (_, edit, expected) => {
    await using emulator = await rig(ONE);
    expect((await emulator.control('POST', '/edit', { tenant: 'acme', story_id: 1, ...edit })).status).toBe(200);
    expect((await emulator.tenant('acme')('GET', '/stories/1/export')).body).toMatchObject(expected);
  });

  it('change settings and team, duplicate and delete', async () => {
    await using emulator = await rig(ONE);
    const acme = emulator.tenant('acme');
    const edit = (more: object) => emulator.control('POST', '/edit', { tenant: 'acme', story_id: 1, ...more });
    await edit({ settings: { disabled: true, owners: [3] }, move_to_team: 8, change_control: true });
    expect((await acme('GET', '/stories/1')).body).toMatchObject({
      disabled: true,
      owners: [3],
      team_id: 8,
      change_control_enabled: true,
    });
    const copied = await edit({ duplicate: { name: 'Copy' } });
    expect(copied.at('duplicate')).toMatchObject({ name: 'Copy', content: { origin_story_identifier: STAMP } });
    await edit({ delete: true });
    expect((await acme('GET', '/stories')).each('stories', 'name')).toEqual(['Copy']);
  });

  it('refuse a path that leads nowhere and unknown edits', async () => {
    await using emulator = await rig(ONE);
    const edit = (more: object) => emulator.control('POST', '/edit', { tenant: 'acme', story_id: 1, ...more });
    expect((await edit({ set: { path: ['agents', 'Nobody', 'options'], value: 1 } })).status).toBe(422);
    expect((await edit({ paint: 'red' })).status).toBe(422);
  });
});

describe('keys and switches', () => {
  it('can be changed while it runs', async () => {
    await using emulator = await rig();
    await emulator.control('POST', '/keys', { tenant: 'acme', key: 'late', kind: 'team', team: 8, role: 'viewer' });
    expect((await emulator.tenant('acme', 'late')('GET', '/teams')).each('teams', 'id')).toEqual([8]);
    const set = await emulator.control('PUT', '/switches', {
      tenant: 'acme',
      switches: { missing_permission: 'forbidden' },
    });
    expect(set.at('tenants', 'acme', 'missing_permission')).toBe('forbidden');
    expect((await emulator.control('PUT', '/switches', { switches: { nope: 'x' } })).status).toBe(422);
  });
});

describe('a data directory', () => {
  it('carries everything over a restart', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'emulator-'));
    try {
      const first = await startEmulator({ port: 0, config: ONE, dataDir: directory });
      await fetch(`${first.url}/acme/api/v1/stories`, {
        method: 'POST',
        headers: { authorization: 'Bearer acme-key', 'content-type': 'application/json' },
        body: JSON.stringify({ team_id: 7, name: 'Kept' }),
      });
      await first.close();
      const second = await startEmulator({ port: 0, config: world({}), dataDir: directory });
      const answer = await fetch(`${second.url}/acme/api/v1/stories`, {
        headers: { authorization: 'Bearer acme-key' },
      });
      expect(await answer.json()).toMatchObject({ stories: [{ id: 1 }, { name: 'Kept' }] });
      await second.close();
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe('starting', () => {
  it('fails when the port is taken or the data directory holds something else', async () => {
    const first = await startEmulator({ port: 0 });
    await expect(startEmulator({ port: first.port })).rejects.toThrow('EADDRINUSE');
    await first.close();
    const directory = await mkdtemp(join(tmpdir(), 'emulator-'));
    await writeFile(join(directory, 'package.json'), '{}');
    await expect(startEmulator({ port: 0, dataDir: directory })).rejects.toThrow('is not a state file');
    await rm(directory, { recursive: true });
  });

  it('refuses a wrong config and names every problem', async () => {
    const configText = 'tenants:\n  acme:\n    colour: red\n    switches: { release: old }\n';
    await expect(startEmulator({ port: 0, configText })).rejects.toThrow(/colour is unknown[\s\S]*release/);
  });

  it('has tenants for a first try when no config is given', async () => {
    const emulator = await startEmulator({ port: 0 });
    const answer = await fetch(`${emulator.url}/contoso/api/v1/teams`, {
      headers: { authorization: 'Bearer contoso-emulator-key' },
    });
    expect(await answer.json()).toMatchObject({ teams: [{ id: 42 }] });
    await emulator.close();
  });

  it('closes while a request is under way', async () => {
    const emulator = await startEmulator({ port: 0, config: { ...world({}), latency_ms: 60_000 } });
    const pending = fetch(`${emulator.url}/acme/api/v1/info`, { headers: { authorization: 'Bearer acme-key' } });
    const outcome = pending.then(
      () => 'answered',
      () => 'broken',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await emulator.close();
    expect(await outcome).toBe('broken');
  });
});
