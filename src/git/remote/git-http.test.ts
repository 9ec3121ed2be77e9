import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openGitHttp } from './git-http.ts';
import { judgeFailure } from './remote-failure.ts';
import { readAdvertisement } from './upload-pack.ts';

const PATIENCE = { connectMs: 1000, listMs: 1000, headersMs: 1000, idleMs: 1000, wholeMs: 1000, mostBytes: 1 << 20 };

it.each([
  ['larger than any list is', { mostBytes: 1000 }],
  ['that comes too slowly', { wholeMs: 20 }],
])('an answer without end is left, once it is %s', async (_, limit) => {
  const server = createServer((_request, response) => {
    const more = setInterval(() => response.write('0'.repeat(100)), 2);
    response.on('close', () => clearInterval(more));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const http = openGitHttp(url, {
    authorization: undefined,
    proxies: { except: '' },
    patience: { ...PATIENCE, ...limit },
  });
  const failure = await readAdvertisement(http, url.origin).catch(judgeFailure);
  expect(failure).toEqual({ kind: 'broken', why: 'sends an answer that does not end' });
});
