import { join } from 'node:path';
import type { Problem } from '../../diagnostics/problem.ts';
import { unreachable } from '../../diagnostics/result.ts';
import { systemHint, systemWords } from '../../diagnostics/system-code.ts';
import { unwritable } from '../../export/origin-story.ts';
import { replaceFileSafely } from '../../files/replace-file.ts';
import { type WriteRefusal, writeFileSafely } from '../../files/safe-write.ts';
import { manifestFile } from '../../workspace/layout.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { explainReplaceRefusal } from '../edit/manifest-edit.ts';
import type { ExportResult } from './read-export.ts';

/** Writes what an export found into the work tree. A file that cannot be written is a problem; the others are written. */
export async function writeExport(catalogue: StoryCatalogue, result: ExportResult): Promise<ExportResult> {
  const { layout, manifest, source } = catalogue;
  const { root, folder } = layout;
  const problems: Problem[] = [];
  const failed = new Set<string>();
  for (const { key, file, text } of result.exported) {
    const written = await writeFileSafely(root, join(folder, file), text);
    if (written.ok) continue;
    failed.add(file);
    const entry = manifest.stories.get(key) ?? { key, file, place: { file: manifest.file, line: 1, column: 1 } };
    problems.push(withSystemHint(unwritable(entry, explainWriteRefusal(written.error)), written.error));
  }
  // The manifest comes last: it must not name files that are not there.
  if (result.manifest !== undefined && failed.size === 0) {
    const content = { before: source.bytes, after: new TextEncoder().encode(result.manifest.text) };
    const written = await replaceFileSafely(root, manifestFile(layout), content);
    if (!written.ok) problems.push(manifestUnwritable(manifest.file, explainReplaceRefusal(written.error)));
  }
  const { manifest: text, ...rest } = result;
  const added = text !== undefined && failed.size === 0 && problems.length === 0;
  const exported = result.exported.filter(({ file }) => !failed.has(file));
  return {
    ...rest,
    ...(added ? { manifest: text } : {}),
    files: result.files.filter(({ path }) => !failed.has(path)),
    exported,
    problems: [...result.problems, ...problems],
    wrote: exported.length > 0,
  };
}

function manifestUnwritable(file: string, why: string): Problem {
  const message = `${file} cannot be written: ${why}; the exported files are there, but the catalogue does not name them`;
  return { code: 'EXP014', severity: 'error', message, hint: 'fix that and run the command again' };
}

/** A full disk is mended otherwise than a wrong path. */
function withSystemHint(problem: Problem, refusal: WriteRefusal): Problem {
  return refusal.kind === 'refused' ? { ...problem, hint: systemHint(refusal.code, problem.hint) } : problem;
}

/** Why a file was not written, as the end of a sentence. */
export function explainWriteRefusal(refusal: WriteRefusal): string {
  switch (refusal.kind) {
    case 'outside':
      return 'its real place is outside the repository, or in the folder of git itself';
    case 'not_a_file':
      return 'what is there is not a regular file';
    case 'refused':
      return systemWords(refusal.code);
    default:
      return unreachable(refusal);
  }
}
