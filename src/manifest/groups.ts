import type { Finding } from './finding.ts';
import { quoted } from './finding.ts';
import type { Located, NamedCursor } from './read.ts';
import { readTexts } from './read.ts';
import type { Names } from './story-lists.ts';
import { findRepeated } from './story-lists.ts';

const MAX_DEPTH = 200;
const MAX_ENTRIES = 2_000_000;

/** Story keys of each group, inner groups resolved, each story once. */
export type Groups = ReadonlyMap<string, ReadonlySet<string>>;

export function resolveGroups(
  written: readonly NamedCursor[],
  names: Names,
): { readonly groups: Groups; readonly findings: readonly Finding[] } {
  const lists = new Map<string, readonly Located<string>[]>();
  for (const { name, cursor } of written) lists.set(name, readTexts(cursor) ?? []);
  const findings: Finding[] = [];
  const groups = new Map<string, ReadonlySet<string>>();
  /** Groups whose members are being collected right now, outermost first. */
  const open: string[] = [];
  let made = 0;
  let tooLarge = false;

  const refuseSize = (entry: Located<string>): void => {
    if (!tooLarge) findings.push({ code: 'MAN011', message: 'groups of groups expand to too much', at: entry.at });
    tooLarge = true;
  };

  const membersOf = (name: string): ReadonlySet<string> => {
    const known = groups.get(name);
    if (known !== undefined) return known;
    const members = new Set<string>();
    const subject = `group ${quoted(name)}`;
    const entries = lists.get(name) ?? [];
    findings.push(...findRepeated(entries, subject));
    open.push(name);
    for (const entry of entries) {
      const inner = entry.value.slice(1);
      if (!entry.value.startsWith('@')) {
        made++;
        if (names.hasStory(entry.value)) members.add(entry.value);
        else findings.push(names.unknownStory(entry, subject));
      } else if (!names.hasGroup(inner)) findings.push(names.unknownGroup(entry, subject));
      else if (open.includes(inner)) findings.push(cycle(entry, [...open.slice(open.indexOf(inner)), inner]));
      else if (open.length >= MAX_DEPTH || made > MAX_ENTRIES) refuseSize(entry);
      else {
        const found = membersOf(inner);
        made += found.size;
        for (const story of found) members.add(story);
      }
    }
    open.pop();
    groups.set(name, members);
    return members;
  };
  for (const { name } of written) membersOf(name);
  return { groups, findings };
}

function cycle(entry: Located<string>, path: readonly string[]): Finding {
  const shown = path.length > 8 ? [...path.slice(0, 7), '…', path.at(-1) ?? ''] : path;
  return {
    code: 'MAN036',
    message: `group ${quoted(path[0] ?? '')} contains itself: ${shown.map((name) => (name === '…' ? name : `@${name}`)).join(' > ')}`,
    hint: 'take one of these entries out',
    at: entry.at,
  };
}
