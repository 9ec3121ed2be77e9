import { nearest } from '../../diagnostics/suggestion.ts';
import { NAME, NOT_BLANK, STORY_ENTRY } from './schema-parts.ts';
import type { ShapeFault } from './shape-fault.ts';

/**
 * Whether a wrong value may be shown: only what can be read as a slip of the pen. Whatever else stands where no value of
 * ours can stand may be a key that was pasted one line too high.
 */
export function isPlausible({ error, data }: ShapeFault): boolean {
  if (data === null) return true;
  if (typeof data === 'object') return false;
  switch (error.keyword) {
    case 'type':
      return fitsType([error.params.type].flat().map(String), data);
    case 'enum':
    case 'const':
      return typeof data === 'string' ? guessFor(data, error.params.allowedValues) !== undefined : isShort(data);
    case 'pattern':
      return typeof data !== 'string' || fitsPattern(String(error.params.pattern), data);
    case 'maxLength':
      return false;
    default:
      return true;
  }
}

/** The allowed word that was meant. */
export function guessFor(data: string, allowed: unknown): string | undefined {
  const words = Array.isArray(allowed) ? allowed.filter((word) => typeof word === 'string') : [];
  return nearest(data, words);
}

function fitsType(expected: readonly string[], data: string | number | boolean): boolean {
  if (expected.includes('string')) return typeof data !== 'string';
  if (expected.includes('integer')) return typeof data === 'number' || (typeof data === 'string' && DIGITS.test(data));
  if (expected.includes('boolean')) return typeof data === 'string' ? YES_NO.test(data) : isShort(data);
  // Where a map or a list belongs, no single value is ours.
  return false;
}

const DIGITS = /^[0-9][0-9_ ,.']{0,20}$/;
const YES_NO = /^(?:yes|no|on|off|true|false|y|n)$/i;

function isShort(data: number | boolean): boolean {
  return String(data).length <= 5;
}

/** Entries of lists are left to the rule that knows all names; no other text of a wrong form is like ours. */
function fitsPattern(pattern: string, data: string): boolean {
  if (pattern === NOT_BLANK || pattern === NAME || pattern === STORY_ENTRY) return true;
  return FEW.test(data) || HOST.test(data) || DAY.test(data) || FILE.test(data);
}

/** No key is as short as a duration or a share. */
const FEW = /^[\w .%:+-]{1,8}$/;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const DAY = /^[0-9][0-9./ -]{0,20}$/;
const FILE = /^[\w./\\-]{1,200}\.(?:json|ya?ml)$/i;
