import { describe, expect, it } from 'vitest';
import { NOT_READ } from '../../../test/support/fake-tenant.ts';
import { desiredStory, listedStory, readingsOf, stamped, storyState } from '../../../test/support/planning.ts';
import { guidOf, storyExport, webhook } from '../../../test/support/stories.ts';
import type { Actual, StoryInfo, Whereabouts } from '../../model/actual.ts';
import type { StoryState } from '../../model/destination-state.ts';
import { reasonOf } from '../../model/fact/reason.ts';
import { findOwnership, type Ownership } from './ownership.ts';

const DESIRED = desiredStory(storyExport({ name: 'Triage', actions: [webhook('In')] }));
const OURS = DESIRED.stamp;
const THEIRS = `cloud:${guidOf('their tenant')}:${guidOf('their story')}`;

type World = {
  /** Name and stamp by id; `null` stands for an export that cannot be read, `undefined` for one not read yet. */
  readonly live?: { readonly [id: number]: readonly [name: string, stamp: string | null | undefined] };
  readonly state?: Partial<StoryState> & { readonly destinationStoryId: number };
  /** Whether state is signed by us; it is unless told. */
  readonly proven?: boolean;
  readonly where?: Whereabouts;
  readonly adopt?: boolean;
};

function find({ live = {}, state, proven = true, where, adopt = false }: World): Ownership {
  const entries = Object.entries(live).map(([id, told]) => [Number(id), told] as const);
  const readings: Actual = readingsOf({
    listing: entries.map(([id, [name]]): StoryInfo => listedStory(id, name)),
    exports: new Map(entries.flatMap(([id, [, stamp]]) => (typeof stamp === 'string' ? [[id, stamped(stamp)]] : []))),
    unreadableExports: new Map(entries.flatMap(([id, [, stamp]]) => (stamp === null ? [[id, NOT_READ]] : []))),
    whereabouts: new Map(where && state ? [[state.destinationStoryId, where]] : []),
  });
  const known = state && storyState(state.destinationStoryId, state);
  const subscription = { storyKey: 'triage', place: { file: 'sync.yaml', line: 1, column: 1 }, adopt };
  return findOwnership({ desired: DESIRED, subscription, readings, entry: known && { state: known, proven } });
}

/** `ours 1`, `adopted 1`, `absent`, `recreated`, `refused not_ours`, `asks export 1,2` */
function told(location: Ownership): string {
  switch (location.kind) {
    case 'ours':
      return `${location.adopted ? 'adopted' : 'ours'} ${location.listed.id}`;
    case 'absent':
      return location.recreated ? 'recreated' : 'absent';
    case 'refused':
      return `refused ${reasonOf(location.refusal)}`;
    case 'unread':
      return `asks ${location.needs.map((need) => `${need.kind} ${'storyId' in need ? need.storyId : ''}`).join(', ')}`;
    default:
      return location satisfies never;
  }
}

