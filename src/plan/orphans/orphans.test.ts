import { describe, expect, it } from 'vitest';
import { NOT_READ } from '../../../test/support/fake-tenant.ts';
import {
  desiredOf,
  destinationOf,
  listedStory,
  policyFor,
  readingsOf,
  storyState,
} from '../../../test/support/planning.ts';
import { callStory, fetchAction, guidOf, storyExport } from '../../../test/support/stories.ts';
import { assessDestination } from '../../engine/push/assess/assess-destination.ts';
import type { Actual, StoryInfo } from '../../model/actual.ts';
import type { Destination } from '../../model/destination.ts';
import type { StoryState } from '../../model/destination-state.ts';
import type { Story } from '../../model/story.ts';
import { fingerprint } from '../../story/compare/parts.ts';
import type { Policy } from '../policy.ts';

const STAMP = `cloud:${guidOf('origin tenant')}:${'b'.repeat(32)}`;
const FOREIGN = `cloud:${'a'.repeat(32)}:${'b'.repeat(32)}`;

function live(name: string, ...callees: readonly string[]): Story {
  const actions = [fetchAction('Ask', 'https://a.example/'), ...callees.map((slug) => callStory(`Call ${slug}`, slug))];
  return { ...storyExport({ name, actions }), origin_story_identifier: STAMP } as unknown as Story;
}

function remembered(id: number, story: Story, more: Partial<StoryState> = {}): StoryState {
  const facts = { name: story.name, stamp: STAMP, lineage: STAMP, observed: fingerprint(story), editedAt: 'then' };
  return storyState(id, { ...facts, ...more });
}

const OLD = live('Old');
const CALLER = storyExport({ name: 'Caller', actions: [callStory('Call', 'old')] });
const QUIET = storyExport({ name: 'Quiet', actions: [fetchAction('Ask', 'https://q.example/')] });

const NOTHING_CHOSEN = { selected: new Map([['contoso', new Set<string>()]]) };

type Case = {
  readonly listed?: Partial<StoryInfo>;
  readonly state?: Partial<StoryState>;
  readonly states?: { readonly [key: string]: StoryState };
  readonly export?: Partial<Story>;
  readonly readings?: Partial<Actual>;
  readonly others?: readonly (readonly [StoryInfo, Story?])[];
  readonly destination?: Partial<Destination> & { readonly stories?: readonly string[] };
  readonly policy?: Partial<Policy>;
  /** Whether state is signed by us; it is unless told. */
  readonly proven?: boolean;
};

/** The team has "Old" as story 9, left behind; what else there is stands in the case. */
function assess(given: Case) {
  const stories = { caller: CALLER, quiet: QUIET };
  const destination = destinationOf('contoso', { stories: [], ...given.destination });
  const desired = desiredOf(stories, [destination]);
  const exports = new Map<number, Story>([[9, { ...OLD, ...given.export } as Story]]);
  const listing = [listedStory(9, 'Old', { editedAt: 'then', ...given.listed })];
  for (const [listed, story] of given.others ?? []) {
    listing.push(listed);
    if (story) exports.set(listed.id, story);
  }
  const states = { old: remembered(9, OLD, given.state), ...given.states };
  const state = {
    tenantUrl: destination.tenantUrl,
    teamId: 42,
    stories: states,
    recordTypes: {},
    last: {},
    proven: given.proven ?? true,
  };
  const readings = readingsOf({ listing, exports, ...given.readings });
  const policy = policyFor(desired, { prune: true, ...given.policy });
  return assessDestination(desired, destination, { name: 'contoso', readings, state }, policy);
}

function assessedIn(given: Case, key = 'old') {
  const assessment = assess(given);
  if (assessment.kind === 'unread') throw new Error(`wants to read ${JSON.stringify(assessment.needs)}`);
  const { leftBehind, prune } = assessment.work;
  const left = leftBehind.find((each) => each.key === key);
  return { ...left, due: prune.map((entry) => entry.left.key) };
}

const NOT_STORED = { kind: 'orphan_not_proven', because: 'stamp_stored_otherwise' } as const;

