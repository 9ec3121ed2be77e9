import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openGitHub } from '../../src/action/github/github-api.ts';
import { describeFailure } from '../../src/action/github/github-failure.ts';
import { readProxies } from '../../src/network/proxies.ts';
import { selfSigned } from '../support/certificate.ts';
import { type FakeProxy, startProxy } from '../support/fake-proxy.ts';
import { programFile } from '../support/program.ts';
import type { Rig, Run } from '../support/rig.ts';
import { fetchAction, storyExport, webhook } from '../support/stories.ts';
import { worldOf } from '../support/world-of.ts';

const ALPHA = storyExport({ name: 'Alpha', actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')] });

type World = { readonly rig: Rig; readonly proxy: FakeProxy; readonly certificate: string };

/** A tenant that only a proxy knows the way to, with a certificate of the company's own. */
async function world(): Promise<World> {
  const rig = await worldOf({ stories: { alpha: ALPHA } });
  onTestFinished(() => rig[Symbol.asyncDispose]());
  const { key, certificate } = selfSigned('contoso.test', 'git.test');
  const { port } = new URL(rig.url);
  const front = createServer({ key, cert: certificate }, (request, response) => {
    const { method, url: path, headers } = request;
    const inner = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(inner);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const proxy = await startProxy({ port: (front.address() as AddressInfo).port });
  onTestFinished(async () => {
    await proxy.close();
    front.closeAllConnections();
    front.close();
  });
  rig.write('sync.yaml', rig.read('sync.yaml').replaceAll(rig.url, 'https://contoso.test'));
  rig.write('.git/authority.pem', certificate);
  rig.git('remote', 'add', 'origin', 'https://git.test/acme/stories.git');
  rig.commit('behind a proxy');
  return { rig, proxy, certificate: join(rig.dir, '.git/authority.pem') };
}

/** A process of its own: certificates are read when one begins. */
async function plan({ rig }: World, environment: { readonly [name: string]: string }): Promise<Run> {
  const cli = await programFile();
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, ...rig.environment, ...environment };
  const child = spawn(process.execPath, [cli, 'plan', '--format', 'json'], { cwd: rig.dir, env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

describe('behind a proxy', () => {
  it('tenant and git remote are reached through it, under the certificate of NODE_EXTRA_CA_CERTS, and its password is shown nowhere', async () => {
    const there = await world();
    const HTTPS_PROXY = `http://user:pass-of-the-proxy@${there.proxy.host}`;
    const run = await plan(there, { HTTPS_PROXY, NODE_EXTRA_CA_CERTS: there.certificate });
    expect(JSON.parse(run.out)).toMatchObject({ totals: { create: 1, blocked: 0 } });
    const asked = new Set(there.proxy.asked.map(({ what }) => what));
    expect(asked).toEqual(new Set(['CONNECT contoso.test:443', 'CONNECT git.test:443']));
    expect(there.proxy.asked.every(({ authorization }) => authorization?.startsWith('Basic '))).toBe(true);
    expect(run.out + run.err).not.toContain('pass-of-the-proxy');
  });

  it('a certificate that nobody knows is asked for once, and the hint says how to make it known', async () => {
    const there = await world();
    const run = await plan(there, { https_proxy: there.proxy.host, NO_PROXY: 'git.test' });
    expect(run.code).toBe(1);
    expect(run.out).toContain('the certificate is not trusted');
    expect(run.out).toContain('NODE_EXTRA_CA_CERTS');
    expect(there.proxy.asked.map(({ what }) => what)).toEqual(['CONNECT contoso.test:443']);
  });

  it('GitHub is asked through it as well, and what the proxy says is told', async () => {
    const proxy = await startProxy({ status: 407 });
    onTestFinished(() => proxy.close());
    const proxies = readProxies({ https_proxy: `http://user:pass-of-the-proxy@${proxy.host}` });
    const github = openGitHub({ token: 't', repository: 'acme/s', apiUrl: 'https://api.github.test', proxies });
    const answer = await github.branchHead('main');
    expect(proxy.asked.map(({ what }) => what)).toEqual(['CONNECT api.github.test:443']);
    const told = answer.ok ? '' : describeFailure(answer.error);
    expect(told).toContain('the proxy refused the connection (HTTP 407)');
    expect(told).not.toContain('pass-of-the-proxy');
  });
});
