import { quoted } from './finding.ts';

/** What a place in the manifest is, in words: `"until" of "ioc" in "detached" of destination "contoso"`. */
export function subjectOf(path: readonly string[]): string {
  const [section, name] = path;
  if (section === undefined) return 'the manifest';
  const kind = KINDS.get(section);
  const item = section === 'rollout' ? ITEMS.get(name ?? '') : undefined;
  if (item !== undefined && path.length > 2) return within(path.slice(3), `${item} ${Number(path[2]) + 1}`);
  if (kind !== undefined && name !== undefined) return within(path.slice(2), `${kind} ${quoted(name)}`);
  return within(path.slice(1), section === 'origin' ? 'the origin' : quoted(section));
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['destinations', 'destination'],
  ['stories', 'story'],
  ['groups', 'group'],
]);

const ITEMS: ReadonlyMap<string, string> = new Map([
  ['rings', 'ring'],
  ['windows', 'window'],
]);

function within(path: readonly string[], owner: string): string {
  return path.reduce((text, part, depth) => `${quoted(part)} ${depth % 2 === 0 ? 'of' : 'in'} ${text}`, owner);
}

/** The subject of a value: an entry of a list is named by its list. */
export function valueSubjectOf(path: readonly string[]): string {
  const last = path.at(-1);
  if (last !== undefined && /^\d+$/.test(last) && isListPath(path))
    return `an entry of ${subjectOf(path.slice(0, -1))}`;
  return subjectOf(path);
}

function isListPath(path: readonly string[]): boolean {
  const list = path.at(-2);
  if (path[0] === 'rollout') return list === 'rings' && path.length > 3;
  return (path[0] === 'groups' && path.length === 3) || ((list === 'stories' || list === 'adopt') && path.length > 2);
}
