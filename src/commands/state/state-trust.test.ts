import { expect, it } from 'vitest';
import { StateTrust } from './state-trust.ts';

it('names the branch on which state is really kept, for whoever looks who wrote it', () => {
  const trust = new StateTrust('ops/state');
  trust.read('contoso', { kind: 'doubtful' });
  trust.read('fabrikam', { kind: 'replayed' });
  expect(trust.problems.map(({ code, hint }) => [code, hint?.endsWith(': git log ops/state')])).toEqual([
    ['STA020', true],
    ['STA021', true],
  ]);
});
