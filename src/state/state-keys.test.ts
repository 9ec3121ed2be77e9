import { describe, expect, it } from 'vitest';
import { StateKeys } from './state-keys.ts';

const [FIRST, SECOND] = ['1'.repeat(32), '2'.repeat(32)];

function keysOf(text: string): StateKeys {
  const read = StateKeys.read(text);
  if (!read.ok || read.value === undefined) throw new Error('no keys');
  return read.value;
}

describe('the state key', () => {
  it.each([undefined, '', ' \n', ' , '])('%j is none', (text) => {
    expect(StateKeys.read(text)).toEqual({ ok: true, value: undefined });
  });

  it.each([' ', ',', '\n', '\r\n', ' , '])('may be two, separated by %j: the first signs, both are believed', (by) => {
    const both = keysOf(`${FIRST}${by}${SECOND}\n`);
    const content = { a: 1 };
    expect(both.sign(content)).toBe(keysOf(FIRST).sign(content));
    for (const key of [FIRST, SECOND]) expect(both.isSigned(content, keysOf(key).sign(content))).toBe(true);
  });

  it('signs this very content', () => {
    const keys = keysOf(FIRST);
    const signature = keys.sign({ a: 1, b: [2] });
    expect(signature).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
    expect(keys.isSigned({ b: [2], a: 1 }, signature)).toBe(true);
    expect(keys.isSigned({ a: 1, b: [3] }, signature)).toBe(false);
    expect(keys.isSigned({ a: 1, b: [2] }, signature.slice(0, -1))).toBe(false);
    expect(keysOf(SECOND).isSigned({ a: 1, b: [2] }, signature)).toBe(false);
  });

  it.each(['k'.repeat(31), `${FIRST} 0123456789`, [FIRST, SECOND, '3'.repeat(32)].join()])(
    'refuses %j without repeating it',
    (text) => {
      const read = StateKeys.read(text);
      expect(read).toMatchObject({ ok: false, error: { code: 'RUN038' } });
      for (const key of text.split(/[ ,]/)) expect(JSON.stringify(read)).not.toContain(key);
    },
  );

  it('does not come out of what holds it', () => {
    const keys = keysOf(FIRST);
    expect(JSON.stringify(keys) + JSON.stringify(Object.entries(keys))).not.toContain(FIRST);
  });
});
