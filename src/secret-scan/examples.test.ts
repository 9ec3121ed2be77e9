import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, NO_SECRETS, SECRETS, storyWith, token } from '../../test/support/literal-examples.ts';
import { findLiterals } from './find-literals.ts';

describe('what people have in headers, payloads, URLs and scripts', () => {
  it.each(SECRETS)('is found: $name', async ({ options }) => {
    expect(await findLiterals(storyWith(options))).not.toEqual([]);
  });

  it.each(NO_SECRETS)('is left alone: $name', async ({ options }) => {
    expect(await findLiterals(storyWith(options))).toEqual([]);
  });

  it('is found under any name of such an ending, however it is spelled and nested', async () => {
    const last = fc.constantFrom('token', 'secret', 'password', 'passwd', 'passphrase', 'pwd', 'signature', 'key');
    const before = fc.constantFrom('contoso', 'vt', 'our', 'X', 'prod', 'legacy 2');
    const join = fc.constantFrom<(a: string, b: string) => string>(
      (a, b) => `${a}_${b}`,
      (a, b) => `${a}-${b}`.toUpperCase(),
      (a, b) => `${a} ${b}`,
      (a, b) => `${a}.${b}`,
      (a, b) => `${a}${b.charAt(0).toUpperCase()}${b.slice(1)}`,
    );
    const wrap = fc.constantFrom<(name: string, value: string) => object>(
      (name, value) => ({ [name]: value }),
      (name, value) => ({ local: { [name]: [{ [name]: value }] } }),
      (name, value) => ({ list: [{ name, value }] }),
      (name, value) => ({ headers: [{ key: name, value }] }),
      (name, value) => ({ payload: JSON.stringify({ a: { [name]: value } }) }),
      (name, value) => ({ script: `conf["${name}"] = '${value}'` }),
    );
    const secret = fc.tuple(fc.nat(), fc.integer({ min: 24, max: 64 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        before,
        last,
        join,
        wrap,
        secret,
        async (first, word, joined, wrapped, [seed, length, isHex]) => {
          const value = (isHex ? hex : token)(String(seed), length);
          const name = joined(first, word);
          // A script has no name with a space in it.
          const options = wrapped(name.replace(' ', Object.hasOwn(wrapped('', ''), 'script') ? '_' : ' '), value);
          const found = await findLiterals(storyWith(options as never));
          expect(found, JSON.stringify(options)).not.toEqual([]);
          expect(JSON.stringify(found)).not.toContain(value);
        },
      ),
      { numRuns: 200 },
    );
  });
});
