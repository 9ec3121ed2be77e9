import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { request } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { selfSigned } from '../../test/support/certificate.ts';
import { startProxy } from '../../test/support/fake-proxy.ts';
import type { ConnectionFailure } from '../model/fact/tenant-failure.ts';
import { connectionFailure } from './connection-failure.ts';
import { describeConnectionFailure, hintForConnection } from './connection-words.ts';
import { openConnections } from './connections.ts';
import { readProxies } from './proxies.ts';

const LIMITS = { connectMs: 500 };

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** The answer's status, or why there was no connection. */
async function ask(url: string, environment: { readonly [name: string]: string } = {}) {
  const dispatcher = openConnections(new URL(url), readProxies(environment), LIMITS);
  onTestFinished(() => void dispatcher.destroy());
  try {
    const { statusCode, body } = await request(url, { dispatcher, headersTimeout: 2000 });
    await body.dump();
    return statusCode;
  } catch (error) {
    return connectionFailure(error) ?? error;
  }
}

const proxied = async (to: Parameters<typeof startProxy>[0]) => {
  const proxy = await startProxy(to);
  onTestFinished(() => proxy.close());
  return proxy;
};

describe('connections', () => {
  it('go through the proxy, with the credentials of its address', async () => {
    const proxy = await proxied({ status: 502 });
    await ask('https://contoso.test/x', { HTTPS_PROXY: `http://user:s3cr%40t@${proxy.host}` });
    expect(proxy.asked).toEqual([
      { what: 'CONNECT contoso.test:443', authorization: `Basic ${Buffer.from('user:s3cr@t').toString('base64')}` },
    ]);
  });

  it.each(['contoso.test', '.test', '*', 'contoso.test:443', 'a.example, contoso.test'])(
    'leave the proxy out where NO_PROXY says %s',
    async (NO_PROXY) => {
      const proxy = await proxied({ status: 502 });
      const failure = await ask('https://contoso.test/', { HTTPS_PROXY: proxy.host, NO_PROXY });
      expect(proxy.asked).toEqual([]);
      // The name is nobody's.
      expect(failure).toMatchObject({ kind: 'no_connection' });
    },
  );

  it('to this machine are direct', async () => {
    const proxy = await proxied({ status: 502 });
    const port = await listening(createServer((_, response) => void response.writeHead(204).end()));
    expect(await ask(`http://127.0.0.1:${port}/`, { HTTP_PROXY: proxy.host, HTTPS_PROXY: proxy.host })).toBe(204);
    expect(proxy.asked).toEqual([]);
  });
});

describe('no connection', () => {
  it.each([
    [403, false],
    [407, false],
    [502, true],
  ])('because the proxy answers %i; it may pass: %s', async (status, passing) => {
    const { host } = await proxied({ status });
    const failure = await ask('https://contoso.test/', { HTTPS_PROXY: host });
    expect(failure).toEqual({ kind: 'proxy', code: `HTTP ${status}`, passing });
  });

  it('because the proxy wants credentials for http', async () => {
    const { host } = await proxied({ status: 407 });
    expect(await ask('http://git.test/', { HTTP_PROXY: host })).toMatchObject({ kind: 'proxy', code: 'HTTP 407' });
  });

  it('because the proxy hangs up', async () => {
    const port = await listening(createTcpServer((socket) => socket.destroy()));
    expect(await ask('https://contoso.test/', { HTTPS_PROXY: `127.0.0.1:${port}` })).toMatchObject({ kind: 'proxy' });
  });

  it('because the proxy says nothing ends in time', async () => {
    const port = await listening(createTcpServer(() => undefined));
    const error = await ask('https://contoso.test/', { HTTPS_PROXY: `127.0.0.1:${port}` });
    expect(error).toMatchObject({ code: 'UND_ERR_HEADERS_TIMEOUT' });
  });

  it('because the variable names no proxy, and its value is in no word about it', async () => {
    const failure = await ask('https://contoso.test/', { https_proxy: 'socks5://user:s3cret@proxy.test' });
    expect(failure).toEqual({ kind: 'proxy', code: 'https_proxy', passing: false });
    expect(describeConnectionFailure(failure as ConnectionFailure)).toBe(
      'https_proxy is not the address of an http(s) proxy',
    );
  });

  it('because an http port is asked in https', async () => {
    const answer: RequestListener = (_, response) => void response.end('plain');
    const port = await listening(createServer(answer));
    expect(await ask(`https://127.0.0.1:${port}/`)).toMatchObject({ kind: 'not_tls', passing: false });
    const { host } = await proxied({ port });
    expect(await ask('https://contoso.test/', { HTTPS_PROXY: host })).toMatchObject({
      kind: 'not_tls',
      passing: false,
    });
  });

  it('because nobody knows who signed the certificate', async () => {
    const { key, certificate } = selfSigned('localhost');
    const port = await listening(createTlsServer({ key, cert: certificate }, (_, response) => void response.end()));
    const failure = await ask(`https://localhost:${port}/`);
    expect(failure).toMatchObject({ kind: 'untrusted', passing: false });
    expect(hintForConnection(failure as ConnectionFailure, undefined)).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('because nobody listens may pass', async () => {
    expect(await ask('https://127.0.0.1:9/')).toEqual({ kind: 'no_connection', code: 'ECONNREFUSED', passing: true });
  });
});

describe('the hint', () => {
  it.each<readonly [ConnectionFailure['kind'], string, string | undefined]>([
    ['untrusted', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'NODE_EXTRA_CA_CERTS'],
    ['untrusted', 'SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
    ['untrusted', 'CERT_HAS_EXPIRED', 'renewed'],
    ['untrusted', 'ERR_TLS_CERT_ALTNAME_INVALID', 'another host'],
    ['not_tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'port for http'],
    ['proxy', 'HTTP 407', 'HTTPS_PROXY'],
    ['no_connection', 'ECONNREFUSED', undefined],
  ])('for %s (%s) says %s', (kind, code, words) => {
    const hint = hintForConnection({ kind, code, passing: false }, undefined);
    if (words === undefined) expect(hint).toBeUndefined();
    else expect(hint).toContain(words);
  });
});
