import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../src/emulator/api/api.ts';
import { type Answer, type Client, hex, type Rig, rig, storyFile, world } from './emulator-rig.ts';

const FIELDS = [{ name: 'Title', result_type: 'TEXT' }];

/** A tenant that has one of everything a path can name. */
async function furnished(): Promise<{ readonly emulator: Rig; readonly pathOf: (path: string) => string }> {
  const emulator = await rig(
    world({
      folders: [{ id: 5, name: 'F' }],
      stories: [1, 2].map((id) => ({ id, content: storyFile({ name: `S${id}` }), change_control: id === 1 })),
      record_types: [{ name: 'Alert', fields: FIELDS, records: 1 }],
    }),
  );
  const acme = emulator.tenant('acme');
  const version = (await acme('POST', '/stories/1/versions', { name: 'v' })).idAt('story_version', 'id');
  const draft = (await acme('POST', '/stories/1/drafts', { name: 'd' })).id;
  const type = (await acme('GET', '/record_types?team_id=7')).idAt('record_types', 0, 'id');
  const record = (await acme('GET', `/records?record_type_id=${type}`)).idAt('record_results', 0, 'id');
  const destination = await subscribe(acme, emulator);
  const idOf = (path: string): number => {
    if (path.startsWith('/record_types')) return type;
    if (path.startsWith('/records')) return record;
    if (path.startsWith('/folders')) return 5;
    if (path.startsWith('/teams')) return 7;
    return path.startsWith('/admin') ? destination.id : 1;
  };
  const pathOf = (path: string): string =>
    path
      .replace(':id', String(idOf(path)))
      .replace(':version', String(version))
      .replace(':draft', String(draft))
      .replace(':story', '1');
  return { emulator, pathOf };
}

async function subscribe(acme: Client, { url }: Rig): Promise<{ readonly id: number; readonly path: string }> {
  const made = await acme('POST', '/admin/sync_destinations', {
    destination_tenant_url: `${url}/beta`,
    destination_tenant_api_key: 'beta-key',
    destination_team_id: 42,
    team_id: 7,
    story_ids: [1],
    manual_sync_only: true,
  });
  const id = made.idAt('sync_destination', 'id');
  return { id, path: `/admin/sync_destinations/${id}` };
}

describe('parameters', () => {
  const routes = apiRoutes.map(({ method, path }) => [method, path] as const);

  it.each(routes)('that nobody documents are refused by %s %s, in the query as in the body', async (method, path) => {
    const { emulator, pathOf } = await furnished();
    await using _ = emulator;
    const acme = emulator.tenant('acme');
    const before = (await emulator.control('GET', '/state')).text;
    const answers: Answer[] = [];
    // The first shapes of error bodies quote the cause; two in a row never are the empty one.
    for (let turn = 0; turn < 2; turn += 1) answers.push(await acme(method, `${pathOf(path)}?undocumented=1`));
    if (method !== 'GET') answers.push(await acme(method, pathOf(path), { undocumented: 1 }));
    const known = /is not a parameter|can't be blank/;
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 422));
    expect(answers.map(({ text }) => text).join()).toMatch(known);
    expect((await emulator.control('GET', '/state')).text).toBe(before);
  });

  it('of a delete count in the query too: the copies stay where they are asked to', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile(), change_control: true }] }));
    const acme = emulator.tenant('acme');
    const { path } = await subscribe(acme, emulator);
    await acme('POST', `${path}/manual_sync`);
    const beta = emulator.tenant('beta');
    await expect.poll(async () => (await beta('GET', '/stories')).at('meta', 'count'), { timeout: 20_000 }).toBe(1);
    expect((await acme('DELETE', `${path}?keep_stories=true`)).status).toBe(204);
    const again = await subscribe(acme, emulator);
    await acme('POST', `${again.path}/manual_sync`);
    // A deletion would have been carried out before this sync.
    await expect.poll(async () => (await beta('GET', '/stories')).at('meta', 'count'), { timeout: 20_000 }).toBe(2);
    expect((await acme('DELETE', `${again.path}?keep_stories=maybe`)).status).toBe(422);
  });

  it('of a query stay text where text is asked for, and are numbers, flags and lists where those are', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const story = await acme(
      'POST',
      '/stories?team_id=7&name=2026&description=null&disabled=true&tags[]=1&tags[]=soc',
      {},
    );
    expect(story.status).toBe(201);
    expect(story.body).toMatchObject({
      name: '2026',
      description: 'null',
      disabled: true,
      team_id: 7,
      tags: ['1', 'soc'],
    });
    expect((await acme('PUT', `/stories/${story.id}?folder_id=`, {})).at('folder_id')).toBeNull();
    expect((await acme('POST', '/stories?team_id=seven', {})).status).toBe(422);
    expect((await acme('POST', '/stories', { team_id: '7' })).status).toBe(422);
    const doomed = await acme('DELETE', `/stories/batch?ids[]=${story.id}`);
    expect(doomed.status).toBe(204);
    expect((await acme('GET', `/stories/${story.id}`)).status).toBe(404);
  });
});

