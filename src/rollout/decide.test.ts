import { describe, expect, it } from 'vitest';
import {
  count,
  dates,
  decided,
  failed,
  fleetFrom,
  HOUR,
  iso,
  NOW,
  pairOf,
  passed,
  percent,
  ringOf,
  there,
  week,
} from '../../test/support/rollout/fleets.ts';

const CANARY = ringOf('canary');
const BROAD = ringOf('broad', { soak: 4 * HOUR });
const NOW_BROAD = ringOf('broad');

describe('a pair', () => {
  it.each<[string, Parameters<typeof fleetFrom>, object, { [pair: string]: string }]>([
    ['of the first ring goes', [[CANARY, BROAD], [pairOf('canary-a')]], {}, { 'canary-a': 'goes' }],
    [
      'waits for the ring before',
      [
        [CANARY, BROAD],
        [pairOf('canary-a'), pairOf('broad-a')],
      ],
      {},
      { 'canary-a': 'goes', 'broad-a': 'ring canary' },
    ],
    [
      'goes when that stood for the soak, to the moment',
      [
        [CANARY, BROAD],
        [there('canary-a', NOW - 4 * HOUR), pairOf('broad-a')],
      ],
      {},
      { 'broad-a': 'goes' },
    ],
    [
      'and not a moment before',
      [
        [CANARY, BROAD],
        [there('canary-a', NOW - 4 * HOUR + 1), pairOf('broad-a')],
      ],
      {},
      { 'broad-a': `soak canary until ${iso(NOW + 1)}` },
    ],
    [
      'soaks from the last pair that came',
      [
        [CANARY, BROAD],
        [there('canary-a'), there('canary-b', NOW - HOUR), pairOf('broad-a')],
      ],
      {},
      { 'broad-a': `soak canary until ${iso(NOW + 3 * HOUR)}` },
    ],
    [
      'skips an empty ring',
      [
        [CANARY, ringOf('early'), BROAD],
        [there('canary-a'), pairOf('broad-a')],
      ],
      {},
      { 'broad-a': 'goes' },
    ],
    [
      'skips a ring of which no pair counts',
      [
        [CANARY, ringOf('early'), BROAD],
        [there('canary-a'), pairOf('early-a', { counts: false, due: false }), pairOf('broad-a')],
      ],
      {},
      { 'broad-a': 'goes' },
    ],
    [
      'goes by a passing that was recorded, whoever joined the ring since',
      [
        [CANARY, BROAD],
        [pairOf('canary-a', { due: false }), pairOf('broad-a')],
      ],
      { record: passed('canary', NOW - 4 * HOUR) },
      { 'broad-a': 'goes' },
    ],
    [
      'knows no passing of other content',
      [
        [CANARY, BROAD],
        [pairOf('canary-a', { due: false }), pairOf('broad-a')],
      ],
      { record: passed('canary', NOW - 4 * HOUR, 'old') },
      { 'broad-a': 'ring canary' },
    ],
    [
      'waits where the ring passed at a time to come',
      [
        [CANARY, NOW_BROAD],
        [there('canary-a', NOW + HOUR), pairOf('broad-a')],
      ],
      {},
      { 'broad-a': `soak canary until ${iso(NOW + HOUR)}` },
    ],
    [
      'that only this run saw there stands since now',
      [
        [CANARY, BROAD],
        [there('canary-a', NOW, { since: undefined }), pairOf('broad-a')],
      ],
      {},
      { 'broad-a': `soak canary until ${iso(NOW + 4 * HOUR)}` },
    ],
    [
      'that was there before skips ring and soak',
      [
        [CANARY, BROAD],
        [pairOf('canary-a'), pairOf('broad-a', { wasThere: true })],
      ],
      {},
      { 'canary-a': 'goes', 'broad-a': 'goes' },
    ],
    [
      'and no window',
      [[CANARY], [pairOf('canary-a', { wasThere: true })], [dates('2026-03-27')]],
      {},
      { 'canary-a': '2026-03-27' },
    ],
    [
      'soaks until the window after',
      [[CANARY, BROAD], [there('canary-a', NOW), pairOf('broad-a')], [week('Mon-Fri 07:00-15:00')]],
      {},
      { 'broad-a': 'soak canary until 2026-03-30T07:00:00.000Z' },
    ],
    [
      'waits for no window of another ring',
      [[CANARY], [pairOf('canary-a')], [dates('2026-03-27', { rings: ['broad'] })]],
      {},
      { 'canary-a': 'goes' },
    ],
    [
      'is halted by a failure of its ring',
      [[CANARY], [failed('canary-a'), pairOf('canary-b')]],
      {},
      { 'canary-a': 'goes', 'canary-b': 'failures canary, 1 of 0' },
    ],
    [
      'is halted by a failure of an earlier ring',
      [
        [CANARY, NOW_BROAD],
        [failed('canary-a'), pairOf('broad-a')],
      ],
      { record: passed('canary', NOW - HOUR) },
      { 'canary-a': 'goes', 'broad-a': 'failures canary, 1 of 0' },
    ],
    [
      'is not halted by a failure of a later one',
      [
        [CANARY, NOW_BROAD],
        [pairOf('canary-a'), failed('broad-a')],
      ],
      { record: passed('canary', NOW - HOUR) },
      { 'canary-a': 'goes', 'broad-a': 'goes' },
    ],
    [
      'goes on within the budget',
      [[ringOf('canary', { maxFailed: count(1) })], [failed('canary-a'), pairOf('canary-b')]],
      {},
      { 'canary-a': 'goes', 'canary-b': 'goes' },
    ],
    [
      'has a budget that is rounded down',
      [[ringOf('canary', { maxFailed: percent(49) })], [failed('canary-a'), pairOf('canary-b')]],
      {},
      { 'canary-a': 'goes', 'canary-b': 'failures canary, 1 of 0' },
    ],
    [
      'is not halted by what does not count',
      [[CANARY], [failed('canary-a', { counts: false }), pairOf('canary-b')]],
      {},
      { 'canary-a': 'goes', 'canary-b': 'goes' },
    ],
    [
      'passes with failures within the budget',
      [
        [ringOf('canary', { maxFailed: count(1) }), NOW_BROAD],
        [failed('canary-a', { due: false }), there('canary-b'), pairOf('broad-a')],
      ],
      {},
      { 'broad-a': 'goes' },
    ],
    [
      'goes in a later wave where the ring before may pass in this run',
      [
        [CANARY, NOW_BROAD],
        [pairOf('canary-a'), pairOf('broad-a')],
      ],
      {},
      { 'canary-a': 'goes', 'broad-a': 'goes in wave 1' },
    ],
    [
      'but not where a part of it is left out',
      [
        [CANARY, NOW_BROAD],
        [pairOf('canary-a'), pairOf('canary-b', { due: false }), pairOf('broad-a')],
      ],
      {},
      { 'canary-a': 'goes', 'broad-a': 'ring canary' },
    ],
    [
      'waits for its turn in the batch, by name',
      [[ringOf('canary', { batch: count(2) })], [pairOf('canary-c'), pairOf('canary-a'), pairOf('canary-b')]],
      {},
      { 'canary-c': 'batch 2', 'canary-a': 'goes', 'canary-b': 'goes' },
    ],
    [
      'counts in a share that is rounded up',
      [[ringOf('canary', { batch: percent(34) })], [pairOf('canary-a'), pairOf('canary-b'), pairOf('canary-c')]],
      {},
      { 'canary-a': 'goes', 'canary-b': 'goes', 'canary-c': 'batch 2' },
    ],
    [
      'takes no turn when it is tried again',
      [
        [ringOf('canary', { batch: count(1), maxFailed: count(3) })],
        [failed('canary-a'), pairOf('canary-b'), pairOf('canary-c')],
      ],
      {},
      { 'canary-a': 'goes', 'canary-b': 'goes', 'canary-c': 'batch 1' },
    ],
    [
      'takes no turn while a story keeps it back',
      [
        [ringOf('canary', { batch: count(1) })],
        [
          pairOf('canary-a', { calls: ['enrich'] }),
          pairOf('canary-a', { key: 'enrich', due: false }),
          pairOf('canary-b'),
        ],
      ],
      {},
      { 'canary-a': 'callee enrich', 'canary-b': 'goes' },
    ],
    [
      'waits with a story that it calls, until it goes',
      [
        [CANARY, BROAD],
        [
          there('canary-a', NOW),
          pairOf('broad-a', { calls: [], counts: true }),
          pairOf('broad-a', { key: 'report', calls: ['triage'] }),
        ],
      ],
      {},
      {
        'broad-a': `soak canary until ${iso(NOW + 4 * HOUR)}`,
        'broad-a/report': `callee triage until ${iso(NOW + 4 * HOUR)}`,
      },
    ],
    [
      'goes with the stories that call it back',
      [[CANARY], [pairOf('canary-a', { calls: ['report'] }), pairOf('canary-a', { key: 'report', calls: ['triage'] })]],
      {},
      { 'canary-a': 'goes', 'canary-a/report': 'goes' },
    ],
    [
      'goes where a story that it calls is there',
      [[CANARY], [pairOf('canary-a', { calls: ['enrich'] }), there('canary-a', NOW, { key: 'enrich' })]],
      {},
      { 'canary-a': 'goes' },
    ],
    [
      'names the story that all others wait for',
      [
        [CANARY],
        [
          pairOf('canary-a', { key: 'alpha', calls: ['beta', 'gamma'] }),
          pairOf('canary-a', { key: 'beta', calls: ['gamma'] }),
          pairOf('canary-a', { key: 'gamma', due: false }),
        ],
      ],
      {},
      { 'canary-a/alpha': 'callee gamma', 'canary-a/beta': 'callee gamma' },
    ],
    [
      'leaves a detached story that it calls to the other rule',
      [
        [CANARY],
        [pairOf('canary-a', { calls: ['enrich'] }), pairOf('canary-a', { key: 'enrich', counts: false, due: false })],
      ],
      {},
      { 'canary-a': 'goes' },
    ],
    [
      'waits where an approved plan let it wait',
      [[CANARY], [pairOf('canary-a'), pairOf('canary-b')]],
      { approved: (name: string) => name === 'canary-a' },
      { 'canary-a': 'goes', 'canary-b': 'approved_plan' },
    ],
    [
      'is let past ring, soak, batch, failures and window by an override',
      [
        [ringOf('canary', { batch: count(1) }), BROAD],
        [failed('canary-a'), pairOf('canary-b'), pairOf('canary-c'), pairOf('broad-a')],
        [dates('2026-03-27')],
      ],
      { override: true },
      { 'canary-a': 'goes', 'canary-b': 'goes', 'canary-c': 'goes', 'broad-a': 'goes' },
    ],
    [
      'that a hold keeps back is due to no override',
      [[CANARY], [pairOf('canary-a', { counts: false, due: false })]],
      { override: true },
      {},
    ],
    [
      'waits for what it calls under an override too',
      [[CANARY], [pairOf('canary-a', { calls: ['enrich'] }), pairOf('canary-a', { key: 'enrich', due: false })]],
      { override: true },
      { 'canary-a': 'callee enrich' },
    ],
    [
      'that does not count waits for its ring all the same',
      [
        [CANARY, BROAD],
        [pairOf('canary-a'), pairOf('broad-a', { counts: false })],
      ],
      {},
      { 'canary-a': 'goes', 'broad-a': 'ring canary' },
    ],
    [
      'that does not count takes no turn in a batch',
      [[ringOf('canary', { batch: count(1) })], [pairOf('canary-a'), pairOf('canary-b', { counts: false })]],
      {},
      { 'canary-a': 'goes', 'canary-b': 'goes' },
    ],
  ])('%s', (_, parts, options, expected) => {
    const told = decided(fleetFrom(...parts), options);
    const short = Object.entries(told).map(([id, text]) => [id, text.replace(/^window (\S+) until .*/, '$1')]);
    expect(Object.fromEntries(short)).toEqual(expected);
  });
});
