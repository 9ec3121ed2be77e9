import { describe, expect, it } from 'vitest';
import type { Plan } from '../../model/plan.ts';
import { checkOverride, readOverrideReason, readPlanDigest } from './override.ts';

const HEX = '0123456789abcdef'.repeat(4);

describe('the digest of an override', () => {
  it.each([
    ['whole, as a plan file has it', `sha256:${HEX}`, `sha256:${HEX}`],
    ['its first 12 digits, as a plan shows it', HEX.slice(0, 12), `sha256:${HEX.slice(0, 12)}`],
    ['in capitals, with blanks around it', ` SHA256:${HEX.slice(0, 16).toUpperCase()} `, `sha256:${HEX.slice(0, 16)}`],
  ])('is taken %s', (_, given, digest) => {
    expect(readPlanDigest(given)).toBe(digest);
  });

  it.each([
    ['fewer digits', HEX.slice(0, 11)],
    ['more digits', `${HEX}0`],
    ['another hash', `sha1:${HEX.slice(0, 40)}`],
    ['no digits', 'sha256:'],
    ['a second line', `${HEX}\n${HEX}`],
  ])('is refused with %s', (_, given) => {
    expect(readPlanDigest(given)).toBeUndefined();
  });
});

describe('the reason of an override', () => {
  it('is one line that people can read', () => {
    expect(readOverrideReason('  incident 4711: Contoso wartet (größer) 🚒 ')).toBe(
      'incident 4711: Contoso wartet (größer) 🚒',
    );
    expect(readOverrideReason('x'.repeat(200))).toHaveLength(200);
  });

  it.each([
    ['nothing', '  '],
    ['two lines', 'incident\n::error::4711'],
    ['a bell', 'incident\u0007'],
    ['words turned around', 'incident \u202e4711'],
    ['more than 200 characters', 'x'.repeat(201)],
  ])('is refused with %s', (_, given) => {
    expect(readOverrideReason(given)).toBeUndefined();
  });
});

describe('an override', () => {
  const plan = { digest: `sha256:${HEX}`, rollout: [] } as unknown as Plan;

  it.each([`sha256:${HEX}`, `sha256:${HEX.slice(0, 12)}`])('fits the plan that has its digest: %s', (digest) => {
    expect(checkOverride({ digest }, plan)).toBeUndefined();
  });

  it('of another plan is told which one there is now', () => {
    const digest = `sha256:${HEX.slice(0, 11)}c`;
    expect(checkOverride({ digest }, plan)).toEqual({
      code: 'RUN050',
      severity: 'error',
      message: `the plan changed since ${digest} was made: its digest is now sha256:${HEX}; nothing was pushed`,
      hint: 'look at the plan as it is now, made with the same selectors, then override it by its digest',
    });
  });

  it('has nothing to override where there is no rollout', () => {
    const { rollout: _, ...without } = plan;
    expect(checkOverride({ digest: `sha256:${HEX}` }, without)).toMatchObject({ code: 'RUN051' });
  });
});
