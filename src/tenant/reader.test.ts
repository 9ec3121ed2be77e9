import { describe, expect, it } from 'vitest';
import { failed } from '../../test/support/answers.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { EXPORT, meta, mockTenantApi, STORY, wireStory, wireType } from '../../test/support/mock-tenant-api.ts';

const { api, tenant } = mockTenantApi();

describe('reading', () => {
  it('lists the stories of a team in our words', async () => {
    const query = { team_id: 42, order: 'NAME', per_page: 500, page: 1 };
    api()
      .get('/stories')
      .query(query)
      .reply(200, { stories: [wireStory()], meta: meta(1) });
    expect(await tenant().listStories(42)).toEqual({ ok: true, value: [STORY] });
  });

  it('leaves out stories of another team, should the filter not apply', async () => {
    const stories = [wireStory(), wireStory({ id: 302, team_id: 8 })];
    api()
      .get('/stories')
      .query(true)
      .reply(200, { stories, meta: meta(2) });
    expect(await tenant().listStories(42)).toEqual({ ok: true, value: [STORY] });
  });

  it('finds exactly named stories in every team', async () => {
    const stories = [wireStory({ team_id: 8 }), wireStory({ id: 302, name: 'Contain host 2' })];
    api()
      .get('/stories')
      .query({ search: 'Contain host', order: 'NAME', per_page: 500, page: 1 })
      .reply(200, { stories, meta: meta(2) });
    expect(await tenant().findStoriesNamed('Contain host')).toEqual({ ok: true, value: [{ ...STORY, teamId: 8 }] });
  });

  it('lists what the key sees without a team', async () => {
    api()
      .get('/stories')
      .query({ order: 'NAME', per_page: 500, page: 1 })
      .reply(200, { stories: [], meta: meta(0) });
    expect(await tenant().listVisibleStories()).toEqual({ ok: true, value: [] });
  });

  it.each(['id', 'name', 'team_id', 'tags', 'change_control_enabled'])('needs a story to have its %s', async (key) => {
    api()
      .get('/stories/301')
      .reply(200, wireStory({ [key]: undefined }));
    expect(await failed(tenant().getStory(301))).toEqual({
      kind: 'malformed',
      request: 'GET /stories/301',
      evidence: { seen: 'odd_body', status: 200, defect: 'the answer is not a story' },
      effect: 'none',
    });
  });

  it('exports without randomising addresses', async () => {
    api().get('/stories/301/export').query({ randomize_urls: 'false' }).reply(200, EXPORT);
    expect(await tenant().exportStory(301)).toEqual({ ok: true, value: EXPORT });
  });

  it.each([
    ['not an export', {}, 'the answer is not a story export'],
    ['an inexact number', '{"name":"x","n":9007199254740993}', 'the export holds a number that cannot be kept exactly'],
    ['a repeated key', '{"CANARY":1,"CANARY":2}', 'the export holds a key twice'],
    ['cut off', '{"name":"CANARY', 'the export is not JSON'],
    ['a web page', '<!doctype html><p>CANARY', 'an HTML page instead of JSON'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'the answer is not UTF-8'],
  ])('calls an export that is %s malformed', async (_, body, defect) => {
    api().get('/stories/301/export').query(true).reply(200, body);
    const found = await failed(tenant().exportStory(301));
    expect(found).toMatchObject({ kind: 'malformed', evidence: { seen: 'odd_body', status: 200, defect } });
  });

  it('lists record types with their default fields apart', async () => {
    api()
      .get('/record_types')
      .query({ team_id: 42, per_page: 500, page: 1 })
      .reply(200, { record_types: [wireType], meta: meta(1) });
    expect(await tenant().listRecordTypes(42)).toEqual({
      ok: true,
      value: [
        {
          id: 512,
          name: 'Alert',
          teamId: 42,
          fields: [{ id: 9103, name: 'Title', resultType: 'TEXT', fixedValues: [] }],
          defaultFields: [{ id: 9101, name: 'Story name', resultType: 'TEXT', fixedValues: [] }],
        },
      ],
    });
  });

  it('lists what a team owns and what the key sees, and drops values at once', async () => {
    const wire = (id: number, more: object) => ({ id, name: `R${id}`, slug: `r${id}`, value: 'CANARY', ...more });
    const flag = { include_referencing_action_ids: 'false', per_page: 500, page: 1 };
    api()
      .get('/global_resources')
      .query({ ...flag, team_id: 42 })
      .reply(200, { global_resources: [wire(1, { team_id: 42, read_access: 'TEAM' })] });
    api()
      .get('/global_resources')
      .query(flag)
      .reply(200, {
        global_resources: [
          wire(1, { team_id: 42, read_access: 'TEAM' }),
          wire(2, { team_id: 8, read_access: 'GLOBAL' }),
          wire(3, { team_id: 8, read_access: 'SPECIFIC_TEAMS' }),
          wire(4, { team_id: null, read_access: 'SOMETHING_NEWER' }),
        ],
        meta: meta(4),
      });
    const own = { id: 1, name: 'R1', slug: 'r1', teamId: 42, access: 'team' };
    expect(await tenant().listResources(42)).toEqual({ ok: true, value: [own] });
    expect(await tenant().listVisibleResources()).toEqual({
      ok: true,
      value: [
        own,
        { id: 2, name: 'R2', slug: 'r2', teamId: 8, access: 'global' },
        { id: 3, name: 'R3', slug: 'r3', teamId: 8, access: 'specific_teams' },
        { id: 4, name: 'R4', slug: 'r4', teamId: 0, access: 'specific_teams' },
      ],
    });
  });

  it('keeps a refusal of a credential listing a failure', async () => {
    api().get('/user_credentials').query({ team_id: 42, per_page: 500, page: 1 }).reply(200, { user_credentials: [] });
    api().get('/user_credentials').query({ per_page: 500, page: 1 }).reply(404);
    expect(await tenant().listCredentials(42)).toEqual({ ok: true, value: [] });
    expect((await failed(tenant().listVisibleCredentials())).kind).toBe('not_found');
  });

  it('reads version names, wrapped or not', async () => {
    const versions = [{ id: 1, name: 'v1' }, { story_version: { id: 2, name: 'v2' } }, { id: 3, name: null }];
    api().get('/stories/301/versions').query(true).reply(200, { story_versions: versions });
    expect(await tenant().listVersionNames(301)).toEqual({ ok: true, value: ['v1', 'v2'] });
  });

  it('tries a read again when the trouble may pass', async () => {
    const clock = instantClock();
    api().get('/stories/301').reply(503, 'busy').get('/stories/301').reply(500);
    api().get('/stories/301').reply(429, '', { 'retry-after': '7' }).get('/stories/301').reply(200, wireStory());
    expect((await tenant({ clock }).getStory(301)).ok).toBe(true);
    expect(clock.slept).toEqual([500, 1000, 7000]);
  });

  it('honours a Retry-After date', async () => {
    const clock = instantClock();
    api().get('/stories/301').reply(429, '', { 'retry-after': 'Sun, 01 Mar 2026 12:01:00 GMT' });
    api().get('/stories/301').reply(200, wireStory());
    expect((await tenant({ clock }).getStory(301)).ok).toBe(true);
    expect(clock.slept).toEqual([60_000]);
  });

  it('gives up after five attempts', async () => {
    api().get('/stories/301').times(5).reply(503, 'busy');
    expect(await failed(tenant().getStory(301))).toMatchObject({
      kind: 'unavailable',
      evidence: { seen: 'status', status: 503, phrases: [], attempts: 5 },
      effect: 'none',
    });
  });

  it('means a date by the clock of the tenant, which may go wrong by hours', async () => {
    const clock = instantClock();
    const [date, later] = ['Sun, 01 Mar 2026 15:00:00 GMT', 'Sun, 01 Mar 2026 15:00:20 GMT'];
    api().get('/stories/301').reply(429, '', { date, 'retry-after': later });
    api().get('/stories/301').reply(200, wireStory());
    expect((await tenant({ clock }).getStory(301)).ok).toBe(true);
    expect(clock.slept.map((ms) => Math.round(ms / 5_000))).toEqual([4]);
  });

  it.each(['3600', '99999999999', '9'.repeat(400), 'Fri, 01 Jan 2999 00:00:00 GMT'])(
    'tries anew after two minutes where a limit is to last for %s',
    async (retryAfter) => {
      const clock = instantClock();
      api().get('/stories/301').reply(429, '', { 'retry-after': retryAfter });
      api().get('/stories/301').reply(200, wireStory());
      expect((await tenant({ clock }).getStory(301)).ok).toBe(true);
      expect(clock.slept).toEqual([120_000]);
    },
  );

  it('gives up on a tenant that says nothing but "too many" for five minutes, and asks the next time only once', async () => {
    const clock = instantClock();
    const client = tenant({ clock });
    api().get('/stories/301').times(3).reply(429, '', { 'retry-after': '3600' });
    const found = await failed(client.getStory(301));
    expect(found).toMatchObject({ kind: 'rate_limited', evidence: { attempts: 3 }, effect: 'none' });
    expect(clock.slept).toEqual([120_000, 120_000]);
    api().get('/stories/302').reply(429, '', { 'retry-after': '3600' });
    expect(await failed(client.getStory(302))).toMatchObject({ kind: 'rate_limited', evidence: { attempts: 1 } });
  });
});
