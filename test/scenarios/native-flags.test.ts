import { expect, it } from 'vitest';
import { NativeWorld } from '../support/native-world.ts';

it('--takeover and --replace say where there is nothing to do for them, and the sync goes on', async () => {
  await using world = await NativeWorld.start();
  world.commit({ fabrikam: '    engine: push\n' });
  const first = await world.run('sync', '--takeover', 'contoso', 'fabrikam', '--replace', 'contoso');
  expect(first.code).toBe(0);
  for (const told of [
    '--takeover contoso: there is nothing to take over',
    '--takeover fabrikam: there is nothing to take over',
    '--replace contoso: there is nothing to replace',
  ]) {
    expect(first.err.split(told)).toHaveLength(2);
  }
});

it('--takeover is silent where it does what it is for, and tells the run that repeats it', async () => {
  await using world = await NativeWorld.start();
  await world.run('sync');
  world.commit({ contoso: '    engine: push\n' });
  const taken = await world.run('sync', '--takeover', 'contoso');
  expect([taken.code, taken.err.includes('nothing to take over')]).toEqual([0, false]);
  const again = await world.run('sync', '--takeover', 'contoso');
  expect([again.code, again.err.includes('nothing to take over')]).toEqual([0, true]);
});

it('--takeover asks the vendor also where no other destination is its own: nothing is pushed beside what it keeps', async () => {
  await using world = await NativeWorld.start({ tenants: ['contoso'] });
  await world.run('sync');
  world.commit({ contoso: '    engine: push\n' });
  await world.takeWrites();
  expect((await world.run('sync', '--takeover', 'contoso')).code).toBe(0);
  const [first] = await world.takeWrites();
  expect(first).toMatch(/^acme DELETE \/admin\/sync_destinations\/\d+$/);
  expect((await world.rig.tenant('contoso')).stories).toHaveLength(3);
});

it('a flag for a destination outside of the run is refused with what the run is about', async () => {
  await using world = await NativeWorld.start();
  const run = await world.run('sync', '--destination', 'contoso', '--takeover', 'fabrikam');
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('hint: this run is about: contoso')]);
});

it('diff says that it cannot compare what the vendor carries, instead of calling it missing', async () => {
  await using world = await NativeWorld.start();
  await world.run('sync');
  const run = await world.run('diff', 'report', '--destination', 'contoso');
  expect([run.code, run.err + run.out]).toEqual([2, expect.stringContaining('the vendor carries it there')]);
});
