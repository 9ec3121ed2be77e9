import { inspect } from 'node:util';
import { Agent } from 'undici';
import { describe, expect, it } from 'vitest';
import { failed, value } from '../../test/support/answers.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { EXPORT, KEY, meta, mockTenantApi } from '../../test/support/mock-tenant-api.ts';
import type { RequestRecord } from './port.ts';
import { ReadTime } from './read-time.ts';

const { api, tenant } = mockTenantApi();

describe('the key', () => {
  it('shows nowhere', async () => {
    const client = tenant();
    api()
      .get('/stories/301')
      .reply(401, { error: `bad key ${KEY}` });
    const found = await failed(client.getStory(301));
    const shown = [
      JSON.stringify(client),
      inspect(client, { depth: 9, showHidden: true }),
      inspect(found, { depth: 9 }),
    ];
    expect(shown.join()).not.toContain(KEY);
    expect(found).toMatchObject({ kind: 'unauthorized', evidence: { status: 401 } });
  });
});

it('connections that somebody else opened are left open', async () => {
  const dispatcher = new Agent();
  await tenant({ dispatcher }).close();
  expect(dispatcher.closed).toBe(false);
  await dispatcher.close();
});

describe('the record of requests', () => {
  it('holds one line per attempt, without id, query, key or body', async () => {
    const records: RequestRecord[] = [];
    api()
      .get('/stories/301/export')
      .query(true)
      .reply(503, 'no')
      .get('/stories/301/export')
      .query(true)
      .reply(200, EXPORT);
    await tenant({ onRequest: (record) => records.push(record) }).exportStory(301);
    const bytesIn = JSON.stringify(EXPORT).length;
    const each = { tenant: 'contoso.example', method: 'GET', path: '/stories/{id}/export', bytesOut: 0, ms: 0 };
    expect(records).toEqual([
      { ...each, attempt: 1, status: 503, ended: 'refused', bytesIn: 2 },
      { ...each, attempt: 2, status: 200, ended: 'answered', bytesIn },
    ]);
  });

  it('holds of a header that asks to wait its two forms alone, and no word that a tenant puts there', async () => {
    const given = [KEY, 'secret-of-a-webhook', '1', 'Sat, 01 Jan 2000 00:00:00 GMT'];
    const records: RequestRecord[] = [];
    for (const value of given) {
      api().get('/stories/301').reply(503, 'no', { 'retry-after': value });
      api().get('/stories/301').reply(401, 'no');
      await tenant({ onRequest: (record) => records.push(record) }).getStory(301);
    }
    const told = records.flatMap(({ retryAfter }) => retryAfter ?? []);
    expect(told).toEqual(['unreadable', 'unreadable', ...given.slice(2)]);
  });
});

describe('a bound on requests', () => {
  it('counts every attempt and every page, and what is beyond it is not sent', async () => {
    const time = new ReadTime(instantClock(), 60_000, new AbortController().signal, 3);
    api()
      .get('/teams/42')
      .reply(503, 'no')
      .get('/teams/42')
      .reply(200, { id: 42, name: 'SOC' })
      .get('/user_credentials')
      .query(true)
      .reply(200, { user_credentials: [], meta: { ...meta(501), next_page_number: 2, pages: 2 } });
    const reader = tenant().readerWithin(time);
    expect(await value(reader.getTeam(42))).toEqual({ id: 42 });
    expect(time.requestsLeft).toBe(1);
    // An empty page that is not the last does not add up, and is read once more: not here.
    expect(await failed(reader.listCredentials(42))).toMatchObject({
      kind: 'not_asked',
      request: 'GET /user_credentials',
    });
    expect(await failed(reader.listStories(42))).toEqual({
      kind: 'not_asked',
      request: 'GET /stories',
      evidence: { seen: 'requests_spent', allowed: 3 },
      effect: 'none',
    });
    expect([time.requests, time.requestsLeft]).toEqual([3, 0]);
  });

  it('is none unless it is asked for', async () => {
    const time = new ReadTime(instantClock(), 60_000, new AbortController().signal);
    expect(time.requestsLeft).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a team', () => {
  it('is the one that was asked for, and tells what time it is there', async () => {
    api().get('/teams/42').reply(200, { id: 42, name: 'SOC' }, { date: 'Sat, 01 Jan 2000 00:00:00 GMT' });
    const { id, readAt = 0 } = await value(tenant().getTeam(42));
    expect(id).toBe(42);
    // Less the time that the answer took.
    expect(Date.UTC(2000, 0, 1) - readAt).toBeGreaterThanOrEqual(0);
    expect(Date.UTC(2000, 0, 1) - readAt).toBeLessThan(600_000);
    api().get('/teams/42').reply(200, { id: 43, name: 'Other' });
    expect(await failed(tenant().getTeam(42))).toMatchObject({ kind: 'malformed' });
    api().get('/teams/42').reply(404, {});
    expect(await failed(tenant().getTeam(42))).toMatchObject({ kind: 'not_found' });
  });
});
