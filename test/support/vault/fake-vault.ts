import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { RoleSpec, VaultRig } from './vault-rig.ts';

type Token = { readonly reads: readonly string[]; readonly kind: 'service' | 'batch' | 'by hand' };
type Fields = { readonly [field: string]: string | number };
type Reply = readonly [status: number, body?: unknown];
type Seen = { readonly what: string; readonly token: string | undefined; readonly namespace: string | undefined };

/** A vault in this process, with the answers that Vault and OpenBao document; the contract holds it against a real one. */
export class FakeVault implements VaultRig {
  /** Everything that it was asked, as `GET secret/data/tines/contoso`. */
  readonly asked: Seen[] = [];
  /** Every token that it gave out or was told of. */
  readonly tokens = new Map<string, Token>();
  readonly given: string[] = [];
  /** Roles that somebody tried to log in with. */
  readonly logins: (string | undefined)[] = [];
  /** Answers instead of the vault, where it says anything. */
  instead: (what: string) => Reply | 'hang' | undefined = () => undefined;
  readonly #signer: string;
  readonly #secrets = new Map<string, Fields | 'deleted'>();
  readonly #roles = new Map<string, RoleSpec>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  private constructor(signer: string) {
    this.#signer = signer;
  }

  /** `signer`: the public key of who makes out the tokens of jobs. */
  static async start(signer: string): Promise<FakeVault> {
    const vault = new FakeVault(signer);
    await new Promise<void>((done) => vault.#server.listen(0, '127.0.0.1', done));
    return vault;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => void this.#server.close(() => done()));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async put(path: string, fields: Fields): Promise<void> {
    this.#secrets.set(path, fields);
  }

  async remove(path: string): Promise<void> {
    this.#secrets.set(path, 'deleted');
  }

  async role(name: string, spec: RoleSpec): Promise<void> {
    this.#roles.set(name, spec);
  }

  async token(reads: readonly string[]): Promise<string> {
    return this.#newToken({ reads, kind: 'by hand' });
  }

  async valid(): Promise<number> {
    return [...this.tokens.values()].filter(({ kind }) => kind === 'service').length;
  }

  #newToken(token: Token): string {
    const name = `${token.kind === 'batch' ? 'b' : 's'}.${randomUUID().replaceAll('-', '')}`;
    this.tokens.set(name, token);
    this.given.push(name);
    return name;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/^\/v1\//, '');
    const what = `${request.method} ${path}`;
    const [token, namespace] = [headerOf(request, 'x-vault-token'), headerOf(request, 'x-vault-namespace')];
    this.asked.push({ what, token, namespace });
    const body = await text(request);
    const reply = this.instead(what) ?? this.#reply(what, path, { token, namespace, body });
    if (reply === 'hang') return;
    const [status, value] = reply;
    if (status >= 300 && status < 400) response.setHeader('location', `${this.address}/v1/elsewhere`);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));
  }

  #reply(
    what: string,
    path: string,
    { token: name, namespace, body }: Omit<Seen, 'what'> & { readonly body: string },
  ): Reply {
    if (namespace !== undefined && namespace !== 'soc') return errors(404, 'namespace not found');
    if (what === 'POST auth/jwt/login') return this.#logIn(JSON.parse(body));
    const token = this.tokens.get(name ?? '');
    if (token === undefined) return errors(403, 'permission denied');
    if (what === 'POST auth/token/revoke-self') {
      if (token.kind === 'batch') return errors(400, 'batch tokens cannot be revoked');
      this.tokens.delete(name ?? '');
      return [204];
    }
    const [, mount, secret] = /^GET ([^/]+)\/data\/(.+)$/.exec(what) ?? [];
    if (secret === undefined) return errors(403, 'permission denied');
    if (!token.reads.some((allowed) => covers(allowed, secret))) return errors(403, 'permission denied');
    if (mount !== 'secret') return errors(404, `no handler for route "${path}". route entry not found.`);
    const fields = this.#secrets.get(secret);
    if (fields === undefined) return errors(404);
    const metadata = { created_time: '2026-11-29T06:20:18Z', custom_metadata: null, destroyed: false, version: 1 };
    if (fields === 'deleted') {
      return [404, { data: { data: null, metadata: { ...metadata, deletion_time: '2026-11-29T06:20:19Z' } } }];
    }
    return [200, { data: { data: fields, metadata: { ...metadata, deletion_time: '' } }, auth: null }];
  }

  #logIn({ role: name, jwt }: { readonly role?: string; readonly jwt: string }): Reply {
    this.logins.push(name);
    if (name === undefined) return errors(400, 'missing role');
    const role = this.#roles.get(name);
    if (role === undefined) return errors(400, `role "${name}" could not be found`);
    const [head = '', body = '', signature = ''] = jwt.split('.');
    const key = createPublicKey(this.#signer);
    if (!verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))) {
      return errors(400, 'error validating token: error verifying token signature');
    }
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const invalid = (why: string): Reply => errors(400, `error validating token: ${why}`);
    if (claims.exp * 1000 < Date.now()) return invalid('invalid expiration time (exp) claim: token is expired');
    if (claims.aud !== role.audience) {
      return invalid('invalid audience (aud) claim: audience claim does not match any expected audience');
    }
    const other = Object.entries(role.claims).find(([claim, value]) => claims[claim] !== value)?.[0];
    if (other !== undefined) {
      return errors(400, `error validating claims: claim "${other}" does not match any associated bound claim values`);
    }
    const kind = role.tokens ?? 'service';
    const auth = {
      client_token: this.#newToken({ reads: role.reads, kind }),
      lease_duration: role.seconds ?? 900,
      renewable: kind === 'service',
      token_type: kind,
      metadata: { role: name },
    };
    return [200, { data: null, auth }];
  }
}

function errors(status: number, ...texts: readonly string[]): Reply {
  return [status, { errors: texts }];
}

function covers(allowed: string, path: string): boolean {
  return allowed.endsWith('*') ? path.startsWith(allowed.slice(0, -1)) : path === allowed;
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
