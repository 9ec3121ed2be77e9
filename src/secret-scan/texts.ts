import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { allActions } from '../story/actions.ts';
import { replacePlaceholders } from '../story/addresses/placeholder.ts';
import { actionLabels, keyStep, labelPointedAt, labelsByGuid } from '../story/label.ts';
import { nameBeside } from './names.ts';

/** A text of a story, decoded, with the name it stands under and the place it has. */
export type PlacedText = {
  readonly text: string;
  /** The key, or for an entry of a list the key of the list; of a `value`, the name that stands beside it. */
  readonly name: string;
  readonly path: string;
  /** Where the key stands: the place to name when the key itself is the finding. */
  readonly parent: string;
};

/** Every text of a story, embedded sub-stories included, in the order of the file. */
export function textsOf(story: Story): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  walkStory(story, '', texts);
  return texts.map(({ text, name, ...place }) => ({ text: referring(text), name: referring(name), ...place }));
}

/** A placeholder refers to a value that each destination has of its own, and reads to nobody like `secret: …`. */
function referring(text: string): string {
  return replacePlaceholders(text, () => '<<address>>');
}

/** Every action of a story and of its embedded sub-stories, tools too, with its place. */
export function placesOfActions(
  story: JsonObject,
  prefix = '',
): readonly { readonly action: JsonObject; readonly path: string }[] {
  const labels = labelsOf(story);
  const own = allActions(story).map(({ action, top, steps }) => ({
    action,
    path: `${joined(prefix, '.agents')}[${labels('agents', null, top)}]${steps}`,
  }));
  const embedded = entriesOf(story.send_to_stories).flatMap(([index, entry]) =>
    placesOfActions(entry, `${joined(prefix, '.send_to_stories')}[${index}]`),
  );
  return [...own, ...embedded];
}

function entriesOf(list: JsonValue | undefined): readonly (readonly [index: number, entry: JsonObject])[] {
  if (!isArray(list)) return [];
  return list.flatMap((entry, index) => (isObject(entry) ? [[index, entry] as const] : []));
}

function walkStory(story: JsonObject, prefix: string, texts: PlacedText[]): void {
  const labels = labelsOf(story);
  for (const [key, value] of Object.entries(story)) {
    const path = joined(prefix, keyStep(key));
    if (!isArray(value)) walk({ value, name: key, path, parent: prefix }, texts);
    else {
      for (const [index, entry] of value.entries()) {
        const place = `${path}[${labels(key, entry, index)}]`;
        if (key === 'send_to_stories' && isObject(entry)) walkStory(entry, place, texts);
        else walk({ value: entry, name: key, path: place, parent: path }, texts);
      }
    }
  }
}

/** Names the entries of a list: actions and what points at them by the action's label, all else by position. */
function labelsOf(story: JsonObject): (list: string, entry: JsonValue, index: number) => string | number {
  if (!holdsActions(story)) return (_list, _entry, index) => index;
  const labels = actionLabels(story);
  const byGuid = labelsByGuid(story, labels);
  return (list, entry, index) => {
    if (list === 'agents') return labels[index] ?? index;
    if (list === 'pages') return labelPointedAt(entry, 'agent_guid', byGuid) ?? index;
    return (list === 'integrations' ? labelPointedAt(entry, 'action_guid', byGuid) : undefined) ?? index;
  };
}

// Embedded sub-stories are not checked in shape.
function holdsActions(story: JsonObject): story is Story {
  return isArray(story.agents) && story.agents.every((action) => isObject(action) && typeof action.name === 'string');
}

type Visited = { readonly value: JsonValue } & Omit<PlacedText, 'text'>;

function walk({ value, name, path, parent }: Visited, texts: PlacedText[]): void {
  if (typeof value === 'string') texts.push({ text: value, name, path, parent });
  else if (isArray(value)) {
    for (const [index, entry] of value.entries()) {
      walk({ value: entry, name, path: `${path}[${index}]`, parent: path }, texts);
    }
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      const place = joined(path, keyStep(key));
      // A key is a text of the file as well; only one that stands before a text is looked at with it.
      if (typeof entry !== 'string') texts.push({ text: '', name: key, path: place, parent: path });
      // A key that names its value is looked at under that name.
      const name = nameBeside(value, key) || key;
      walk({ value: entry, name: typeof entry === 'string' ? name : key, path: place, parent: path }, texts);
    }
  }
}

function joined(prefix: string, step: string): string {
  return prefix === '' && step.startsWith('.') ? step.slice(1) : `${prefix}${step}`;
}