describe('what real clients send', () => {
  it('may end its path with a slash', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const body = { new_name: 'S', data: storyFile({ name: 'S' }), team_id: 7, mode: 'new' };
    const imported = await acme('POST', '/stories/import/', body);
    expect(imported.status).toBe(200);
    expect((await acme('GET', `/stories/${imported.id}/export/`)).at('name')).toBe('S');
    expect((await acme('GET', '/stories//')).status).toBe(404);
  });

  it('is hit by faults with or without that slash', async () => {
    await using emulator = await rig();
    await emulator.control('POST', '/faults', { path: '^/info$', fault: { kind: 'error', status: 503 } });
    expect((await emulator.tenant('acme')('GET', '/info/')).status).toBe(503);
  });

  it('may leave the name of a story out, and its mode empty', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const story = await acme('POST', '/stories', { team_id: 7 });
    expect([story.status, story.at('name')]).toEqual([201, 'New Story']);
    expect((await acme('GET', `/stories/${story.id}?story_mode=`)).status).toBe(200);
    expect((await acme('GET', `/stories/${story.id}?story_mode=MIXED`)).status).toBe(422);
  });

  it('still switches send-to-story by the old flag', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile() }] }));
    const acme = emulator.tenant('acme');
    const on = await acme('PUT', '/stories/1', { send_to_story_enabled: true });
    expect(on.body).toMatchObject({ send_to_story_enabled: true, send_to_story_access_source: 'STS' });
    const off = await acme('PUT', '/stories/1', { send_to_story_enabled: false });
    expect(off.body).toMatchObject({ send_to_story_enabled: false, send_to_story_access_source: 'OFF' });
  });

  it('patches folders and records', async () => {
    const { emulator, pathOf } = await furnished();
    await using _ = emulator;
    const acme = emulator.tenant('acme');
    const folder = await acme('PATCH', '/folders/5', { name: 'G' });
    expect([folder.status, folder.at('name')]).toEqual([200, 'G']);
    const type = await acme('GET', pathOf('/record_types/:id'));
    const values = [{ field_id: type.at('record_fields', 0, 'id'), value: 'new' }];
    const record = await acme('PATCH', pathOf('/records/:id'), { field_values: values });
    expect([record.status, record.at('records', 0, 'value')]).toEqual([200, 'new']);
  });

  it('names fields of records by text, and reads records in their own shape and order', async () => {
    const { emulator, pathOf } = await furnished();
    await using _ = emulator;
    const acme = emulator.tenant('acme');
    const type = await acme('GET', pathOf('/record_types/:id'));
    const record = await acme('POST', '/records', {
      record_type_id: type.id,
      field_values: [{ field_id: String(type.at('record_fields', 0, 'id')), value: 'second' }],
      case_ids: [4],
    });
    expect(record.status).toBe(201);
    expect(record.body).toEqual({
      id: record.id,
      record_type: { id: type.id, name: 'Alert' },
      records: [{ name: 'Title', value: 'second' }],
      result: null,
      case_ids: [4],
      story: null,
      parent_id: null,
    });
    const list = (direction: string) => acme('GET', `/records?record_type_id=${type.id}&order_direction=${direction}`);
    expect((await list('DESC')).each('record_results', 'id')).toEqual(
      (await list('ASC')).each('record_results', 'id').reverse(),
    );
    expect((await list('DESC')).at('record_results', 0, 'id')).toBe(record.id);
    expect((await list('sideways')).status).toBe(422);
  });
});

describe('the clock', () => {
  it('stands still, and goes forward, when it is told to; answers carry its time', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile({ guid: hex('7') }) }] }));
    const acme = emulator.tenant('acme');
    const stopped = await emulator.control('POST', '/clock', { stopped: true });
    const edited = async () => (await acme('PUT', '/stories/1', { description: 'x' })).textAt('edited_at');
    const first = await edited();
    expect(await edited()).toBe(first);
    const later = await emulator.control('POST', '/clock', { advance_ms: 60_000 });
    expect(Date.parse(later.textAt('now'))).toBe(Date.parse(stopped.textAt('now')) + 60_000);
    const answer = await acme('PUT', '/stories/1', { description: 'y' });
    expect(Date.parse(answer.textAt('edited_at'))).toBe(Date.parse(first) + 60_000);
    expect(Date.parse(answer.headers.get('date') ?? '')).toBe(Date.parse(first) + 60_000);
    expect((await emulator.control('POST', '/clock', { advance_ms: -1 })).status).toBe(422);
  });
});

describe('story files of the config', () => {
  it('may be named by their whole path', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'emulator-'));
    try {
      const file = join(directory, 'story.json');
      await writeFile(file, JSON.stringify(storyFile()));
      await using emulator = await rig(world({ stories: [{ id: 1, file }] }));
      expect((await emulator.tenant('acme')('GET', '/stories/1')).at('name')).toBe('Contain host');
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
