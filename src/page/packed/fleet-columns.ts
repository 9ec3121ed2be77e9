import type { RingProgress } from '../../model/rollout.ts';
import type { PageDestination, PageFleet, PageStanding, PageStory, PairColumn } from '../fleet/fleet.ts';
import { type Columns, columnsOf, differences, rowsFrom, sums } from './columns.ts';

const FORMAT = 'storysync.page/1';

const DESTINATION = ['name', 'host', 'team', 'ring', 'engine', 'manualOnly', 'labels', 'hold', 'pin'] as const;
const STORY = ['key', 'name', 'id'] as const;
const STANDING = ['status', 'reason', 'message', 'hint', 'waits', 'detached', 'note', 'warnings'] as const;
const PROGRESS = ['ring', 'story', 'state', 'there', 'total', 'failed', 'allowed', 'opensAt', 'waitsFor'] as const;

/** Columns that hardly differ from row to row, and those that grow. */
const PLAIN: readonly PairColumn[] = ['standing', 'lag', 'commit'];
const GROWING: readonly PairColumn[] = ['destination', 'story', 'synced', 'recorded', 'since', 'id'];

type Packed = Omit<PageFleet, 'destinations' | 'stories' | 'standings' | 'progress' | 'pairs'> & {
  readonly format: typeof FORMAT;
  readonly destinations: Columns;
  readonly stories: Columns;
  readonly standings: Columns;
  readonly progress: Columns;
  readonly pairs: { readonly [column in PairColumn]: readonly (number | null)[] };
};

/** The fleet as the text that the page carries. */
export function packFleet(fleet: PageFleet): string {
  const { destinations, stories, standings, progress, pairs, ...rest } = fleet;
  const packed: Packed = {
    format: FORMAT,
    ...rest,
    destinations: columnsOf(destinations, DESTINATION),
    stories: columnsOf(stories, STORY),
    standings: columnsOf(standings, STANDING),
    progress: columnsOf(progress, PROGRESS),
    pairs: {
      ...(Object.fromEntries(PLAIN.map((name) => [name, pairs[name]])) as Packed['pairs']),
      ...Object.fromEntries(GROWING.map((name) => [name, differences(pairs[name])])),
    },
  };
  return JSON.stringify(packed);
}

export function unpackFleet(text: string): PageFleet {
  const { format, ...packed } = JSON.parse(text) as Omit<Packed, 'format'> & { readonly format: string };
  if (format !== FORMAT) throw new Error(`the page's data is not ${FORMAT}`);
  const growing = GROWING.map((name) => [name, sums(packed.pairs[name])]);
  return {
    ...packed,
    destinations: rowsFrom<PageDestination>(packed.destinations),
    stories: rowsFrom<PageStory>(packed.stories),
    standings: rowsFrom<PageStanding>(packed.standings),
    progress: rowsFrom<RingProgress>(packed.progress),
    pairs: { ...packed.pairs, ...Object.fromEntries(growing) } as PageFleet['pairs'],
  };
}
