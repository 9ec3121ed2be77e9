import { quoted } from './finding.ts';

/** What a place in the manifest is, in words: `destination "contoso"`. */
export function subjectOf(path: readonly string[]): string {
  const [section, name, option, inner] = path;
  if (section === undefined) return 'the manifest';
  if (name === undefined) return section === 'origin' ? 'the origin' : quoted(section);
  switch (section) {
    case 'destinations': {
      const destination = `destination ${quoted(name)}`;
      if (option === undefined) return destination;
      return inner === undefined ? `${quoted(option)} of ${destination}` : `${quoted(inner)} in ${quoted(option)} of ${destination}`;
    }
    case 'stories':
      return option === undefined ? `story ${quoted(name)}` : `${quoted(option)} of story ${quoted(name)}`;
    case 'groups':
      return `group ${quoted(name)}`;
    default: {
      const owner = section === 'origin' ? 'the origin' : quoted(section);
      return option === undefined ? `${quoted(name)} of ${owner}` : `${quoted(option)} in ${quoted(name)} of ${owner}`;
    }
  }
}

/** The subject of a value: an entry of a list is named by its list. */
export function valueSubjectOf(path: readonly string[]): string {
  const last = path.at(-1);
  if (last !== undefined && /^\d+$/.test(last) && isListPath(path)) return `an entry of ${subjectOf(path.slice(0, -1))}`;
  return subjectOf(path);
}

function isListPath(path: readonly string[]): boolean {
  const list = path.at(-2);
  return (path[0] === 'groups' && path.length === 3) || ((list === 'stories' || list === 'adopt') && path.length > 2);
}
