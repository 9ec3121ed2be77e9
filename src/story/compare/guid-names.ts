import { isArray, isObject, type JsonValue } from '../../json/value.ts';
import type { Story } from '../../model/story.ts';
import { allActions } from '../actions.ts';
import { isHexWord, rewriteHexWords } from '../hex-words.ts';
import { labelPointedAt, labelsByGuid } from '../label.ts';

/** What each guid of a story stands for; hex digits in lower case. Two copies of a story have the same names. */
export type GuidNames = ReadonlyMap<string, string>;

/** Guids of the story, its actions and their tools, its notes and the elements of its pages. */
export function guidNames(story: Story, labels: readonly string[]): GuidNames {
  const names = new Map<string, string>();
  const add = (guid: JsonValue | undefined, name: string): void => {
    if (typeof guid !== 'string' || guid === '') return;
    const key = isHexWord(guid) ? guid.toLowerCase() : guid;
    if (!names.has(key)) names.set(key, name);
  };
  add(story.guid, 'the story');
  for (const { action, top, trail } of allActions(story)) {
    add(action.guid, `${labels[top] ?? ''}${trail === '' ? '' : `.${trail}`}`);
  }
  const byGuid = labelsByGuid(story, labels);
  for (const [key, value] of Object.entries(story)) {
    if (key === 'agents' || key === 'send_to_stories' || !isArray(value)) continue;
    for (const [index, entry] of value.entries()) {
      const label = key === 'pages' ? labelPointedAt(entry, 'agent_guid', byGuid) : undefined;
      addInside(entry, `${key}[${label ?? index}]`, add);
    }
  }
  return names;
}

function addInside(value: JsonValue, place: string, add: (guid: JsonValue | undefined, name: string) => void): void {
  if (isArray(value)) for (const [index, entry] of value.entries()) addInside(entry, `${place}[${index}]`, add);
  else if (isObject(value)) {
    add(value.guid, place);
    for (const [key, entry] of Object.entries(value)) addInside(entry, `${place}.${key}`, add);
  }
}

/**
 * Says of each quoted guid what it stands for, so that texts of two copies can be compared. A tenant may leave the guids
 * of where the story came from in its texts: those are in `other`.
 */
export function nameGuids(text: string, own: GuidNames, other?: Pick<GuidNames, 'get'>): string {
  return rewriteHexWords(text, (word) => {
    const guid = word.toLowerCase();
    const name = own.get(guid) ?? other?.get(guid);
    return name === undefined ? undefined : said(word === guid ? 'guid' : 'GUID', name);
  });
}

/** No guid and no address: what stands for one in a text that is compared. */
export function said(what: string, name: string): string {
  return `⟨${what} of ${name}⟩`;
}

/** The guids of a story's actions, in lower case. */
export function ownGuids(story: Story): ReadonlySet<string> {
  return new Set(story.agents.map(({ guid }) => guid.toLowerCase()));
}

/** A name in which guids may be quoted, as two copies of it have it in common. */
export function withoutGuids(text: string, own: ReadonlySet<string>): string {
  return rewriteHexWords(text, (word) => (own.has(word.toLowerCase()) ? '⟨guid⟩' : undefined));
}
