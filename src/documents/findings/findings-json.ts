import type { Place, Problem } from '../../diagnostics/problem.ts';
import type { Discovery, ExportedFile } from '../../model/exported.ts';
import { type Examined, tallyProblems } from '../../report/findings.ts';
import type { WireFindings, WirePlace } from './findings-schema.ts';

/** `storysync.findings/1`, from `validate` and `export`. Findings keep their order: sorted by place. */
export function findingsToJson(
  problems: readonly Problem[],
  manifestFile: string,
  examined: Examined,
  files: readonly ExportedFile[] = [],
  { stories: discovered, leftOut }: Discovery = { stories: [], leftOut: [] },
): WireFindings {
  const { errors, warnings } = tallyProblems(problems);
  return {
    format: 'storysync.findings/1',
    manifest: manifestFile,
    totals: { stories: examined.stories, destinations: examined.destinations, errors, warnings },
    findings: problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      hint: problem.hint,
      place: problem.place === undefined ? null : writePlace(problem.place),
      related: (problem.related ?? []).map(({ message, place }) => ({ message, place: writePlace(place) })),
    })),
    files: files.map(({ path, change }) => ({ path, change })),
    discovered: discovered.map(({ id, name, key }) => ({ id, name, key })),
    left_out: leftOut.map(({ id, name, reason }) => ({ id, name, reason })),
  };
}

function writePlace({ file, line, column, endLine, endColumn }: Place): WirePlace {
  return { file, line, column, end_line: endLine ?? null, end_column: endColumn ?? null };
}
