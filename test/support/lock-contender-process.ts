import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lockText } from '../../src/git/objects/lock-file.ts';
import { acquireLock } from '../../src/git/objects/owned-lock.ts';
import { newOwner } from '../../src/git/objects/owner.ts';

/**
 * Takes a lock again and again, and leaves it each time as one that was killed would: several of these must never be
 * inside together. Nobody lets go, so each entry but the first is a taking over.
 */
const [folder = '', rounds = '1'] = process.argv.slice(2);
const path = join(folder, 'index.lock');
const inside = join(folder, 'inside');
let [entered, met] = [0, 0];
while (entered < Number(rounds)) {
  const lock = await acquireLock(path, { waitMs: 120_000, sharedWithGit: true });
  if (!lock.ok) throw new Error(JSON.stringify(lock.error));
  try {
    writeFileSync(inside, '', { flag: 'wx' });
  } catch {
    met += 1;
  }
  await delay(Math.random() * 3);
  rmSync(inside, { force: true });
  entered += 1;
  if (entered === Number(rounds)) await lock.value.release();
  else writeFileSync(path, lockText({ ...(await newOwner()), pid: 2 ** 30 + entered }, new Date()));
}
process.stdout.write(JSON.stringify({ entered, met }));
