import { describe, expect, it } from 'vitest';
import { plannedStory } from '../../test/support/example-plans.ts';
import { destinationOf } from '../../test/support/planning.ts';
import { MOST_TOLD, type Told } from '../model/change/told.ts';
import type { Destination } from '../model/destination.ts';
import type { PlannedStory } from '../model/plan.ts';
import { type PlannedLook, planChanges } from './plan-changes.ts';

const TODAY = '2026-11-29';
const PUSHED = '2026-11-20T09:00:00.000Z';

function lookAt(stories: readonly PlannedStory[], rest: Partial<Destination> = {}, pushed = PUSHED): PlannedLook {
  const destination = { ...destinationOf('contoso', { stories: ['triage', 'enrich'] }), ...rest };
  return { destination, stories, pushedAt: new Map(stories.map(({ key }) => [key, pushed])) };
}

function news(looks: readonly PlannedLook[], before: Told = {}, known = ['contoso']) {
  return planChanges(looks, before, { today: TODAY, known });
}

const edited = (places: readonly string[], rest: Partial<PlannedStory> = {}): PlannedStory => ({
  ...plannedStory('triage', 'update', { reason: 'drift', drift: places, conflict: true }),
  ...rest,
});
const kinds = ({ changes }: ReturnType<typeof news>): readonly string[] => changes.map(({ kind }) => kind);

describe('an edit at a destination', () => {
  it('is told by the first plan that sees it, and by no later one until it changes', () => {
    const first = news([lookAt([edited(['agents[Ask].options'])])]);
    expect(first.changes).toEqual([
      { kind: 'drift', destination: 'contoso', story: { key: 'triage', name: 'triage' }, reason: 'drift' },
    ]);
    const second = news([lookAt([edited(['agents[Ask].options'])])], first.told);
    expect(second).toEqual({ changes: [], standing: first.told, told: first.told });
    const third = news([lookAt([edited(['agents[Ask].options', 'links'])])], second.told);
    expect(kinds(third)).toEqual(['drift']);
  });

  it('is the same in whatever order its places stand', () => {
    const first = news([lookAt([edited(['a', 'b'])])]);
    expect(news([lookAt([edited(['b', 'a'])])], first.told).changes).toEqual([]);
  });

  it('that was taken back and made again is told again', () => {
    const first = news([lookAt([edited(['links'])])]);
    const clean = news([lookAt([plannedStory('triage', 'unchanged')])], first.told);
    expect(clean).toEqual({ changes: [], standing: {}, told: {} });
    expect(kinds(news([lookAt([edited(['links'])])], clean.told))).toEqual(['drift']);
  });

  it('that a push overwrote, and somebody made again before the next look, is told again', () => {
    const first = news([lookAt([edited(['links'])])]);
    const later = lookAt([edited(['links'])], {}, '2026-11-28T09:00:00.000Z');
    expect(kinds(news([later], first.told))).toEqual(['drift']);
  });

  it('to a detached story is the destination’s own affair', () => {
    expect(news([lookAt([edited(['links'], { detached: true, action: 'skip' })])]).changes).toEqual([]);
  });

  it.each(['unreachable', 'unreadable', 'unauthorized', 'missing_key', 'not_reached'] as const)(
    'stays told while the destination is %s, and is not told again after that',
    (reason) => {
      const first = news([lookAt([edited(['links'])])]);
      const blind = news([lookAt([plannedStory('triage', 'blocked', { reason })])], first.told);
      expect(blind).toEqual({ changes: [], standing: first.told, told: first.told });
      expect(news([lookAt([edited(['links'])])], blind.told).changes).toEqual([]);
    },
  );

  it('stays told where no tenant was asked, where it was not chosen, and where its destination was not', () => {
    const { told } = news([lookAt([edited(['links'])])]);
    const offline = {
      ...plannedStory('triage', 'unchanged'),
      warnings: [{ kind: 'not_compared', lastPush: null } as const],
    };
    expect(news([lookAt([offline])], told).told).toEqual(told);
    expect(news([lookAt([plannedStory('enrich', 'unchanged')])], told).told).toEqual(told);
    expect(news([], told).told).toEqual(told);
  });

  it('is forgotten with its destination or its subscription', () => {
    const { told } = news([lookAt([edited(['links'])])]);
    expect(news([], told, []).told).toEqual({});
    expect(news([lookAt([], destinationOf('contoso', { stories: ['enrich'] }))], told).told).toEqual({});
  });

  it('of one destination is told although another one could not be read', () => {
    const other = { ...lookAt([plannedStory('triage', 'blocked', { reason: 'unreachable' })]) };
    const fabrikam = { ...other, destination: { ...other.destination, name: 'fabrikam' } };
    const found = news([fabrikam, lookAt([edited(['links'])])], {}, ['fabrikam', 'contoso']);
    expect(kinds(found)).toEqual(['drift']);
    expect(Object.keys(found.told)).toEqual(['contoso']);
  });
});

