import { isArray, isObject, type JsonObject } from '../../json/value.ts';
import { DESTINATION_OWNED } from '../../model/story.ts';
import { actionRef } from '../action-ref.ts';
import { definedGuids } from '../free-texts.ts';
import { isHexWord, rewriteHexWords } from '../hex-words.ts';
import { type AddressStrength, strengthOf } from './address-strength.ts';
import { type IngressOption, ingressPoints, ownAddress } from './ingress-options.ts';

/** Whose value a quoted address is. */
export type AddressOwner = {
  readonly option: IngressOption;
  /** {@link actionRef} of the action. */
  readonly action: string;
  /** The action's own path, for telling a secret by the path before it. */
  readonly path: string | undefined;
  /** It belongs to an embedded sub-story. */
  readonly embedded: boolean;
};

/** A place of a text that is an address of its story. */
export type AddressHit = {
  readonly start: number;
  readonly end: number;
  /** Actions may share a value; where a path stands before a secret, only those with that path. */
  readonly owners: readonly AddressOwner[];
  /** It is no text to be replaced: written in another case, or possibly there by chance. */
  readonly doubtful: boolean;
};

type Known = { readonly value: string; readonly strength: AddressStrength; readonly owners: AddressOwner[] };

/** Values longer than this, or more of them than that, no tenant gives out: beyond 32 hex digits they are searched one by one. */
const LONGEST = 256;
const MOST = 256;

/** Knows the addresses of a story and finds them in its texts. Time grows with the text, not with the number of addresses. */
export class AddressFinder {
  readonly #byHex = new Map<string, Known>();
  readonly #byValue = new Map<string, Known>();
  readonly #byFolded = new Map<string, Known>();
  readonly #pattern: RegExp | undefined;
  /** Whether every address is looked for. */
  readonly isComplete: boolean;

  constructor(story: JsonObject) {
    this.#collect(story, false);
    // A guid stands in the file anyway, and things are found by it.
    if (!this.isEmpty) for (const guid of definedGuids(story)) this.#forget(guid);
    const others = [...this.#byValue.keys()].filter((value) => value.length <= LONGEST).slice(0, MOST);
    this.isComplete = others.length === this.#byValue.size;
    for (const known of this.#byValue.values()) this.#byFolded.set(known.value.toLowerCase(), known);
    const longestFirst = others.toSorted((a, b) => b.length - a.length).map(escaped);
    if (others.length > 0) this.#pattern = new RegExp(longestFirst.join('|'), 'gi');
  }

  get isEmpty(): boolean {
    return this.#byHex.size + this.#byValue.size === 0;
  }

  /** Values that nothing else looks like, for searching them in other spellings. */
  get sureValues(): readonly string[] {
    return [...this.#byHex.values(), ...this.#byValue.values()]
      .filter(({ strength }) => strength === 'anywhere')
      .map(({ value }) => value);
  }

  /** The addresses that a text quotes, in order and without overlap. */
  find(text: string): readonly AddressHit[] {
    const hits: AddressHit[] = [];
    if (this.#byHex.size > 0) {
      rewriteHexWords(text, (word, start) => {
        const known = this.#byHex.get(word.toLowerCase());
        const hit = known && judged(text, start, start + word.length, known);
        if (hit) hits.push(hit);
        return hit && word;
      });
    }
    if (this.#pattern) {
      for (const { 0: word, index } of text.matchAll(this.#pattern)) {
        const known = this.#byValue.get(word) ?? this.#byFolded.get(word.toLowerCase());
        const hit = known && judged(text, index, index + word.length, known);
        if (hit) hits.push(hit);
      }
    }
    return apart(hits);
  }

  /** A text that may be shown. */
  hide(text: string): string {
    return this.find(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)}***${rest.slice(end)}`, text);
  }

  #collect(story: JsonObject, embedded: boolean): void {
    for (const point of ingressPoints(story)) {
      const address = ownAddress(point.action);
      const path = address.find(([option]) => option === 'path')?.[1];
      for (const [option, value] of address) {
        if (typeof value !== 'string' || value === '' || value.includes(DESTINATION_OWNED)) continue;
        const owner = {
          option,
          action: actionRef(story, point),
          path: typeof path === 'string' ? path : undefined,
          embedded,
        };
        const [list, key] = isHexWord(value) ? [this.#byHex, value.toLowerCase()] : [this.#byValue, value];
        const known = list.get(key);
        if (known === undefined) list.set(key, { value, strength: strengthOf(option, value), owners: [owner] });
        else known.owners.push(owner);
      }
    }
    const inner = isArray(story.send_to_stories) ? story.send_to_stories : [];
    for (const entry of inner) if (isObject(entry)) this.#collect(entry, true);
  }

  #forget(value: string): void {
    this.#byHex.delete(value.toLowerCase());
    this.#byValue.delete(value);
  }
}

function escaped(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function judged(text: string, start: number, end: number, known: Known): AddressHit | undefined {
  const { value, strength, owners } = known;
  const alone = isWord(text, start, end);
  if (text.slice(start, end) !== value) {
    const meant = strength === 'anywhere' || (strength === 'word' && alone);
    return meant ? { start, end, owners, doubtful: true } : undefined;
  }
  const addressed = owners.filter((owner) => isAddressed(text, start, end, owner));
  if (addressed.length > 0) return { start, end, owners: addressed, doubtful: false };
  if (strength === 'anywhere') return { start, end, owners, doubtful: false };
  if (strength === 'addressed' || !alone) return undefined;
  return { start, end, owners, doubtful: strength === 'doubtful' };
}

const BEHIND_KIND = /(?:\/|%2F)(?:webhooks?|pages?|forms?|mcp)(?:\/|%2F)$/i;

/** Whether the text stands where a URL has this address: behind `/webhook/`, a secret behind its own path. */
function isAddressed(text: string, start: number, end: number, { option, path, action }: AddressOwner): boolean {
  if (/^[\w-]/.test(text.slice(end, end + 1))) return false;
  if (option !== 'secret') return BEHIND_KIND.test(text.slice(Math.max(0, start - 20), start));
  const behind = text.slice(Math.max(0, start - LONGEST - DESTINATION_OWNED.length), start);
  const before = behind.replace(/(?:\/|%2F)$/i, '');
  if (before === behind) return false;
  return (path !== undefined && path !== '' && before.endsWith(path)) || before.endsWith(`:path:${action}`);
}

/** No letter or digit goes on beside it; what an escape ends in (`%2F`, `\n`) is none. */
function isWord(text: string, start: number, end: number): boolean {
  if (/^[a-z0-9]/i.test(text.slice(end, end + 1))) return false;
  const before = text.slice(Math.max(0, start - 3), start);
  return !/[a-z0-9]$/i.test(before) || /%[0-9a-f]{2}$/i.test(before) || /\\[nrt]$/.test(before);
}

function apart(hits: readonly AddressHit[]): readonly AddressHit[] {
  if (hits.length < 2) return hits;
  let end = 0;
  return hits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((hit) => {
      if (hit.start < end) return false;
      end = hit.end;
      return true;
    });
}
