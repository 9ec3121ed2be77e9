import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../json/canonical.ts';
import { isObject } from '../json/value.ts';
import { openEnvelope, type Seal, sealed } from './envelope.ts';
import { StateKeys } from './state-keys.ts';

function sealOf(repository = 'git.example/acme/sync'): Seal {
  const keys = StateKeys.read('k'.repeat(32));
  if (!keys.ok || keys.value === undefined) throw new Error('no key');
  return { keys: keys.value, repository };
}

const CONTENT = { format: 'some.format/1', rings: ['canary'] };
const PLACE = { path: 'rollout.json', counter: 3 };

function open(text: string, seal: Seal | undefined, path = PLACE.path) {
  const file: unknown = JSON.parse(text);
  if (!isObject(file as never)) throw new Error('no object');
  return openEnvelope(file as never, text, { path, seal });
}

describe('the envelope of a file on the state branch', () => {
  const text = sealed(CONTENT, { ...PLACE, seal: sealOf() });

  it('gives back the content, signed, under the same key, path and repository', () => {
    expect(open(text, sealOf())).toEqual({ content: CONTENT, counter: 3, whole: true, mark: 'signed' });
    expect(open(text, undefined).mark).toBe('unchecked');
    const plain = sealed(CONTENT, { ...PLACE, seal: undefined });
    expect([open(plain, undefined).mark, open(plain, sealOf()).mark]).toEqual(['unsigned', 'doubtful']);
  });

  it.each([
    ['another path', () => open(text, sealOf(), 'destinations/contoso.json')],
    ['another repository', () => open(text, sealOf('git.example/acme/other'))],
    ['another counter', () => open(text.replace('"counter": 3', '"counter": 4'), sealOf())],
    ['other content', () => open(text.replace('canary', 'early'), sealOf())],
    ['another layout', () => open(JSON.stringify(JSON.parse(text)), sealOf())],
    ['a counter that is none', () => open(sealed(CONTENT, { ...PLACE, counter: 0, seal: sealOf() }), sealOf())],
    ['no signature', () => open(canonicalJson({ ...JSON.parse(text), signature: null }), sealOf())],
  ])('proves nothing for %s', (_, read) => {
    expect(read().mark).toBe('doubtful');
  });

  it('is not whole once a value was changed by hand', () => {
    expect(open(text.replace('canary', 'early'), undefined).whole).toBe(false);
  });
});
