import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeVault } from '../../test/support/vault/fake-vault.ts';
import { JobTokens } from '../../test/support/vault/job-tokens.ts';
import { keyFrom, ringOf, vaultAt } from '../../test/support/vault/key-ring-rig.ts';

let vault: FakeVault;
let job: JobTokens;
beforeEach(async () => {
  job = await JobTokens.start({ repository_id: '4711' });
  vault = await FakeVault.start(job.publicKey);
  await vault.role('storysync', { audience: 'https://vault.example', claims: {}, reads: ['tines/*'] });
  for (const name of ['a', 'b', 'c', 'd', 'e']) await vault.put(`tines/${name}`, { api_key: `key-${name}` });
});
afterEach(async () => {
  await vault[Symbol.asyncDispose]();
  await job[Symbol.asyncDispose]();
});

const isRead = (what: string): boolean => what.startsWith('GET');
const reads = (): number => vault.asked.filter(({ what }) => isRead(what)).length;
const keyOf = (ring: ReturnType<typeof ringOf>['ring'], path = 'tines/a') =>
  keyFrom(ring, vaultAt(vault.address), path);

describe('a vault', () => {
  it.each<readonly [string, FakeVault['instead'], object]>([
    ['answers with a page', (what) => (isRead(what) ? [200, '<html>Sign in</html>'] : undefined), { seen: 'odd_body' }],
    [
      'answers as another engine',
      (what) => (isRead(what) ? [200, { data: { api_key: 'v1' } }] : undefined),
      { seen: 'odd_body' },
    ],
    ['answers with a list', (what) => (isRead(what) ? [200, []] : undefined), { seen: 'odd_body' }],
    [
      'answers without end',
      (what) => (isRead(what) ? [200, 'x'.repeat(2 * 1024 * 1024)] : undefined),
      { seen: 'too_large' },
    ],
    ['sends us elsewhere', (what) => (isRead(what) ? [307] : undefined), { seen: 'status', status: 307, attempts: 1 }],
    [
      'is sealed',
      (what) => (isRead(what) ? [503, { errors: ['Vault is sealed'] }] : undefined),
      { phrases: ['it is sealed'], attempts: 3 },
    ],
    ['gives no token', (what) => (what.includes('login') ? [200, { auth: {} }] : undefined), { seen: 'odd_body' }],
    [
      'gives a token of two lines',
      (what) => (what.includes('login') ? [200, { auth: { client_token: 's.a\nb' } }] : undefined),
      { seen: 'odd_body' },
    ],
  ])('that %s gives no key, and is asked nowhere else', async (_, instead, evidence) => {
    vault.instead = instead;
    const { ring } = ringOf({ environment: job.environment });
    expect(await keyOf(ring)).toMatchObject({ kind: 'vault_unread', place: { address: vault.address }, evidence });
    await ring.close();
    expect(vault.asked.filter(({ what }) => what.includes('elsewhere'))).toEqual([]);
  });

  it('that was silent three times in a row is not waited for again', async () => {
    vault.instead = (what) => (isRead(what) ? [500] : undefined);
    const { ring } = ringOf({ environment: job.environment });
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      expect(await keyOf(ring, `tines/${name}`)).toMatchObject({
        kind: 'vault_unread',
        place: { path: `tines/${name}` },
      });
    }
    expect(reads()).toBe(3 * 3);
    await ring.close();
  });

  it('that answers again is asked again, and one lost answer is no lost key', async () => {
    let failures = 0;
    vault.instead = (what) => (isRead(what) && ++failures < 3 ? [500] : undefined);
    const { ring } = ringOf({ environment: job.environment });
    expect(await keyOf(ring)).toBe('key-a');
    await ring.close();
  });

  it('that nobody is at is named, and the login is tried once for all', async () => {
    const { ring } = ringOf({ environment: job.environment });
    const nowhere = vaultAt('http://127.0.0.1:9');
    const facts = await Promise.all(['tines/a', 'tines/b'].map((path) => keyFrom(ring, nowhere, path)));
    for (const fact of facts) {
      expect(fact).toMatchObject({
        kind: 'vault_unread',
        asked: 'login',
        evidence: { seen: 'no_connection', attempts: 3 },
      });
    }
    expect(job.asked).toHaveLength(1);
    await ring.close();
  });

  it('is left alone by a run that is stopped, but for the end of its token', async () => {
    const stop = new AbortController();
    const { ring } = ringOf({ environment: job.environment, signal: stop.signal });
    expect(await keyOf(ring)).toBe('key-a');
    vault.instead = (what) => (isRead(what) ? 'hang' : undefined);
    const waiting = keyOf(ring, 'tines/b');
    await expect.poll(reads).toBe(2);
    stop.abort();
    expect(await waiting).toEqual({ kind: 'interrupted' });
    expect(await ring.close()).toEqual([]);
    expect(await vault.valid()).toBe(0);
  });

  it('is asked once for a key, however many need it, and not at all for what a run does not need', async () => {
    const { ring, masks } = ringOf({ environment: job.environment });
    await Promise.all([keyOf(ring), keyOf(ring), keyOf(ring)]);
    expect(reads()).toBe(1);
    await ring.close();
    const unused = ringOf({ environment: job.environment });
    await unused.ring.close();
    expect(vault.logins).toHaveLength(1);
    expect([unused.masks, masks.length > 0]).toEqual([[], true]);
  });
});

describe('a job', () => {
  it.each([
    ['without the permission', {}],
    [
      'whose environment names no address',
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'nowhere', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' },
    ],
    [
      'that would send its token in clear text',
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://token.example/?v=1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' },
    ],
  ])('%s has nothing to log in with, and says what helps', async (_, environment) => {
    const { ring } = ringOf({ environment });
    expect(await keyOf(ring)).toMatchObject({ kind: 'vault_login_impossible', lacks: 'no_id_token' });
    await ring.close();
    expect(vault.asked).toEqual([]);
  });

  it('with a token that no header can carry does not send it', async () => {
    const { ring } = ringOf({ environment: { STORYSYNC_VAULT_TOKEN: 'two words' } });
    const fact = await keyOf(ring);
    expect(fact).toMatchObject({ kind: 'vault_login_impossible', lacks: 'malformed' });
    expect(JSON.stringify(fact)).not.toContain('two words');
    expect(vault.asked).toEqual([]);
  });

  it('uses no token of its own where the manifest says that one is given', async () => {
    const { ring } = ringOf({ environment: job.environment });
    const fact = await keyFrom(ring, vaultAt(vault.address, { auth: 'token' }), 'tines/a');
    expect(fact).toMatchObject({ kind: 'vault_login_impossible', lacks: 'no_token' });
    expect([job.asked, vault.asked]).toEqual([[], []]);
  });

  it('whose token service gives none says who did not answer', async () => {
    const { ring } = ringOf({ environment: { ...job.environment, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of another job' } });
    expect(await keyOf(ring)).toMatchObject({ kind: 'vault_unread', asked: 'id_token', evidence: { status: 401 } });
    expect(vault.asked).toEqual([]);
  });

  it('speaks to its namespace, and to no other', async () => {
    const { ring } = ringOf({ environment: job.environment });
    expect(await keyFrom(ring, vaultAt(vault.address, { namespace: 'soc' }), 'tines/a')).toBe('key-a');
    await ring.close();
    expect(new Set(vault.asked.map(({ namespace }) => namespace))).toEqual(new Set(['soc']));
  });
});
