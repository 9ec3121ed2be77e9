import { describe, expect, it } from 'vitest';
import { readVendorMessage } from './vendor-words.ts';

const KEY = 'canary-key';

describe('the vendor’s words about a failed sync', () => {
  it.each([
    ['plain words', 'Name has already been taken', 'Name has already been taken'],
    ['a class of its own', 'Net::ReadTimeout (after 60s)', 'Net::ReadTimeout (after 60s)'],
    ['several lines', ' one\n\n  two\t', 'one two'],
    ['our key', `key ${KEY} refused`, 'key […] refused'],
    [
      'an address with all that it holds',
      'POST https://me:pw@x.tines.com:8443/webhook/ab?k=1 failed',
      'POST https://x.tines.com:8443/[…] failed',
    ],
    ['what is as long and mixed as a secret', `path ${'a1'.repeat(16)}.`, 'path […].'],
    ['controls and what turns text around', 'a\u001b[2Jb\u202ec', String.raw`a\u{1b}[2Jb\u{202e}c`],
    ['nothing', '', ''],
  ])('are told where they hold %s', (_, text, told) => {
    expect(readVendorMessage(text, [KEY])).toBe(told);
  });

  it('are cut to what fits, at a whole character', () => {
    const told = readVendorMessage('é🙂 '.repeat(5_000), []);
    expect(Array.from(told).length).toBeLessThanOrEqual(301);
    expect(told).toMatch(/^(é🙂 )+é?…$|^(é🙂 ?)+…$/u);
  });

  it('never hold a part of a key, wherever it was cut', () => {
    for (let before = 1_180; before < 1_210; before++) {
      const told = readVendorMessage(`${`${KEY} `.repeat(before).slice(0, before)} ${KEY}`, [KEY]);
      expect(told).not.toContain('canary');
      expect(readVendorMessage(`${'https://h/x '.repeat(99)}${'x'.repeat(before - 1_180)}${KEY}`, [KEY])).not.toContain(
        'can',
      );
    }
    expect(readVendorMessage(`a${KEY}`.repeat(1_000), [KEY])).not.toContain('canary');
  });
});
