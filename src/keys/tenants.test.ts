import { describe, expect, it } from 'vitest';
import { apiKey } from '../../test/support/api-key.ts';
import { fakeTenant } from '../../test/support/fake-tenant.ts';
import { destinationOf } from '../../test/support/planning.ts';
import { fail, ok } from '../diagnostics/result.ts';
import { bind } from '../trust/bind.ts';
import type { KeySource } from './key-source.ts';
import { openTenants, readersOf } from './tenants.ts';

const MISSING = { kind: 'key_missing', keyName: 'CONTOSO_KEY', empty: false, of: 'destination' } as const;

function useOf(name: string) {
  const use = bind({ kind: 'worktree' }).of(destinationOf(name));
  if (!use.ok) throw new Error(use.error);
  return use.value;
}

/** A vault that takes its time, and what happened in which order. */
function vault(answer: KeySource = async ({ keyName }) => ok(apiKey(`key-of-${keyName}`))) {
  const seen: string[] = [];
  const open = (kind: string) => (tenantUrl: string) => {
    seen.push(`${kind} ${tenantUrl}`);
    return fakeTenant();
  };
  const keyOf: KeySource = async (use) => {
    seen.push(`key ${use.keyName}`);
    await Promise.resolve();
    return answer(use);
  };
  const clients = { reader: open('reader'), writer: open('writer'), close: async () => {} };
  return { seen, tenants: openTenants({ keyOf, close: async () => [] }, clients) };
}

describe('tenants behind keys', () => {
  it('ask for the key of a destination right before it is opened, and for no other', async () => {
    const { seen, tenants } = vault();
    await tenants.reader(useOf('contoso'));
    await tenants.reader(useOf('fabrikam'));
    expect(seen).toEqual([
      'key CONTOSO_KEY',
      'reader https://contoso.example',
      'key FABRIKAM_KEY',
      'reader https://fabrikam.example',
    ]);
  });

  it('push with the key that the plan was read with', async () => {
    const answers = [ok(apiKey('k'))];
    const { seen, tenants } = vault(async () => answers.shift() ?? fail(MISSING));
    await tenants.reader(useOf('contoso'));
    expect((await tenants.writer(useOf('contoso'))).ok).toBe(true);
    expect(seen.filter((step) => step.startsWith('key'))).toHaveLength(1);
  });

  it('say why there is no key, and open nothing', async () => {
    const { seen, tenants } = vault(async () => fail(MISSING));
    expect(await tenants.reader(useOf('contoso'))).toEqual({ ok: false, error: MISSING });
    expect(seen).toEqual(['key CONTOSO_KEY']);
  });

  it('leave a command that reads no way to a writer', () => {
    const readers = readersOf(vault().tenants);
    expect(Object.keys(readers)).toEqual(['reader']);
    expect(() => Object.assign(readers, { writer: () => undefined })).toThrow();
  });
});
