import { describe, expect, it } from 'vitest';
import { importing, rig, storyFile, world } from './emulator-rig.ts';

const LIST_META = {
  current_page: expect.stringContaining('/acme/api/v1/'),
  previous_page: null,
  next_page: null,
  next_page_number: null,
  per_page: 20,
};

describe('keys', () => {
  it('answers 401 to a missing, wrong or revoked key', async () => {
    await using emulator = await rig();
    expect((await emulator.tenant('acme', 'wrong')('GET', '/info')).status).toBe(401);
    const without = await fetch(`${emulator.url}/acme/api/v1/info`);
    expect(without.status).toBe(401);
    await emulator.control('POST', '/keys', { tenant: 'acme', key: 'acme-key', revoked: true });
    expect((await emulator.tenant('acme')('GET', '/info')).status).toBe(401);
  });

  it('takes X-User-Token as well as Bearer', async () => {
    await using emulator = await rig();
    const response = await fetch(`${emulator.url}/acme/api/v1/info`, { headers: { 'x-user-token': 'acme-key' } });
    expect(response.status).toBe(200);
  });

  it('does not take the key of another tenant', async () => {
    await using emulator = await rig();
    expect((await emulator.tenant('beta', 'acme-key')('GET', '/info')).status).toBe(401);
  });

  it('lets a viewer export but not import', async () => {
    await using emulator = await rig(
      world(
        { stories: [{ id: 1, content: storyFile() }] },
        { keys: [{ key: 'v', kind: 'team', team: 7, role: 'viewer' }] },
      ),
    );
    const viewer = emulator.tenant('acme', 'v');
    expect((await viewer('GET', '/stories/1/export')).status).toBe(200);
    expect((await viewer('POST', '/stories/import', importing(storyFile()))).status).toBe(404);
  });

  it('lets an editor import but not delete', async () => {
    await using emulator = await rig(world({}, { keys: [{ key: 'e', kind: 'team', team: 7, role: 'editor' }] }));
    const editor = emulator.tenant('acme', 'e');
    const story = await editor('POST', '/stories/import', importing(storyFile()));
    expect(story.status).toBe(200);
    expect((await editor('DELETE', `/stories/${story.id}`)).status).toBe(404);
  });

  it('hides other teams from a team key', async () => {
    await using emulator = await rig(
      world({ stories: [{ id: 1, content: storyFile() }] }, { keys: [{ key: 't8', kind: 'team', team: 8 }] }),
    );
    const other = emulator.tenant('acme', 't8');
    expect((await other('GET', '/stories/1')).status).toBe(404);
    expect((await other('GET', '/stories')).at('meta', 'count')).toBe(0);
    expect((await other('GET', '/teams')).each('teams', 'id')).toEqual([8]);
    expect((await other('POST', '/stories/import', importing(storyFile()))).status).toBe(404);
  });

  it('gives audit logs to tenant owners and to service keys with the permission', async () => {
    await using emulator = await rig(
      world(
        {},
        {
          keys: [
            { key: 'audit', kind: 'service', permissions: ['AUDIT_LOG_READ'] },
            { key: 'bare', kind: 'service' },
          ],
        },
      ),
    );
    await emulator.tenant('acme')('POST', '/stories/import', importing(storyFile()));
    const logs = await emulator.tenant('acme', 'audit')('GET', '/audit_logs?operation_name[]=StoryImport');
    expect(logs.each('audit_logs', 'operation_name')).toEqual(['StoryImport']);
    expect((await emulator.tenant('acme', 'bare')('GET', '/audit_logs')).status).toBe(404);
  });
});

describe('requests', () => {
  it('refuses a write that does not say it sends JSON', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const refused = await acme('POST', '/stories', { team_id: 7, name: 'X' }, { 'content-type': 'text/plain' });
    expect(refused.status).toBe(415);
    expect((await acme('GET', '/stories')).at('meta', 'count')).toBe(0);
  });

  it('refuses broken JSON and unknown body keys', async () => {
    await using emulator = await rig();
    const response = await fetch(`${emulator.url}/acme/api/v1/stories`, {
      method: 'POST',
      headers: { authorization: 'Bearer acme-key', 'content-type': 'application/json' },
      body: '{"team_id":',
    });
    expect(response.status).toBe(400);
    const unknown = await emulator.tenant('acme')('POST', '/stories', { team_id: 7, name: 'X', colour: 'red' });
    expect(unknown.status).toBe(422);
  });

  it('answers 404 to unknown endpoints and unknown tenants', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    expect((await acme('GET', '/admin/users')).status).toBe(404);
    expect((await acme('GET', '/resources')).status).toBe(404);
    expect((await emulator.tenant('nobody')('GET', '/info')).status).toBe(404);
  });

  it('uses another error body shape each time', async () => {
    await using emulator = await rig();
    const texts = new Set<string>();
    for (let turn = 0; turn < 9; turn += 1) texts.add((await emulator.tenant('acme')('GET', '/stories/1')).text);
    expect(texts.size).toBe(9);
  });

  it('answers 429 once the share of a minute is used up, per key and family', async () => {
    await using emulator = await rig(
      world({}, { rate_limits: { record_types: 2 }, keys: [{ key: 'second', kind: 'tenant_owner' }] }),
    );
    const acme = emulator.tenant('acme');
    const codes = [];
    for (let turn = 0; turn < 3; turn += 1) codes.push((await acme('GET', '/record_types?team_id=7')).status);
    expect(codes).toEqual([200, 200, 429]);
    expect((await acme('GET', '/stories')).status).toBe(200);
    expect((await emulator.tenant('acme', 'second')('GET', '/record_types?team_id=7')).status).toBe(200);
  });

  it('waits for the configured latency', async () => {
    await using emulator = await rig({ ...world({}), latency_ms: 60 });
    const started = performance.now();
    await emulator.tenant('acme')('GET', '/info');
    expect(performance.now() - started).toBeGreaterThanOrEqual(55);
  });
});

describe('listings', () => {
  it('pages with URL links and numbers, and ends with null', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    for (const name of ['A', 'B', 'C']) await acme('POST', '/stories', { team_id: 7, name });
    const first = await acme('GET', '/stories?per_page=2&order=NAME');
    expect(first.each('stories', 'name')).toEqual(['A', 'B']);
    expect(first.at('meta')).toMatchObject({ next_page_number: 2, pages: 2, count: 3, per_page: 2 });
    expect(first.at('meta', 'next_page')).toContain('page=2');
    const last = await acme('GET', '/stories?per_page=2&order=NAME&page=2');
    expect(last.each('stories', 'name')).toEqual(['C']);
    expect(last.at('meta', 'next_page_number')).toBeNull();
  });

  it('clamps per_page to 500 and refuses 0', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    expect((await acme('GET', '/stories?per_page=900')).at('meta', 'per_page')).toBe(500);
    expect((await acme('GET', '/stories?per_page=0')).status).toBe(422);
  });

  it.each([
    ['/teams', 'teams'],
    ['/folders', 'folders'],
    ['/user_credentials', 'user_credentials'],
    ['/global_resources', 'global_resources'],
    ['/record_types?team_id=7', 'record_types'],
    ['/audit_logs', 'audit_logs'],
    ['/admin/sync_destinations', 'sync_destinations'],
  ])('wraps %s in "%s" with meta', async (path, key) => {
    await using emulator = await rig();
    const answer = await emulator.tenant('acme')('GET', path);
    expect(answer.status).toBe(200);
    expect(Array.isArray(answer.at(key))).toBe(true);
    expect(answer.at('meta')).toMatchObject(LIST_META);
  });
});
