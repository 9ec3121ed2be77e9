import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Claims = { readonly [claim: string]: string | number };

const MINUTE = 60;
const BEARER = 'runner-bearer-4c1e';

/** GitHub as it makes out tokens for jobs: signed by a key of the test, for one job at a time. */
export class JobTokens implements AsyncDisposable {
  readonly publicKey: string;
  /** Audiences that were asked for, GitHub's own as null. */
  readonly asked: (string | null)[] = [];
  readonly made: string[] = [];
  claims: Claims = {};
  readonly #private: string;
  readonly #server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    if (request.headers.authorization !== `Bearer ${BEARER}` || !url.searchParams.has('api-version')) {
      response.writeHead(401).end('{}');
      return;
    }
    const audience = url.searchParams.get('audience');
    this.asked.push(audience);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ value: this.sign({ aud: audience ?? 'https://github.example/acme', ...this.claims }) }),
    );
  });

  private constructor() {
    const pair = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    this.publicKey = pair.publicKey;
    this.#private = pair.privateKey;
  }

  static async start(claims: Claims = {}): Promise<JobTokens> {
    const tokens = new JobTokens();
    tokens.claims = claims;
    await new Promise<void>((done) => tokens.#server.listen(0, '127.0.0.1', done));
    return tokens;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => void this.#server.close(() => done()));
  }

  /** What a job with `id-token: write` finds in its environment. */
  get environment(): { readonly [name: string]: string } {
    const { port } = this.#server.address() as AddressInfo;
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/idtoken?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER,
    };
  }

  get bearer(): string {
    return BEARER;
  }

  sign(claims: Claims): string {
    const now = Math.floor(Date.now() / 1000);
    const body = {
      iss: 'https://token.actions.githubusercontent.com',
      sub: 'repo:acme/stories',
      iat: now,
      nbf: now,
      exp: now + 5 * MINUTE,
      ...claims,
    };
    const signed = [{ alg: 'RS256', typ: 'JWT' }, body].map(encoded).join('.');
    const token = `${signed}.${sign('sha256', Buffer.from(signed), this.#private).toString('base64url')}`;
    this.made.push(token);
    return token;
  }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
