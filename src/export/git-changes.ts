import type { Story } from '../model/story.ts';
import type { DiffChange } from '../model/story-diff.ts';
import { mayShow, type Showable } from '../secret-scan/may-show.ts';
import { neutralise } from '../story/addresses/neutralise.ts';
import { plural } from '../story/addresses/wording.ts';
import type { StoryChange } from '../story/compare/change.ts';
import { addressChanges } from '../story/compare/compare-addresses.ts';
import { recordTypeChanges } from './record-type-changes.ts';
import { valuePair } from './value-pair.ts';
import { versionChanges } from './version-changes.ts';

/** What changed between two versions in git: values where no secret is among them, addresses never. */
export async function gitChanges(before: Story, after: Story): Promise<readonly DiffChange[]> {
  const [old, now] = [neutralise(before), neutralise(after)];
  const { identity, actions, links, others } = versionChanges(old, now);
  const changes = [...identity, ...actions, ...links, ...others];
  const shown = await mayShow([old, now], changes.map(valuesAt));
  const addresses = addressChanges(before, after).map((each) => withoutValues(each));
  return [...changes.map((change, index) => asShown(change, shown[index] ?? 'nothing')), ...addresses];
}

/** A story that only one side has: its actions are counted, and what its record types mean is told. */
export function wholeStory(story: Story, op: 'add' | 'remove'): readonly DiffChange[] {
  const text = `story ${op === 'add' ? 'added' : 'removed'}: ${plural(story.agents.length, 'action')}`;
  const whole: DiffChange = { path: 'story', op, text, from: null, to: null, cause: null };
  if (op === 'remove') return [whole];
  return [
    whole,
    ...recordTypeChanges(undefined, story).map((each): DiffChange => ({ ...whole, path: 'record_types', text: each })),
  ];
}

function valuesAt({ path, values, quoted }: StoryChange): Parameters<typeof mayShow>[1][number] {
  return { path, values: [values?.before, values?.after, quoted].filter((value) => value !== undefined) };
}

function asShown(change: StoryChange, showable: Showable): DiffChange {
  const { path, op, text, part, values } = change;
  if (showable === 'nothing') {
    return {
      path: part,
      op,
      text: `a setting in ${part} ${DONE[op]} (name not shown: it may be a secret)`,
      from: null,
      to: null,
      cause: null,
    };
  }
  const isBare = values === undefined && change.quoted === undefined;
  if (showable === 'path' && !isBare) return withoutValues(change, ' (value not shown: it may be a secret)');
  if (values === undefined) return { path, op, text, from: null, to: null, cause: null };
  return { path, op, text, ...valuePair(values.before, values.after), cause: null };
}

const DONE = { add: 'added', remove: 'removed', update: 'changed', move: 'moved' } as const;

function withoutValues({ path, op, subject }: StoryChange, why = ''): DiffChange {
  return { path, op, text: `${subject} ${DONE[op]}${why}`, from: null, to: null, cause: null };
}
