import type { JsonObject } from '../../json/value.ts';
import { spokenLabel } from '../label.ts';
import { alignObjects } from './align.ts';
import { type IsFromGit, OF_GIT, type StoryChange } from './change.ts';
import { changeOf } from './change-text.ts';
import { type Difference, findDifferences } from './differences.ts';
import type { NormalAction } from './normal.ts';
import type { NormalTool } from './normal-tools.ts';
import { actionPart } from './parts.ts';

/** The differences inside one action that both sides have, its page and its template inputs included. */
export function compareAction(
  live: NormalAction,
  wanted: NormalAction,
  label: string,
  part: string,
  isFromGit: IsFromGit,
): readonly StoryChange[] {
  const spoken = spokenLabel(label);
  const about = { part, isFromGit };
  const changes = [...compareOwn(live, wanted, { ...about, place: actionPart(label), spoken })];
  const report = (prefix: string, subject: (path: string) => string, found: readonly Difference[]): void => {
    changes.push(...told(prefix, subject, found, about));
  };
  const page = (path: string): string => (path === '' ? `page ${spoken}` : `${path} of page ${spoken}`);
  report(`pages[${label}]`, page, lists(live.pages, wanted.pages));
  const input = (path: string): string => `template ${path || 'inputs'} of ${spoken}`;
  report(`integrations[${label}]`, input, lists(live.integrations, wanted.integrations));
  return changes;
}

type About = { readonly part: string; readonly isFromGit: IsFromGit };
type Subject = About & { readonly place: string; readonly spoken: string };

/** What an action has of its own, whether it stands at the top or is a tool. */
function compareOwn(
  live: Omit<NormalAction, 'pages' | 'integrations'>,
  wanted: Omit<NormalAction, 'pages' | 'integrations'>,
  { place, spoken, ...about }: Subject,
): readonly StoryChange[] {
  const { part, isFromGit } = about;
  const { name: liveName, ...liveSettings } = live.settings;
  const { name, ...wantedSettings } = wanted.settings;
  const renamed = `action ${JSON.stringify(liveName)} renamed to ${JSON.stringify(name)}`;
  const subject = `name of action ${JSON.stringify(name)}`;
  const values = isFromGit === OF_GIT ? { values: { before: liveName ?? null, after: name ?? null } } : {};
  const rename = { path: `${place}.name`, op: 'update' as const, text: renamed, part, subject, ...values };
  const option = (path: string): string => (path === '' ? `options of ${spoken}` : `option ${path} of ${spoken}`);
  return [
    ...(name === liveName ? [] : [rename]),
    ...told(place, (path) => `${path || 'settings'} of ${spoken}`, lenient(liveSettings, wantedSettings), about),
    ...told(`${place}.options`, option, findDifferences(live.options, wanted.options), about),
    ...compareTools(live.tools, wanted.tools, { place, spoken, ...about }),
  ];
}

/** Tools by name; their order counts, because a model reads them in order. */
function compareTools(
  live: readonly NormalTool[] | undefined,
  wanted: readonly NormalTool[] | undefined,
  { place, spoken, ...about }: Subject,
): readonly StoryChange[] {
  if (live === undefined || wanted === undefined) return [];
  if (live.length !== wanted.length || live.some(({ label }, index) => label !== wanted[index]?.label)) {
    return told(`${place}.tools`, () => `tools of ${spoken}`, [{ path: '', op: 'update' }], about);
  }
  return wanted.flatMap((tool, index) => {
    const other = live[index] ?? tool;
    const name = typeof tool.settings.name === 'string' ? JSON.stringify(tool.settings.name) : 'a tool';
    return compareOwn(other, tool, { place: `${place}.${tool.label}`, spoken: `tool ${name} of ${spoken}`, ...about });
  });
}

function told(
  prefix: string,
  subject: (path: string) => string,
  found: readonly Difference[],
  { part, isFromGit }: About,
): readonly StoryChange[] {
  return found.map((each) => {
    return changeOf(subject(each.path), each, { path: joined(prefix, each.path), part }, isFromGit);
  });
}

function lenient(live: JsonObject, wanted: JsonObject): readonly Difference[] {
  const aligned = alignObjects(live, wanted);
  return findDifferences(aligned.live, aligned.wanted);
}

/** An action has one page (or template entry) or none; more on one side than on the other is told as a whole. */
function lists(live: readonly JsonObject[], wanted: readonly JsonObject[]): readonly Difference[] {
  if (live.length < wanted.length) return [{ path: '', op: 'add' }];
  if (live.length > wanted.length) return [{ path: '', op: 'remove' }];
  return wanted.flatMap((entry, index) => lenient(live[index] ?? {}, entry));
}

function joined(prefix: string, path: string): string {
  return path === '' || path.startsWith('[') ? `${prefix}${path}` : `${prefix}.${path}`;
}
