import { lstat, opendir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../clock/system-clock.ts';
import { fateOf, type Processes, readOwnerTag, systemProcesses } from './owner.ts';

/** What a killed run leaves behind: drafts by their owner's tag, and claims, which hold their owner as a lock does. */
const DRAFT = /(?:^tmp_obj_|\.)storysync-([0-9a-f]{12}-\d+-(?:\d+|x)-[0-9a-f]{16})(?:\.lock|\.tmp)?$/;
const FOLDER = /^storysync-pack-([0-9a-f]{12}-\d+-(?:\d+|x)-[0-9a-f]{16})$/;
const CLAIM = /\.storysync-claim-[0-9a-f]{16}\.lock$/;

/** Of an owner whom this machine cannot be asked about. A draft is needed for seconds. */
const OLD_MS = 24 * 60 * 60 * 1000;
/** Nobody has so many files in a folder of a repository; more of them are not worth the time. */
const MOST_NAMES = 100_000;

export type SweepOptions = {
  /** Takes away a claim if its owner is gone; without it claims stay. */
  readonly clearClaim?: (path: string) => Promise<void>;
  readonly processes?: Processes;
};

const swept = new Set<string>();

/** Takes away the drafts of killed runs, once in the life of this process: called before a draft of our own is made there. */
export async function sweepOnce(folder: string, options: SweepOptions = {}): Promise<void> {
  const key = `${options.clearClaim === undefined ? 'drafts' : 'locks'} ${folder}`;
  if (swept.has(key)) return;
  swept.add(key);
  await sweep(folder, options);
}

/** Only what bears our name and whose owner is gone. What cannot be looked at or taken away is let be. */
export async function sweep(
  folder: string,
  { clearClaim, processes = systemProcesses }: SweepOptions = {},
): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (CLAIM.test(name)) await clearClaim?.(path).catch(() => {});
    else if (await isLeftOver(path, DRAFT.exec(name)?.[1], processes)) await unlink(path).catch(() => {});
    else if (await isLeftOver(path, FOLDER.exec(name)?.[1], processes)) await removeFolder(path);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    let seen = 0;
    for await (const { name } of await opendir(folder)) {
      if (name.includes('storysync-')) names.push(name);
      seen += 1;
      if (seen >= MOST_NAMES) break;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
  return names;
}

async function isLeftOver(path: string, tag: string | undefined, processes: Processes): Promise<boolean> {
  const owner = tag === undefined ? undefined : readOwnerTag(tag);
  if (owner === undefined) return false;
  const fate = await fateOf(owner, processes);
  if (fate !== 'unknown') return fate === 'gone';
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && systemClock.now().getTime() - found.mtimeMs > OLD_MS;
}

/** In a folder that all users of the machine write to, only our own. */
async function removeFolder(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isDirectory() !== true || found.uid !== (process.getuid?.() ?? found.uid)) return;
  await rm(path, { recursive: true, force: true }).catch(() => {});
}
