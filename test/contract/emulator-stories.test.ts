import { describe, expect, it } from 'vitest';
import { hex, importing, recordStory, rig, STAMP, storyFile, world } from './emulator-rig.ts';

describe('stories', () => {
  it('answers 201 to a created story and 204 to a deleted one', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const story = await acme('POST', '/stories', { team_id: 7, name: 'Contain host' });
    expect(story.status).toBe(201);
    expect(story.body).toMatchObject({ slug: 'contain_host', mode: 'LIVE', team_id: 7, disabled: false });
    const deleted = await acme('DELETE', `/stories/${story.id}`);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await acme('GET', `/stories/${story.id}`)).status).toBe(404);
    expect((await acme('DELETE', `/stories/${story.id}`)).status).toBe(404);
  });

  it('deletes a batch as a whole or not at all', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const story = await acme('POST', '/stories', { team_id: 7, name: 'A' });
    expect((await acme('DELETE', '/stories/batch', { ids: [story.id, 1] })).status).toBe(404);
    expect((await acme('GET', `/stories/${story.id}`)).status).toBe(200);
    expect((await acme('DELETE', '/stories/batch', { ids: [story.id] })).status).toBe(204);
  });

  it('creates a tag that an update adds', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile() }] }));
    const acme = emulator.tenant('acme');
    const updated = await acme('PUT', '/stories/1', { add_tag_names: ['fresh'] });
    expect(updated.at('tags')).toEqual(['fresh']);
    expect((await acme('GET', '/stories?tags[]=fresh')).each('stories', 'id')).toEqual([1]);
    const tagged = await acme('POST', '/stories/import', importing(storyFile({ tags: ['fresh'] })));
    expect(tagged.at('tags')).toEqual(['fresh']);
    const removed = await acme('PUT', '/stories/1', { remove_tag_names: ['fresh'] });
    expect(removed.at('tags')).toEqual([]);
  });

  it('refuses edits of a locked story with 422, but not the unlocking', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile(), locked: true }] }));
    const acme = emulator.tenant('acme');
    expect((await acme('PUT', '/stories/1', { name: 'Other' })).status).toBe(422);
    expect((await acme('POST', '/stories/import', importing(storyFile(), { mode: 'versionReplace' }))).status).toBe(
      422,
    );
    expect((await acme('PUT', '/stories/1', { locked: false })).status).toBe(200);
    expect((await acme('PUT', '/stories/1', { name: 'Other' })).status).toBe(200);
  });

  it('moves edited_at with every edit, by whole seconds', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile() }] }));
    const acme = emulator.tenant('acme');
    const stamps = [];
    await emulator.control('POST', '/clock', { stopped: true });
    for (const name of ['A', 'B', 'C']) {
      stamps.push(Date.parse((await acme('PUT', '/stories/1', { name })).textAt('edited_at')));
      await emulator.control('POST', '/clock', { advance_ms: 1_000 });
    }
    const [first = 0] = stamps;
    expect(stamps).toEqual([first, first + 1_000, first + 2_000]);
    expect(first % 1_000).toBe(0);
  });

  it('refuses a folder of another team and unknown values', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile() }] }));
    const acme = emulator.tenant('acme');
    const folder = await acme('POST', '/folders', { name: 'F', content_type: 'STORY', team_id: 8 });
    expect((await acme('PUT', '/stories/1', { folder_id: folder.id })).status).toBe(422);
    expect((await acme('PUT', '/stories/1', { keep_events_for: 5 })).status).toBe(422);
  });
});

describe('export', () => {
  it('is unwrapped, stamped with the time and free of settings', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile(), disabled: true }] }));
    const answer = await emulator.tenant('acme')('GET', '/stories/1/export');
    expect(answer.at('exported_at')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    for (const key of ['id', 'disabled', 'priority', 'locked', 'team_id', 'folder_id', 'owners', 'edited_at']) {
      expect(answer.at(key)).toBeUndefined();
    }
  });

  it('keeps its URLs unless asked to randomize them', async () => {
    const stories = [{ id: 1, content: storyFile(), keep_guid: true, keep_ingress: true }];
    await using emulator = await rig(world({ stories }));
    const acme = emulator.tenant('acme');
    const plain = await acme('GET', '/stories/1/export');
    expect(plain.at('agents', 0, 'options', 'path')).toBe(hex('c'));
    const random = await acme('GET', '/stories/1/export?randomize_urls=true');
    expect(random.at('agents', 0, 'options', 'path')).not.toBe(hex('c'));
    expect(random.at('agents', 2, 'options', 'url_identifier')).not.toBe(hex('e'));
    expect(random.at('agents', 1, 'options', 'path')).toBe('=receive.body');
  });

  it('clears recipients when asked', async () => {
    await using emulator = await rig(world({ stories: [{ id: 1, content: storyFile() }] }));
    const acme = emulator.tenant('acme');
    expect((await acme('GET', '/stories/1/export')).at('recipients')).toEqual(['owner@acme.invalid']);
    expect((await acme('GET', '/stories/1/export?clear_recipients=true')).at('recipients')).toEqual([]);
  });
});

