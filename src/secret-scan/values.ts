import { literalIn } from './literal.ts';
import type { SecretKind } from './names.ts';

/** Whether a text can be the secret that its name promises. A name alone is a guess, so the value has to fit it. */
export function fitsKind(kind: SecretKind, text: string): boolean {
  const word = wordIn(text);
  if (word === undefined || namesSomething(word) || NAME_OF_ONE.test(word)) return false;
  // People choose passwords, machines make tokens; under a bare `key` most values are neither.
  if (kind === 'password') return isMixed(word) || !(NAMES_A_SECRET.test(word) || STATES.test(word));
  if (kind === 'secret') return (isMixed(word) || isWild(word)) && !isReadable(word);
  return isStrong(word, 16) && !(GUID.test(word) && word.includes('-'));
}

/** One word of eight or more characters with letters and digits: no sentence, no plain word, no path of an event. */
export function looksRandom(text: string): boolean {
  const word = wordIn(text);
  return word !== undefined && isMixed(word);
}

/** Random enough to be told without a name that promises it. */
export function isStrong(text: string, least: number): boolean {
  const word = wordIn(text);
  if (word === undefined || word.length < least || namesSomething(word) || isReadable(word)) return false;
  return (isMixed(word) || isWild(word)) && new Set(word.toLowerCase()).size >= 8;
}

/** `…` in a formula such as `=CONCAT("Bearer ", "…")`. */
export function isLiteralFormula(text: string): boolean {
  if (!text.trim().startsWith('=') && !text.includes('<<')) return false;
  return [...text.matchAll(STRING_IN_FORMULA)].some(([, string = '']) => looksRandom(string) && isStrong(string, 16));
}

const STRING_IN_FORMULA = /"([^"\\]{16,512})"/g;
const GUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
/** What names a secret says so. */
const NAMES_A_SECRET = /pass|pwd|secret|token|credential|vault/i;
const NAME_OF_ONE =
  /^(?:[a-z]{1,12}[-_])?(?:api[-_]?key|credential|key|pass|password|pwd|secret|token)[-_]?(?:v?\d{1,3})?$/i;
/** What is said of a password where it does not stand; and the one that the world shares, of archives with malware. */
const STATES =
  /^(?:anonymous|automatic|blocked|changed|compromised|disabled|enabled|encrypted|expired|generated?|incorrect|infected|invalid|missing|optional|plaintext|protected|required|unchanged|unknown|verified)$/i;

function wordIn(text: string): string | undefined {
  const word = literalIn(text);
  return word !== undefined && word.length >= 8 && word.length <= 4096 && /^[^\s<>()[\]{}]+$/.test(word)
    ? word
    : undefined;
}

function isMixed(word: string): boolean {
  return /[0-9]/.test(word) && /[A-Za-z]/.test(word);
}

/** Letters alone, but in no order that people write: `qZxTbWyLmKpR…`. */
function isWild(word: string): boolean {
  if (word.length < 20 || !/^[A-Za-z+/=_-]+$/.test(word)) return false;
  const changes = word.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
  return changes * 3 >= word.length;
}

/** Where a secret is kept, not the secret: an address, a path, the name of a variable or of a key in a vault. */
function namesSomething(word: string): boolean {
  if (/^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|arn:|[$%]|\.{0,2}\/|https?:)/i.test(word)) return true;
  if (/^(?:process\.env|os\.environ|env|secrets?|vars?|inputs?|event|body|params?|config|settings)\b[.[:]/i.test(word))
    return true;
  return /[/.:]/.test(word) && isReadable(word);
}

/** `prod/db/password1`, `svc-account-2`, `SEC-12345`, `2026-01-31`: words and small numbers, put together. */
function isReadable(word: string): boolean {
  const parts = word.split(/[-_./:]+/).filter((part) => part !== '');
  if (parts.length < 2) return false;
  return parts.every((part) => /^(?:[A-Za-z]{1,20}\d{0,3}|v?\d{1,8}[A-Za-z]?)$/.test(part) && !isWild(part));
}
