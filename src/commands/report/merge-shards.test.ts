import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, outcome } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import { statusToJson } from '../../documents/status/status-json.ts';
import { canonicalJson } from '../../json/canonical.ts';
import type { Destination } from '../../model/destination.ts';
import type { Outcome } from '../../model/status.ts';
import type { SyncReport } from '../../report/sync/sync-report.ts';
import { shardsOf } from '../shard/shards.ts';
import { filesOfShards } from './files-of-shards.ts';
import type { PartedFleet } from './fits-manifest.ts';
import { mergeShards } from './merge-shards.ts';
import { readShardFile, type ShardFile } from './status-file.ts';

const COMMIT = '8c1d7e0f5a9b4c3d2e1f8c1d7e0f5a9b4c3d2e1f';
const EXPECTED = { commit: COMMIT, manifest: 'sync.yaml', job: null, seal: undefined };

type World = {
  readonly fleet: PartedFleet;
  readonly whole: SyncReport;
  /** Of each shard, at some time. */
  fileOf(part: number, at?: string, change?: (each: Outcome) => Outcome): ShardFile;
};

function worldFrom(
  rows: readonly { name: string; host: number; ends: readonly Outcome['status'][] }[],
  of: number,
): World {
  const place = { file: 'sync.yaml', line: 1, column: 1 };
  const destinations = rows.map(
    ({ name, host, ends }): Destination =>
      destination(name, {
        tenantUrl: `https://t${host}.tines.com`,
        subscriptions: ends.map((_, index) => ({ storyKey: `s${index}`, place, adopt: false })),
      }),
  );
  const outcomes = rows.flatMap(({ name, ends }) =>
    ends.map((status, index) =>
      outcome(name, `s${index}`, { status, ...(status === 'failed' ? { reason: 'rejected', message: 'no' } : {}) }),
    ),
  );
  const parts = shardsOf(destinations, { origin: undefined, of });
  const selected = new Map(rows.map(({ name, ends }) => [name, new Set(ends.map((_, index) => `s${index}`))]));
  const fleet = {
    destinations: new Map(destinations.map((each) => [each.name, each])),
    selected,
    parts,
    rollout: undefined,
  };
  const fileOf: World['fileOf'] = (part, at = '2026-11-28T07:00:00.000Z', change = (each) => each) => {
    const own = (name: string): boolean => parts[part - 1]?.has(name) ?? false;
    const report = reportOf(outcomes.filter((each) => own(each.destination)).map(change), {
      destinations: destinations.filter(({ name }) => own(name)),
      shard: `${part}/${of}`,
      shardRun: { manifest: 'sync.yaml', job: null, at, changes: [] },
    });
    const read = readShardFile(canonicalJson(statusToJson(report)), `${part}.json`, EXPECTED);
    if (!read.ok) throw new Error(read.error.message);
    return read.value;
  };
  return { fleet, whole: reportOf(outcomes, { destinations }), fileOf };
}

/** As a document, which is all that anybody sees. */
function merge({ fleet, whole }: World, read: readonly ShardFile[], pending = false) {
  const { files, problems } = filesOfShards(read, fleet);
  expect(problems).toEqual([]);
  const { outcomes, told, missing } = mergeShards(files, { ...fleet, pending, nameOf: (_, key) => key });
  const destinations = whole.destinations.filter(({ name }) => told.has(name));
  return { json: statusToJson({ ...whole, destinations, outcomes }), missing: missing.map(({ part }) => part) };
}

const worlds = fc
  .record({
    rows: fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-z]{1,5}$/),
        host: fc.nat(9),
        ends: fc.array(fc.constantFrom('synced' as const, 'failed' as const, 'requires_sync' as const), {
          maxLength: 4,
        }),
      }),
      { selector: ({ name }) => name, maxLength: 15 },
    ),
    of: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ rows, of }) => ({ of, world: worldFrom(rows, of) }));
const partsOf = (of: number) => Array.from({ length: of }, (_, index) => index + 1);

describe('the merged report', () => {
  it('is that of one run over the whole fleet, in whatever order the files come and however often each does', () => {
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.nat(1_000)), ({ of, world }, dice) => {
        const files = partsOf(of).map((part) => world.fileOf(part));
        const many = [...files, ...files.filter(() => (dice.next().value ?? 0) % 2 === 0)];
        const shuffled = many
          .map((file) => ({ file, rank: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank);
        const { json, missing } = merge(
          world,
          shuffled.map(({ file }) => file),
        );
        expect(json).toEqual(statusToJson(world.whole));
        expect(missing).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has each pair exactly once, and those of a missing shard as not reached', () => {
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.boolean()), ({ of, world }, dice) => {
        const here = partsOf(of).filter(() => dice.next().value);
        const { json, missing } = merge(
          world,
          here.map((part) => world.fileOf(part)),
        );
        expect(missing).toEqual(partsOf(of).filter((part) => !here.includes(part)));
        const pairs = json.sync_destinations.flatMap(({ name, subscriptions }) =>
          subscriptions.map(({ story, reason }) => ({ name, key: story.key, reason })),
        );
        expect(pairs.map(({ name, key }) => `${name}/${key}`)).toEqual(
          world.whole.outcomes.map((each) => `${each.destination}/${each.storyKey}`),
        );
        const lost = pairs.filter(({ name }) => missing.some((part) => world.fleet.parts[part - 1]?.has(name)));
        expect(lost.every(({ reason }) => reason === 'not_reached')).toBe(true);
        const { synced, failed, requires_sync } = json.totals;
        expect(synced + failed + requires_sync).toBe(world.whole.outcomes.length);
      }),
      { numRuns: 60 },
    );
  });

  it('goes by the last of several files of one shard, in whatever order they come', () => {
    fc.assert(
      fc.property(worlds, fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }), ({ of, world }, minutes) => {
        const at = (minute: number) => `2026-11-28T07:0${minute}:00.000Z`;
        const versions = minutes.map((minute) =>
          world.fileOf(1, at(minute), (each) => ({ ...each, destinationStoryId: 100 + minute })),
        );
        const others = partsOf(of)
          .slice(1)
          .map((part) => world.fileOf(part));
        const forwards = merge(world, [...versions, ...others]);
        expect(merge(world, [...others, ...versions.toReversed()])).toEqual(forwards);
        const last = world.fileOf(1, at(Math.max(...minutes)), (each) => ({
          ...each,
          destinationStoryId: 100 + Math.max(...minutes),
        }));
        expect(merge(world, [last, ...others])).toEqual(forwards);
      }),
      { numRuns: 40 },
    );
  });

  it('of what was pending leaves out what no shard tells of, but for a shard that is missing', () => {
    const world = worldFrom(
      [
        { name: 'a', host: 1, ends: ['synced', 'synced'] },
        { name: 'b', host: 2, ends: ['synced', 'synced'] },
      ],
      2,
    );
    const [first] = [world.fileOf(1)];
    const silent = { ...first, destinations: new Map() };
    const { json } = merge(world, [silent, world.fileOf(2)], true);
    expect(json.totals).toMatchObject({ synced: 2, requires_sync: 0 });
    expect(json.sync_destinations).toHaveLength(1);
    expect(merge(world, [silent], true)).toMatchObject({
      missing: [2],
      json: { totals: { synced: 0, requires_sync: 2 } },
    });
    expect(merge(world, [silent, world.fileOf(2)]).json.totals).toMatchObject({ synced: 2, requires_sync: 2 });
  });
});
