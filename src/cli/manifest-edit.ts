import { basename } from 'node:path';
import type { EditRejection, PreparedEdit } from '../commands/edit/manifest-edit.ts';
import type { ExportedFile } from '../report/findings.ts';
import type { EditReport } from '../report/manifest-edit.ts';
import { changedLines } from '../report/plan/changed-lines.ts';
import type { OpenedWorkspace } from '../workspace/workspace.ts';
import type { ExitCode, Session } from './session.ts';

/** What is shown of the edited file. */
export function changedManifest({ file, before, after }: PreparedEdit): Pick<EditReport, 'manifest' | 'lines'> {
  const text = new TextDecoder();
  return { manifest: file, lines: changedLines(text.decode(before), text.decode(after)) };
}

export function editedFile({ file, before, after }: PreparedEdit): ExportedFile {
  return { path: basename(file), change: Buffer.compare(before, after) === 0 ? 'unchanged' : 'update' };
}

/** Nothing was edited. A wrong call goes to stderr; what is there to be looked at is the result. */
export function refuseEdit(session: Session, opened: OpenedWorkspace, { kind, problems }: EditRejection): ExitCode {
  if (kind === 'could_not_run') {
    session.fail(problems, opened.sourceOf);
    return 2;
  }
  session.findings({ ...opened, problems });
  return 1;
}
