import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatIndex, indexEntry, parseIndex, UNKNOWN_STAMP } from './index-format.ts';

const OID = '0123456789abcdef0123456789abcdef01234567';
const [a, b] = ['a.json', 'stories/b.json'].map((path) => indexEntry(path, OID, '100644', UNKNOWN_STAMP));

/** An entry with an intent to add: two more bytes of flags in front of the name. */
function extended(path: string): Buffer {
  const plain = indexEntry(path, OID, '100644', UNKNOWN_STAMP).bytes;
  const flags = plain.readUInt16BE(60) | 0x4000;
  const head = Buffer.from(plain.subarray(0, 62));
  head.writeUInt16BE(flags, 60);
  const whole = Buffer.concat([head, Buffer.from([0x20, 0]), Buffer.from(path)]);
  return Buffer.concat([whole, Buffer.alloc(8 - (whole.length % 8))]);
}

function entriesOf(file: Buffer) {
  const parsed = parseIndex(file);
  if (!parsed.ok) throw new Error(parsed.error.reason);
  return parsed.value;
}

describe('the index', () => {
  it('is written in git’s order, and reads back to the byte', () => {
    if (!a || !b) throw new Error('no entries');
    const file = formatIndex([b, a]);
    expect(entriesOf(file).map(({ name }) => name)).toEqual(['a.json', 'stories/b.json']);
    expect(formatIndex(entriesOf(file)).equals(file)).toBe(true);
    expect(file.readUInt32BE(4)).toBe(2);
  });

  it('keeps entries with more flags, which only version 3 has', () => {
    const name = 'intended.txt';
    const file = formatIndex([{ name, stage: 0, bytes: extended(name) }, ...(b ? [b] : [])]);
    expect(file.readUInt32BE(4)).toBe(3);
    expect(entriesOf(file).map((entry) => entry.name)).toEqual([name, 'stories/b.json']);
    expect(entriesOf(file)[0]?.bytes.equals(extended(name))).toBe(true);
  });

  it.each([
    ['TREE', undefined],
    ['link', 'split'],
    ['sdir', 'sparse'],
    ['abcd', 'unknown'],
  ])('with the extension %s is %s', (extension, kind) => {
    const content = Buffer.concat([formatIndex(a ? [a] : []).subarray(0, -20), Buffer.from(`${extension}\0\0\0\x01x`)]);
    const file = Buffer.concat([content, createHash('sha1').update(content).digest()]);
    expect(parseIndex(file)).toMatchObject(kind === undefined ? { ok: true } : { ok: false, error: { kind } });
  });

  it.each([0, 11, 40, 80])('that is cut off after %i bytes is damaged', (length) => {
    const file = formatIndex(a && b ? [a, b] : []).subarray(0, length);
    expect(parseIndex(file)).toMatchObject({ ok: false, error: { kind: 'broken' } });
  });
});
