import { basename } from 'node:path';
import type { PreparedEdit } from '../../commands/edit/manifest-edit.ts';
import type { ExportedFile } from '../../model/exported.ts';
import type { EditReport } from '../../report/manifest-edit.ts';
import { changedLines } from '../../report/plan/changed-lines.ts';

/** What is shown of the edited file. */
export function changedManifest({ file, before, after }: PreparedEdit): Pick<EditReport, 'manifest' | 'lines'> {
  const text = new TextDecoder();
  return { manifest: file, lines: changedLines(text.decode(before), text.decode(after)) };
}

export function editedFile({ file, before, after }: PreparedEdit): ExportedFile {
  return { path: basename(file), change: Buffer.compare(before, after) === 0 ? 'unchanged' : 'update' };
}
