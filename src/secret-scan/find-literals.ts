import type { Story } from '../model/story.ts';
import type { LiteralFinding } from './finding.ts';
import { findKnownFormats } from './known-formats.ts';
import { findLiteralPlaces, findLiteralsInText } from './places.ts';
import { scanBufferOf } from './scan-buffer.ts';
import { placesOfActions, textsOf } from './texts.ts';

export type { LiteralFinding } from './finding.ts';

/**
 * Every text of a story that looks like a credential: by its format, or by its place. One finding for each place, in the
 * order of the file. Give it the neutralised story: addresses of the tenant are secrets, and not looked for here.
 */
export async function findLiterals(story: Story): Promise<readonly LiteralFinding[]> {
  const texts = textsOf(story);
  const buffer = scanBufferOf(texts);
  const matches = await findKnownFormats(buffer.content);
  const secrets: string[] = [];
  const found = matches.flatMap(({ start, end, kind }): readonly LiteralFinding[] => {
    const place = buffer.find(start, end);
    if (place === undefined) return [];
    // The whole text: a detector may have matched the beginning of a key only.
    secrets.push(place.inName ? place.text.name : place.text.text, buffer.content.slice(start, end));
    return [{ path: place.inName ? place.text.parent : place.text.path, kind }];
  });
  const inPlaces = placesOfActions(story).flatMap(({ action, path }) => findLiteralPlaces(action, path));
  const inTexts = texts.flatMap(findLiteralsInText);
  const ordered = inOrder(
    [...found, ...inPlaces, ...inTexts],
    texts.map(({ path }) => path),
  );
  return withoutSecrets(ordered, secrets);
}

/** One finding for each place: what is known by its format is told before what is known by its place. */
function inOrder(found: readonly LiteralFinding[], paths: readonly string[]): readonly LiteralFinding[] {
  const firsts = new Map<string, LiteralFinding>();
  for (const finding of found) if (!firsts.has(finding.path)) firsts.set(finding.path, finding);
  const positions = new Map(paths.map((path, index) => [path, index]));
  return [...firsts.values()]
    .map((finding) => {
      const { path } = finding;
      return { finding, at: positions.get(path) ?? paths.findIndex((each) => each.startsWith(path)) };
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ finding }) => finding);
}

/** A key or the name of an action may be the secret itself; no path repeats it. */
function withoutSecrets(findings: readonly LiteralFinding[], secrets: readonly string[]): readonly LiteralFinding[] {
  const shown = findings.map(({ path, kind }) => `${path}\n${kind}`).join('\n');
  // In a path they may stand in quotes, line ends and all. Nearly all stand in no path: left in, ten thousand of them
  // would be looked for in ten thousand paths.
  const forms = new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]));
  const longest = [...forms]
    .filter((form) => form !== '' && shown.includes(form))
    .toSorted((a, b) => b.length - a.length);
  const clean = (text: string): string => longest.reduce((rest, form) => rest.replaceAll(form, '***'), text);
  return findings.map(({ path, kind }) => ({ path: clean(path), kind: clean(kind) }));
}
