import { expect, it } from 'vitest';
import { killThroughLife } from '../support/native-kills.ts';
import { programFile } from '../support/program.ts';

// Many more are killed by "npm run kills -- --native".
it('a run that is killed while the vendor’s list is written leaves no second object, no lost story and no second copy', async () => {
  const kills = await killThroughLife(await programFile(), 20_261_129);
  expect(kills).toHaveLength(8);
  expect(kills.filter(({ killed }) => killed).length).toBeGreaterThanOrEqual(6);
});
