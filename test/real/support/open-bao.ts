import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RoleSpec, VaultRig } from '../../support/vault/vault-rig.ts';

const PROGRAM = resolve(import.meta.dirname, '../../../.cache/tools/openbao/bin/bao');
const ROOT = 'root-of-the-test';

/** A real OpenBao in a process of its own, everything in memory. */
export class OpenBao implements VaultRig {
  readonly address: string;
  readonly #process: ChildProcess;
  readonly #home: string;
  #byHand = 0;

  private constructor(address: string, process: ChildProcess, home: string) {
    this.address = address;
    this.#process = process;
    this.#home = home;
  }

  /** `signer`: the public key of who makes out the tokens of jobs. */
  static async start(signer: string): Promise<OpenBao> {
    const port = await freePort();
    const home = mkdtempSync(join(tmpdir(), 'storysync-openbao-'));
    const server = spawn(
      PROGRAM,
      ['server', '-dev', '-dev-no-store-token', `-dev-root-token-id=${ROOT}`, `-dev-listen-address=127.0.0.1:${port}`],
      {
        stdio: 'ignore',
        env: { PATH: process.env.PATH, HOME: home },
      },
    );
    const failed = once(server, 'error').then(([error]) => {
      throw new Error(`${PROGRAM} does not start: run "bash .ci/tools"`, { cause: error });
    });
    const bao = new OpenBao(`http://127.0.0.1:${port}`, server, home);
    await Promise.race([bao.#ready(), failed]);
    await bao.#call('POST', 'sys/auth/jwt', { type: 'jwt' });
    await bao.#call('POST', 'auth/jwt/config', { jwt_validation_pubkeys: [signer] });
    return bao;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
    rmSync(this.#home, { recursive: true, force: true });
  }

  async put(path: string, fields: { readonly [field: string]: string | number }): Promise<void> {
    await this.#call('POST', `secret/data/${path}`, { data: fields });
  }

  async remove(path: string): Promise<void> {
    await this.#call('DELETE', `secret/data/${path}`);
  }

  async role(name: string, { audience, claims, reads, seconds = 900, tokens = 'service' }: RoleSpec): Promise<void> {
    await this.#policy(name, reads);
    await this.#call('POST', `auth/jwt/role/${name}`, {
      role_type: 'jwt',
      user_claim: 'repository_id',
      bound_audiences: [audience],
      bound_claims: claims,
      token_policies: [name],
      token_type: tokens,
      token_ttl: `${seconds}s`,
    });
  }

  async token(reads: readonly string[]): Promise<string> {
    const policy = `by-hand-${++this.#byHand}`;
    await this.#policy(policy, reads);
    const { auth } = await this.#call('POST', 'auth/token/create', { policies: [policy] });
    return (auth as { readonly client_token: string }).client_token;
  }

  async valid(): Promise<number> {
    const { data } = await this.#call('LIST', 'auth/token/accessors');
    // Its own root token is one of them.
    return (data as { readonly keys: readonly string[] }).keys.length - 1 - this.#byHand;
  }

  async #policy(name: string, reads: readonly string[]): Promise<void> {
    const rules = reads.map((path) => `path "secret/data/${path}" { capabilities = ["read"] }`);
    await this.#call('POST', `sys/policies/acl/${name}`, { policy: rules.join('\n') });
  }

  async #ready(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.address}/v1/sys/health`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(50);
    }
  }

  async #call(method: string, path: string, body?: object): Promise<{ readonly [name: string]: unknown }> {
    const response = await fetch(`${this.address}/v1/${path}`, {
      method,
      headers: { 'x-vault-token': ROOT },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
