import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../test/support/planning.ts';
import { ok } from '../diagnostics/result.ts';
import { bind } from '../trust/bind.ts';
import { keysOfJob } from './job-keys.ts';

const DEFAULT = ['*TINES*'];

async function keyOf(
  name: string,
  given: { readonly [name: string]: string },
  env: { readonly [name: string]: string },
  envKeys = DEFAULT,
  mask: (secret: string) => void = () => {},
) {
  const use = bind({ kind: 'worktree' }).of(destinationOf('contoso', { keyName: name }));
  if (!use.ok) return use;
  const key = await keysOfJob({ given: new Map(Object.entries(given)), env, envKeys, mask })(use.value);
  return key.ok ? ok(key.value.reveal()) : key;
}

describe('a key of a job', () => {
  it.each([
    ['api-keys', 'A_TINES_API_KEY', { A_TINES_API_KEY: 'given' }, { A_TINES_API_KEY: 'of-the-environment' }, 'given'],
    ['api-keys, whatever its name', 'DEPLOY', { DEPLOY: 'given' }, { DEPLOY: 'of-the-environment' }, 'given'],
    ['the environment', 'A_TINES_API_KEY', {}, { A_TINES_API_KEY: 'of-the-environment' }, 'of-the-environment'],
  ])('comes from %s', async (_, name, given, env, value) => {
    expect(await keyOf(name, given, env)).toEqual({ ok: true, value });
  });

  it('is no variable that env-keys does not name, and the fact says what there is', async () => {
    expect(await keyOf('DEPLOY_TOKEN', {}, { DEPLOY_TOKEN: 'of another door' })).toEqual({
      ok: false,
      error: { kind: 'key_not_given', keyName: 'DEPLOY_TOKEN', envKeys: ['*TINES*'], inEnvironment: true },
    });
  });

  it.each([
    ['*_SOC_KEY', 'CONTOSO_SOC_KEY', true],
    ['SOC_?', 'SOC_1', true],
    ['SOC_?', 'SOC_12', false],
    ['TINES', 'CONTOSO_TINES_API_KEY', false],
    ['*', 'ANY', true],
  ])('by the glob %s may be %s: %s', async (glob, name, may) => {
    expect((await keyOf(name, {}, { [name]: 'x' }, [glob])).ok).toBe(may);
  });

  it('of the environment is hidden before it is used, also one that no request can carry; another variable is left alone', async () => {
    const masked: string[] = [];
    const env = { A_TINES_API_KEY: 'first line\nsecond line', HOME_TINES: 'unasked', DEPLOY: 'not a key' };
    expect((await keyOf('A_TINES_API_KEY', {}, env, DEFAULT, (secret) => masked.push(secret))).ok).toBe(false);
    await keyOf('DEPLOY', {}, env, DEFAULT, (secret) => masked.push(secret));
    expect(masked).toEqual(expect.arrayContaining(['first line', 'second line']));
    expect(masked).not.toContain('unasked');
    expect(masked).not.toContain('not a key');
  });

  it('that may come from the environment and is not there is called missing there', async () => {
    expect(await keyOf('A_TINES_API_KEY', {}, {})).toMatchObject({
      error: { kind: 'key_missing', keyName: 'A_TINES_API_KEY', empty: false },
    });
  });
});
