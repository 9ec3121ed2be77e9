import { describe, expect, it } from 'vitest';
import { byteLength, trimMiddle } from '../src/action/render/trim.ts';
import { countSteps, mostSteps } from './support/steps.ts';

describe('counting steps', () => {
  const trim = (lines: number) => trimMiddle('- a line\n'.repeat(lines), 1_000, '…');

  it('counts the turns of a loop, also in code that has run before', () => {
    trim(10);
    const [few, many] = [mostSteps(() => trim(1_000)), mostSteps(() => trim(10_000))];
    expect(many / few).toBeGreaterThan(5);
  });

  it('counts the same work the same, and nothing where nothing is done', () => {
    expect(mostSteps(() => trim(1_000))).toBe(mostSteps(() => trim(1_000)));
    expect(countSteps(() => 0).steps).toBeLessThan(20);
    expect(byteLength('')).toBe(0);
  });
});
