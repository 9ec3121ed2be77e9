import { expect, it } from 'vitest';
import { smallWorld } from '../support/worlds.ts';

it('smoke', async () => {
  await using rig = await smallWorld();
  const plan = await rig.run('plan');
  console.log(plan.out, plan.err);
  const sync = await rig.run('sync');
  console.log(sync.out, sync.err);
  const again = await rig.run('sync');
  console.log(again.out, again.err);
  expect(again.code).toBe(0);
});
