import { isArray, isObject, type JsonObject } from '../../json/value.ts';
import { DESTINATION_OWNED } from '../../model/story.ts';
import { actionRef } from '../action-ref.ts';
import { definedGuids } from '../free-texts.ts';
import { isHexWord, rewriteHexWords } from '../hex-words.ts';
import { type AddressStrength, strengthOf } from './address-strength.ts';
import { type IngressOption, ingressPoints, ownAddress } from './ingress-options.ts';
import { WordSearch } from './word-search.ts';

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
  /** Actions may share a value: the first of them, or the first with the path that stands before a secret. */
  readonly owner: AddressOwner;
  /** It is no text to be replaced: written in another case, or possibly there by chance. */
  readonly doubtful: boolean;
};

/** A value, and of each way in which it may be somebody's the first owner: a story may have it ten thousand times. */
type Known = {
  readonly value: string;
  readonly strength: AddressStrength;
  readonly first: AddressOwner;
  /** Whose path or identifier it is. */
  direct?: AddressOwner;
  /** Whose secret it is, by what stands before it. */
  readonly behindPath: Map<string, AddressOwner>;
  readonly behindAction: Map<string, AddressOwner>;
};

/** Values longer than this, or more of them than that, no tenant gives out: beyond 32 hex digits they are searched one by one. */
const LONGEST = 256;
const MOST = 256;

/** Knows the addresses of a story and finds them in its texts. Time grows with the text, not with the number of addresses. */
export class AddressFinder {
  readonly #byHex = new Map<string, Known>();
  readonly #byValue = new Map<string, Known>();
  readonly #byFolded = new Map<string, Known>();
  readonly #words: WordSearch;
  /** Whether every address is looked for. */
  readonly isComplete: boolean;

  constructor(story: JsonObject) {
    this.#collect(story, false);
    // A guid stands in the file anyway, and things are found by it.
    if (!this.isEmpty) for (const guid of definedGuids(story)) this.#forget(guid);
    const others = [...this.#byValue.keys()].filter((value) => value.length <= LONGEST).slice(0, MOST);
    this.isComplete = others.length === this.#byValue.size;
    for (const known of this.#byValue.values()) this.#byFolded.set(known.value.toLowerCase(), known);
    this.#words = new WordSearch(others, { ignoreCase: true });
  }

  get isEmpty(): boolean {
    return this.#byHex.size + this.#byValue.size === 0;
  }

  /** Values that nothing else looks like, for searching them in other spellings. */
  get sureValues(): readonly string[] {
    return [...this.#byHex.values(), ...this.#byValue.values()]
      .filter(({ strength, value }) => strength === 'anywhere' && value.length <= LONGEST)
      .map(({ value }) => value);
  }

  /** The addresses that a text quotes, in order and without overlap. */
  find(text: string): readonly AddressHit[] {
    const hits: AddressHit[] = [];
    if (this.#byHex.size > 0) {
      rewriteHexWords(text, (word, start) => {
        const known = this.#byHex.get(word.toLowerCase());
        const hit = known && hitAt(text, start, start + word.length, known);
        if (hit) hits.push(hit);
        return hit && word;
      });
    }
    if (this.#byValue.size > 0) {
      for (const { start, end } of this.#words.find(text)) {
        const word = text.slice(start, end);
        const known = this.#byValue.get(word) ?? this.#byFolded.get(word.toLowerCase());
        const hit = known && hitAt(text, start, end, known);
        if (hit) hits.push(hit);
      }
    }
    return apart(hits);
  }

  /** A text that may be shown. */
  hide(text: string): string {
    let shown = '';
    let done = 0;
    for (const { start, end } of this.find(text)) {
      shown += `${text.slice(done, start)}***`;
      done = end;
    }
    return shown + text.slice(done);
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
        const known = list.get(key) ?? knownFrom(value, owner);
        list.set(key, known);
        addOwner(known, owner);
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

function knownFrom(value: string, first: AddressOwner): Known {
  const strength = strengthOf(first.option, value);
  return { value, strength, first, behindPath: new Map(), behindAction: new Map() };
}

function addOwner(known: Known, owner: AddressOwner): void {
  const { option, path = '', action } = owner;
  if (option !== 'secret') known.direct ??= owner;
  else {
    if (path !== '' && path.length <= LONGEST && !known.behindPath.has(path)) known.behindPath.set(path, owner);
    if (!known.behindAction.has(action)) known.behindAction.set(action, owner);
  }
}

function hitAt(text: string, start: number, end: number, known: Known): AddressHit | undefined {
  const { value, strength, first } = known;
  const alone = isWord(text, start, end);
  if (text.slice(start, end) !== value) {
    const meant = strength === 'anywhere' || (strength === 'word' && alone);
    return meant ? { start, end, owner: first, doubtful: true } : undefined;
  }
  const addressed = addressedOwner(text, start, end, known);
  if (addressed !== undefined) return { start, end, owner: addressed, doubtful: false };
  if (strength === 'anywhere') return { start, end, owner: first, doubtful: false };
  if (strength === 'addressed' || !alone) return undefined;
  return { start, end, owner: first, doubtful: strength === 'doubtful' };
}

const BEHIND_KIND = /(?:\/|%2F)(?:webhooks?|pages?|forms?|mcp)(?:\/|%2F)$/i;

const BEHIND_REF = /:path:([0-9a-f]{32})$/;

/** Whose address the text is where a URL would have it: behind `/webhook/`, a secret behind its own path. */
function addressedOwner(text: string, start: number, end: number, known: Known): AddressOwner | undefined {
  const { direct, behindPath, behindAction } = known;
  if (/^[\w-]/.test(text.slice(end, end + 1))) return undefined;
  if (direct && BEHIND_KIND.test(text.slice(Math.max(0, start - 20), start))) return direct;
  if (behindAction.size === 0) return undefined;
  const behind = text.slice(Math.max(0, start - LONGEST - DESTINATION_OWNED.length), start);
  const before = behind.replace(/(?:\/|%2F)$/i, '');
  if (before === behind) return undefined;
  for (let length = behindPath.size === 0 ? 0 : Math.min(LONGEST, before.length); length > 0; length--) {
    const owner = behindPath.get(before.slice(-length));
    if (owner !== undefined) return owner;
  }
  return behindAction.get(BEHIND_REF.exec(before)?.[1] ?? '');
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
