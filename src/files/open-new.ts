import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** A file that this process makes, for its owner alone: one that is there, also as a link to elsewhere, is left as it is (`EEXIST`). */
export function openNew(path: string): Promise<FileHandle> {
  return open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
}
