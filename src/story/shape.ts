import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import type { Action, Story } from '../model/story.ts';
import { findRefusals } from './importable.ts';
import type { ShapeFinding } from './shape-finding.ts';

/** Whether a value has all that the rest of storysync relies on. Everything else is carried through as it is. */
export function isStory(value: JsonValue): value is Story {
  return !findShapeProblems(value).some(({ severity }) => severity === 'error');
}

/** Every way in which a value is not a story. */
export function findShapeProblems(value: JsonValue): readonly ShapeFinding[] {
  if (!isObject(value) || !('agents' in value)) return [otherFile(value)];
  const broken = [...checkStoryFields(value), ...checkActions(value), ...checkLinks(value)];
  return [...broken, ...checkGuidForm(value), ...(broken.length > 0 ? [] : findRefusals(value))];
}

function otherFile(value: JsonValue): ShapeFinding {
  const finding = { code: 'STO007', severity: 'error', path: [] } as const;
  if (isArray(value)) return { ...finding, message: 'this is a JSON list, not a story export' };
  if (!isObject(value)) return { ...finding, message: 'this is a single JSON value, not a story export' };
  const inner = ['data', 'story', 'export'].find((key) => {
    const entry = value[key];
    return isObject(entry) && 'agents' in entry;
  });
  if (inner !== undefined) {
    const hint = `save only the value of "${inner}"`;
    return { ...finding, message: `the story export is wrapped: it stands under "${inner}"`, hint };
  }
  return { ...finding, message: 'this is not a story export: it has no "agents" (the list of actions)' };
}

function checkStoryFields(story: JsonObject): readonly ShapeFinding[] {
  const findings: ShapeFinding[] = [];
  const report = (key: string, expected: string): void => {
    const message = `"${key}" of the story should be ${expected}, found ${describe(story[key])}`;
    findings.push({ code: 'STO008', severity: 'error', message, path: [key] });
  };
  if (!isFilled(story.name)) report('name', 'a text that is not empty');
  if (!isFilled(story.guid)) report('guid', 'a text of 32 hex digits');
  if (!isArray(story.agents)) report('agents', 'a list of actions');
  if (!isArray(story.links)) report('links', 'a list of links');
  return findings;
}

function checkActions(story: JsonObject): readonly ShapeFinding[] {
  if (!isArray(story.agents)) return [];
  const findings: ShapeFinding[] = [];
  const seen = new Map<string, number>();
  for (const [index, action] of story.agents.entries()) {
    findings.push(...checkAction(action, index));
    if (!isObject(action) || !isFilled(action.guid)) continue;
    const first = seen.get(action.guid);
    if (first !== undefined) {
      const message = `${titleOf(action, index)} has the same guid as action ${first + 1} of the file`;
      findings.push({ code: 'STO010', severity: 'error', message, path: ['agents', index, 'guid'] });
    }
    seen.set(action.guid, first ?? index);
  }
  return findings;
}

function checkAction(action: JsonValue, index: number): readonly ShapeFinding[] {
  const finding = { code: 'STO009', severity: 'error' } as const;
  if (!isObject(action)) {
    return [
      { ...finding, message: `action ${index + 1} is ${describe(action)}, not an object`, path: ['agents', index] },
    ];
  }
  const wrong = (key: string, expected: string): ShapeFinding => ({
    ...finding,
    message: `${titleOf(action, index)}: "${key}" should be ${expected}, found ${describe(action[key])}`,
    path: ['agents', index, key],
  });
  return [
    ...(isFilled(action.type) ? [] : [wrong('type', 'a text such as "Agents::WebhookAgent"')]),
    ...(typeof action.name === 'string' ? [] : [wrong('name', 'a text')]),
    ...(isFilled(action.guid) ? [] : [wrong('guid', 'a text of 32 hex digits')]),
    ...(isObject(action.options) ? [] : [wrong('options', 'an object')]),
  ];
}

function checkLinks(story: JsonObject): readonly ShapeFinding[] {
  if (!isArray(story.links) || !isArray(story.agents)) return [];
  const count = story.agents.length;
  return story.links.flatMap((link, index): readonly ShapeFinding[] => {
    const finding = { code: 'STO011', severity: 'error' } as const;
    if (!isObject(link)) {
      return [{ ...finding, message: `link ${index + 1} is ${describe(link)}, not an object`, path: ['links', index] }];
    }
    return ['source', 'receiver'].flatMap((end) => {
      const position = link[end];
      if (Number.isInteger(position) && Number(position) >= 0 && Number(position) < count) return [];
      const found = typeof position === 'number' ? String(position) : describe(position);
      const expected = count === 0 ? 'the story has no actions' : `expected a position from 0 to ${count - 1}`;
      return [
        { ...finding, message: `"${end}" of link ${index + 1} is ${found}; ${expected}`, path: ['links', index, end] },
      ];
    });
  });
}

/** One warning per file: whoever writes guids by hand does it everywhere. */
function checkGuidForm(story: JsonObject): readonly ShapeFinding[] {
  const finding = { code: 'STO012', severity: 'warning' } as const;
  if (isFilled(story.guid) && !isGuid(story.guid)) {
    return [{ ...finding, message: 'the guid of the story is not 32 hex digits', path: ['guid'] }];
  }
  const agents = isArray(story.agents) ? story.agents : [];
  const index = agents.findIndex((action) => isObject(action) && isFilled(action.guid) && !isGuid(action.guid));
  const action = agents[index];
  if (!isObject(action)) return [];
  return [
    {
      ...finding,
      message: `the guid of ${titleOf(action, index)} is not 32 hex digits`,
      path: ['agents', index, 'guid'],
    },
  ];
}

/** 32 hex digits, the only form seen in real exports. */
function isGuid(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/i.test(value);
}

function isFilled(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value !== '';
}

function titleOf(action: JsonObject | Action, index: number): string {
  return isFilled(action.name) ? `action ${index + 1} (${JSON.stringify(action.name)})` : `action ${index + 1}`;
}

/** The kind of a value, never the value: it may be a secret. */
function describe(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  if (isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  return (
    { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as 'string'] ?? 'another value'
  );
}
