import type { Result } from '../../diagnostics/result.ts';
import { fail, ok } from '../../diagnostics/result.ts';
import type { Amount } from '../../model/rollout.ts';

/** Texts that mean something else than they say, and what was meant. */
export type Misread = { readonly meant?: string };

const UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);
const LONGEST = 365 * 86_400_000;

/** `4h` in milliseconds. */
export function readDuration(text: string): Result<number, Misread> {
  const length = lengthOf(text);
  return length === undefined ? fail(meantDuration(text)) : ok(length);
}

function lengthOf(text: string): number | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const length = Number(digits) * (UNITS.get(unit) ?? Number.NaN);
  return length <= LONGEST ? length : undefined;
}

function meantDuration(text: string): Misread {
  const [, digits = '', word = ''] = /^(\d{1,6}) ?([A-Za-z]{1,7})$/.exec(text) ?? [];
  const [, whole = '', part = ''] = /^(\d{1,4})h(?:ours?)? ?(\d{1,2})m(?:in)?$/.exec(text) ?? [];
  if (whole !== '') return meant(`${Number(whole) * 60 + Number(part)}m`);
  const unit = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  return unit === undefined ? {} : meant(unit === 'w' ? `${Number(digits) * 7}d` : `${Number(digits)}${unit}`);
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^s(?:ec(?:ond)?s?)?$/i, 's'],
  [/^m(?:in(?:ute)?s?)?$/i, 'm'],
  [/^h(?:(?:ou)?rs?)?$/i, 'h'],
  [/^d(?:ays?)?$/i, 'd'],
  [/^w(?:eeks?)?$/i, 'w'],
];

function meant(text: string): Misread {
  return lengthOf(text) === undefined ? {} : { meant: text };
}

/** A number as YAML has it, or `10%`. */
export function readAmount(value: number | string, least: number): Result<Amount, Misread> {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && value >= least ? ok({ kind: 'count', value }) : fail({});
  }
  const [, digits] = /^(\d{1,3})%$/.exec(value) ?? [];
  const share = Number(digits);
  if (digits !== undefined && share >= least && share <= 100) return ok({ kind: 'percent', value: share });
  const [, spaced] = /^(\d{1,3})(?: %| ?percent)$/.exec(value) ?? [];
  if (spaced !== undefined) return fail({ meant: `${Number(spaced)}%` });
  return fail(/^\d{1,6}$/.test(value) ? { meant: String(Number(value)) } : {});
}
