import { expect, it } from 'vitest';
import { outcomesIn } from '../support/documents.ts';
import { hurriedClock } from '../support/instant-clock.ts';
import { programFile } from '../support/program.ts';
import { ShardRuns, STORY_COUNT } from '../support/shard-runs.ts';

const OF = 3;
const DESTINATIONS = 6;
const PAIRS = DESTINATIONS * STORY_COUNT;

it('three shards as processes in clones of their own sync all and lose nothing; the second round is silent', async () => {
  await using shards = await ShardRuns.start(await programFile(), { destinations: DESTINATIONS, latencyMs: 0 });
  const first = await shards.round(OF);
  expect(first.map(({ run }) => [run.code, run.err])).toEqual(first.map(() => [0, '']));
  const { code, err, json } = await shards.report(first);
  expect([code, err, json.totals]).toMatchObject([
    0,
    '',
    { synced: PAIRS, failed: 0, requires_sync: 0, did: { created: PAIRS } },
  ]);
  expect(shards.recorded()).toBe(DESTINATIONS);
  await shards.rig.takeWrites();
  const second = await shards.round(OF);
  expect(await shards.rig.takeWrites()).toEqual([]);
  expect((await shards.report(second)).json.totals).toMatchObject({ synced: PAIRS, did: { unchanged: PAIRS } });
});

it('one shard of three that is killed at work is said by the report, and repaired by the next round', async () => {
  await using shards = await ShardRuns.start(await programFile(), { destinations: DESTINATIONS, latencyMs: 0 });
  const lost = `2/${OF}`;
  const runs = await shards.roundWithKill(OF, lost);
  expect(runs.map(({ shard, run }) => [shard, run.code])).toEqual([
    ['1/3', 0],
    ['2/3', null],
    ['3/3', 0],
  ]);
  const told = await shards.report(runs);
  expect([told.code, told.json.missing_shards]).toEqual([1, [lost]]);
  const own = PAIRS / OF;
  expect(told.json.totals).toMatchObject({ synced: PAIRS - own, failed: 0, requires_sync: own });
  // Whoever was killed left its lease, which is dead once somebody has watched it for two minutes.
  await shards.rig.later();
  const repaired = await shards.rig.runIn(shards.clone(), ['sync', '--shard', lost, '--format', 'json'], hurriedClock);
  expect(Object.values(outcomesIn(JSON.parse(repaired.out))).map(({ status }) => status)).toEqual(
    Array(own).fill('synced'),
  );
  const next = await shards.report([...runs.filter(({ shard }) => shard !== lost), { shard: lost, run: repaired }]);
  expect([next.code, next.json.totals]).toMatchObject([0, { synced: PAIRS, failed: 0, requires_sync: 0 }]);
  for (let tenant = 1; tenant <= DESTINATIONS; tenant += 1)
    expect((await shards.rig.tenant(`tenant-${tenant}`)).stories).toHaveLength(STORY_COUNT);
});
