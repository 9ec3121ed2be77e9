import { expectWords } from '../../../test/support/explained.ts';
import type { RolloutFact, Window } from '../../model/rollout.ts';

const HOUR = 3_600_000;
const UNTIL = '2026-11-30T07:00:00.000Z';
const COUNTS = { there: 12, total: 40, failed: 2, allowed: 4 };
const WINDOW: Window = {
  kind: 'allow',
  when: { kind: 'week', days: [1, 2, 3, 4], from: 420, to: 960 },
  timeZone: 'Europe/Dublin',
  rings: undefined,
  reason: undefined,
  text: 'Mon-Thu 07:00-16:00',
};
const OVERRIDE =
  'to go now: storysync sync --override-rollout DIGEST --reason TEXT (DIGEST: that of the plan just seen)';

expectWords<RolloutFact>({
  rollout_waits: [
    [
      { ring: 'early', by: { kind: 'ring', before: 'canary', ...COUNTS, failed: 0 }, until: null },
      'ring early waits for ring canary: 12 of 40 there, 28 to go',
      `the next run after ring canary has passed lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'early', by: { kind: 'ring', before: 'canary', ...COUNTS }, until: null },
      'ring early waits for ring canary: 12 of 40 there, 26 to go, 2 failed (4 may)',
      `the next run after ring canary has passed lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'soak', before: 'early', soak: 24 * HOUR }, until: UNTIL },
      'ring broad waits until ring early has stood for 24 hours; it opens 2026-11-30 07:00 UTC',
      `the next run after that lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'soak', before: 'early', soak: 72 * HOUR }, until: null },
      'ring broad waits until ring early has stood for 3 days',
      `the next run after that lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'soak', before: 'early', soak: HOUR / 2 }, until: null },
      'ring broad waits until ring early has stood for 30 minutes',
      `the next run after that lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'soak', before: 'early', soak: 90_000 }, until: null },
      'ring broad waits until ring early has stood for 90 seconds',
      `the next run after that lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'window', window: WINDOW }, until: UNTIL },
      'ring broad goes only Mon-Thu 07:00-16:00 (Europe/Dublin); it opens 2026-11-30 07:00 UTC',
      `the next run inside an open window lets it go; ${OVERRIDE}`,
    ],
    [
      {
        ring: 'broad',
        by: {
          kind: 'window',
          window: { ...WINDOW, kind: 'deny', text: '2026-12-18/2027-01-04', timeZone: 'UTC', reason: 'year end' },
        },
        until: '2027-01-05T00:00:00.000Z',
      },
      'ring broad is closed 2026-12-18/2027-01-04 (UTC): year end; it opens 2027-01-05 00:00 UTC',
      `the next run inside an open window lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'window', window: WINDOW }, until: null },
      'ring broad goes only Mon-Thu 07:00-16:00 (Europe/Dublin), and no opening is in sight',
      `change "windows" under "rollout" in the manifest; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'batch', destinations: 10 }, until: null },
      'ring broad begins 10 new destinations per run, in order of name',
      `the next runs go on from there; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'batch', destinations: 1 }, until: null },
      'ring broad begins 1 new destination per run, in order of name',
      `the next runs go on from there; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'place' }, until: null },
      'ring broad has no more stories on their way at once than may still fail, and one more; its turn did not come',
      `the next run goes on from there; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'callee', key: 'enrich', name: 'Enrich' }, until: null },
      'it calls "Enrich", which goes first',
      'see what that one waits for: storysync status --story enrich',
    ],
    [
      { ring: 'broad', by: { kind: 'callee', key: 'enrich', name: 'Enrich' }, until: UNTIL },
      'it calls "Enrich", which goes first, not before 2026-11-30 07:00 UTC',
      'see what that one waits for: storysync status --story enrich',
    ],
    [
      { ring: 'broad', by: { kind: 'failures', failedRing: 'broad', ...COUNTS, failed: 5 }, until: null },
      'ring broad is halted: 5 of 40 failed, 4 may',
      `see which failed: storysync status --ring broad; each run tries them again, and new content starts afresh; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'failures', failedRing: 'early', ...COUNTS, failed: 1, allowed: 0 }, until: null },
      'ring broad is halted by ring early: 1 of 40 failed, none may',
      `see which failed: storysync status --ring early; each run tries them again, and new content starts afresh; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'approved_plan' }, until: null },
      'the approved plan lets it wait',
      'make a new plan, and apply that one: storysync plan --out plan.json',
    ],
  ],
});
