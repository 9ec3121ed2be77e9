import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyJson, withKeysReversed } from '../../test/support/json-arbitrary.ts';
import { canonicalJson, compactJson, contentHash, contentHashWithList, sha256 } from './canonical.ts';
import { parseJson } from './parse.ts';
import type { JsonValue } from './value.ts';

function parsed(text: string): JsonValue {
  const reading = parseJson(text);
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}

describe('canonicalJson', () => {
  it('sorts keys, keeps the order of lists and ends with a newline', () => {
    expect(canonicalJson({ b: [2, 1], a: {}, c: [] })).toBe(
      '{\n  "a": {},\n  "b": [\n    2,\n    1\n  ],\n  "c": []\n}\n',
    );
  });

  it('sorts integer-like keys as text, although objects hold them first', () => {
    expect(compactJson({ '10': 1, '9': 2, '1.0': 3, Z: 4, a: 5 })).toBe('{"1.0":3,"10":1,"9":2,"Z":4,"a":5}');
  });

  it('keeps an own "__proto__" key', () => {
    expect(canonicalJson(parsed('{"__proto__": {"x": 1}, "a": 1}'))).toBe(
      '{\n  "__proto__": {\n    "x": 1\n  },\n  "a": 1\n}\n',
    );
  });

  it('leaves strings alone: NUL, CRLF, characters that are not NFC, emoji', () => {
    const text = 'a\u0000b\r\n e\u0301 \u{1f469}\u200d\u{1f4bb} \u2028';
    expect(parsed(canonicalJson([text]))).toEqual([text]);
    expect(canonicalJson('\u{1f469}')).toBe('"\u{1f469}"\n');
  });

  it('writes lone surrogates as escapes, so that the text is valid UTF-8', () => {
    expect(canonicalJson('\ud800')).toBe('"\\ud800"\n');
    expect(parsed('"\\ud800"')).toBe('\ud800');
  });

  it('writes 360.0 as 360', () => {
    expect(canonicalJson(parsed('[360.0, -1.5, 1e3]'))).toBe('[\n  360,\n  -1.5,\n  1000\n]\n');
  });

  it.each<readonly [string, JsonValue]>([
    ['in order', { a: { b: [], c: {} }, d: [{ e: '\ud800', f: -0 }], g: null }],
    ['in order but for integer-like keys, which objects hold first', { 10: 1, 9: 2, a: 3 }],
    ['out of order deep down', { a: [{ b: [{ d: 1, c: 2 }] }] }],
    ['in order by code units and not by characters', { '\ud83d\ude00': 1, '\uff5e': 2 }],
  ])('is the same whichever way it is written: keys %s', (_, value) => {
    const turned = withKeysReversed(value);
    expect(canonicalJson(value)).toBe(canonicalJson(turned));
    expect(compactJson(value)).toBe(compactJson(turned));
    expect(JSON.parse(compactJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    expect(canonicalJson(value).replaceAll(/\n */g, '').replaceAll('": ', '":')).toBe(compactJson(value));
  });

  it('is a fixed point, blind to key order, for any JSON', () => {
    fc.assert(
      fc.property(anyJson(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(parsed(text))).toBe(text);
        expect(canonicalJson(withKeysReversed(value))).toBe(text);
        expect(parsed(compactJson(value))).toEqual(parsed(text));
      }),
    );
  });
});

describe('hashes', () => {
  it('are the known sha256 of the UTF-8 text', () => {
    expect(sha256('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('of content do not depend on key order, but do on list order', () => {
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it('of an object that is hashed piece by piece are those of the whole', () => {
    const fields = { b: [1], z: { y: 1, x: '\ud800' }, a: null };
    for (const key of ['0', 'list', 'zz']) {
      for (const entries of [[], ['\udc00'], [{ d: 1, c: 2 }, [], 7]]) {
        expect(contentHashWithList(fields, key, entries)).toBe(contentHash({ ...fields, [key]: entries }));
      }
    }
    expect(contentHashWithList({}, 'list', [1].values())).toBe(contentHash({ list: [1] }));
  });
});
