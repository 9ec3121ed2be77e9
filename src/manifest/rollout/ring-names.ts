import type { guesser } from '../../diagnostics/suggestion.ts';
import type { Finding } from '../finding.ts';
import { quoted } from '../finding.ts';
import type { Located } from '../read.ts';
import { NAME } from '../shape/schema-parts.ts';
import { badName } from '../shape/shape-key.ts';
import type { Cursor } from '../tree.ts';
import { keySpotOf } from '../tree.ts';

const FORM = new RegExp(NAME);

/** No day, zone or name that somebody mistypes looks like a key. */
export function hiding(text: string): Pick<Finding, 'hide'> {
  return text.length > 60 || /\w{10}/.test(text) ? { hide: true } : {};
}

/** The name of a ring is a value, and a value of the wrong form may be something pasted. */
export function checkRingName({ value, at }: Located<string>): readonly Finding[] {
  if (FORM.test(value)) return [];
  const finding = badName(value, 'ring', at);
  if (hiding(value).hide !== true) return [finding];
  const message = 'the name of a ring is not allowed, and not shown because it may be a value';
  return [{ code: finding.code, message, hint: 'choose a short word, such as canary', at, hide: true }];
}

export function unknownRing(
  { value, at }: Located<string>,
  subject: string,
  rings: ReadonlyMap<string, unknown>,
  guess: ReturnType<typeof guesser>,
): Finding {
  const near = guess(value, rings.keys());
  const known = `rings: ${[...rings.keys()].slice(0, 10).join(', ') || 'none'}`;
  const hint = near === undefined ? known : `did you mean ${quoted(near)}?`;
  if (near !== undefined || FORM.test(value)) {
    return { code: 'MAN051', message: `${subject} names the unknown ring ${quoted(value)}`, hint, at };
  }
  const message = `${subject} names an unknown ring, which is not shown because it may be a value`;
  return { code: 'MAN051', message, hint, at, hide: true };
}

/** Said at the first that is too many. */
export function findTooMany(items: readonly Cursor[], most: number, what: string): readonly Finding[] {
  const extra = items[most];
  if (extra === undefined) return [];
  const message = `the rollout has ${items.length} ${what}, expected at most ${most}`;
  return [{ code: 'MAN058', message, hint: `join some of the ${what}`, at: keySpotOf(extra), hide: true }];
}
