import { guesser } from '../diagnostics/suggestion.ts';
import type { Finding, Spot } from './finding.ts';
import { quoted } from './finding.ts';
import type { Located } from './read.ts';
import { STORY_ENTRY } from './shape/schema-parts.ts';

/** What lists of stories may name. */
export type Names = {
  readonly hasStory: (key: string) => boolean;
  readonly hasGroup: (name: string) => boolean;
  readonly unknownStory: (entry: Located<string>, subject: string) => Finding;
  readonly unknownGroup: (entry: Located<string>, subject: string) => Finding;
  /** What is wrong with an entry that names a story or, with "@", a group. */
  readonly findUnknown: (entry: Located<string>, subject: string) => Finding | undefined;
};

export function namesOf(stories: ReadonlySet<string>, groups: ReadonlySet<string>): Names {
  const guess = guesser();
  const names: Omit<Names, 'findUnknown'> = {
    hasStory: (key) => stories.has(key),
    hasGroup: (name) => groups.has(name),
    unknownStory: ({ value, at }, subject) => {
      const near = guess(value, stories);
      let hint = near === undefined ? 'add it under "stories:" or correct the name' : `did you mean ${quoted(near)}?`;
      if (groups.has(value)) hint = `${quoted(value)} is a group: write ${quoted(`@${value}`)}`;
      if (near === undefined && !isEntry(value)) return unlike(subject, 'story', at);
      return { code: 'MAN034', message: `${subject} names the unknown story ${quoted(value)}`, hint, at };
    },
    unknownGroup: ({ value, at }, subject) => {
      const name = value.slice(1);
      const near = guess(name, groups);
      let hint =
        near === undefined ? 'add it under "groups:" or correct the name' : `did you mean ${quoted(`@${near}`)}?`;
      if (stories.has(name)) hint = `${quoted(name)} is a story: write it without "@"`;
      if (near === undefined && !isEntry(value)) return unlike(subject, 'group', at);
      return { code: 'MAN035', message: `${subject} names the unknown group ${quoted(value)}`, hint, at };
    },
  };
  const findUnknown: Names['findUnknown'] = (entry, subject) => {
    if (entry.value.startsWith('@')) {
      return names.hasGroup(entry.value.slice(1)) ? undefined : names.unknownGroup(entry, subject);
    }
    return names.hasStory(entry.value) ? undefined : names.unknownStory(entry, subject);
  };
  return { ...names, findUnknown };
}

const ENTRY = new RegExp(STORY_ENTRY);

function isEntry(value: string): boolean {
  return ENTRY.test(value);
}

/** Neither a name nor near one: it may be a key that was pasted into the list. */
function unlike(subject: string, kind: 'story' | 'group', at: Spot): Finding {
  return {
    code: kind === 'story' ? 'MAN034' : 'MAN035',
    message: `${subject} names an unknown ${kind}, which is not shown because it may be a value`,
    hint: kind === 'story' ? 'write the key of a story of the catalogue' : 'write "@" and the name of a group',
    at,
    hide: true,
  };
}

/** Entries that stand twice in one list: harmless, but somebody meant something else. */
export function findRepeated(entries: readonly Located<string>[], subject: string): readonly Finding[] {
  const first = new Map<string, Located<string>>();
  const findings: Finding[] = [];
  for (const entry of entries) {
    // What is no name has a finding already, and is not repeated in words.
    if (!isEntry(entry.value)) continue;
    const earlier = first.get(entry.value);
    if (earlier === undefined) {
      first.set(entry.value, entry);
      continue;
    }
    findings.push({
      code: 'MAN037',
      severity: 'warning',
      message: `${subject} names ${quoted(entry.value)} twice; it counts once`,
      hint: 'remove one of the two',
      at: entry.at,
      also: [{ message: 'the first one is here', at: earlier.at.span }],
    });
  }
  return findings;
}
