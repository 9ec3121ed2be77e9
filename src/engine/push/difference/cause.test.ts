import { describe, expect, it } from 'vitest';
import { desiredOf, desiredStory, Shop } from '../../../../test/support/planning.ts';
import { fetchAction, recordAction, storyExport, webhook, withOption } from '../../../../test/support/stories.ts';
import type { JsonObject } from '../../../json/value.ts';
import type { Desired } from '../../../model/desired.ts';
import type { PlannedStory } from '../../../model/plan.ts';
import { traceChanges } from './cause.ts';

const ACTIONS = [webhook('In'), fetchAction('Tell', 'https://a.example/'), fetchAction('Close', 'https://a.example/')];
const PUSHED = storyExport({ name: 'Triage', actions: ACTIONS });
const url = (story: JsonObject, value = 'b', action = 'Tell') =>
  withOption(story, action, 'url', `https://${value}.example/`);
const method = (story: JsonObject, action = 'Tell') => withOption(story, action, 'method', 'post');
const linked = (...pairs: readonly (readonly [number, number])[]): JsonObject => ({
  ...PUSHED,
  links: pairs.map(([source, receiver]) => ({ source, receiver })),
});
const renamed = (story: JsonObject): JsonObject => ({
  ...story,
  agents: (story.agents as readonly JsonObject[]).map((agent) =>
    agent.name === 'Tell' ? { ...agent, name: 'Tell all' } : agent,
  ),
});
const longer = storyExport({ name: 'Triage', actions: [...ACTIONS, fetchAction('Log', 'https://a.example/')] });

type Case = {
  readonly now: JsonObject;
  /** Where the change set starts; null when the story is new in it, absent when that is not known. */
  readonly before?: JsonObject | null;
  /** What the customer made of the story since the push. */
  readonly there?: (story: JsonObject) => JsonObject;
  readonly forgotten?: true;
};

function desiredFrom({ now, before }: Pick<Case, 'now' | 'before'>): Desired {
  const desired = desiredOf({ triage: now });
  if (before === undefined) return desired;
  const start = before === null ? null : desiredStory(before).story;
  const stories = new Map([...desired.stories].map(([key, story]) => [key, { ...story, before: start }]));
  return { ...desired, stories };
}

async function shopOf({ there, forgotten }: Case): Promise<Shop> {
  const shop = new Shop();
  await shop.sync(desiredOf({ triage: PUSHED }));
  for (const { id } of there ? shop.tenant.world.stories.values() : []) {
    shop.tenant.world.edit(id, (story) => ({ ...story, data: there?.(story.data) as typeof story.data }));
  }
  if (forgotten) shop.state = undefined;
  return shop;
}

async function plannedOf(shop: Shop, given: Pick<Case, 'now' | 'before'>): Promise<PlannedStory> {
  const [only] = (await shop.plan(desiredFrom(given))).plan.destinations[0]?.stories ?? [];
  if (!only) throw new Error('nothing planned');
  return only;
}

/** `Tell.options.url change_set, links earlier`, with `!` in front when a push would overwrite an edit. */
function told({ changes, conflict }: PlannedStory): string {
  const lines = changes.map(({ path, op, cause }) => {
    return `${path.replace(/^agents\[(.*?)\]/, '$1')}${op === 'update' ? '' : ` ${op}`} ${cause}`;
  });
  return `${conflict ? '! ' : ''}${lines.join(', ')}`;
}

