import { printable } from '../diagnostics/printable.ts';

const LONGEST = 300;
/** Of an endless text no more than this is looked at. */
const READ = 4 * LONGEST;
const HIDDEN = '[…]';

/**
 * What the vendor says of a sync that failed, for people to read. Unlike the body of a refusal it is told in its own words:
 * it is the vendor's message about a destination, shown in its own dashboard too, and there is nothing else to go by. But a
 * tenant may have put anything into it: so no key that we hold, nothing of an address but its host, and nothing that is as
 * long and as mixed as keys and webhook addresses are.
 */
export function readVendorMessage(text: string, keys: Iterable<string>): string {
  let told = beginning(text);
  for (const key of keys) told = told.replaceAll(key, HIDDEN);
  told = told
    .replaceAll(/(\bhttps?:\/\/)(?:[^\s/@]{1,200}@)?([\w.-]{1,253}(?::\d{1,5})?)[^\s"'<>)]*/gi, `$1$2/${HIDDEN}`)
    .replaceAll(/[\w+=~-]{16,}/g, (run) => (/\d/.test(run) ? HIDDEN : run));
  const shown = printable(told.replaceAll(/\s+/g, ' ').trim());
  return shown.length > LONGEST ? `${Array.from(shown).slice(0, LONGEST).join('')}…` : shown;
}

/** Whole words: half of a key would be like no key. */
function beginning(text: string): string {
  if (text.length <= READ) return text;
  const read = text.slice(0, READ);
  return `${read.slice(0, Math.max(0, read.lastIndexOf(' ')))} …`;
}
