import { survivesReading } from './number.ts';

/** What JSON.parse does not tell: nesting, numbers it would round, and how many keys were written. */
export type Scan = {
  /** Where the nesting first goes beyond the limit. */
  readonly tooDeepAt?: number;
  /** The first number that reading would change. */
  readonly inexactAt?: number;
  /** Keys in the text, repeated ones included. */
  readonly keys: number;
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** One pass over the text, jumping from string to string. The text may be no JSON at all: then only `tooDeepAt` means something. */
export function scanJson(text: string, maxDepth: number): Scan {
  let depth = 0;
  let keys = 0;
  let inexactAt: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      if (isKey(text, at + 1)) keys++;
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > maxDepth) return { tooDeepAt: at, keys, ...(inexactAt === undefined ? {} : { inexactAt }) };
    } else if (code === 0x7d || code === 0x5d) {
      depth--;
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      const end = endOfNumber(text, at);
      if (inexactAt === undefined && !survivesReading(text.slice(at, end))) inexactAt = at;
      at = end - 1;
    }
  }
  return { keys, ...(inexactAt === undefined ? {} : { inexactAt }) };
}

/** The closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

function isKey(text: string, from: number): boolean {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 0x3a;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  while (isNumberPart(text.charCodeAt(at))) at++;
  return at;
}

function isNumberPart(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x2b || code === 0x2d || (code | 0x20) === 0x65;
}
