import { Buffer } from 'node:buffer';
import type { GitHttpRequest, GitHttpResponse, HttpClient } from 'isomorphic-git';
import type { Dispatcher } from 'undici';
import { openConnections } from '../../network/connections.ts';
import type { Proxies } from '../../network/proxies.ts';
import { requestBy } from '../../network/undici-parts.ts';
import { VERSION } from '../../version.ts';

/** How long a git server may take. */
export type GitPatience = {
  readonly connectMs: number;
  /** Until it begins to say which branches it has. A plan waits for it, and goes on without. */
  readonly listMs: number;
  /** Until it begins to answer: it counts objects, and runs the repository's hooks. */
  readonly headersMs: number;
  /** Between two pieces of an answer. */
  readonly idleMs: number;
  /** For a whole answer: a few bytes now and then would hold a run up for ever. */
  readonly wholeMs: number;
  /** An answer is held in memory. */
  readonly mostBytes: number;
};

const PATIENCE: GitPatience = {
  connectMs: 10_000,
  listMs: 20_000,
  headersMs: 120_000,
  idleMs: 60_000,
  wholeMs: 900_000,
  mostBytes: 2 ** 30,
};

/** The answer is larger than any that we ask for, or takes longer. */
export class EndlessAnswerError extends Error {
  readonly code = 'StorysyncEndless';
}

/** The server sends us elsewhere. We do not go: what we carry is for this server. */
export class RedirectedError extends Error {
  readonly code = 'StorysyncRedirected';
}

/** Some servers tell git from browsers by the beginning of this. */
const USER_AGENT = `git/2.0 (storysync/${VERSION})`;

export type GitAccess = {
  readonly authorization: string | undefined;
  readonly proxies: Proxies;
  readonly patience?: GitPatience;
};

/** HTTP for isomorphic-git, towards one remote and nowhere else. */
export function openGitHttp(remote: URL, { authorization, proxies, patience = PATIENCE }: GitAccess): HttpClient {
  const dispatcher = openConnections(remote, proxies, { connectMs: patience.connectMs });
  return {
    request: async (wanted) => {
      const url = new URL(wanted.url);
      if (url.origin !== remote.origin) throw new Error('Internal error: a request leaves the remote.');
      const asks = wanted.method !== 'POST';
      const own = { 'user-agent': USER_AGENT, ...(authorization === undefined ? {} : { authorization }) };
      const answer = await requestBy(dispatcher, url, {
        method: asks ? 'GET' : 'POST',
        headers: { ...wanted.headers, ...own },
        // Whole, so that it has a length: some servers hang up on a body without one.
        body: wanted.body === undefined ? null : await collect(wanted.body),
        headersTimeout: asks ? patience.listMs : patience.headersMs,
        bodyTimeout: patience.idleMs,
      });
      return respond(wanted, answer, patience);
    },
  };
}

async function respond(
  wanted: GitHttpRequest,
  answer: Dispatcher.ResponseData,
  patience: GitPatience,
): Promise<GitHttpResponse> {
  const { statusCode, headers, body } = answer;
  // What a server says in words is never shown, so it is not read; only its status counts.
  if (statusCode !== 200) await body.dump({ limit: 64 * 1024 });
  if (statusCode >= 300 && statusCode < 400) throw new RedirectedError();
  const plain = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]);
  return {
    url: wanted.url,
    method: wanted.method,
    statusCode,
    statusMessage: '',
    headers: Object.fromEntries(plain),
    body: statusCode === 200 ? endingIn(body, patience) : nothing(),
  };
}

async function* endingIn(
  body: AsyncIterable<Uint8Array>,
  { wholeMs, mostBytes }: GitPatience,
): AsyncGenerator<Uint8Array> {
  const until = performance.now() + wholeMs;
  let bytes = 0;
  // Whoever leaves the loop closes the connection.
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes || performance.now() > until) throw new EndlessAnswerError();
    yield chunk;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function collect(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
