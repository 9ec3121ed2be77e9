import { describe, expect, it } from 'vitest';
import { destinationOf, listedStory } from '../../../../test/support/planning.ts';
import type { Destination } from '../../../model/destination.ts';
import { type ActionInput, decideAction } from './decide-action.ts';

const LISTED = listedStory(1, 'Triage');
const REFUSED = { kind: 'enum_without_values', type: 'Alert', field: 'severity' } as const;
const MISSING = [{ kind: 'credential', slug: 'vt' }] as const;

type Told = Partial<ActionInput> & Partial<Pick<Destination, 'onDrift' | 'prerequisites'>>;

/** An equal story of ours that state knows, unless told otherwise. */
function judged({ onDrift = 'overwrite', prerequisites = 'fail', ...told }: Told): string {
  const { action, reason } = decideAction({
    destination: destinationOf('contoso', { onDrift, prerequisites }),
    listed: LISTED,
    recreated: false,
    detached: false,
    detachment: undefined,
    forced: false,
    differs: false,
    unstamped: false,
    renamed: false,
    gitChanged: false,
    drift: [],
    failedVerification: false,
    refusedRecordType: undefined,
    ambiguousIngress: [],
    missing: [],
    ...told,
  });
  return `${action} ${reason}`;
}

const DRIFTED = { differs: true, drift: ['agents[A]'] };
const LOCKED = { ...LISTED, changeControl: true };
const CASES: readonly (readonly [string, Told, string])[] = [
  ['equal is unchanged', {}, 'unchanged null'],
  ['equal under change control is unchanged', { listed: LOCKED }, 'unchanged null'],
  ['equal is pushed when forced', { forced: true }, 'update forced'],
  ['equal and taken over is pushed for its stamp', { unstamped: true }, 'update null'],
  [
    'taken over and different is a change',
    { unstamped: true, differs: true, gitChanged: true },
    'update content_changed',
  ],
  ['taken over under change control is blocked', { unstamped: true, listed: LOCKED }, 'blocked change_control'],
  ['detached and taken over is compared only', { unstamped: true, detached: true }, 'skip detached'],
  ['absent is created', { listed: undefined, differs: true }, 'create new'],
  ['deleted there is created again', { listed: undefined, differs: true, recreated: true }, 'create recreated'],
  ['changed in git is updated', { differs: true, gitChanged: true }, 'update content_changed'],
  ['another name is said to be one', { differs: true, renamed: true, gitChanged: true }, 'update renamed'],
  [
    'forced and different has the better reason',
    { differs: true, gitChanged: true, forced: true },
    'update content_changed',
  ],
  ['detached is compared only', { detached: true, differs: true, forced: true }, 'skip detached'],
  ['detached is never blocked', { detached: true, differs: true, listed: LOCKED, missing: MISSING }, 'skip detached'],
  ['drift is overwritten', DRIFTED, 'update drift'],
  ['drift and a change in git is a change in git', { ...DRIFTED, gitChanged: true }, 'update content_changed'],
  ['drift is kept', { ...DRIFTED, onDrift: 'keep' }, 'skip drift'],
  ['drift is kept also when forced', { ...DRIFTED, onDrift: 'keep', forced: true }, 'skip drift'],
  ['drift fails', { ...DRIFTED, onDrift: 'fail' }, 'blocked drift'],
  ['change control blocks', { differs: true, listed: LOCKED }, 'blocked change_control'],
  ['change control blocks force', { forced: true, listed: LOCKED }, 'blocked change_control'],
  ['change control speaks before drift', { ...DRIFTED, listed: LOCKED, onDrift: 'fail' }, 'blocked change_control'],
  ['what failed verification waits', { differs: true, failedVerification: true }, 'blocked verify_failed'],
  [
    'what failed verification goes when forced',
    { differs: true, failedVerification: true, forced: true },
    'update content_changed',
  ],
  ['a refused record type blocks', { differs: true, refusedRecordType: REFUSED }, 'blocked rejected'],
  ['ambiguous addresses block', { differs: true, ambiguousIngress: ['webhook "A"'] }, 'blocked ingress_ambiguous'],
  ['a missing prerequisite blocks', { differs: true, missing: MISSING }, 'blocked missing_prerequisite'],
  [
    'a missing prerequisite blocks a create',
    { listed: undefined, differs: true, missing: MISSING },
    'blocked missing_prerequisite',
  ],
  [
    'a missing prerequisite is pushed under warn',
    { differs: true, missing: MISSING, prerequisites: 'warn', gitChanged: true },
    'update content_changed',
  ],
];

describe('the decision on one story', () => {
  it.each(CASES)('%s', (_, told, expected) => {
    expect(judged(told)).toBe(expected);
  });

  it('names why, who and until when a story is detached', () => {
    const detachment = { reason: 'tunes thresholds', owner: '@acme/soc', until: '2027-01-31' };
    const facts: Told = { detached: true, detachment };
    const destination = destinationOf('contoso');
    const base = {
      destination,
      listed: LISTED,
      recreated: false,
      forced: false,
      differs: true,
      unstamped: false,
      renamed: false,
    } as const;
    const rest = { gitChanged: false, drift: [], failedVerification: false, refusedRecordType: undefined } as const;
    const told = decideAction({
      ...base,
      ...rest,
      ambiguousIngress: [],
      missing: [],
      detached: true,
      detachment: facts.detachment,
    });
    expect(told.fact).toEqual({ kind: 'detached', detachment, absent: false });
  });
});
