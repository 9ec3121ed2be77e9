import { expect, it } from 'vitest';
import { hurriedClock } from '../support/instant-clock.ts';
import { race, type StartRun, type WritersOptions } from '../support/writers.ts';

const inProcess: StartRun = (rig, folder, argv) => rig.runIn(folder, argv, hurriedClock);

const OPTIONS: WritersOptions = { writers: 3, latencyMs: 8, place: 'clones' };

it.each<[string, Partial<WritersOptions>]>([
  ['in a clone each', {}],
  ['in a clone each, at a tenant that numbers taken names', { switches: { import_name_collision: 'suffix' } }],
  [
    'in a clone each, at a tenant that takes names of record types and fields twice',
    { switches: { record_names: 'repeatable' } },
  ],
  ['in one clone', { place: 'one-clone' }],
])('three runs %s leave one of everything at a new destination, and each report is true', async (_, more) => {
  const { runs, wrong } = await race({ ...OPTIONS, ...more }, inProcess);
  expect({ wrong, runs }).toMatchObject({ wrong: [] });
});
