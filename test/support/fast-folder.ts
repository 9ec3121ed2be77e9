import { accessSync, constants, readFileSync, statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
/** More than the suite ever holds at once; containers often have 64 MB there. */
const ROOM = 2 ** 30;

/**
 * Folders in memory, for what tests make and throw away: on a disk, making and removing small repositories is a third
 * of the suite's time. Undefined where there is no such place, little room, or no program may start there (hooks must).
 */
export function folderInMemory(): string | undefined {
  try {
    const mounts = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '));
    const options = mounts.find(([, place]) => place === MEMORY)?.[3]?.split(',') ?? ['noexec'];
    if (options.includes('noexec')) return undefined;
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM ? MEMORY : undefined;
  } catch {
    return undefined; // not Linux
  }
}
