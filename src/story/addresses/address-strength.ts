import { isHexWord } from '../hex-words.ts';
import type { IngressOption } from './ingress-options.ts';

/**
 * How surely a text that equals an address is one. `anywhere`: nothing else looks like it. `word`: where it stands as a word
 * of its own. `doubtful`: as a word of its own it may be the secret and may be chance. `addressed`: an ordinary word, meant
 * only behind `/webhook/`.
 */
export type AddressStrength = 'anywhere' | 'word' | 'doubtful' | 'addressed';

/** What people write where a secret would stand. */
const STAND_IN =
  /^(?:secret|password|passwd|token|test(?:ing)?|example|change-?me|redacted|masked|hidden|removed|placeholder|webhook|path|none|null|(.)\1*)$/i;

export function strengthOf(option: IngressOption, value: string): AddressStrength {
  // The form that tenants give out.
  if (isHexWord(value) && !/^(.)\1*$/.test(value)) return 'anywhere';
  const mixed = /[0-9]/.test(value) && /[a-z]/i.test(value);
  if (option === 'secret') {
    if (value.length < 4 || STAND_IN.test(value)) return 'addressed';
    if (value.length >= 16) return 'anywhere';
    return value.length >= 8 && mixed ? 'word' : 'doubtful';
  }
  // A path that people chose is the name of other things as well.
  if (value.length >= 16) return isRandom(value) ? 'anywhere' : 'addressed';
  if (!mixed || !/^[a-z0-9]{4,}$/i.test(value)) return 'addressed';
  return value.length >= 8 && /^[0-9a-f]+$/i.test(value) ? 'word' : 'doubtful';
}

function isRandom(value: string): boolean {
  const count = (kind: RegExp): number => value.match(kind)?.length ?? 0;
  const digits = count(/[0-9]/g);
  if (digits < 2 || count(/[a-z]/gi) < 2) return false;
  return /^(?:[0-9a-f-]+|[a-z0-9]+)$/i.test(value) || (count(/[a-z]/g) >= 2 && count(/[A-Z]/g) >= 2);
}