describe('a story left behind', () => {
  it('may be deleted when it is ours, unmoved and called by nobody', () => {
    expect(assessedIn({})).toEqual({
      key: 'old',
      name: 'Old',
      destinationStoryId: 9,
      prunable: true,
      keptBecause: null,
      warnings: [],
      due: ['old'],
    });
  });

  it.each<readonly [string, Case, object]>([
    ['is detached by its tag', { listed: { tags: ['detached-from-sync'] } }, { kind: 'orphan_tagged' }],
    ['is under change control', { listed: { changeControl: true } }, { kind: 'orphan_under_change_control' }],
    ['is locked', { listed: { locked: true } }, { kind: 'orphan_locked' }],
    [
      'carries another stamp now',
      { export: { origin_story_identifier: `${STAMP.slice(0, -1)}c` } },
      { kind: 'orphan_not_proven', because: 'stamp_gone' },
    ],
    ['carries no stamp now', { export: { origin_story_identifier: null } }, { because: 'stamp_gone' }],
    ['was stored with a stamp that is not the one sent', { state: { lineage: 'cloud:x:y' } }, NOT_STORED],
    [
      'is called ours by recorded state alone, which anybody may have written',
      { state: { stamp: FOREIGN, lineage: FOREIGN }, export: { origin_story_identifier: FOREIGN } },
      { kind: 'orphan_not_proven', because: 'other_origin' },
    ],
    ['was recorded without a stamp', { state: { stamp: '', lineage: '' } }, NOT_STORED],
    [
      'is remembered by an older version and gone from the catalogue',
      { state: { lineage: undefined } as unknown as Partial<StoryState> },
      NOT_STORED,
    ],
    [
      'could not be exported',
      { readings: { exports: new Map(), unreadableExports: new Map([[9, NOT_READ]]) } },
      { kind: 'neighbour_unreadable', name: 'Old' },
    ],
    [
      'has a neighbour that could not be exported',
      { others: [[listedStory(3, 'Odd')]], readings: { unreadableExports: new Map([[3, NOT_READ]]) } },
      { kind: 'neighbour_unreadable', name: 'Odd' },
    ],
    [
      'stands at a destination that is synced by hand and was not named',
      { destination: { manualSyncOnly: true } },
      { kind: 'orphan_manual_only' },
    ],
    [
      'stands at a destination that is held, whoever was named',
      { destination: { hold: { reason: 'audit' }, manualSyncOnly: true }, policy: { manual: new Set(['contoso']) } },
      { kind: 'orphan_held', hold: { reason: 'audit' } },
    ],
    [
      'bears the name of a story that the destination subscribes to',
      {
        listed: { name: 'Quiet' },
        destination: { stories: ['quiet'] },
        policy: NOTHING_CHOSEN,
      },
      { kind: 'maybe_wanted', key: 'quiet', inCommit: true },
    ],
    [
      'may be one that the commit of the run does not have',
      { destination: { stories: ['later'] } },
      { kind: 'maybe_wanted', key: 'later', inCommit: false },
    ],
    [
      'is called by a story of the customer’s',
      { others: [[listedStory(3, 'Own'), live('Own', 'old')]] },
      { kind: 'called_by', name: 'Own' },
    ],
    [
      'is called by a story that comes with this run',
      { destination: { stories: ['caller'] } },
      { kind: 'called_by', name: 'Caller' },
    ],
    [
      'is called by a story that the selectors left out',
      { destination: { stories: ['caller'] }, policy: NOTHING_CHOSEN },
      { kind: 'called_by', name: 'Caller' },
    ],
  ])('stays when it %s', (_, given, because) => {
    const orphan = assessedIn(given);
    expect(orphan).toMatchObject({ prunable: false, due: [] });
    expect(orphan.keptBecause).toMatchObject(because);
  });

  it('may be deleted by hand-only rules once the destination is named', () => {
    const policy = { manual: new Set(['contoso']) };
    expect(assessedIn({ destination: { manualSyncOnly: true }, policy }).due).toEqual(['old']);
  });

  it('may be deleted although edited there, and the plan names the places', () => {
    const agents = OLD.agents.map((action) => ({ ...action, options: { ...action.options, method: 'post' } }));
    expect(assessedIn({ export: { agents }, listed: { editedAt: 'later' } })).toMatchObject({
      due: ['old'],
      warnings: [{ kind: 'orphan_edited', places: ['agents[Ask]'] }],
    });
  });

  it('warns of stories of the customer’s that nobody read', () => {
    expect(assessedIn({ others: [[listedStory(3, 'Own')]] }).warnings).toEqual([{ kind: 'callers_unread' }]);
  });

  it('may be deleted when the push of this run takes the call away', () => {
    const before = listedStory(7, 'Quiet', { editedAt: 'later' });
    const stamp = desiredOf({ quiet: QUIET }).stories.get('quiet')?.stamp ?? '';
    const calling = { ...live('Quiet', 'old'), origin_story_identifier: stamp } as Story;
    const readings = { earlier: new Map([['quiet', { stories: () => [], cutShort: null }]]) };
    const destination = { stories: ['quiet'] };
    expect(assessedIn({ destination, readings, others: [[before, calling]] }).due).toEqual(['old']);
  });

  it('stays when it is called from there by a story of ours that is detached', () => {
    const stamp = desiredOf({ quiet: QUIET }).stories.get('quiet')?.stamp ?? '';
    const calling = { ...live('Quiet', 'old'), origin_story_identifier: stamp } as Story;
    const detached = listedStory(7, 'Quiet', { tags: ['detached-from-sync'] });
    const orphan = assessedIn({ destination: { stories: ['quiet'] }, others: [[detached, calling]] });
    expect(orphan.keptBecause).toEqual({ kind: 'called_by', name: 'Quiet' });
  });

  it('stays when only unsigned state says that it is ours, and goes where git still has the story of its stamp', () => {
    expect(assessedIn({ proven: false }).keptBecause).toMatchObject({ because: 'stamp_unknown' });
    const known = desiredOf({ quiet: QUIET }).stories.get('quiet')?.stamp ?? '';
    const export_ = { ...OLD, origin_story_identifier: known };
    const state = { stamp: known, lineage: known };
    expect(assessedIn({ proven: false, state, export: export_ as Partial<Story> }).due).toEqual(['old']);
  });

  it('goes after its callers, where those go too, also when they call in a circle', () => {
    const second = live('Second', 'old');
    const round = live('Old', 'second');
    const others = [[listedStory(8, 'Second', { editedAt: 'then' }), second]] as const;
    const states = { second: remembered(8, second) };
    const assessment = assess({ others, states });
    expect(
      assessment.kind === 'assessed' && assessment.work.prune.map(({ left, callers }) => [left.key, callers]),
    ).toEqual([
      ['second', []],
      ['old', [8]],
    ]);
    const circle = assess({ others, states, export: round });
    expect(circle.kind === 'assessed' && circle.work.prune.map(({ left, callers }) => [left.key, callers])).toEqual([
      ['second', []],
      ['old', [8]],
    ]);
  });

  it('stays when its caller is left behind too and stays, along the whole chain', () => {
    const [first, second] = [live('First', 'second'), live('Second', 'old')];
    const others = [
      [listedStory(7, 'First', { locked: true }), first],
      [listedStory(8, 'Second'), second],
    ] as const;
    const states = { first: remembered(7, first), second: remembered(8, second) };
    expect(assessedIn({ others, states }).keptBecause).toEqual({ kind: 'called_by', name: 'Second' });
    expect(assessedIn({ others, states }, 'second').keptBecause).toEqual({ kind: 'called_by', name: 'First' });
    expect(assessedIn({ others, states }).due).toEqual([]);
  });

  it('stays when it is called by another one left behind that the selectors did not choose', () => {
    const second = live('Second', 'old');
    const states = { second: remembered(8, second) };
    const policy = { choosesLeftBehind: (_: string, key: string) => key === 'old' };
    const listed = listedStory(8, 'Second');
    expect(assess({ others: [[listed]], states, policy })).toEqual({
      kind: 'unread',
      needs: [{ kind: 'export', storyId: 8 }],
    });
    const orphan = assessedIn({ others: [[listed, second]], states, policy });
    expect(orphan.keptBecause).toEqual({ kind: 'called_by', name: 'Second' });
  });

  it('is not looked at closely, and nothing is due, unless the run is asked to delete', () => {
    const assessment = assess({ policy: { prune: false }, readings: { exports: new Map() } });
    expect(assessment).toMatchObject({ kind: 'assessed', work: { leftBehind: [{ prunable: true }], prune: [] } });
  });

  it('is read, as are stories of ours that stay as they are, when the run is asked to delete', () => {
    const others = [
      [listedStory(7, 'Quiet', { tags: ['detached-from-sync'], editedAt: 'then' })],
      [listedStory(3, 'Own')],
    ] as const;
    const desired = desiredOf({ quiet: QUIET }).stories.get('quiet');
    const quiet = storyState(7, {
      name: 'Quiet',
      editedAt: 'then',
      editedAtTrusted: true,
      pushed: desired?.contentHash ?? '',
    });
    const given = { others, destination: { stories: ['quiet'] }, states: { quiet } };
    expect(assess({ ...given, readings: { exports: new Map() } })).toEqual({
      kind: 'unread',
      needs: [
        { kind: 'export', storyId: 9 },
        { kind: 'export', storyId: 7 },
      ],
    });
    const gone = { ...given, states: { quiet, old: remembered(8, OLD) } };
    expect(assess(gone), 'nothing is left behind there').toMatchObject({ kind: 'assessed', work: { leftBehind: [] } });
  });

  it('stays when it carries the stamp of a story that the destination subscribes to, under a key nobody can tell', () => {
    const stamp = desiredOf({ quiet: QUIET }).stories.get('quiet')?.stamp ?? '';
    const ours = { stamp, lineage: stamp };
    const second = { ...live('Second'), origin_story_identifier: stamp } as Story;
    const orphan = assessedIn({
      export: { origin_story_identifier: stamp },
      state: ours,
      states: { second: remembered(8, second, ours) },
      others: [[listedStory(8, 'Second'), second]],
      destination: { stories: ['quiet'] },
      policy: NOTHING_CHOSEN,
    });
    expect(orphan.keptBecause).toMatchObject({ kind: 'maybe_wanted', key: 'quiet' });
  });

  it('is one story, whichever and however many keys remember it', () => {
    const twice = assess({ states: { twin: remembered(9, OLD) } });
    expect(twice).toMatchObject({ kind: 'assessed', work: { leftBehind: [{ key: 'old' }] } });
    expect(twice.kind === 'assessed' && twice.work.leftBehind).toHaveLength(1);
    const states = { quiet: remembered(9, OLD, { stamp: 'of another kind' }) };
    const wanted = assess({ states, destination: { stories: ['quiet'] }, policy: NOTHING_CHOSEN });
    expect(wanted).toMatchObject({ kind: 'assessed', work: { leftBehind: [], prune: [] } });
  });

  it.each(['old', 'renamed_there'])('stays when it is called by the slug %s', (slug) => {
    const others = [[listedStory(3, 'Own'), live('Own', slug)]] as const;
    expect(assessedIn({ listed: { slug: 'renamed_there' }, others }).keptBecause).toEqual({
      kind: 'called_by',
      name: 'Own',
    });
  });

  it('is not read where nothing may be deleted', () => {
    const given = { destination: { manualSyncOnly: true }, readings: { exports: new Map() } };
    expect(assess(given)).toMatchObject({ kind: 'assessed', work: { leftBehind: [{ prunable: false }], prune: [] } });
  });

  it('is listed only where the selectors choose it', () => {
    const policy = {
      choosesLeftBehind: (destination: string, key: string) => `${destination}/${key}` !== 'contoso/old',
    };
    expect(assessedIn({ policy })).toEqual({ due: [] });
  });
});