const CASES: readonly (readonly [string, Case, string])[] = [
  ['changed in this change set', { before: PUSHED, now: url(PUSHED) }, 'Tell.options.url change_set'],
  ['changed before it, and not pushed since', { before: url(PUSHED), now: url(PUSHED) }, 'Tell.options.url earlier'],
  [
    'changed before it and in it, at two places of one action',
    { before: url(PUSHED), now: method(url(PUSHED)) },
    'Tell.options.url earlier, Tell.options.method change_set',
  ],
  ['changed, from where is not known', { now: url(PUSHED) }, 'Tell.options.url unknown'],
  ['a story that is new in this change set', { before: null, now: url(PUSHED) }, 'Tell.options.url change_set'],
  ['an edit there', { before: PUSHED, now: PUSHED, there: url }, '! Tell.options.url destination'],
  ['an edit there, from where git came is not known', { now: PUSHED, there: url }, '! Tell.options.url destination'],
  [
    'an edit there of what git changes too',
    { before: PUSHED, now: url(PUSHED, 'c'), there: url },
    '! Tell.options.url destination',
  ],
  [
    'an edit there beside what git changes in the same action',
    { before: PUSHED, now: method(PUSHED), there: url },
    '! Tell.options.url destination, Tell.options.method change_set',
  ],
  [
    'an edit there beside what git changes in another action',
    { before: PUSHED, now: method(PUSHED, 'Close'), there: url },
    '! Tell.options.url destination, Close.options.method change_set',
  ],
  [
    'an action that git renames',
    { before: PUSHED, now: renamed(PUSHED) },
    `Tell all add change_set, Tell remove change_set, ${Array(2).fill('links add change_set').join(', ')}, ${Array(2).fill('links remove change_set').join(', ')}`,
  ],
  [
    'an edit there of an action that git renames',
    { before: PUSHED, now: renamed(PUSHED), there: url },
    `! Tell all add change_set, Tell remove destination, ${Array(2).fill('links add change_set').join(', ')}, ${Array(2).fill('links remove change_set').join(', ')}`,
  ],
  [
    'an edit there of an action that git removes',
    {
      before: PUSHED,
      now: { ...PUSHED, agents: (PUSHED.agents as readonly JsonObject[]).slice(0, 2), links: [] },
      there: (story) => url(story, 'x', 'Close'),
    },
    '! Close remove destination, links remove change_set, links remove change_set',
  ],
  ['an edit there to what git asks for now', { before: PUSHED, now: url(PUSHED), there: url }, ''],
  [
    'a whole action that came earlier, and changes now',
    { before: longer, now: method(longer, 'Log') },
    'Log add earlier, links add earlier',
  ],
  [
    'two links, of which one came earlier',
    { before: linked([0, 1]), now: linked() },
    'links remove change_set, links remove earlier',
  ],
  [
    'forgotten, and changed in this change set',
    { before: PUSHED, now: url(PUSHED), forgotten: true },
    'Tell.options.url change_set',
  ],
  [
    'forgotten, and not of this change set',
    { before: url(PUSHED), now: url(PUSHED), forgotten: true },
    'Tell.options.url unknown',
  ],
  ['forgotten, and nothing else known', { now: url(PUSHED), forgotten: true }, 'Tell.options.url unknown'],
];

it('a place that nobody is known to have changed has no cause', () => {
  // As after a push that read back otherwise: what is recorded is live, and git asks for the same as then.
  const changeSet = { had: () => undefined, touches: () => false, addsTag: () => false, removesTag: () => false };
  const change = {
    path: 'agents[Tell].options.url',
    op: 'update',
    text: '…',
    part: 'agents[Tell]',
    subject: '…',
  } as const;
  const live = desiredStory(PUSHED).story;
  const evidence = { live, edited: new Set<string>(), gitChanged: false, changeSet, before: undefined };
  expect(traceChanges([change], evidence)).toMatchObject([{ cause: 'unknown' }]);
});

const METHOD = 'option method of "Tell"';
const methodOf = (story: JsonObject, value: string) => withOption(story, 'Tell', 'method', value);

