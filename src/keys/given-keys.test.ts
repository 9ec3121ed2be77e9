import { describe, expect, it } from 'vitest';
import { countSteps } from '../../test/support/steps.ts';
import { masksFor, readApiKeys } from './given-keys.ts';

function read(text: string): { readonly [name: string]: string } | string {
  const keys = readApiKeys(text);
  return keys.ok ? Object.fromEntries(keys.value.keys) : keys.error;
}

describe('readApiKeys', () => {
  it.each([
    ['0123456', '0123456'],
    ['1e9', '1e9'],
    ['0x1F', '0x1F'],
    ['yes', 'yes'],
    ['null', 'null'],
    ['~', '~'],
    ['2027-01-31', '2027-01-31'],
    ['12345678901234567890', '12345678901234567890'],
    ['"a: b # c\\n"', 'a: b # c\n'],
    ["'!x'", '!x'],
  ])('takes the value %s as the text it is, in YAML and in JSON', (written, value) => {
    expect(read(`A: ${written}`)).toEqual({ A: value });
    expect(read(`{\n\t"A": ${written}\n}`)).toEqual({ A: value });
  });

  it('reads what toJSON(secrets) gives, without what is not ours', () => {
    const secrets = { github_token: 'ghs_x', ACTIONS_STEP_DEBUG: 'true', CONTOSO_KEY: 'a"b\\c/😀\nd' };
    expect(read(JSON.stringify(secrets, null, 2))).toEqual({ CONTOSO_KEY: 'a"b\\c/😀\nd' });
  });

  it('takes nothing for a key that no manifest may name, and has it masked all the same', () => {
    const text = 'AWS_SECRET_ACCESS_KEY: aws\nNPM_TOKEN: npm\nHOME: home\nAWS_TINES_API_KEY: ours';
    const keys = readApiKeys(text);
    if (!keys.ok) throw new Error(keys.error);
    expect([...keys.value.keys]).toEqual([['AWS_TINES_API_KEY', 'ours']]);
    expect(masksFor(keys.value.all)).toEqual(['aws', 'npm', 'home', 'ours']);
  });

  it.each(['', ' \n', '{}', '# later', '---\n'])('takes %j for no keys at all', (text) => {
    expect(read(text)).toEqual({});
  });

  it('leaves out a secret that is not set, so that the environment may have it', () => {
    expect(read('A:\nB: ""\nC: "  "\nD: key')).toEqual({ D: 'key' });
  });

  it.each([
    ['a key alone', 'hunter2secret'],
    ['a list', '- hunter2secret'],
    ['a nested map', 'A: { B: hunter2secret }'],
    ['a list as value', 'A: [hunter2secret]'],
    ['a name that may be a key', 'hunter2secret: A'],
    ['a name in small letters', 'a: hunter2secret'],
    ['a name twice', 'A: hunter2secret\nA: hunter2secret'],
    ['two documents', 'A: hunter2secret\n---\nB: hunter2secret'],
    ['broken JSON', '{"A": "hunter2secret"'],
    ['a quote that is never closed', 'A: "hunter2secret'],
    ['a tag in place of a key', 'A: !hunter2secret'],
    ['an anchor in place of a key', 'A: &hunter2secret'],
    ['an alias in place of a key', 'A: *hunter2secret'],
    ['an alias of another key', 'A: &x hunter2secret\nB: *x'],
    ['a merge key', '<<: { A: hunter2secret }'],
    ['a key that cannot begin a value', 'A: `hunter2secret'],
    ['a map as name', '? { hunter2secret: A }\n: B'],
  ])('refuses %s without showing a value', (_, text) => {
    const keys = readApiKeys(text);
    if (keys.ok) throw new Error('it was taken');
    expect(keys.error).toMatch(/^api-keys: .*expected a JSON or YAML map/);
    expect(keys.error).not.toContain('hunter2secret');
  });

  it('names the line and the name', () => {
    expect(read('A: key\nB: [x]')).toMatch(/line 2 has a value for B that is not a text/);
  });

  it('does not take a name for a property of all objects', () => {
    expect(read('__PROTO__: key')).toEqual(Object.fromEntries([['__PROTO__', 'key']]));
    expect(read('__proto__: key')).toMatch(/has a name/);
  });

  it('reads a thousand keys in few steps', () => {
    const text = JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`KEY_${n}`, `value-${n}`])));
    const { value, steps } = countSteps(() => read(text));
    expect(Object.keys(value)).toHaveLength(1000);
    // A comparison of every name with every other would take half a million.
    expect(steps).toBeLessThan(200_000);
  });
});

describe('masksFor', () => {
  it('masks each key, each of its lines, and both without the space around', () => {
    const keys = new Map([
      ['A', ' one-key '],
      ['B', 'first line\r\n  second line\n'],
    ]);
    expect([...masksFor(keys)].sort()).toEqual(
      [
        ' one-key ',
        'one-key',
        'first line\r\n  second line\n',
        'first line\r\n  second line',
        'first line',
        '  second line',
        'second line',
      ].sort(),
    );
  });

  it('masks a short key, but no short line of a long one', () => {
    const keys = new Map([
      ['A', 'abc'],
      ['B', '{\n  "k": 1\n}'],
    ]);
    expect(masksFor(keys)).toEqual(['abc', '{\n  "k": 1\n}', '  "k": 1', '"k": 1']);
  });
});
