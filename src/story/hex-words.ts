const LENGTH = 32;
const RUN = /[0-9a-f]{32,}/gi;

/**
 * Passes every 32 hex digits of a text through `change`, also inside a longer run of digits (`%2F` ends in one); undefined
 * leaves them. One pass, whatever the number of words that `change` knows.
 */
export function rewriteHexWords(text: string, change: (word: string, at: number) => string | undefined): string {
  if (!mayHoldWord(text)) return text;
  return text.replace(RUN, (run, offset: number) => {
    let written = '';
    let done = 0;
    for (let at = 0; at + LENGTH <= run.length; at++) {
      const changed = change(run.slice(at, at + LENGTH), offset + at);
      if (changed === undefined) continue;
      written += run.slice(done, at) + changed;
      at += LENGTH - 1;
      done = at + 1;
    }
    return written + run.slice(done);
  });
}

/**
 * Whether there are 32 hex digits in a row somewhere. Every such row covers a place whose number is a multiple of 32: so one
 * character of 32 is looked at, and around it as far as the digits go.
 */
function mayHoldWord(text: string): boolean {
  for (let at = LENGTH - 1; at < text.length; at += LENGTH) {
    if (!isHexDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (start > 0 && isHexDigit(text.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (end - start < LENGTH && isHexDigit(text.charCodeAt(end))) end++;
    if (end - start >= LENGTH) return true;
  }
  return false;
}

function isHexDigit(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

/** 32 hex digits, the form of every guid that a tenant makes. */
export function isHexWord(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/i.test(value);
}