describe('a day that has passed', () => {
  const hold = { reason: 'freeze', until: '2026-11-28' };
  const pin = { commit: 'a'.repeat(40), reason: 'old', until: '2026-11-01' };

  it('is told once for a hold, a pin and a detachment', () => {
    const [one, two] = destinationOf('contoso', { stories: ['triage', 'enrich'] }).subscriptions;
    if (!one || !two) throw new Error('no subscriptions');
    const subscriptions = [{ ...one, detached: { reason: 'tuned', until: '2026-10-01' } }, two];
    const look = lookAt([plannedStory('triage', 'skip', { name: 'Triage', detached: true })], {
      hold,
      pin,
      subscriptions,
    });
    const first = news([look]);
    expect(first.changes).toEqual([
      { kind: 'expired', destination: 'contoso', story: null, note: { what: 'hold', until: '2026-11-28' } },
      { kind: 'expired', destination: 'contoso', story: null, note: { what: 'pin', until: '2026-11-01' } },
      {
        kind: 'expired',
        destination: 'contoso',
        story: { key: one.storyKey, name: one.storyKey === 'triage' ? 'Triage' : one.storyKey },
        note: { what: 'detached', until: '2026-10-01' },
      },
    ]);
    expect(news([look], first.told).changes).toEqual([]);
  });

  it('is told on the day after it, and not before', () => {
    expect(news([lookAt([], { hold: { ...hold, until: TODAY } })]).changes).toEqual([]);
    expect(news([lookAt([], { hold: { reason: 'no end' } })]).changes).toEqual([]);
  });

  it('of a hold that was renewed and passed again is told again', () => {
    const first = news([lookAt([], { hold: { ...hold, until: '2026-11-10' } })]);
    expect(kinds(news([lookAt([], { hold })], first.told))).toEqual(['expired']);
    expect(news([lookAt([], {})], first.told).told).toEqual({});
  });
});

describe('a message that did not arrive', () => {
  it('leaves what is new untold, and what stood told', () => {
    const first = news([lookAt([edited(['links'])])]);
    const second = news([lookAt([edited(['links'])], { hold: { reason: 'freeze', until: '2026-11-28' } })], first.told);
    expect(second.standing).toEqual(first.told);
    expect(
      kinds(news([lookAt([edited(['links'])], { hold: { reason: 'freeze', until: '2026-11-28' } })], second.standing)),
    ).toEqual(kinds(second));
  });
});

it('never keeps more than has room, whatever is edited', () => {
  const stories = Array.from({ length: MOST_TOLD + 5 }, (_, index) => edited(['links'], { key: `s${index}` }));
  const { changes, told } = news([lookAt(stories)]);
  expect(changes).toHaveLength(MOST_TOLD + 5);
  expect(Object.keys(told.contoso ?? {})).toHaveLength(MOST_TOLD);
});
