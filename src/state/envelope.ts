import { canonicalJson, contentHash } from '../json/canonical.ts';
import type { JsonObject } from '../json/value.ts';
import type { StateKeys } from './state-keys.ts';

/** Who signs, and for which repository: a file of another one proves nothing here. */
export type Seal = { readonly keys: StateKeys; readonly repository: string };

export type Envelope = {
  readonly content: JsonObject;
  /** Grows with each file of this path that is written; 0 where the file has none. */
  readonly counter: number;
  /** The digest fits: nobody changed it by hand. Says nothing of a forger. */
  readonly whole: boolean;
  /**
   * `signed`: by one of our keys. `doubtful`: with a key at hand, and not signed by it. `unchecked`: it bears a signature,
   * and there is no key to check it with. `unsigned`: neither.
   */
  readonly mark: 'signed' | 'doubtful' | 'unchecked' | 'unsigned';
};

type SignedPlace = {
  /** Where it stands on the state branch: the same content elsewhere proves nothing. */
  readonly path: string;
  readonly seal: Seal | undefined;
};

/** A file of the state branch as text: content, counter and digest, signed where there is a key. */
export function sealed(
  content: JsonObject,
  { path, counter, seal }: SignedPlace & { readonly counter: number },
): string {
  const counted = { ...content, counter };
  const whole = { ...counted, digest: contentHash(counted) };
  return canonicalJson(seal ? { ...whole, signature: seal.keys.sign(covered(whole, path, seal)) } : whole);
}

/** Takes the envelope off. A signature counts on the very bytes alone: the same file in another layout would pass for a newer one. */
export function openEnvelope(file: JsonObject, text: string, { path, seal }: SignedPlace): Envelope {
  const { signature, ...whole } = file;
  const { digest, ...counted } = whole;
  const { counter, ...content } = counted;
  const valid = typeof counter === 'number' && Number.isSafeInteger(counter) && counter > 0;
  return {
    content,
    counter: valid ? counter : 0,
    whole: valid && digest === contentHash(counted),
    mark: seal
      ? valid && isSigned(file, text, path, seal)
        ? 'signed'
        : 'doubtful'
      : signature === undefined
        ? 'unsigned'
        : 'unchecked',
  };
}

/** Whether a text that cannot be read as a file of ours was one that somebody signed. */
export function bearsSignature(text: string): boolean {
  return text.includes('"signature": "hmac-');
}

function isSigned(file: JsonObject, text: string, path: string, seal: Seal): boolean {
  const { signature, ...whole } = file;
  if (typeof signature !== 'string') return false;
  return seal.keys.isSigned(covered(whole, path, seal), signature) && canonicalJson(file) === text;
}

function covered(file: JsonObject, path: string, { repository }: Seal): JsonObject {
  return { purpose: 'storysync state', repository, path, file };
}