describe('import', () => {
  it('answers 200 with the story, under a new guid and the stamp of the file', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const story = await acme('POST', '/stories/import', importing(storyFile()));
    expect(story.status).toBe(200);
    expect(story.at('guid')).not.toBe(hex('b'));
    expect((await acme('GET', `/stories/${story.id}/export`)).at('origin_story_identifier')).toBe(STAMP);
  });

  it('gives a story without a stamp one of its own', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const story = await acme('POST', '/stories/import', importing(storyFile({ origin_story_identifier: null })));
    const exported = await acme('GET', `/stories/${story.id}/export`);
    expect(exported.at('origin_story_identifier')).toMatch(new RegExp(`^cloud:[0-9a-f]{32}:${story.textAt('guid')}$`));
  });

  it('keeps id, guid, disabled and folder when it replaces by name', async () => {
    await using emulator = await rig(
      world({
        folders: [{ id: 5, name: 'F' }],
        stories: [{ id: 1, content: storyFile(), disabled: true, folder_id: 5 }],
      }),
    );
    const acme = emulator.tenant('acme');
    const before = await acme('GET', '/stories/1');
    await emulator.control('POST', '/clock', { advance_ms: 1_000 });
    const file = storyFile({ description: 'changed' });
    const after = await acme('POST', '/stories/import', importing(file, { mode: 'versionReplace' }));
    expect(after.body).toMatchObject({ id: 1, guid: before.at('guid'), disabled: true, folder_id: 5 });
    expect(after.at('description')).toBe('changed');
    expect(after.at('edited_at')).not.toBe(before.at('edited_at'));
  });

  it('makes a second story of the same name in mode new', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const one = await acme('POST', '/stories/import', importing(storyFile()));
    const two = await acme('POST', '/stories/import', importing(storyFile()));
    expect(one.id).not.toBe(two.id);
    expect(two.at('name')).toBe('Contain host');
  });

  it('rewrites everything that quotes an action guid', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const story = await acme('POST', '/stories/import', importing(storyFile()));
    const exported = await acme('GET', `/stories/${story.id}/export`);
    const [webhook, transform, page] = exported.texts('agents', 'guid');
    expect(webhook).not.toBe(hex('1'));
    expect(exported.at('diagram_layout')).toBe(`{"${webhook}":[15,30],"${transform}":[15,120]}`);
    expect(exported.at('pages', 0, 'agent_guid')).toBe(page);
    expect(exported.at('integrations', 0, 'action_guid')).toBe(transform);
  });

  it('does not import embedded sub-stories', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const file = storyFile({ send_to_stories: [storyFile({ name: 'Inner' })] });
    const story = await acme('POST', '/stories/import', importing(file));
    expect((await acme('GET', '/stories')).at('meta', 'count')).toBe(1);
    expect((await acme('GET', `/stories/${story.id}/export`)).at('send_to_stories')).toEqual([]);
  });

  it.each([
    ['a story guid that is not 32 hex digits', { guid: 'abc' }],
    ['a stamp of another form', { origin_story_identifier: 'cloud:x:y' }],
    [
      'an action guid that is not 32 hex digits',
      { agents: [{ type: 'Agents::X', name: 'A', guid: 'x', options: {} }] },
    ],
    ['a link out of range', { links: [{ source: 0, receiver: 3 }] }],
    ['an exit that names no action', { exit_agent_guids: [hex('9')] }],
    ['an empty name', { name: ' ' }],
    ['a layout that is no JSON text', { diagram_layout: 'x' }],
    ['a placeholder of storysync', { description: 'storysync:destination-owned' }],
  ])('refuses %s', async (_, changes) => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    expect((await acme('POST', '/stories/import', importing(storyFile(changes), { new_name: 'X' }))).status).toBe(422);
    expect((await acme('GET', '/stories')).at('meta', 'count')).toBe(0);
  });

  it('refuses a call without new_name and a folder of another team', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const { new_name: _, ...without } = { new_name: 'x', ...importing(storyFile()) };
    expect((await acme('POST', '/stories/import', { ...without, new_name: null })).status).toBe(422);
    const folder = await acme('POST', '/folders', { name: 'F', content_type: 'STORY', team_id: 8 });
    expect((await acme('POST', '/stories/import', importing(storyFile(), { folder_id: folder.id }))).status).toBe(422);
  });

  it('takes old schema versions and exports them with its own stamps', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const story = await acme('POST', '/stories/import', importing(storyFile({ schema_version: 3 })));
    expect(story.status).toBe(200);
    expect((await acme('GET', `/stories/${story.id}/export`)).at('schema_version')).toBe(28);
  });

  it('carries keys and action types it does not know', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const agents = [{ type: 'Agents::FutureAgent', name: 'A', guid: hex('1'), options: { a: 1 }, tools: [{ b: 2 }] }];
    const file = storyFile({ agents, links: [], pages: [], integrations: [], diagram_layout: '{}', future: { c: 3 } });
    const story = await acme('POST', '/stories/import', importing(file));
    const exported = await acme('GET', `/stories/${story.id}/export`);
    expect(exported.at('future')).toEqual({ c: 3 });
    expect(exported.at('agents', 0, 'tools')).toEqual([{ b: 2 }]);
  });

  it('embeds record types with its own ids and blanks the options', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const file = recordStory([{ name: 'Title', result_type: 'TEXT' }]);
    const story = await acme('POST', '/stories/import', importing(file));
    const types = await acme('GET', '/record_types?team_id=7');
    const exported = await acme('GET', `/stories/${story.id}/export`);
    expect(exported.at('agents', 0, 'record_type', 'id')).toBe(types.at('record_types', 0, 'id'));
    expect(exported.at('agents', 0, 'options', 'record_type_id')).toBe('');
    expect(exported.each('agents.0.record_type.record_fields', 'name')).toEqual([
      'Story name',
      'Timestamp',
      'Updated at',
      'Title',
    ]);
  });
});
