import { inspect } from 'node:util';
import { Agent } from 'undici';
import { describe, expect, it } from 'vitest';
import { failed } from '../../test/support/answers.ts';
import { EXPORT, KEY, mockTenantApi } from '../../test/support/mock-tenant-api.ts';
import type { RequestRecord } from './port.ts';

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
