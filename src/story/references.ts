import { isArray, isObject, type JsonValue } from '../json/value.ts';
import type { Reference } from '../model/desired.ts';
import { normalised } from '../model/normal-form.ts';
import type { Story } from '../model/story.ts';
import { allActions } from './actions.ts';
import { actionLabels, keyStep, labelPointedAt, labelsByGuid } from './label.ts';
import { visitStrings, withoutTools } from './visit-texts.ts';

/** What a story's actions name, and the places where a name is computed at run time. */
export type References = { readonly references: readonly Reference[]; readonly uncheckable: readonly string[] };

/** Keys of an action that hold no expressions of its own: mentions in texts for people are no prerequisites. */
const NOT_SCANNED: ReadonlySet<string> = new Set([
  'name',
  'description',
  'guid',
  'type',
  'template',
  'origin_story_identifier',
  'record_type',
]);

// `data.CREDENTIAL.x` is a field of an event and `MY_CREDENTIAL.x` another name, but the old syntax writes `{{ .CREDENTIAL.x }}`.
// In JSON held in a string, a line break before the name stands as the two characters `\n`.
const START = String.raw`(?:(?<![\w$])|(?<=\\[nrt]))(?<![\w)\]]\.)`;
const BY_SLUG = new RegExp(
  String.raw`${START}(CREDENTIAL|RESOURCE|INFO\.(?:credential|resource|record))\.([A-Za-z0-9_]+)`,
  'g',
);
const STORY_BY_SLUG = new RegExp(String.raw`${START}STORY((?:\.[A-Za-z0-9_]+)+)`, 'g');
const COMPUTED = new RegExp(
  String.raw`${START}(?:CREDENTIAL|RESOURCE|STORY|INFO\.(?:credential|resource|record))\s*\[`,
);
const BY_NAME = /\{%-?\s*(credential|global_resource|story)(\s[^%]*)%\}/g;

/** Every credential, resource, record type and story that the actions and pages of a story name, in old and new syntax. */
export function findReferences(story: Story): References {
  const references = new Map<string, Reference>();
  const uncheckable = new Set<string>();
  visitExpressions(story, (text, path) => {
    for (const { kind, slug } of namesIn(text)) references.set(`${kind} ${slug} ${path}`, { kind, slug, path });
    if (COMPUTED.test(text)) uncheckable.add(path);
  });
  return { references: [...references.values()], uncheckable: [...uncheckable] };
}

/** Places that say `INFO.record.<slug>`: text that keeps naming the old type when a record type is renamed. */
export function recordSlugMentions(story: Story, slug: string): readonly string[] {
  const { references } = findReferences(story);
  return references.flatMap((reference) =>
    reference.kind === 'record' && reference.slug === slug ? [reference.path] : [],
  );
}

/** The slug that a tenant makes of a name: `[Example] STS Search` becomes `example_sts_search`. */
export function slugify(name: string): string {
  return normalised(name, 'NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

function namesIn(text: string): readonly Pick<Reference, 'kind' | 'slug'>[] {
  const found: Pick<Reference, 'kind' | 'slug'>[] = [];
  for (const [, word = '', slug = ''] of text.matchAll(BY_SLUG)) found.push({ kind: kindOf(word), slug });
  for (const match of text.matchAll(STORY_BY_SLUG)) {
    const steps = (match[1] ?? '').split('.').slice(1);
    // `{{ .STORY.team.slug }}` names the team too; in the newer syntax what follows the slug is a property.
    const slug = text[match.index - 1] === '.' ? steps.at(-1) : steps[0];
    if (slug !== undefined) found.push({ kind: 'story', slug });
  }
  for (const [, word = '', rest = ''] of text.matchAll(BY_NAME)) {
    const name = rest.replace(/-$/, '').trim();
    if (name !== '') found.push({ kind: kindOf(word), slug: slugify(name) });
  }
  return found;
}

function kindOf(word: string): Reference['kind'] {
  if (word === 'INFO.record') return 'record';
  if (word === 'story') return 'story';
  return word.toLowerCase().endsWith('credential') ? 'credential' : 'resource';
}

/** Every text in which an action, its page or its template inputs may hold an expression; keys of objects too. */
function visitExpressions(story: Story, visit: (text: string, path: string) => void): void {
  const labels = actionLabels(story);
  for (const { action, top, steps } of allActions(story)) {
    const path = `agents[${labels[top] ?? ''}]${steps}`;
    for (const [key, value] of Object.entries(action)) {
      if (NOT_SCANNED.has(key)) continue;
      visitStrings(key === 'options' ? withoutTexts(value) : withoutTools(key, value), `${path}${keyStep(key)}`, visit);
    }
  }
  const byGuid = labelsByGuid(story, labels);
  for (const [key, pointer] of [
    ['integrations', 'action_guid'],
    ['pages', 'agent_guid'],
  ] as const) {
    const entries = story[key];
    if (!isArray(entries)) continue;
    for (const [index, entry] of entries.entries()) {
      visitStrings(entry, `${key}[${labelPointedAt(entry, pointer, byGuid) ?? index}]`, visit);
    }
  }
}

/** What a tool is for is told to people and to a model, and is no expression. */
function withoutTexts(options: JsonValue): JsonValue {
  if (!isObject(options) || !('tool_description' in options)) return options;
  const { tool_description: _, ...rest } = options;
  return rest;
}
