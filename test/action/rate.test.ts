import { expect, it } from 'vitest';
import { ok } from '../../src/diagnostics/result.ts';
import { ActionRig } from '../support/action-rig.ts';
import { FakeRemote } from '../support/fake-remote.ts';
import { originWorld } from '../support/origin-world.ts';
import { storyExport, webhook } from '../support/stories.ts';

it.each(['plan', 'sync', 'doctor', 'export'])('rate limits what %s asks of a tenant', async (command) => {
  const stories = { enrich: { content: storyExport({ name: 'Enrich', actions: [webhook('Ask')] }) } };
  await using action = await ActionRig.around(originWorld({ stories }));
  await action.rig.run('export');
  const sha = action.merge();
  expect(sha).toBe(action.head());
  const remote = new FakeRemote((...args) => action.rig.git(...args), action.github.branches);
  const rates: (number | undefined)[] = [];
  await action.run(action.event('schedule'), {
    inputs: { command, rate: '77' },
    openRemote: async () => ok(remote),
    onWatch: ({ rate }) => rates.push(rate),
  });
  expect([...new Set(rates)]).toEqual([77]);
});
