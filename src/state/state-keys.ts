import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { compactJson } from '../json/canonical.ts';
import type { JsonObject } from '../json/value.ts';

export const STATE_KEY = 'STORYSYNC_STATE_KEY';
/** As many characters as 128 bits have in hex: whoever may read the state branch can try keys for as long as he likes. */
const SHORTEST = 32;
const MOST = 2;
const SCHEME = 'hmac-sha256:';

/** Says that something was written by a holder of the state key. The key itself never leaves it. */
export class StateKeys {
  readonly #keys: readonly [string, ...string[]];

  private constructor(keys: readonly [string, ...string[]]) {
    this.#keys = keys;
  }

  /** One key, or two while keys are changed: the first signs, both are accepted. Undefined when none is given. */
  static read(text: string | undefined): Result<StateKeys | undefined, Problem> {
    const [first, ...more] = (text ?? '').split(/[\s,]+/).filter((key) => key !== '');
    if (first === undefined) return ok(undefined);
    if (1 + more.length > MOST) return fail(unusable(`it holds ${1 + more.length} keys, and ${MOST} are the most`));
    const short = [first, ...more].some((key) => key.length < SHORTEST);
    if (short) return fail(unusable(`a key of it is shorter than ${SHORTEST} characters`));
    return ok(new StateKeys([first, ...more]));
  }

  sign(content: JsonObject): string {
    return SCHEME + this.#code(this.#keys[0], content).toString('hex');
  }

  /** A name for a name, in digits: the same as long as the first key is, and nobody without it can tell whose. */
  alias(what: string, name: string): string {
    return this.#code(this.#keys[0], { purpose: 'storysync alias', what, name }).toString('hex');
  }

  isSigned(content: JsonObject, signature: string): boolean {
    const given = Buffer.from(signature);
    return this.#keys.some((key) => {
      const due = Buffer.from(SCHEME + this.#code(key, content).toString('hex'));
      return due.length === given.length && timingSafeEqual(due, given);
    });
  }

  #code(key: string, content: JsonObject): Buffer {
    return createHmac('sha256', key).update(compactJson(content)).digest();
  }
}

function unusable(why: string): Problem {
  return {
    code: 'RUN038',
    severity: 'error',
    message: `the state key cannot be used: ${why}`,
    hint: `make one with "openssl rand -hex 32"; while keys are changed, ${STATE_KEY} (in the Action: state-key) holds the new one and the old one, separated by a blank, a comma or a line`,
  };
}
