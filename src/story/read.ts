import { Buffer, isUtf8 } from 'node:buffer';
import { catalogue, type ProblemCode } from '../diagnostics/catalogue/index.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { type LineColumn, lineColumn, linesOf, locatorOf, type TextSpan } from '../json/locate.ts';
import { type JsonFailure, parseJson } from '../json/parse.ts';
import type { JsonValue } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { findShapeProblems, isStory } from './shape.ts';

const MAX_BYTES = 50 * 1024 * 1024;
const SYNTAX_CODES = { syntax: 'STO003', number: 'STO004', depth: 'STO005', duplicate_key: 'STO006' } as const;
/** A story as a file holds it, or all that is wrong with the file. Warnings may stand beside a story. */
export type StoryReading = { readonly story?: Story; readonly problems: readonly Problem[] };

/** Reads a story file of any schema version, minified or pretty. `file` is only used for places. */
export function readStory(bytes: Uint8Array | string, file: string): StoryReading {
  const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
  if (size > MAX_BYTES) {
    const message = `the file has ${Math.ceil(size / 1024 / 1024)} MB; a story file may have at most 50 MB`;
    return { problems: [problemAt('STO001', message, 'check that the path names a story export', file, 1)] };
  }
  if (typeof bytes !== 'string' && !isUtf8(bytes)) return { problems: [encodingProblem(bytes, file)] };
  const decoded =
    typeof bytes === 'string' ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, size).toString('utf8');
  // Positions count without the byte order mark, as editors show them.
  return readText(decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded, file);
}

/** Shape check alone, for exports that came from a tenant. */
export function parseStory(value: JsonValue): Story | undefined {
  return isStory(value) ? value : undefined;
}

function readText(text: string, file: string): StoryReading {
  const parsed = parseJson(text);
  if (!parsed.ok) return { problems: [otherKindOfFile(text, file) ?? syntaxProblem(text, parsed.error, file)] };
  const findings = findShapeProblems(parsed.value);
  if (findings.length === 0 && isStory(parsed.value)) return { story: parsed.value, problems: [] };
  const locate = locatorOf(text);
  const at = linesOf(text);
  const problems = findings.map(({ code, severity, message, hint, path }): Problem => {
    // A finding about the whole file has no better place than its beginning.
    const place = path.length === 0 ? { file, line: 1, column: 1 } : placeOf(at, locate(path), file);
    return { code, severity, message, hint: hint ?? catalogue[code].fix, place, hideSource: true };
  });
  return isStory(parsed.value) ? { story: parsed.value, problems } : { problems };
}

/** People commit sign-in pages, pointers and half-merged files under a story's name. Say so instead of "not JSON". */
function otherKindOfFile(text: string, file: string): Problem | undefined {
  const conflict = /^(?:<{7}|>{7})(?: |$)/m.exec(text);
  if (conflict !== null) {
    const { line } = lineColumn(text, conflict.index);
    return problemAt('STO003', 'the file holds an unresolved merge conflict', 'resolve the conflict', file, line);
  }
  const start = text.trimStart().slice(0, 200);
  if (start.startsWith('<')) {
    const hint = 'a sign-in or error page may have been saved instead; export the story again';
    return problemAt('STO007', 'this is a web page (HTML or XML), not a story export', hint, file, 1);
  }
  if (start.startsWith('version https://git-lfs')) {
    const hint = 'fetch it with "git lfs pull", or keep stories out of Git LFS';
    return problemAt('STO007', 'this is a Git LFS pointer, not the file itself', hint, file, 1);
  }
  return undefined;
}

function syntaxProblem(text: string, failure: JsonFailure, file: string): Problem {
  const code = SYNTAX_CODES[failure.reason];
  const at = lineColumn(text, failure.offset ?? 0);
  return problemAt(
    code,
    `not a readable story file: ${failure.message}`,
    catalogue[code].fix,
    file,
    at.line,
    at.column,
  );
}

function encodingProblem(bytes: Uint8Array, file: string): Problem {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const found = wide ? 'it looks like UTF-16' : 'it holds bytes of another encoding';
  const hint = 'save the file as UTF-8, or export the story again';
  return problemAt('STO002', `the file is not UTF-8 text: ${found}`, hint, file, firstBadLine(bytes));
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

function placeOf(at: (offset: number) => LineColumn, span: TextSpan, file: string): NonNullable<Problem['place']> {
  const start = at(span.start);
  const end = at(span.end);
  return { file, ...start, endLine: end.line, endColumn: end.column };
}

/** A line of a story may hold a token or a webhook's secret, and a minified one holds them all: never show it. */
function problemAt(code: ProblemCode, message: string, hint: string, file: string, line: number, column = 1): Problem {
  return { code, severity: 'error', message, hint, place: { file, line, column }, hideSource: true };
}
