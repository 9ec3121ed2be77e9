import { describe, expect, it } from 'vitest';
import { failed } from '../../test/support/answers.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { EXPORT, mockTenantApi, STORY, wireStory, wireType } from '../../test/support/mock-tenant-api.ts';

const { api, tenant } = mockTenantApi();

describe('writing', () => {
  const data = EXPORT;

  it('imports under one name, said twice', async () => {
    api()
      .post('/stories/import', {
        new_name: 'Mine',
        data: { ...EXPORT, name: 'Mine' },
        team_id: 42,
        mode: 'versionReplace',
      })
      .matchHeader('content-type', 'application/json')
      .reply(200, wireStory({ name: 'Mine' }));
    const answer = await tenant().importStory({ teamId: 42, mode: 'versionReplace', name: 'Mine', data });
    expect(answer).toEqual({ ok: true, value: { ...STORY, name: 'Mine' } });
  });

  it('names a folder only when there is one', async () => {
    api()
      .post('/stories/import', (body) => body.folder_id === 5)
      .reply(200, wireStory({ folder_id: 5 }));
    const answer = await tenant().importStory({ teamId: 42, mode: 'new', name: 'Mine', data, folderId: 5 });
    expect(answer.ok && answer.value.folderId).toBe(5);
  });

  it('updates only what the patch names', async () => {
    api()
      .put('/stories/301', { name: 'New', add_tag_names: ['a'], disabled: false })
      .reply(200, wireStory());
    api()
      .put('/stories/301', { remove_tag_names: ['b'], locked: true, priority: true, folder_id: null })
      .reply(200, wireStory());
    const client = tenant();
    expect((await client.updateStory(301, { name: 'New', addTags: ['a'], removeTags: [], disabled: false })).ok).toBe(
      true,
    );
    expect(
      (await client.updateStory(301, { removeTags: ['b'], locked: true, priority: true, folderId: null })).ok,
    ).toBe(true);
  });

  it('creates and extends record types', async () => {
    const title = { name: 'Title', resultType: 'TEXT', fixedValues: [] };
    const level = { name: 'Level', resultType: 'TEXT_ENUM', fixedValues: ['low'] };
    const wireLevel = { name: 'Level', result_type: 'TEXT_ENUM', fixed_values: ['low'] };
    api()
      .post('/record_types', {
        name: 'Alert',
        team_id: 42,
        fields: [{ name: 'Title', result_type: 'TEXT' }, wireLevel],
      })
      .reply(201, wireType);
    api()
      .put('/record_types/512', {
        fields: [
          { id: 9, ...wireLevel },
          { name: 'Title', result_type: 'TEXT' },
        ],
      })
      .reply(200, wireType);
    const client = tenant();
    expect((await client.createRecordType(42, 'Alert', [title, level])).ok).toBe(true);
    expect((await client.updateRecordType(512, [{ id: 9, ...level }, title])).ok).toBe(true);
  });

  it.each([[{ story_version: { id: 4, name: 'before' } }], [{ id: 4 }]])(
    'saves a version answered as %j',
    async (body) => {
      api().post('/stories/301/versions', { name: 'before' }).reply(200, body);
      expect(await tenant().saveVersion(301, 'before')).toEqual({ ok: true, value: null });
    },
  );

  it.each([
    [204, ''],
    [200, '{"id":301}'],
  ])('deletes a story, answered with %i', async (status, body) => {
    api().delete('/stories/301').reply(status, body);
    expect(await tenant().deleteStory(301)).toEqual({ ok: true, value: null });
  });

  it.each([
    [404, 'not_found', 'none'],
    [422, 'rejected', 'none'],
    [500, 'unavailable', 'possible'],
  ])('does not repeat a delete answered with %i: %s, effect %s', async (status, kind, effect) => {
    api().delete('/stories/301').reply(status, '');
    const found = await failed(tenant().deleteStory(301));
    expect(found).toMatchObject({ kind, evidence: { status }, effect, request: 'DELETE /stories/301' });
  });

  it.each([
    [400, 'rejected', 'none'],
    [401, 'unauthorized', 'none'],
    [403, 'not_found', 'none'],
    [404, 'not_found', 'none'],
    [408, 'unavailable', 'possible'],
    [409, 'unavailable', 'possible'],
    [425, 'unavailable', 'possible'],
    [422, 'rejected', 'none'],
    [500, 'unavailable', 'possible'],
    [502, 'unavailable', 'possible'],
    [503, 'unavailable', 'possible'],
    [504, 'unavailable', 'possible'],
    [302, 'redirected', 'possible'],
  ])('answers a write that ended with %i at once: %s, effect %s', async (status, kind, effect) => {
    api().post('/stories/import').reply(status, { error: 'CANARY' }, { location: 'https://evil.example/' });
    const found = await failed(tenant().importStory({ teamId: 42, mode: 'new', name: 'Mine', data }));
    expect(found).toMatchObject({ kind, evidence: { status }, effect, request: 'POST /stories/import' });
    expect(JSON.stringify(found)).not.toContain('CANARY');
  });

  it.each([400, 401, 403, 404, 422, 502])('does not believe a refusal with %i that is a web page', async (status) => {
    api().post('/stories/import').reply(status, '\n<!DOCTYPE html><html>CANARY</html>');
    const found = await failed(tenant().importStory({ teamId: 42, mode: 'new', name: 'Mine', data }));
    expect(found).toMatchObject({ kind: 'unavailable', evidence: { status, unclear: 'web_page' }, effect: 'possible' });
  });

  it.each([
    ['another shape', {}],
    ['a page', '<html>signed out</html>'],
    ['cut-off JSON', '{"id":301'],
    ['nothing', ''],
  ])('cannot tell what became of a write that is answered with %s', async (_, body) => {
    api().post('/stories/import').reply(200, body);
    const found = await failed(tenant().importStory({ teamId: 42, mode: 'new', name: 'Mine', data }));
    expect([found.kind, found.effect]).toEqual(['malformed', 'possible']);
  });

  it('leaves a write that was one too many to whoever looks whether it was carried out, after the wait', async () => {
    const clock = instantClock();
    const client = tenant({ clock });
    api().post('/stories/import').reply(429, '', { 'retry-after': '3' }).get('/stories/301').reply(200, wireStory());
    const found = await failed(client.importStory({ teamId: 42, mode: 'new', name: 'Mine', data }));
    expect(found).toMatchObject({ kind: 'rate_limited', evidence: { status: 429, attempts: 1 }, effect: 'possible' });
    expect(clock.slept).toEqual([]);
    expect((await client.getStory(301)).ok).toBe(true);
    expect(clock.slept).toEqual([3000]);
  });

  it('names a refusal in words of its own', async () => {
    api()
      .put('/stories/301')
      .reply(422, { errors: [{ message: 'Tag CANARY', details: 'must exist' }] });
    const found = await failed(tenant().updateStory(301, { addTags: ['x'] }));
    expect(found.evidence).toMatchObject({ seen: 'status', status: 422, phrases: ['tag "must exist"'] });
  });
});
