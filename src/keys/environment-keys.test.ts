import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../test/support/planning.ts';
import { ok } from '../diagnostics/result.ts';
import { bind } from '../trust/bind.ts';
import { keysFrom } from './environment-keys.ts';

async function keyIn(environment: { readonly [name: string]: string | undefined }) {
  const use = bind({ kind: 'worktree' }).of(destinationOf('contoso'));
  if (!use.ok) return use;
  const key = await keysFrom(environment)(use.value);
  return key.ok ? ok(key.value.reveal()) : key;
}

describe('the key of a destination', () => {
  it('comes from its environment variable, without the line break that a file brought along', async () => {
    expect(await keyIn({ CONTOSO_KEY: ' k1\n' })).toEqual({ ok: true, value: 'k1' });
  });

  it.each(['Bearer k1', '"k1 "', 'k\u00e4', 'k1\nk2'])(
    '%j is told for what it is, and nothing of it is shown',
    async (key) => {
      const read = await keyIn({ CONTOSO_KEY: key });
      expect(read).toEqual({ ok: false, error: { kind: 'key_malformed', keyName: 'CONTOSO_KEY' } });
      expect(JSON.stringify(read)).not.toContain(key);
    },
  );

  it.each([
    ['not set', {}, false],
    ['empty', { CONTOSO_KEY: '' }, true],
    ['empty', { CONTOSO_KEY: '  \n' }, true],
  ])('that is %s is missing, and the variable is named', async (_, environment, empty) => {
    expect(await keyIn(environment)).toEqual({
      ok: false,
      error: { kind: 'key_missing', keyName: 'CONTOSO_KEY', empty, of: 'destination' },
    });
  });
});
