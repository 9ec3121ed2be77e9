import { formatProblem, type SourceText } from '../diagnostics/format.ts';
import type { Paint } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { byText } from '../model/text/order.ts';

/** All problems, one after another, in the order they are given. */
export function formatProblems(
  problems: readonly Problem[],
  sourceOf: SourceText,
  paint: Paint,
  columns?: number,
): string {
  return problems.map((problem) => `${formatProblem(problem, sourceOf, paint, columns)}\n`).join('\n');
}

/** By place, as a reader goes through a file; what has no place comes first. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => {
    const [left, right] = [a.place, b.place];
    if (!left || !right) return Number(left !== undefined) - Number(right !== undefined);
    return byText(left.file, right.file) || left.line - right.line || left.column - right.column;
  });
}
