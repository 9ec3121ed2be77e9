import { rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { systemHint } from '../../diagnostics/system-code.ts';
import { createFileSafely } from '../../files/safe-write.ts';
import { type Layout, shownPath } from '../../workspace/layout.ts';
import { explainWriteRefusal } from '../export/write-export.ts';
import { fromFolder, isThere } from './setup-place.ts';

export type NewFile = {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
};

/** Creates all of these files, in this order, or none. What is there already is never touched. */
export async function createFiles(layout: Layout, files: readonly NewFile[]): Promise<Result<null, Problem>> {
  const madeFiles: string[] = [];
  const madeFolders: string[] = [];
  for (const { path, text } of files) {
    madeFolders.push(...(await missingFolders(dirname(path))));
    const created = await createFileSafely(layout.root, path, text);
    if (created.ok) {
      madeFiles.push(path);
      continue;
    }
    await takeBack(madeFiles, madeFolders);
    const refusal = created.error;
    const why = refusal.kind === 'exists' ? 'somebody else has just written it' : explainWriteRefusal(refusal);
    const hint = 'make room for it, then run the command again';
    return fail({
      code: 'INI003',
      severity: 'error',
      message: `${shownPath(layout, fromFolder(layout, path))} cannot be written: ${why}; nothing is left of the others`,
      hint: refusal.kind === 'refused' ? systemHint(refusal.code, hint) : hint,
    });
  }
  return ok(null);
}

/** Outermost first. */
async function missingFolders(folder: string): Promise<readonly string[]> {
  if (dirname(folder) === folder || (await isThere(folder))) return [];
  return [...(await missingFolders(dirname(folder))), folder];
}

/** What cannot be taken back is in nobody's way: the next call keeps what it finds. */
async function takeBack(files: readonly string[], folders: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true }).catch(() => {});
  // A folder that somebody else put something into stays.
  for (const folder of folders.toReversed()) await rmdir(folder).catch(() => {});
}
