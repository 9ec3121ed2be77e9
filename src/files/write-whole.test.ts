import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from './write-whole.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'storysync-whole-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** In a process whose files may not grow, which is as near to a full disk as a test gets. Says the code of the failure. */
function writeWithoutRoom(path: string): string {
  const module = new URL('./write-whole.ts', import.meta.url).href;
  const script = `const { writeWhole } = await import(${JSON.stringify(module)});
    await writeWhole(${JSON.stringify(path)}, 'new').catch(({ code }) => console.log(code));`;
  const command = 'ulimit -f 0; exec "$0" --input-type=module -e "$1"';
  return execFileSync('sh', ['-c', command, process.execPath, script], { encoding: 'utf8' }).trim();
}

describe('a file that the user named', () => {
  it('is written whole, and keeps mode and links of an older one', async () => {
    const [file, link] = [join(dir, 'plan.json'), join(dir, 'link.json')];
    await writeWhole(file, 'one');
    chmodSync(file, 0o600);
    symlinkSync(file, link);
    await writeWhole(link, 'two');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['two', 0o600]);
    expect(readdirSync(dir).toSorted()).toEqual(['link.json', 'plan.json']);
  });

  it.skipIf(process.platform === 'win32')('leaves nothing where there is no room, and an older one as it was', () => {
    writeFileSync(join(dir, 'old.json'), 'old');
    expect(writeWithoutRoom(join(dir, 'new.json'))).toBe('EFBIG');
    expect(writeWithoutRoom(join(dir, 'old.json'))).toBe('EFBIG');
    expect(readdirSync(dir)).toEqual(['old.json']);
    expect(readFileSync(join(dir, 'old.json'), 'utf8')).toBe('old');
  });

  it.skipIf(process.platform === 'win32')('may be something that is written to, such as /dev/null', async () => {
    await writeWhole('/dev/null', 'gone');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