const CASES: readonly (readonly [string, World, string])[] = [
  ['an empty team has it not', {}, 'absent'],
  ['a same-named story is read before anything is said of it', { live: { 1: ['Triage', undefined] } }, 'asks export 1'],
  ['a same-named story with our stamp is ours', { live: { 1: ['Triage', OURS] } }, 'ours 1'],
  ['a same-named story with another stamp is not ours', { live: { 1: ['Triage', THEIRS] } }, 'refused not_ours'],
  ['a same-named story without a stamp is not ours', { live: { 1: ['Triage', ''] } }, 'refused not_ours'],
  ['a same-named story that cannot be read is neither', { live: { 1: ['Triage', null] } }, 'refused unreadable'],
  ['adopt takes a same-named story over', { live: { 1: ['Triage', THEIRS] }, adopt: true }, 'adopted 1'],
  [
    'adopt takes over no second story while ours is there under another name',
    { live: { 1: ['Triage', THEIRS], 2: ['B', OURS] }, adopt: true },
    'refused ambiguous_name',
  ],
  [
    'adopt leaves a copy alone when ours is known to be gone',
    {
      live: { 1: ['Triage', THEIRS], 3: ['B', OURS] },
      state: { destinationStoryId: 2 },
      where: { kind: 'gone' },
      adopt: true,
    },
    'adopted 1',
  ],
  [
    'adopt does not take over what cannot be read',
    { live: { 1: ['Triage', null] }, adopt: true },
    'refused unreadable',
  ],
  [
    'two same-named stories are ambiguous, ours among them or not',
    { live: { 1: ['Triage', OURS], 2: ['Triage', THEIRS] } },
    'refused ambiguous_name',
  ],
  [
    'two same-named stories are ambiguous also under adopt',
    { live: { 1: ['Triage', ''], 2: ['Triage', ''] }, adopt: true },
    'refused ambiguous_name',
  ],
  [
    'without a story of the name every stamp is read',
    { live: { 1: ['A', undefined], 2: ['B', undefined] } },
    'asks export 1, export 2',
  ],
  ['a renamed story is found by its stamp', { live: { 1: ['A', THEIRS], 2: ['B', OURS] } }, 'ours 2'],
  [
    'two stories with our stamp and none of the name are ambiguous',
    { live: { 1: ['A', OURS], 2: ['B', OURS] } },
    'refused ambiguous_name',
  ],
  ['the one of the name wins over a copy with our stamp', { live: { 1: ['Triage', OURS], 2: ['B', OURS] } }, 'ours 1'],
  ['among others that are not ours it is absent', { live: { 1: ['A', THEIRS] } }, 'absent'],
  [
    'among others of which one cannot be read, nobody knows',
    { live: { 1: ['A', THEIRS], 2: ['B', null] } },
    'refused unreadable',
  ],
  ['a readable one with our stamp is enough', { live: { 1: ['A', null], 2: ['B', OURS] } }, 'ours 2'],

  [
    'state finds a renamed story without reading the others',
    { live: { 1: ['A', undefined], 2: ['B', OURS] }, state: { destinationStoryId: 2 } },
    'ours 2',
  ],
  [
    'the stamp of the story that state names is read all the same',
    { live: { 2: ['B', undefined] }, state: { destinationStoryId: 2 } },
    'asks export 2',
  ],
  [
    'state remembers how the tenant stored our stamp',
    { live: { 2: ['Triage', THEIRS] }, state: { destinationStoryId: 2, stamp: THEIRS } },
    'ours 2',
  ],
  [
    'a recorded stamp counts for the recorded story alone',
    { live: { 3: ['Triage', THEIRS] }, state: { destinationStoryId: 2, stamp: THEIRS }, where: { kind: 'gone' } },
    'refused not_ours',
  ],
  [
    'state never claims a story whose stamp says otherwise',
    { live: { 2: ['B', THEIRS] }, state: { destinationStoryId: 2, stamp: OURS } },
    'absent',
  ],
  [
    'an empty stamp in state matches nothing',
    { live: { 2: ['Triage', ''] }, state: { destinationStoryId: 2, stamp: '' } },
    'refused not_ours',
  ],
  [
    'state is wrong about the id, the name is right',
    { live: { 1: ['Triage', OURS], 2: ['B', THEIRS] }, state: { destinationStoryId: 2 } },
    'ours 1',
  ],
  [
    'ours was renamed and another took its name',
    { live: { 1: ['Triage', THEIRS], 2: ['B', OURS] }, state: { destinationStoryId: 2 } },
    'refused ambiguous_name',
  ],
  [
    'where a known story went is asked before anything else',
    { state: { destinationStoryId: 2 } },
    'asks whereabouts 2',
  ],
  ['one that is gone is created again', { state: { destinationStoryId: 2 }, where: { kind: 'gone' } }, 'recreated'],
  [
    'one that is gone, made again under its former name by a run that kept no state, is ours',
    { live: { 3: ['Before', OURS] }, state: { destinationStoryId: 2, name: 'Before' }, where: { kind: 'gone' } },
    'ours 3',
  ],
  [
    'one that is gone is no story of the customer that has its former name',
    { live: { 3: ['Before', THEIRS] }, state: { destinationStoryId: 2, name: 'Before' }, where: { kind: 'gone' } },
    'recreated',
  ],
  [
    'one that is gone is no copy under another name',
    { live: { 3: ['Copy', OURS] }, state: { destinationStoryId: 2, name: 'Before' }, where: { kind: 'gone' } },
    'recreated',
  ],
  [
    'one that moved to another team is refused',
    { state: { destinationStoryId: 2 }, where: { kind: 'moved', teamId: 8 } },
    'refused not_ours',
  ],
  [
    'a hint does not know how the tenant stored our stamp: it may be anybody’s',
    { live: { 2: ['Triage', THEIRS] }, state: { destinationStoryId: 2, stamp: THEIRS }, proven: false },
    'refused not_ours',
  ],
  [
    'a hint claims no renamed story of another stamp',
    { live: { 2: ['B', THEIRS] }, state: { destinationStoryId: 2, stamp: THEIRS }, proven: false },
    'absent',
  ],
  [
    'a hint finds a renamed story without reading the others',
    { live: { 1: ['A', undefined], 2: ['B', OURS] }, state: { destinationStoryId: 2 }, proven: false },
    'ours 2',
  ],
  [
    'a hint that ours moved does not speak against one that proves itself',
    {
      live: { 1: ['Triage', OURS] },
      state: { destinationStoryId: 2 },
      proven: false,
      where: { kind: 'moved', teamId: 8 },
    },
    'ours 1',
  ],
  [
    'under adopt a hint does not spare looking for ours under another name',
    {
      live: { 1: ['Triage', THEIRS], 2: ['B', OURS] },
      state: { destinationStoryId: 1 },
      proven: false,
      adopt: true,
    },
    'refused ambiguous_name',
  ],
  [
    'one that moved is refused also beside a same-named story',
    { live: { 1: ['Triage', OURS] }, state: { destinationStoryId: 2 }, where: { kind: 'moved', teamId: 8 } },
    'refused not_ours',
  ],
];

describe('whose story is it', () => {
  it.each(CASES)('%s', (_, world, expected) => {
    expect(told(find(world))).toBe(expected);
  });

  it('a refusal names what stands in the way', () => {
    expect(find({ live: { 1: ['Triage', THEIRS] } })).toMatchObject({
      refusal: { kind: 'not_managed', key: 'story', live: { id: 1, name: 'Triage' } },
    });
    const both = { live: { 1: ['Triage', THEIRS], 2: ['B', OURS] }, state: { destinationStoryId: 2 } } as const;
    expect(find(both)).toMatchObject({
      refusal: { kind: 'name_taken', ours: { id: 2, name: 'B' }, other: { id: 1, name: 'Triage' } },
    });
    expect(find({ live: { 1: ['Triage', null] } })).toMatchObject({
      refusal: { kind: 'owner_unknown', live: { id: 1, name: 'Triage' }, failure: NOT_READ },
    });
  });
});
