import { describe, expect, it } from 'vitest';
import { byteLength, trimMiddle } from '../src/action/render/trim.ts';
import { countSteps } from './support/steps.ts';

describe('counting steps', () => {
  const trim = (lines: number) => trimMiddle('- a line\n'.repeat(lines), 1_000, '…');

  it('counts the turns of a loop, also in code that has run before', () => {
    trim(10);
    const [few, many] = [countSteps(() => trim(1_000)).steps, countSteps(() => trim(10_000)).steps];
    expect(many / few).toBeGreaterThan(5);
  });

  it('counts the same work the same, and nothing where nothing is done', () => {
    expect(countSteps(() => trim(1_000)).steps).toBe(countSteps(() => trim(1_000)).steps);
    expect(countSteps(() => 0).steps).toBeLessThan(20);
    expect(byteLength('')).toBe(0);
  });
});