describe('the words of a difference', () => {
  it.each<[string, Case, string]>([
    ['old and new, where both are from git', { before: PUSHED, now: method(PUSHED) }, `${METHOD}: "get" → "post"`],
    [
      'the new alone, where the destination lags further behind than the change set goes back',
      { before: methodOf(PUSHED, 'put'), now: method(PUSHED) },
      `${METHOD} changed to "post"`,
    ],
    ['the new alone, where nothing is known of before', { now: method(PUSHED) }, `${METHOD} changed to "post"`],
    [
      'an edit there as an edit there, with what git has',
      { before: PUSHED, now: PUSHED, there: (story) => methodOf(story, 'patch') },
      `${METHOD}: edited there; git has "get"`,
    ],
    [
      'an edit there of what git changes too, with both values of git',
      { before: PUSHED, now: method(PUSHED), there: (story) => methodOf(story, 'patch') },
      `${METHOD}: edited there; git changed it from "get" to "post"`,
    ],
    [
      'old and new without recorded state, where what is live is what git had',
      { before: PUSHED, now: method(PUSHED), forgotten: true },
      `${METHOD}: "get" → "post"`,
    ],
    [
      'no old value without recorded state, where something else is live',
      { before: PUSHED, now: method(PUSHED), there: (story) => methodOf(story, 'patch'), forgotten: true },
      `${METHOD} changed to "post"`,
    ],
    [
      'no value that smells of a secret',
      { before: PUSHED, now: PUSHED, there: (story) => url(story, 'secret') },
      'option url of "Tell": edited there; differs from git',
    ],
    [
      'what somebody took away there as missing there',
      {
        before: longer,
        now: longer,
        there: (story) => ({ ...story, agents: (story.agents as readonly JsonObject[]).slice(0, 2), links: [] }),
      },
      'action "Close": missing there; git has it',
    ],
  ])('tell %s', async (_, given, expected) => {
    const { changes } = await plannedOf(await shopOf(given), given);
    expect(changes[0]?.text).toBe(expected);
  });
});

describe('every difference has its cause', () => {
  it.each(CASES)('%s', async (_, given, expected) => {
    expect(told(await plannedOf(await shopOf(given), given))).toBe(expected);
  });

  it.each(CASES)('and what is planned does not hang on it: %s', async (_, given) => {
    const shop = await shopOf(given);
    const starts = [undefined, null, PUSHED, given.now, method(url(PUSHED, 'c'), 'Close')];
    const plans = await Promise.all(
      starts.map((before) => shop.plan(desiredFrom({ now: given.now, ...(before === undefined ? {} : { before }) }))),
    );
    const digests = new Set(plans.map(({ plan }) => plan.destinations[0]?.digest));
    const assessed = plans.map(({ plan }) =>
      plan.destinations[0]?.stories.map((story) => [story.action, story.reason, story.conflict]),
    );
    expect(digests.size).toBe(1);
    expect(new Set(assessed.map((plan) => JSON.stringify(plan))).size).toBe(1);
  });

  it('also where a retyped field binds a record action to another type', async () => {
    const keeping = (type: string) =>
      storyExport({ name: 'Triage', actions: [recordAction('Keep', 'Alert', [['level', type]])] });
    const shop = new Shop();
    await shop.sync(desiredOf({ triage: keeping('TEXT') }));
    const planned = async (before: JsonObject) => told(await plannedOf(shop, { before, now: keeping('NUMBER') }));
    expect(await planned(keeping('TEXT'))).toBe('Keep.record_type.name change_set');
    expect(await planned(keeping('NUMBER'))).toBe('Keep.record_type.name earlier');
  });

  it('and a detached story is no conflict: nothing is pushed there', async () => {
    const shop = await shopOf({ now: PUSHED, there: url });
    const desired = desiredOf({ triage: PUSHED });
    const destinations = desired.destinations.map((destination) => ({
      ...destination,
      subscriptions: destination.subscriptions.map((each) => ({ ...each, detached: { reason: 'theirs' } })),
    }));
    const { plan } = await shop.plan({ ...desired, destinations });
    expect(plan.destinations[0]?.stories).toMatchObject([
      { action: 'skip', conflict: false, drift: ['agents[Tell].options.url'], changes: [{ cause: 'destination' }] },
    ]);
  });
});
