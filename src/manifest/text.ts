import type { Result } from '../diagnostics/result.ts';
import { fail, ok } from '../diagnostics/result.ts';
import type { Finding } from './finding.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_DEPTH = 200;
/**
 * The parser takes its time for each entry and each mistake. A thousand destinations with two hundred stories each, every
 * one on a line of its own, have 420,000.
 */
const MAX_MARKS = 600_000;

const wholeFile = { span: { start: 0, end: 0 } };

/** What cannot be a manifest is refused before the YAML parser sees it. */
export function decodeText(bytes: Uint8Array): Result<string, Finding> {
  if (bytes.length > MAX_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return fail({ code: 'MAN001', message: `the file has ${size} MB, expected at most 10 MB`, at: wholeFile });
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fail({
      code: 'MAN002',
      message: 'the file is UTF-16 text, expected UTF-8',
      hint: 'save the file as UTF-8',
      at: wholeFile,
    });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const hint = 'save the file as UTF-8';
    return fail({ code: 'MAN002', message: 'the file is not valid UTF-8 text', hint, at: wholeFile });
  }
  return ok(text);
}

/** Checks that need no parser, so that a hostile file costs next to nothing. */
export function checkText(text: string): Finding | undefined {
  const control = text.search(/[^\P{Cc}\t\n\r\u0085]/u);
  if (control >= 0) {
    const code = text.charCodeAt(control);
    const name = code === 0 ? 'a NUL character' : `the control character 0x${code.toString(16).padStart(2, '0')}`;
    const at = { span: { start: control, end: control + 1 } };
    // The line may well be binary, or the middle of a pasted secret.
    return { code: 'MAN003', message: `the file holds ${name}, expected text`, at, hide: true };
  }
  if (!/^[ \t]*[^\s#]/m.test(text)) {
    return {
      code: 'MAN004',
      message: 'the file is empty, expected a manifest',
      hint: 'begin with "version: 1", "stories:" and "destinations:"',
      at: wholeFile,
      hide: true,
    };
  }
  const deep = findDeepNesting(text);
  if (deep !== undefined) return tooDeep(deep);
  const last = findLastMark(text);
  if (last === undefined) return undefined;
  const at = { span: { start: last, end: last + 1 } };
  const hint = 'say repeated lists once, with groups, defaults, anchors and merge keys, or split the repository';
  return {
    code: 'MAN048',
    message: 'the file has more than 600,000 lines, entries and brackets',
    hint,
    at,
    hide: true,
  };
}

/** Where the text has more of YAML's signs than any manifest. */
function findLastMark(text: string): number | undefined {
  if (text.length <= MAX_MARKS) return undefined;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    if (isMark(text, at) && ++marks > MAX_MARKS) return at;
  }
  return undefined;
}

const SIGNS = new Set(['\n', ...',[]{}"\'&*!|>%@`'.split('')].map((sign) => sign.charCodeAt(0)));
/** Signs when white space follows. */
const BEFORE_SPACE = new Set(':-?'.split('').map((sign) => sign.charCodeAt(0)));

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return SIGNS.has(code) || (BEFORE_SPACE.has(code) && !(text.charCodeAt(at + 1) > 0x20));
}

export function tooDeep(offset: number): Finding {
  const at = { span: { start: offset, end: offset + 1 } };
  return { code: 'MAN015', message: `values are nested more than ${MAX_DEPTH} levels deep`, at, hide: true };
}

/** The parser recurses, so brackets that only ever open are refused beforehand; it handles all other depth itself. */
function findDeepNesting(text: string): number | undefined {
  let opened = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    opened = bracket === '[' || bracket === '{' ? opened + 1 : 0;
    if (opened > MAX_DEPTH) return index;
  }
  const dashes = /(?:[-?] +){201}/.exec(text);
  return dashes?.index;
}
