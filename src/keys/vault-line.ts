import pLimit from 'p-limit';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { JsonObject } from '../json/value.ts';
import type { Clock } from '../model/clock.ts';
import type { VaultFact } from '../model/fact/vault-fact.ts';
import type { KeyAccess, Vault } from '../model/keys/vault.ts';
import type { IdTokenSource, SecretRefusal, VaultDoor, VaultSession } from '../vault/port.ts';
import type { OpenTokens } from './open-tokens.ts';

export type VaultLineOptions = {
  readonly openDoor: (vault: Pick<Vault, 'address' | 'namespace'>) => VaultDoor;
  readonly idToken: IdTokenSource;
  /** From the environment; whoever gave it revokes it. */
  readonly givenToken: string | undefined;
  readonly access: KeyAccess;
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly tokens: OpenTokens;
};

/** Why there is nothing, before it is said of which key. */
export type Unanswered =
  | SecretRefusal
  | Omit<Extract<VaultFact, { kind: 'vault_login_refused' }>, 'place'>
  | Omit<Extract<VaultFact, { kind: 'vault_login_impossible' }>, 'place'>
  | Omit<Extract<VaultFact, { kind: 'vault_unread' }>, 'place'>;

/** Secrets that are read side by side. */
const SIDE_BY_SIDE = 16;
/** After so many in a row without an answer nobody else waits for one. */
const GIVEN_UP_AFTER = 3;
/** Of the lifetime of a token; then the run logs in anew. */
const USED_FOR = 0.8;

type Login = { readonly session: Promise<Result<VaultSession, Unanswered>>; until: number };

/** The way to one vault for one run: logged in when the first secret is asked for, and no more often than a token lasts. */
export class VaultLine {
  readonly #vault: Vault;
  readonly #options: VaultLineOptions;
  readonly #door: VaultDoor;
  readonly #limit = pLimit(SIDE_BY_SIDE);
  #login: Login | undefined;
  #silent = 0;
  #lastSilence: Unanswered | undefined;

  constructor(vault: Vault, options: VaultLineOptions) {
    this.#vault = vault;
    this.#options = options;
    this.#door = options.openDoor(vault);
  }

  read(path: string): Promise<Result<JsonObject, Unanswered>> {
    return this.#limit(async () => {
      if (this.#lastSilence !== undefined && this.#silent >= GIVEN_UP_AFTER) return fail(this.#lastSilence);
      const session = await this.#session();
      if (!session.ok) return session;
      const secret = await session.value.read(this.#vault.mount, path);
      this.#silent = !secret.ok && secret.error.kind === 'silence' ? this.#silent + 1 : 0;
      if (secret.ok) return secret;
      if (secret.error.kind === 'refused') return fail(secret.error);
      this.#lastSilence = { kind: 'vault_unread', asked: 'secret', evidence: secret.error.evidence };
      return fail(this.#lastSilence);
    });
  }

  async close(): Promise<void> {
    await this.#login?.session;
    await this.#door.close();
  }

  /** The login in progress, so that its token is known. */
  async settled(): Promise<void> {
    await this.#login?.session;
  }

  async #session(): Promise<Result<VaultSession, Unanswered>> {
    const { clock } = this.#options;
    if (this.#login === undefined || clock.elapsed() >= this.#login.until) {
      const login: Login = { session: this.#enter(), until: Number.POSITIVE_INFINITY };
      this.#login = login;
      const begun = clock.elapsed();
      const session = await login.session;
      const lifetime = session.ok ? session.value.lifetimeMs : undefined;
      if (lifetime !== undefined) login.until = begun + lifetime * USED_FOR;
    }
    return this.#login.session;
  }

  async #enter(): Promise<Result<VaultSession, Unanswered>> {
    const { auth, audience, authMount, roles, address } = this.#vault;
    const { givenToken, access, idToken, tokens } = this.#options;
    if (auth === 'token') return this.#withGiven(givenToken, 'no_token');
    const jwt = await idToken(audience);
    if (!jwt.ok) {
      if (jwt.error.kind === 'not_offered') return this.#withGiven(givenToken, 'no_id_token');
      return fail({ kind: 'vault_unread', asked: 'id_token', evidence: jwt.error.evidence });
    }
    const session = await this.#door.logIn({ authMount, role: roles[access], jwt: jwt.value });
    if (!session.ok) {
      if (session.error.kind === 'refused') return fail({ ...session.error, kind: 'vault_login_refused' });
      return fail({ kind: 'vault_unread', asked: 'login', evidence: session.error.evidence });
    }
    tokens.add(address, session.value);
    return session;
  }

  #withGiven(given: string | undefined, lacks: 'no_id_token' | 'no_token'): Result<VaultSession, Unanswered> {
    if (given === undefined || given === '') return fail({ kind: 'vault_login_impossible', lacks });
    // What no header can carry is not sent, and not told.
    if (!/^[!-~]+$/.test(given)) return fail({ kind: 'vault_login_impossible', lacks: 'malformed' });
    return ok(this.#door.enter(given));
  }
}
