import { describe, expect, it } from 'vitest';
import { importing, rig, storyFile, world } from './emulator-rig.ts';

const ALERT = { name: 'Alert', team_id: 7, fields: [{ name: 'Title', result_type: 'TEXT' }] };

describe('record types', () => {
  it('answers 201 to a created record type, default fields apart', async () => {
    await using emulator = await rig();
    const type = await emulator.tenant('acme')('POST', '/record_types', ALERT);
    expect(type.status).toBe(201);
    expect(type.each('record_fields', 'name')).toEqual(['Title']);
    expect(type.each('default_record_fields', 'name')).toEqual(['Story name', 'Timestamp']);
  });

  it('adds fields and keeps those that an update leaves out', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const type = await acme('POST', '/record_types', ALERT);
    const added = await acme('PUT', `/record_types/${type.id}`, { fields: [{ name: 'Score', result_type: 'NUMBER' }] });
    expect(added.status).toBe(200);
    expect(added.each('record_fields', 'name')).toEqual(['Title', 'Score']);
    expect(added.at('record_fields', 0, 'id')).toBe(type.at('record_fields', 0, 'id'));
    const untouched = await acme('PUT', `/record_types/${type.id}`, { fields: [] });
    expect(untouched.each('record_fields', 'name')).toEqual(['Title', 'Score']);
  });

  it('renames a field by id and removes one only by field_ids_to_delete', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const type = await acme('POST', '/record_types', ALERT);
    const id = Number(type.at('record_fields', 0, 'id'));
    const renamed = await acme('PUT', `/record_types/${type.id}`, { fields: [{ id, name: 'Headline' }] });
    expect(renamed.each('record_fields', 'name')).toEqual(['Headline']);
    const removed = await acme('PUT', `/record_types/${type.id}`, { field_ids_to_delete: [id] });
    expect(removed.at('record_fields')).toEqual([]);
  });

  it('refuses a TEXT to NUMBER change and takes TEXT to TEXT_ENUM', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const type = await acme('POST', '/record_types', ALERT);
    const id = type.at('record_fields', 0, 'id');
    const path = `/record_types/${type.id}`;
    expect((await acme('PUT', path, { fields: [{ id, result_type: 'NUMBER' }] })).status).toBe(422);
    const changed = await acme('PUT', path, { fields: [{ id, result_type: 'TEXT_ENUM', fixed_values: ['low'] }] });
    expect(changed.at('record_fields', 0)).toMatchObject({ result_type: 'TEXT_ENUM', fixed_values: ['low'] });
  });

  it.each([
    ['a taken name', ALERT],
    ['a TEXT_ENUM without values', { ...ALERT, name: 'B', fields: [{ name: 'x', result_type: 'TEXT_ENUM' }] }],
    ['an unknown result type', { ...ALERT, name: 'B', fields: [{ name: 'x', result_type: 'ARRAY' }] }],
    ['the name of a default field', { ...ALERT, name: 'B', fields: [{ name: 'Timestamp', result_type: 'TEXT' }] }],
    ['a ttl that is not offered', { ...ALERT, name: 'B', ttl_days: 4 }],
  ])('refuses %s with 422', async (_, body) => {
    await using emulator = await rig(world({ record_types: [{ name: 'Alert', fields: [] }] }));
    expect((await emulator.tenant('acme')('POST', '/record_types', body)).status).toBe(422);
  });

  it('needs team_id to list and answers 204 to a delete', async () => {
    await using emulator = await rig(world({ record_types: [{ name: 'Alert', fields: [] }] }));
    const acme = emulator.tenant('acme');
    expect((await acme('GET', '/record_types')).status).toBe(422);
    const listed = await acme('GET', '/record_types?team_id=7');
    const path = `/record_types/${listed.idAt('record_types', 0, 'id')}`;
    expect((await acme('DELETE', path)).status).toBe(204);
    expect((await acme('GET', path)).status).toBe(404);
  });
});

