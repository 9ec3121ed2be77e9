import { expect, it } from 'vitest';
import { measureWriters } from '../bench/state-writers.ts';

// Twenty of them are measured by "npm run bench": processes are costly to start.
it('processes in several clones that write at once lose no destination, and need few pushes for it', async () => {
  const { stored, found, commits, merges, pushes } = await measureWriters(3);
  expect({ stored, found, commits, merges }).toEqual({ stored: 3, found: 3, commits: 3, merges: 0 });
  expect(pushes).toHaveLength(3);
  expect(Math.max(...pushes)).toBeLessThanOrEqual(15);
});
