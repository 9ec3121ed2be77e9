import { spawnSync } from 'node:child_process';

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { unpack } from './bounded-inflate.ts';

const MEGABYTE = 1024 * 1024;

describe('unpacking', () => {
  it('gives what is there, and how many bytes it took', () => {
    const packed = deflateSync('hello');
    expect(unpack(Buffer.concat([packed, Buffer.from('more')]), 5)).toEqual({
      content: Buffer.from('hello'),
      length: packed.length,
    });
    expect(unpack(deflateSync(''), 0).content).toHaveLength(0);
  });

  it.each([
    ['more than it says', deflateSync('hello'), 4],
    ['less than it says', deflateSync('hello'), 6],
    ['cut off', deflateSync('hello').subarray(0, -5), 5],
    ['not packed', Buffer.from('hello'), 5],
  ])('refuses what is %s', (_, packed, size) => {
    expect(() => unpack(packed, size)).toThrow(expect.objectContaining({ code: 'DamagedObject' }));
  });

  it('makes no room for more than was said: a megabyte that unpacks to one gigabyte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'storysync-inflate-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    // A megabyte of zeros that refers to nothing before it may be repeated at will.
    const block = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH });
    const bomb = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: 1024 }, () => block)]);
    writeFileSync(join(folder, 'bomb'), bomb);
    const script = `
      import { readFileSync } from 'node:fs';
      import { unpack } from ${JSON.stringify(new URL('./bounded-inflate.ts', import.meta.url).href)};
      // A process begins with the peak of the one that started it.
      const before = process.resourceUsage().maxRSS;
      try { unpack(readFileSync(${JSON.stringify(join(folder, 'bomb'))}), 5); } catch (error) { console.log(error.code); }
      console.log(process.resourceUsage().maxRSS - before);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const [code, kilobytes] = stdout.split('\n');
    expect(bomb.length).toBeLessThan(2 * MEGABYTE);
    expect(code).toBe('DamagedObject');
    expect(Number(kilobytes) / 1024).toBeLessThan(100);
  });
});
