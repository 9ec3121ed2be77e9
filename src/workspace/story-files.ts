import { join } from 'node:path';
import type { StoryFile } from '../desired/assemble.ts';
import { unreachable } from '../diagnostics/result.ts';
import { systemWords } from '../diagnostics/system-code.ts';
import { type FileRefusal, readFileSafely } from '../files/safe-file.ts';
import type { Manifest } from '../model/destination.ts';
import { type Layout, shownPath } from './layout.ts';

/** Story files by key. */
export type StoryFiles = ReadonlyMap<string, StoryFile>;

/** The story files as they lie in the work tree. */
export async function readWorkTree(manifest: Manifest, layout: Layout): Promise<StoryFiles> {
  const files = new Map<string, StoryFile>();
  for (const { key, file } of manifest.stories.values()) {
    const shown = shownPath(layout, file);
    const read = await readFileSafely(layout.root, join(layout.folder, file));
    files.set(
      key,
      read.ok
        ? { kind: 'bytes', bytes: read.value, shown }
        : { kind: 'unreadable', why: explainRefusal(read.error), shown },
    );
  }
  return files;
}

/** Text of a story file, by the name that people were shown. */
export function textOf(files: StoryFiles, shown: string): string | undefined {
  for (const file of files.values()) {
    if (file.shown === shown && file.kind === 'bytes') return new TextDecoder().decode(file.bytes);
  }
  return undefined;
}

export function explainRefusal(refusal: FileRefusal): string {
  switch (refusal.kind) {
    case 'missing':
      return 'there is no such file';
    case 'outside':
      return 'its real place is outside the repository';
    case 'not_a_file':
      return 'it is not a regular file';
    case 'too_large':
      return `it is ${Math.round(refusal.bytes / 1_000_000)} MB large`;
    case 'unreadable':
      return systemWords(refusal.code);
    default:
      return unreachable(refusal);
  }
}
