import { describe, expect, it } from 'vitest';
import { desiredOf, destinationOf, storyState } from '../../test/support/planning.ts';
import { ringOf } from '../../test/support/rollout/fleets.ts';
import { storyExport } from '../../test/support/stories.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState, LastStatus, StoryState } from '../model/destination-state.ts';
import type { PlannedStory } from '../model/plan.ts';
import { plannedStory } from '../plan/planned-story.ts';
import { fleetOf } from './fleet.ts';

const AT = '2026-03-27T10:00:00.000Z';
const destination = destinationOf('contoso', { stories: ['triage'], labels: { ring: 'canary' } });
const desired = desiredOf({ triage: storyExport({ name: 'Triage', actions: [] }) }, [destination]);
const story = desired.stories.get('triage');
if (!story) throw new Error('no story');
const { contentHash: content } = story;

const equal: Partial<StoryState> = { pushed: content, equal: [content], since: AT };
const entryOf = (more: Partial<StoryState>): StoryState => storyState(1, { stamp: story.stamp, ...more });
const lastOf = (more: Partial<LastStatus>): LastStatus => ({
  status: 'failed',
  reason: 'rejected',
  message: null,
  at: AT,
  content,
  ...more,
});

type Known = { readonly entry?: StoryState; readonly last?: LastStatus; readonly planned?: Partial<PlannedStory> };

function pairWith({ entry, last, planned }: Known, { labels, engine }: Partial<Destination> = destination) {
  const state: DestinationState = {
    tenantUrl: destination.tenantUrl,
    teamId: 42,
    stories: entry ? { triage: entry } : {},
    recordTypes: {},
    last: last ? { triage: last } : {},
    proven: true,
  };
  const stories = planned && story ? [plannedStory(story, { action: 'update', reason: null, ...planned })] : undefined;
  const rollout = { rings: [ringOf('canary'), ringOf('broad', { match: undefined })], windows: [] };
  const [pair] = fleetOf(rollout, desired, [
    { destination: { ...destination, labels: labels ?? {}, engine: engine ?? 'push' }, state, planned: stories },
  ]).pairs;
  return pair;
}

describe('a pair of the fleet', () => {
  it.each<[string, Known, object]>([
    ['is open where nothing is known', {}, { standing: 'open', due: false, wasThere: false }],
    [
      'is there since it was read back equal',
      { entry: entryOf(equal) },
      { standing: 'there', since: Date.parse(AT), wasThere: true },
    ],
    [
      'stays there when a later look finds an edit',
      { entry: entryOf(equal), planned: {} },
      { standing: 'there', due: true },
    ],
    [
      'stays there when its tenant cannot be read',
      { entry: entryOf(equal), last: lastOf({}), planned: { action: 'blocked', reason: 'unreachable' } },
      { standing: 'there' },
    ],
    [
      'is not there by a push that was not read back equal',
      { entry: entryOf({ pushed: content }) },
      { standing: 'open', wasThere: false },
    ],
    [
      'is not there by what another run found wrong after',
      { entry: entryOf({ ...equal, status: 'failed', reason: 'ambiguous_name' }) },
      { standing: 'failed', wasThere: true },
    ],
    [
      'was there before, where other content came since',
      { entry: entryOf({ pushed: 'other', equal: [content, 'other'], since: AT }) },
      { standing: 'open', wasThere: true },
    ],
    [
      'is there where this run found it so, since no time that is known',
      { planned: { action: 'unchanged' } },
      { standing: 'there', since: undefined },
    ],
    ['failed with this content', { last: lastOf({}) }, { standing: 'failed', since: Date.parse(AT) }],
    [
      'did not fail with this content when other content did',
      { last: lastOf({ content: 'other' }) },
      { standing: 'open' },
    ],
    [
      'failed where this run finds it blocked',
      { planned: { action: 'blocked', reason: 'missing_prerequisite' } },
      { standing: 'failed', due: false },
    ],
    [
      'did not fail where a run did not get to it',
      { planned: { action: 'blocked', reason: 'not_reached' } },
      { standing: 'open' },
    ],
    [
      'does not count where the destination took it out itself',
      { last: lastOf({ detachedThere: true }) },
      { counts: false },
    ],
    [
      'has no time that no clock can show',
      { entry: entryOf({ ...equal, since: '+275760-09-12T00:00:00Z' }) },
      { standing: 'there', since: undefined },
    ],
  ])('%s', (_, known, expected) => {
    expect(pairWith(known)).toMatchObject(expected);
  });

  it.each<[string, Partial<LastStatus>, object]>([
    ['since it was in sync with this content', {}, { standing: 'there', since: Date.parse(AT) }],
    ['not by other content', { content: 'other' }, { standing: 'open' }],
    ['not by a sync that failed', { status: 'failed' }, { standing: 'failed' }],
  ])('that the vendor carries is there %s', (_, last, expected) => {
    const known = { last: lastOf({ status: 'synced', reason: null, ...last }) };
    expect(pairWith(known, { engine: 'native' })).toMatchObject(expected);
    expect(pairWith(known)?.standing).not.toBe('there');
  });

  it('is in the first ring that takes its labels', () => {
    expect([pairWith({})?.ring, pairWith({}, {})?.ring]).toEqual(['canary', 'broad']);
  });
});
