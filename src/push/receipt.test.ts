import { expect, it } from 'vitest';
import { desiredStory, destinationOf, storyState } from '../../test/support/planning.ts';
import { fetchAction, recordAction, storyExport } from '../../test/support/stories.ts';
import type { DestinationWork } from '../plan/assess-destination.ts';
import { Receipt } from './receipt.ts';

const CONTOSO = destinationOf('contoso');
const KEEPER = storyExport({ name: 'Keep', actions: [recordAction('Keep', 'Alert', [['title', 'TEXT']])] });
const OLD = desiredStory(KEEPER);
const ALERT = { target: 'Alert', definition: { name: 'Alert', fields: [] } };

/** What is remembered of record types once "old", which used "Alert", is deleted. */
function typesAfter(work: readonly object[], others: readonly string[] = ['keep']): readonly string[] {
  const stories = Object.fromEntries(['old', ...others].map((key, index) => [key, storyState(index + 1)]));
  const { tenantUrl, teamId } = CONTOSO;
  const receipt = new Receipt(CONTOSO, { tenantUrl, teamId, stories, recordTypes: { Alert: ALERT }, last: {} });
  const prune = [{ left: { key: 'old' }, story: OLD.story }];
  receipt.forget({ stories: work, prune } as unknown as DestinationWork, new Set(['old']));
  expect(Object.keys(receipt.toState().stories)).toEqual(others);
  return Object.keys(receipt.toState().recordTypes);
}

const quiet = { ...desiredStory(storyExport({ name: 'Quiet', actions: [fetchAction('Ask', 'https://q.example/')] })) };

it('forgets the record types of a deleted story, unless another story uses them or may do so', () => {
  expect(typesAfter([{ desired: { ...quiet, key: 'keep' } }])).toEqual([]);
  expect(typesAfter([{ desired: { ...OLD, key: 'keep' } }])).toEqual(['Alert']);
  expect(typesAfter([{ desired: { ...quiet, key: 'keep' } }], ['keep', 'not chosen'])).toEqual(['Alert']);
});
