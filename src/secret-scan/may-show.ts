import { isArray, isObject, type JsonValue } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { findLiterals } from './find-literals.ts';
import { findKnownFormats } from './known-formats.ts';
import { headerKindOf, secretKindOf } from './names.ts';
import { findLiteralsInText } from './places.ts';
import { scanBufferOf } from './scan-buffer.ts';
import { type PlacedText, textsOf } from './texts.ts';
import { isStrong } from './values.ts';

/** A place of a story, with the values that stood there in one version or another. */
export type ValuesAt = { readonly path: string; readonly values: readonly JsonValue[] };

/** Names that smell, although what stands under them may be no secret. */
const SMELLS = /auth|token|secret|passw|pwd|credential|cookie|signature|private|cert/i;
/** A value that names something and holds nothing itself, a word such as "Bearer" before it or not. */
const NAMES_ONLY = /^(?:[A-Za-z-]{1,20} )?<<[\w.[\] ]{1,200}>>$/;
/** The action that a path is about; its name says nothing of the values. */
const OF_ACTION = /^(?:agents|pages|integrations)\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/s;
const STEP = /\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/gs;
/** A longer word is no word, and nobody could say what it is. */
const LONGEST_WORD = 4096;
const RANDOM_FROM = 16;

/** What may be shown of a place: its values too, its path alone, or nothing because its path may hold the secret. */
export type Showable = 'values' | 'path' | 'nothing';

/**
 * What may be shown of each place. No values where the secret scan finds a literal in one of the versions, none
 * under a name that promises a secret, and none where a word of a value is random enough to be one.
 */
export async function mayShow(versions: readonly Story[], places: readonly ValuesAt[]): Promise<readonly Showable[]> {
  if (places.length === 0) return [];
  const known = new Set<string>();
  for (const version of versions) for (const text of await literalTexts(version)) known.add(text);
  const texts = places.map(({ path, values }) => values.flatMap((value) => textsIn(value, nameOf(path), path)));
  const found = await holdingKnownFormats(texts);
  // A key may be the secret.
  const namesFound = await holdingKnownFormats(places.map(({ path }) => [textAt(path, '', path)]));
  return places.map((place, index) => {
    if (namesFound.has(index) || holdsRandom(place.path.replace(OF_ACTION, ''))) return 'nothing';
    const harmless = isHarmlessPlace(place) && (texts[index] ?? []).every((text) => isHarmless(text, known));
    return harmless && !found.has(index) ? 'values' : 'path';
  });
}

/** Which of the groups hold a text that has the format of a credential. */
async function holdingKnownFormats(groups: readonly (readonly PlacedText[])[]): Promise<ReadonlySet<number>> {
  const owners = new Map(groups.flatMap((texts, index) => texts.map((text) => [text, index] as const)));
  const buffer = scanBufferOf([...owners.keys()]);
  const found = new Set<number>();
  for (const { start, end } of await findKnownFormats(buffer.content)) {
    const place = buffer.find(start, end);
    const owner = place && owners.get(place.text);
    if (owner !== undefined) found.add(owner);
  }
  return found;
}

function textAt(text: string, name: string, path: string): PlacedText {
  return { text, name, path, parent: path };
}

/** The texts of a story at which the scan finds a literal, whole. */
async function literalTexts(story: Story): Promise<readonly string[]> {
  const places = new Set((await findLiterals(story)).map(({ path }) => path));
  if (places.size === 0) return [];
  return textsOf(story)
    .filter(({ text, path, parent }) => text !== '' && (places.has(path) || places.has(parent)))
    .map(({ text }) => text);
}

function isHarmlessPlace({ path, values }: ValuesAt): boolean {
  const names = stepsOf(path);
  if (values.every((value) => typeof value === 'boolean' || (typeof value === 'string' && NAMES_ONLY.test(value)))) {
    return true;
  }
  if (names.some((name) => promisesSecret(name))) return false;
  return values.every((value) => typeof value === 'number') || !names.some((name) => SMELLS.test(name));
}

function isHarmless(text: PlacedText, known: ReadonlySet<string>): boolean {
  const { name, text: value } = text;
  if (value === '' || NAMES_ONLY.test(value)) return true;
  if (known.has(value) || promisesSecret(name) || holdsRandom(value)) return false;
  return findLiteralsInText(text).length === 0;
}

function promisesSecret(name: string): boolean {
  return [secretKindOf(name), headerKindOf(name)].some((kind) => kind !== undefined && kind !== 'key');
}

function holdsRandom(text: string): boolean {
  return text
    .split(/[^\w+=-]+/)
    .some((word) => word.length > LONGEST_WORD || (word.length >= RANDOM_FROM && isStrong(word, RANDOM_FROM)));
}

function stepsOf(path: string): readonly string[] {
  const own = path.replace(OF_ACTION, '');
  return [...own.matchAll(STEP)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .filter((name) => !/^\d*$/.test(name));
}

function nameOf(path: string): string {
  return stepsOf(path).at(-1) ?? '';
}

function textsIn(value: JsonValue, name: string, path: string): readonly PlacedText[] {
  if (typeof value === 'string') return [textAt(value, name, path)];
  if (isArray(value)) return value.flatMap((entry) => textsIn(entry, name, path));
  if (!isObject(value)) return [];
  // A key is a text as well.
  return Object.entries(value).flatMap(([key, entry]) => [textAt(key, '', path), ...textsIn(entry, key, path)]);
}