describe('records', () => {
  it('keep their rows when the type gains a field', async () => {
    const fields = [{ name: 'Title', result_type: 'TEXT' }];
    await using emulator = await rig(world({ record_types: [{ name: 'Alert', fields, records: 12 }] }));
    const acme = emulator.tenant('acme');
    const type = (await acme('GET', '/record_types?team_id=7')).idAt('record_types', 0, 'id');
    await acme('PUT', `/record_types/${type}`, { fields: [{ name: 'Score', result_type: 'NUMBER' }] });
    const rows = await acme('GET', `/records?record_type_id=${type}&per_page=500`);
    expect(rows.at('meta', 'count')).toBe(12);
    expect(rows.at('record_results', 0, 'records', 0)).toEqual({ name: 'Title', value: 'Title 1' });
  });

  it('can be created, changed and deleted', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const type = await acme('POST', '/record_types', ALERT);
    const field = type.at('record_fields', 0, 'id');
    const values = (value: unknown): object => ({ field_values: [{ field_id: field, value }] });
    const record = await acme('POST', '/records', { record_type_id: type.id, ...values('one') });
    expect(record.status).toBe(201);
    const changed = await acme('PUT', `/records/${record.id}`, values('two'));
    expect(changed.at('records', 0, 'value')).toBe('two');
    expect((await acme('POST', '/records', { record_type_id: type.id, ...values(5) })).status).toBe(422);
    expect((await acme('DELETE', `/records/${record.id}`)).status).toBe(204);
    expect((await acme('GET', '/records')).status).toBe(422);
  });
});

describe('teams, folders, credentials and resources', () => {
  it('never lists a secret of a credential, but does list resource values', async () => {
    await using emulator = await rig(
      world({ credentials: ['virustotal'], resources: [{ slug: 'settings', value: { a: 1 } }] }),
    );
    const acme = emulator.tenant('acme');
    const credentials = await acme('GET', '/user_credentials?team_id=7');
    expect(credentials.at('user_credentials', 0)).toMatchObject({ slug: 'virustotal', read_access: 'TEAM' });
    expect(credentials.at('user_credentials', 0, 'value')).toBeUndefined();
    const resources = await acme('GET', '/global_resources?team_id=7&include_referencing_action_ids=false');
    expect(resources.at('global_resources', 0)).toMatchObject({ slug: 'settings', value: '{"a":1}' });
    expect(resources.at('global_resources', 0, 'referencing_action_ids')).toBeUndefined();
  });

  it('lists teams without their slug', async () => {
    await using emulator = await rig();
    const teams = await emulator.tenant('acme')('GET', '/teams');
    expect(teams.at('teams', 0)).toEqual({ id: 7, name: 'SOC', groups: [] });
    expect((await emulator.tenant('acme')('POST', '/teams', { name: 'New' })).status).toBe(201);
  });

  it('creates, renames and deletes folders', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const folder = await acme('POST', '/folders', { name: 'F', content_type: 'STORY', team_id: 7 });
    expect(folder.status).toBe(201);
    expect((await acme('PUT', `/folders/${folder.id}`, { name: 'G' })).at('name')).toBe('G');
    expect((await acme('DELETE', `/folders/${folder.id}`)).status).toBe(204);
    expect((await acme('GET', `/folders/${folder.id}`)).status).toBe(404);
  });
});

