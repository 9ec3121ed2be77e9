import { catalogue } from '../diagnostics/catalogue/index.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { byText } from '../model/text/order.ts';
import type { Lines } from './edit/lines.ts';
import type { Finding, SourceSpan } from './finding.ts';
import type { Secret } from './tree.ts';

/** More secrets than this on one line: do not look closer, show nothing of it. */
const MANY = 50;

/** Findings as users see them: one per mistake, sorted by place, and no line with a secret in it. */
export function toProblems(findings: readonly Finding[], secrets: readonly Secret[], lines: Lines): readonly Problem[] {
  const hiding = findings.filter(({ hide }) => hide === true).map(({ at }) => at.span);
  const hidden = secretsByLine([...hiding, ...secrets.flatMap(({ spans }) => spans)], lines);
  return gather(findings)
    .map(({ finding, uses }) => toProblem(finding, uses, hidden, lines))
    .sort(byPlace);
}

/** A mistake in an anchor shows up at every use. It is one mistake: the first use is shown, the others are counted. */
function gather(
  findings: readonly Finding[],
): readonly { readonly finding: Finding; readonly uses: readonly SourceSpan[] }[] {
  const gathered = new Map<string, { finding: Finding; uses: Map<number, SourceSpan> }>();
  for (const finding of findings) {
    const { span, use } = finding.at;
    const key = `${finding.code} ${span.start} ${span.end} ${finding.about ?? ''}`;
    const found = gathered.get(key) ?? { finding, uses: new Map<number, SourceSpan>() };
    gathered.set(key, found);
    // Where the anchor stands, the message can name its own destination.
    if (use === undefined) found.finding = finding;
    if (use !== undefined) found.uses.set(use.start, use);
  }
  return [...gathered.values()].map(({ finding, uses }) => ({ finding, uses: [...uses.values()] }));
}

function toProblem(
  finding: Finding,
  uses: readonly SourceSpan[],
  hidden: ReadonlyMap<number, readonly SourceSpan[]>,
  lines: Lines,
): Problem {
  const { span, use } = finding.at;
  const related = (finding.also ?? []).map(({ message, at }) => ({ message, place: lines.placeOf(at) }));
  const [first] = uses;
  if (first !== undefined) {
    const more = uses.length > 1 ? `, and at ${uses.length - 1} more places` : '';
    related.push({
      message: `${use === undefined ? 'it is also' : 'it is'} used here${more}`,
      place: lines.placeOf(first),
    });
  }
  const secrets = hidden.get(lines.lineOf(span.start)) ?? lines.noteBehind(span);
  const apart = (secret: SourceSpan): boolean => secret.end <= span.start || secret.start >= span.end;
  const clean = secrets === undefined || (secrets.length <= MANY && secrets.every(apart));
  const hide = finding.hide === true || finding.hide === 'around' || secrets !== undefined;
  return {
    code: finding.code,
    severity: finding.severity ?? 'error',
    message: finding.message,
    hint: finding.hint ?? catalogue[finding.code].fix,
    place: lines.placeOf(span),
    ...(related.length === 0 ? {} : { related }),
    ...(hide ? { hideSource: true } : {}),
    ...(hide && clean && finding.hide !== true ? { showOwnText: true } : {}),
  };
}

function secretsByLine(secrets: readonly SourceSpan[], lines: Lines): ReadonlyMap<number, readonly SourceSpan[]> {
  const byLine = new Map<number, SourceSpan[]>();
  for (const secret of new Map(secrets.map((span) => [`${span.start} ${span.end}`, span])).values()) {
    const last = lines.lineOf(secret.end);
    for (let line = lines.lineOf(secret.start); line <= last; line++) {
      const known = byLine.get(line);
      if (known === undefined) byLine.set(line, [secret]);
      else known.push(secret);
    }
  }
  return byLine;
}

function byPlace(a: Problem, b: Problem): number {
  return (
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    byText(a.code, b.code) ||
    byText(a.message, b.message)
  );
}
