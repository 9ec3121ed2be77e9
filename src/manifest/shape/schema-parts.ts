import { keyNamePattern } from '../../model/key-name.ts';
import { VAULT_REFERENCE } from '../vault/vault-reference.ts';

/** Story, group and destination names become file names, selectors and check-run text. */
export const NAME = '^[a-z0-9][a-z0-9_.-]{0,62}$';
export const STORY_ENTRY = '^@?[a-z0-9][a-z0-9_.-]{0,62}$';
export const TENANT_URL = '^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$';
export const KEY_REFERENCE = `^(?:\\$\\{${keyNamePattern('\\}$')}|${VAULT_REFERENCE}$)`;
/** A default is every destination's: none that names one variable. */
export const DEFAULT_KEY_REFERENCE = `^${VAULT_REFERENCE}$`;

/** Enough digits of a commit's hash that few commits share them, or all of them (64 under SHA-256). */
export const PIN_COMMIT = '^[0-9A-Fa-f]{7,64}$';

export const DURATION = '^\\d{1,9}[smhd]$';
/** Of a number or a share, the share. */
export const AMOUNT = '^\\d{1,3}%$';
export const TIME_ZONE = '^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:/[A-Za-z0-9_+-]{1,32}){0,2}$';

/** A reason of spaces is none. */
export const NOT_BLANK = '\\S';

/** A list of texts of one form. */
export function uniqueList<P extends string>(pattern: P, description: string) {
  return { type: 'array', items: { type: 'string', description, pattern } } as const;
}