describe('change control', () => {
  const controlled = world(
    { stories: [{ id: 1, content: storyFile(), change_control: true }] },
    { keys: [{ key: 'reviewer', kind: 'tenant_owner' }] },
  );

  it('never lets an import or an update change the live story', async () => {
    await using emulator = await rig(controlled);
    const acme = emulator.tenant('acme');
    const before = await acme('GET', '/stories/1');
    const file = storyFile({ description: 'new' });
    await acme('POST', '/stories/import', importing(file, { mode: 'versionReplace', draft_name: 'git' }));
    await acme('PUT', '/stories/1', { description: 'other' });
    expect((await acme('GET', '/stories/1')).body).toEqual(before.body);
    expect((await acme('GET', '/stories/1/drafts')).each('drafts', 'name')).toEqual(['git', 'test']);
  });

  it('promotes a draft only after somebody else has approved it, where approval is required for all changes', async () => {
    await using emulator = await rig({ ...controlled, switches: { self_approval: 'forbidden' } });
    const acme = emulator.tenant('acme');
    const reviewer = emulator.tenant('acme', 'reviewer');
    const file = storyFile({ description: 'new' });
    const imported = await acme(
      'POST',
      '/stories/import',
      importing(file, { mode: 'versionReplace', draft_name: 'git' }),
    );
    const draft = imported.idAt('draft_id');
    expect((await acme('GET', `/stories/1/change_request/view?draft_id=${draft}`)).at('change_request')).toBeNull();
    const opened = await acme('POST', '/stories/1/change_request', { title: 'Deploy', draft_id: draft });
    expect(opened.at('change_request', 'status')).toBe('PENDING');
    expect(JSON.parse(String(opened.at('change_request', 'draft_export')))).toMatchObject({ description: 'new' });
    const id = { change_request_id: opened.at('change_request', 'id') };
    expect((await acme('POST', '/stories/1/change_request/promote', id)).status).toBe(422);
    expect((await acme('POST', '/stories/1/change_request/approve', id)).status).toBe(422);
    expect((await reviewer('POST', '/stories/1/change_request/approve', id)).at('change_request', 'status')).toBe(
      'APPROVED',
    );
    const promoted = await acme('POST', '/stories/1/change_request/promote', { ...id, delete_draft: true });
    expect(promoted.body).toMatchObject({ id: 1, description: 'new' });
    expect((await acme('GET', '/stories/1/drafts')).at('meta', 'count')).toBe(0);
  });

  it('keeps the draft of a promotion that does not ask to delete it, and lets who manages stories pass the approval', async () => {
    await using emulator = await rig(
      world(
        { stories: [{ id: 1, content: storyFile(), change_control: true }] },
        { keys: [{ key: 'admin', kind: 'team', team: 7, role: 'team_admin' }] },
      ),
    );
    const acme = emulator.tenant('acme');
    const draft = await acme('POST', '/stories/1/drafts', { name: 'mine' });
    const opened = await acme('POST', '/stories/1/change_request', { draft_id: draft.id });
    const body = {
      change_request_id: opened.at('change_request', 'id'),
      bypass_approval: true,
      bypass_approval_reason: 'incident 4711',
    };
    const promote = '/stories/1/change_request/promote';
    expect((await emulator.tenant('acme', 'admin')('POST', promote, body)).status).toBe(404);
    expect((await acme('POST', promote, body)).status).toBe(200);
    expect((await acme('GET', '/stories/1/drafts')).each('drafts', 'name')).toEqual(['mine']);
    expect((await acme('PUT', '/stories/1', { draft_id: draft.id, name: 'X' })).status).toBe(200);
  });

  it('locks a draft while its request is open, until it is cancelled', async () => {
    await using emulator = await rig(controlled);
    const acme = emulator.tenant('acme');
    const draft = await acme('POST', '/stories/1/drafts', { name: 'mine' });
    const opened = await acme('POST', '/stories/1/change_request', { draft_id: draft.id });
    expect((await acme('PUT', '/stories/1', { draft_id: draft.id, name: 'X' })).status).toBe(422);
    const id = { change_request_id: opened.at('change_request', 'id') };
    expect((await acme('POST', '/stories/1/change_request/cancel', id)).at('change_request')).toBeNull();
    expect((await acme('PUT', '/stories/1', { draft_id: draft.id, name: 'X' })).status).toBe(200);
    expect((await acme('DELETE', `/stories/1/drafts/${draft.id}`)).status).toBe(204);
  });

  it('lets only a team admin switch it off', async () => {
    await using emulator = await rig(
      world(
        { stories: [{ id: 1, content: storyFile(), change_control: true }] },
        { keys: [{ key: 'editor', kind: 'team', team: 7, role: 'editor' }] },
      ),
    );
    const off = { change_control_enabled: false };
    expect((await emulator.tenant('acme', 'editor')('PUT', '/stories/1', off)).status).toBe(404);
    expect((await emulator.tenant('acme')('PUT', '/stories/1', off)).at('change_control_enabled')).toBe(false);
  });
});

describe('versions', () => {
  it('hold the whole export and can be renamed and deleted', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile() }] }));
    const acme = emulator.tenant('acme');
    const version = await acme('POST', '/stories/1/versions', { name: 'before' });
    const path = `/stories/1/versions/${version.idAt('story_version', 'id')}`;
    expect((await acme('GET', path)).at('story_version', 'export_file', 'name')).toBe('Contain host');
    expect((await acme('POST', path, { name: 'kept' })).at('story_version', 'name')).toBe('kept');
    expect((await acme('GET', '/stories/1/versions')).each('story_versions', 'name')).toEqual(['kept']);
    expect((await acme('DELETE', path)).status).toBe(200);
    expect((await acme('GET', path)).status).toBe(404);
  });
});
