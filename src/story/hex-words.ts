const LENGTH = 32;
const RUN = /[0-9a-f]{32,}/gi;

/**
 * Passes every 32 hex digits of a text through `change`, also inside a longer run of digits (`%2F` ends in one); undefined
 * leaves them. One pass, whatever the number of words that `change` knows.
 */
export function rewriteHexWords(text: string, change: (word: string, at: number) => string | undefined): string {
  // Most texts are shorter than one word.
  if (text.length < LENGTH) return text;
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

/** 32 hex digits, the form of every guid that a tenant makes. */
export function isHexWord(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/i.test(value);
}
