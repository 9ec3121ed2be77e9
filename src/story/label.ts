import type { JsonValue } from '../json/value.ts';
import { isObject } from '../json/value.ts';
import type { Story } from '../model/story.ts';

/**
 * A name for each action that does not depend on guids: `Fetch`, `Build`, `Build#2` (names repeat in real stories).
 * Names with dots, brackets, quotes or `#` are quoted, so that no two actions share a label.
 */
export function actionLabels(story: Story): readonly string[] {
  return ordinalLabels(story.agents.map(({ name }) => name));
}

/** Names as labels, told apart where they repeat. */
export function ordinalLabels(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const ordinal = (seen.get(name) ?? 0) + 1;
    seen.set(name, ordinal);
    return labelOf(name, ordinal);
  });
}

/** How an action is called in a sentence: `"Build"`, or `"Build" #2` for the second of that name. */
export function spokenLabel(label: string): string {
  const [, quoted, plain, ordinal] = /^(?:("(?:[^"\\]|\\.)*")|([^#]*))(#\d+)?$/.exec(label) ?? [];
  return `${quoted ?? JSON.stringify(plain ?? label)}${ordinal === undefined ? '' : ` ${ordinal}`}`;
}

/** A name inside brackets: `Intake form`, or `"v1.2"` when it would be misread. */
export function bracketName(name: string): string {
  return /^[^\s[\]."#\\](?:[^[\]."#\\\p{Cc}]*[^\s[\]."#\\])?$/u.test(name) ? name : JSON.stringify(name);
}

/** A key as a step of a path: `.url`, or `["InstanceId.1"]`. */
export function keyStep(key: string): string {
  return /^[^\s[\]."'#\\]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** Label for each action guid of the story. */
export function labelsByGuid(story: Story, labels: readonly string[]): ReadonlyMap<string, string> {
  return new Map(story.agents.map(({ guid }, index) => [guid, labels[index] ?? '']));
}

/** The label that something pointing at an action by guid (a page, a template entry) belongs to. */
export function labelPointedAt(entry: JsonValue, key: string, labels: ReadonlyMap<string, string>): string | undefined {
  const guid = isObject(entry) ? entry[key] : undefined;
  return typeof guid === 'string' ? labels.get(guid) : undefined;
}

function labelOf(name: string, ordinal: number): string {
  return ordinal === 1 ? bracketName(name) : `${bracketName(name)}#${ordinal}`;
}
