import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { failed } from '../../test/support/answers.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { json, realServers } from '../../test/support/real-servers.ts';

// What nock cannot show: real sockets, in real servers that each test programs.
const { serve, connect } = realServers();
const story = { id: 301, name: 'Contain host', team_id: 42, tags: [], change_control_enabled: false };
const storyImport = {
  teamId: 42,
  mode: 'new',
  name: 'Mine',
  data: { name: 'Mine', guid: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', agents: [], links: [] },
} as const;

describe('a connection', () => {
  it('is kept for the next request', async () => {
    const ports = new Set<number | undefined>();
    const { url } = await serve((req, res) => {
      ports.add(req.socket.remotePort);
      json(res, story);
    });
    const client = connect(url);
    for (let i = 0; i < 20; i++) expect((await client.getStory(301)).ok).toBe(true);
    expect(ports.size).toBe(1);
  });

  it('on which interim answers never end is given up, for a write too', async () => {
    const { url } = await serve((_, res) => {
      const again = setInterval(() => res.writeEarlyHints({ link: '</a>; rel=preload' }), 20);
      res.on('close', () => clearInterval(again));
    });
    const client = connect(url, { limits: { timeoutMs: 100, slowTimeoutMs: 100, bodyDeadlineMs: 100, attempts: 1 } });
    expect(await failed(client.getStory(301))).toMatchObject({ kind: 'timeout', effect: 'none' });
    expect(await failed(client.importStory(storyImport))).toMatchObject({ kind: 'timeout', effect: 'possible' });
  });

  it('that breaks is tried again for a read, also when it was kept alive', async () => {
    let asked = 0;
    const { url } = await serve((req, res) => {
      asked += 1;
      if (asked === 2 || asked === 3) req.socket.destroy();
      else json(res, story);
    });
    const client = connect(url);
    expect((await client.getStory(301)).ok).toBe(true);
    expect((await client.getStory(301)).ok).toBe(true);
    expect(asked).toBe(4);
  });

  it('that breaks in the middle of a body is tried again for a read', async () => {
    let asked = 0;
    const { url } = await serve((req, res) => {
      asked += 1;
      if (asked > 1) {
        json(res, story);
        return;
      }
      res.writeHead(200, { 'content-length': '500' }).write('{"id":');
      setTimeout(() => req.socket.destroy(), 20);
    });
    expect((await connect(url).getStory(301)).ok).toBe(true);
    expect(asked).toBe(2);
  });

  it.each([
    ['before an answer', (req: IncomingMessage) => req.socket.destroy()],
    [
      'in the middle of the answer',
      (req: IncomingMessage, res: ServerResponse) => {
        res.writeHead(200, { 'content-length': '500' }).write('{"id":');
        setTimeout(() => req.socket.destroy(), 20);
      },
    ],
  ])('that breaks %s leaves a write open, and is not tried again', async (_, act) => {
    let asked = 0;
    const { url } = await serve((req, res) => {
      asked += 1;
      req.resume().on('end', () => act(req, res));
    });
    const found = await failed(connect(url).importStory(storyImport));
    expect(found).toMatchObject({ kind: 'unreachable', effect: 'possible' });
    expect(asked).toBe(1);
  });

  it('that nobody accepts is tried again, for a write too, and had no effect', async () => {
    const { url, stop } = await serve(() => undefined);
    await stop();
    const clock = instantClock();
    const found = await failed(connect(url, { clock }).importStory(storyImport));
    expect(found).toEqual({
      kind: 'unreachable',
      request: 'POST /stories/import',
      evidence: {
        seen: 'no_connection',
        connection: { kind: 'no_connection', code: 'ECONNREFUSED', passing: true },
        attempts: 5,
      },
      effect: 'none',
    });
    expect(clock.slept).toEqual([500, 1000, 2000, 4000]);
  });
});

describe('waiting', () => {
  const limits = { timeoutMs: 300, slowTimeoutMs: 300, attempts: 2 };

  // Side by side: the clock that the library measures these with ticks once a second.
  it('ends with a timeout when no answer comes, or its body stops; longer for an import than for other calls', async () => {
    let asked = 0;
    const silent = await serve(() => {
      asked += 1;
    });
    const stuck = await serve((_, res) => void res.writeHead(200).write('{"id":'));
    const late = await serve((_, res) => void setTimeout(() => json(res, story), 1500));
    const [client, patient] = [
      connect(silent.url, { limits }),
      connect(late.url, { limits: { timeoutMs: 200, slowTimeoutMs: 10_000, attempts: 1 } }),
    ];
    const [read, write, cut, slow, fast] = await Promise.all([
      failed(client.getStory(301)),
      failed(client.importStory(storyImport)),
      failed(connect(stuck.url, { limits }).getStory(301)),
      patient.importStory(storyImport),
      failed(patient.getStory(301)),
    ]);
    expect(read).toMatchObject({ kind: 'timeout', effect: 'none' });
    expect(write).toMatchObject({ kind: 'timeout', effect: 'possible' });
    // A read is tried twice, a write once.
    expect(asked).toBe(3);
    expect(cut).toMatchObject({ kind: 'timeout' });
    expect([slow.ok, fast.kind]).toEqual([true, 'timeout']);
  });

  it('ends with a timeout when a body trickles without end', async () => {
    const { url } = await serve((req, res) => {
      res.writeHead(200);
      const timer = setInterval(() => res.write(' '), 20);
      req.socket.on('close', () => clearInterval(timer));
    });
    const found = await failed(connect(url, { limits: { bodyDeadlineMs: 200, attempts: 1 } }).getStory(301));
    expect(found).toMatchObject({ kind: 'timeout' });
  });
});

describe('a body', () => {
  it('that is too large is not read to its end', async () => {
    const { url } = await serve((_, res) => void res.end('x'.repeat(5_000_000)));
    const found = await failed(connect(url, { limits: { maxBodyBytes: 1000 } }).getStory(301));
    expect(found).toMatchObject({ kind: 'malformed', evidence: { seen: 'too_large' } });
  });

  it('of an error that trickles is given up with its deadline; the status is known all the same', async () => {
    const { url } = await serve((req, res) => {
      res.writeHead(422);
      const timer = setInterval(() => res.write(' '), 20);
      req.socket.on('close', () => clearInterval(timer));
    });
    const limits = { bodyDeadlineMs: 200 };
    expect(await failed(connect(url, { limits }).getStory(301))).toMatchObject({ evidence: { status: 422 } });
  });

  it('of an error is not awaited beyond what is useful', async () => {
    const { url } = await serve((req, res) => {
      res.writeHead(422);
      const timer = setInterval(() => res.write('x'.repeat(50_000)), 5);
      req.socket.on('close', () => clearInterval(timer));
    });
    expect(await failed(connect(url).getStory(301))).toMatchObject({
      kind: 'rejected',
      evidence: { status: 422, phrases: [] },
    });
  });
});

describe('the key', () => {
  it.each([301, 302, 307, 308])('does not follow a redirect (%i) to another host', async (status) => {
    const elsewhere: IncomingMessage[] = [];
    const other = await serve((req, res) => {
      elsewhere.push(req);
      json(res, story);
    });
    const { url } = await serve((_, res) => void res.writeHead(status, { location: `${other.url}/x` }).end());
    const client = connect(url);
    expect(await failed(client.getStory(301))).toMatchObject({ kind: 'redirected', evidence: { status } });
    expect(await failed(client.importStory(storyImport))).toMatchObject({ kind: 'redirected', effect: 'possible' });
    expect(elsewhere).toEqual([]);
  });

  it('does not follow the page links of a listing', async () => {
    const elsewhere: IncomingMessage[] = [];
    const other = await serve((req, res) => {
      elsewhere.push(req);
      json(res, {});
    });
    const asked: (string | undefined)[] = [];
    const { url } = await serve((req, res) => {
      asked.push(req.url);
      const first = req.url?.includes('&page=1') === true;
      const stories = [{ ...story, id: first ? 1 : 2 }];
      const meta = { next_page: first ? other.url : null, next_page_number: first ? 2 : null, count: 2, pages: 2 };
      json(res, { stories, meta });
    });
    expect((await connect(url, { limits: { pageSize: 1 } }).listVisibleStories()).ok).toBe(true);
    expect(asked).toEqual([1, 2].map((page) => `/tenant/api/v1/stories?order=NAME&per_page=1&page=${page}`));
    expect(elsewhere).toEqual([]);
  });
});
