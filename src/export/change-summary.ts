import type { ChangeSummary, ExportedStory } from '../model/exported.ts';
import type { Story } from '../model/story.ts';
import { listed } from '../records/compare.ts';
import { plural } from '../story/addresses/wording.ts';
import type { StoryChange } from '../story/compare/change.ts';
import { spokenLabel } from '../story/label.ts';
import { holdsTenantValues } from './comparison.ts';
import { recordTypeChanges } from './record-type-changes.ts';
import { versionChanges } from './version-changes.ts';

const MOST_LINES = 12;
/** More links than this are counted, not named. */
const MOST_LINKS = 3;

/** What happened to a story since its file was written, a line each; the longest lists are cut unless all is asked for. */
export function changeSummary(
  { key, file, change, before, after, kind }: ExportedStory,
  { all: whole = false }: { readonly all?: boolean } = {},
): ChangeSummary {
  const all = linesOf(change, kind, before, after);
  if (whole) return { key, name: after.name, file, change, lines: all };
  const shown =
    all.length > MOST_LINES + 1 ? [...all.slice(0, MOST_LINES), `and ${all.length - MOST_LINES} more`] : all;
  return { key, name: after.name, file, change, lines: shown };
}

function linesOf(
  change: ExportedStory['change'],
  kind: ExportedStory['kind'],
  before: Story | undefined,
  after: Story,
): readonly string[] {
  if (kind === 'format') return ['layout of the file only, the content is the same'];
  if (kind === 'platform') return ['platform release only: nothing that a sync pushes has changed'];
  if (before === undefined) {
    const first = change === 'add' ? 'new' : 'the file held no story before';
    return [`${first}: ${plural(after.agents.length, 'action')}`, ...recordTypeChanges(undefined, after)];
  }
  const { identity, actions, links, others } = versionChanges(before, after);
  const lines = [
    ...identity.map(({ text }) => text),
    ...actionLines(actions),
    ...linkLines(links),
    ...others.map(({ text }) => text),
    ...(holdsTenantValues(before) ? ['addresses or recipients of a tenant are taken out of the file'] : []),
  ];
  return lines.length > 0 ? lines : ['nothing that a sync pushes has changed'];
}

/** An action that changed in one place says which; one that changed in many is one line all the same. */
function actionLines(changes: readonly StoryChange[]): readonly string[] {
  const parts = Map.groupBy(changes, ({ part }) => part);
  return [...parts].map(([part, inside]) => {
    const [first] = inside;
    if (inside.length === 1 && first !== undefined) return first.text;
    const places = inside.map(({ path }) => path.replace(/^.*?\]\.(?:options\.)?/s, ''));
    return `action ${spokenLabel(part.slice('agents['.length, -1))} changed: ${listed(places)}`;
  });
}

function linkLines(links: readonly StoryChange[]): readonly string[] {
  if (links.length <= MOST_LINKS) return links.map(({ text }) => text);
  const count = (op: StoryChange['op'], done: string): readonly string[] => {
    const amount = links.filter((link) => link.op === op).length;
    return amount === 0 ? [] : [`${amount} ${done}`];
  };
  return [
    `links: ${[...count('add', 'connected'), ...count('remove', 'disconnected'), ...count('update', 'changed')].join(', ')}`,
  ];
}
