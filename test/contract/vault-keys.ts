import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantClock } from '../support/instant-clock.ts';
import { JobTokens } from '../support/vault/job-tokens.ts';
import { keyFrom, ringOf, vaultAt } from '../support/vault/key-ring-rig.ts';
import type { VaultRig } from '../support/vault/vault-rig.ts';

const AUDIENCE = 'https://vault.example';
const JOB = { repository_id: '4711', environment: 'production', ref: 'refs/heads/main' };

/** What keys from a vault are promised to do, over each vault that there is. `signer`: whom its login believes. */
export function describeVaultKeys(name: string, open: (signer: string) => Promise<VaultRig>): void {
  describe(`keys from ${name}`, () => {
    let vault: VaultRig;
    let job: JobTokens;
    beforeAll(async () => {
      job = await JobTokens.start(JOB);
      vault = await open(job.publicKey);
      const bound = { audience: AUDIENCE, claims: JOB };
      await vault.role('storysync', { ...bound, reads: ['tines/*'] });
      await vault.role('of-contoso', { ...bound, reads: ['tines/contoso'] });
      await vault.role('plan', { ...bound, reads: ['split/*'] });
      await vault.role('sync', { ...bound, reads: ['split/*'] });
      await vault.role('short', { ...bound, reads: ['tines/*'], seconds: 60 });
      await vault.role('batch', { ...bound, reads: ['tines/*'], tokens: 'batch' });
      await vault.put('tines/contoso', { api_key: ' contoso-key-1\n', empty: '  ', number: 5, broken: 'two words' });
      await vault.put('tines/fabrikam', { api_key: 'fabrikam-key-1' });
      await vault.put('tines/gone', { api_key: 'gone-key-1' });
      await vault.remove('tines/gone');
      await vault.put('split/contoso/read', { api_key: 'reading-key' });
      await vault.put('split/contoso/write', { api_key: 'writing-key' });
    });
    afterAll(async () => {
      await vault[Symbol.asyncDispose]();
      await job[Symbol.asyncDispose]();
    });

    const at = (more: Parameters<typeof vaultAt>[1] = {}) => vaultAt(vault.address, more);
    const asRole = (role: string) => at({ roles: { read: role, write: role } });

    it('come by the login of the job, are hidden before they are used, and the token ends with the run', async () => {
      const { ring, masks } = ringOf({ environment: job.environment });
      expect(await keyFrom(ring, at(), 'tines/contoso')).toBe('contoso-key-1');
      expect(await vault.valid()).toBe(1);
      expect(masks).toEqual(expect.arrayContaining(['contoso-key-1', job.bearer, job.made.at(-1)]));
      expect(masks.some((mask) => /^(?:hv)?s\./.test(mask))).toBe(true);
      expect(await ring.close()).toEqual([]);
      expect(await vault.valid()).toBe(0);
    });

    it.each<readonly [string, string, string, object]>([
      ['a secret that is not there', 'tines/nobody', 'api_key', { gap: 'absent' }],
      ['one whose newest version is deleted', 'tines/gone', 'api_key', { gap: 'deleted' }],
      ['a path that the role may not read', 'other/contoso', 'api_key', { gap: 'forbidden' }],
      ['a field that is not there', 'tines/contoso', 'token', { gap: 'no_field' }],
      ['a field that only looks like one', 'tines/contoso', 'constructor', { gap: 'no_field' }],
      ['an empty field', 'tines/contoso', 'empty', { gap: 'empty' }],
      ['a field that is no text', 'tines/contoso', 'number', { gap: 'not_text' }],
      ['what no key can be', 'tines/contoso', 'broken', { kind: 'key_malformed' }],
    ])('%s is a fact of that key alone', async (_, path, field, fact) => {
      const { ring } = ringOf({ environment: job.environment });
      expect(await keyFrom(ring, at(), path, field)).toMatchObject({ kind: 'vault_key_missing', ...fact });
      expect(await keyFrom(ring, at(), 'tines/fabrikam')).toBe('fabrikam-key-1');
      await ring.close();
      expect(await vault.valid()).toBe(0);
    });

    it('of another customer are forbidden to a role of one', async () => {
      const { ring } = ringOf({ environment: job.environment });
      const role = asRole('of-contoso');
      expect(await keyFrom(ring, role, 'tines/contoso')).toBe('contoso-key-1');
      expect(await keyFrom(ring, role, 'tines/fabrikam')).toMatchObject({
        gap: 'forbidden',
        place: { role: 'of-contoso' },
      });
      await ring.close();
    });

    it.each<readonly [string, object, Parameters<typeof vaultAt>[1], string[]]>([
      ['of another environment', { environment: 'test' }, {}, ['the claim "environment" is not as the role wants it']],
      ['of another repository', { repository_id: '1' }, {}, ['the claim "repository_id" is not as the role wants it']],
      [
        'whose token is expired',
        { exp: 1_000_000_000, iat: 999_999_000, nbf: 999_999_000 },
        {},
        ["the job's token is expired"],
      ],
      ['for another audience', {}, { audience: 'https://other.example' }, ['the audience is not one of the role']],
      ['with a role that is not there', {}, { roles: { read: 'nobody' } }, ['there is no such role']],
      ['where no login is mounted', {}, { authMount: 'nowhere' }, ['permission denied']],
      ['in a namespace that is not there', {}, { namespace: 'nowhere' }, ['there is no such namespace']],
    ])('are refused to a job %s', async (_, claims, more, phrases) => {
      job.claims = { ...JOB, ...claims };
      try {
        const { ring } = ringOf({ environment: job.environment });
        const fact = await keyFrom(ring, at(more), 'tines/contoso');
        expect(fact).toMatchObject({ kind: 'vault_login_refused', phrases });
        await ring.close();
        expect(await vault.valid()).toBe(0);
      } finally {
        job.claims = JOB;
      }
    });

    it('of a job that nobody vouches for stay where they are', async () => {
      await using stranger = await JobTokens.start(JOB);
      const { ring } = ringOf({ environment: stranger.environment });
      const phrases = ["it does not know who signed the job's token"];
      expect(await keyFrom(ring, at(), 'tines/contoso')).toMatchObject({ kind: 'vault_login_refused', phrases });
      await ring.close();
    });

    it('are read and written with different ones where the manifest says {access}, each by its role', async () => {
      const vaultOf = at({ roles: { read: 'plan', write: 'sync' } });
      for (const [access, key] of [
        ['read', 'reading-key'],
        ['write', 'writing-key'],
      ] as const) {
        const { ring } = ringOf({ environment: job.environment, access });
        expect(await keyFrom(ring, vaultOf, 'split/contoso/{access}')).toBe(key);
        await ring.close();
      }
    });

    it('outlast the token of the login: the run logs in anew, and both tokens end with it', async () => {
      const clock = instantClock();
      const { ring } = ringOf({ environment: job.environment, clock });
      expect(await keyFrom(ring, asRole('short'), 'tines/contoso')).toBe('contoso-key-1');
      await clock.sleep(50_000);
      expect(await keyFrom(ring, asRole('short'), 'tines/fabrikam')).toBe('fabrikam-key-1');
      expect(await vault.valid()).toBe(2);
      expect(await ring.close()).toEqual([]);
      expect(await vault.valid()).toBe(0);
    });

    it('come with a token that ends by itself, and nobody tries to end it', async () => {
      const { ring } = ringOf({ environment: job.environment });
      expect(await keyFrom(ring, asRole('batch'), 'tines/contoso')).toBe('contoso-key-1');
      expect(await ring.close()).toEqual([]);
    });

    it('come with a token that is given, which goes on working', async () => {
      const given = await vault.token(['tines/*']);
      for (let run = 0; run < 2; run++) {
        const { ring, masks } = ringOf({ environment: { STORYSYNC_VAULT_TOKEN: `${given}\n` } });
        for (const auth of ['token', 'github-oidc'] as const) {
          expect(await keyFrom(ring, at({ auth }), 'tines/contoso')).toBe('contoso-key-1');
        }
        expect(masks).toContain(given);
        expect(await ring.close()).toEqual([]);
      }
    });

    it('of two hundred customers take one login', async () => {
      const names = Array.from({ length: 200 }, (_, index) => `tines/customer-${index}`);
      await Promise.all(names.map((path) => vault.put(path, { api_key: `key-of-${path}` })));
      const asked = job.asked.length;
      const { ring } = ringOf({ environment: job.environment });
      const keys = await Promise.all([...names, ...names].map((path) => keyFrom(ring, at(), path)));
      expect(keys).toEqual([...names, ...names].map((path) => `key-of-${path}`));
      expect(job.asked.slice(asked)).toEqual([AUDIENCE]);
      expect(await vault.valid()).toBe(1);
      await ring.close();
      expect(await vault.valid()).toBe(0);
    });
  });
}
