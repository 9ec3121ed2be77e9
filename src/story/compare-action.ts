import type { JsonObject, JsonValue } from '../json/value.ts';
import { alignObjects } from './align.ts';
import { isBlank } from './blank.ts';
import type { IsFromGit, StoryChange } from './change.ts';
import { changeOf } from './change-text.ts';
import { type Difference, findDifferences } from './differences.ts';
import { spokenLabel } from './label.ts';
import type { NormalAction } from './normal.ts';
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
  const { name: liveName, ...liveSettings } = live.settings;
  const { name, ...wantedSettings } = wanted.settings;
  const changes: StoryChange[] = [];
  const report = (prefix: string, subject: (path: string) => string, found: readonly Difference[]): void => {
    for (const each of found) {
      changes.push(changeOf(subject(each.path), each, { path: joined(prefix, each.path), part }, isFromGit));
    }
  };
  const own = actionPart(label);
  if (name !== liveName) {
    const text = `action ${JSON.stringify(liveName)} renamed to ${JSON.stringify(name)}`;
    changes.push({ path: `${own}.name`, op: 'update', text, part, subject: `name of action ${JSON.stringify(name)}` });
  }
  report(own, (path) => `${path || 'settings'} of ${spoken}`, lenient(liveSettings, wantedSettings));
  const option = (path: string): string => (path === '' ? `options of ${spoken}` : `option ${path} of ${spoken}`);
  report(`${own}.options`, option, findDifferences(live.options, wanted.options));
  if (toolsDiffer(live.tools, wanted.tools)) {
    changes.push(changeOf(`tools of ${spoken}`, { path: '', op: 'update' }, { path: `${own}.tools`, part }, isFromGit));
  }
  const page = (path: string): string => (path === '' ? `page ${spoken}` : `${path} of page ${spoken}`);
  report(`pages[${label}]`, page, lists(live.pages, wanted.pages));
  const input = (path: string): string => `template ${path || 'inputs'} of ${spoken}`;
  report(`integrations[${label}]`, input, lists(live.integrations, wanted.integrations));
  return changes;
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

function toolsDiffer(live: JsonValue | undefined, wanted: JsonValue | undefined): boolean {
  if (live === undefined || wanted === undefined || (isBlank(live) && isBlank(wanted))) return false;
  return findDifferences({ tools: live }, { tools: wanted }).length > 0;
}

function joined(prefix: string, path: string): string {
  return path === '' || path.startsWith('[') ? `${prefix}${path}` : `${prefix}.${path}`;
}
