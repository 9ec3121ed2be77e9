import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../test/support/sample-fleet.ts';
import { NONE, type PageFleet } from '../fleet/fleet.ts';
import { pageFleetOf } from '../fleet/fleet-of.ts';
import { findingsOf } from '../view/findings.ts';
import { applyFilter } from './filter.ts';
import { ANYWHERE, FILTER_KEYS, labelKey } from './filter-keys.ts';
import { countQualities, isExpired, QUALITIES, type Quality } from './qualities.ts';
import { type FilterValue, type FilterWord, wordsOf } from './words.ts';

const fleetOf = (destinations: number, stories: number, seed: number) =>
  pageFleetOf(sampleReport({ destinations, stories }, seed), { kind: 'names' });

/** The rows that a pair refers to. */
function rowsOf(fleet: PageFleet, pair: number) {
  const { destination, story, standing, lag, commit } = fleet.pairs;
  return {
    destination: fleet.destinations[destination[pair] ?? NONE],
    story: fleet.stories[story[pair] ?? NONE],
    standing: fleet.standings[standing[pair] ?? NONE],
    lag: fleet.lags[lag[pair] ?? NONE] ?? null,
    commit: fleet.commits[commit[pair] ?? NONE],
  };
}

/** What a word means, said as plainly as possible: one pair after the other, all its texts, one value after the other. */
function holds(fleet: PageFleet, pair: number, { key: name, values }: FilterWord): boolean {
  const { destination, story, standing, lag, commit } = rowsOf(fleet, pair);
  if (name === 'is') return values.some(({ text }) => has(fleet, pair, text as Quality));
  if (name === 'behind') return values.some(({ text }) => compares(lag?.commits ?? 0, text));
  const key = name === undefined ? ANYWHERE : (FILTER_KEYS.find((each) => each.name === name) ?? labelOf(name));
  const texts = [
    destination && key.destination?.(destination),
    story && key.story?.(story),
    standing && key.standing?.(standing),
    commit === undefined ? undefined : key.commit?.(commit),
  ].flatMap((some) => some ?? []);
  const within = name === undefined || name === 'says' || name === 'commit';
  return texts.some((text) => text !== null && values.some((value) => fits(text.toLowerCase(), value, within)));
}

const labelOf = (name: string) => labelKey(name.slice('label.'.length));

function fits(text: string, { text: value, quoted }: FilterValue, within: boolean): boolean {
  const wanted = value.toLowerCase();
  if (quoted || !/[*?]/.test(wanted)) return within ? text.includes(wanted) : text === wanted;
  const source = wanted
    .replaceAll(/[^*?\w]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(within ? source : `^${source}$`, 's').test(text);
}

function compares(number: number, text: string): boolean {
  if (text.startsWith('>')) return number > Number(text.slice(1));
  return text.startsWith('<=') ? number <= Number(text.slice(2)) : number === Number(text);
}

function has(fleet: PageFleet, pair: number, quality: Quality): boolean {
  const { destination, story, standing, lag } = rowsOf(fleet, pair);
  const pin = destination?.pin ?? null;
  const ends = [destination?.hold, pin, standing?.note].map((note) => note?.until ?? null);
  return {
    behind: lag !== null,
    drift: standing?.reason === 'drift' && standing.status !== 'synced',
    waiting: standing?.waits != null,
    detached: standing?.detached === true,
    held: destination?.hold != null,
    pinned: pin !== null && (pin.stories === null || pin.stories.includes(story?.key ?? '')),
    manual: destination?.manualOnly === true,
    expired: ends.some((until) => isExpired(until, fleet.at)),
  }[quality];
}

const word = fc.constantFrom(
  'status:failed',
  'status:pending,synced',
  'reason:drift,held',
  'contoso',
  'CREDENTIAL',
  '"tines.com"',
  'triage,eu',
  'story:ioc*',
  'story:"phishing-triage"',
  'destination:*-1?',
  'label.region=eu',
  'label.REGION:u*',
  'label.none:*',
  'behind:>1',
  'behind:0',
  'behind:<=2',
  'ring:early',
  'owner:*',
  'owner:@*',
  'waits:ring:*',
  'says:n*taken',
  'commit:8c',
  'commit:4f2e*',
  'engine:native',
  ...QUALITIES.map((quality) => `is:${quality}`),
  'is:held,behind',
);
const filter = fc
  .array(fc.tuple(fc.constantFrom('', '!'), word), { maxLength: 4 })
  .map((words) => words.map(([not, text]) => `${not}${text}`).join(' '));
const fleet = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 1e6 }))
  .map((size) => fleetOf(...size));

describe('a filter, asked table by table', () => {
  it('lets through what it lets through asked pair by pair', () => {
    fc.assert(
      fc.property(fleet, filter, (some, text) => {
        const { pairs, destinations, problems } = applyFilter(some, text);
        const words = wordsOf(text);
        const plain = [...some.pairs.destination.keys()].filter((pair) =>
          words.every((each) => holds(some, pair, each) !== each.not),
        );
        expect(problems).toEqual([]);
        expect(pairs).toEqual(plain);
        expect([...destinations]).toEqual([...new Set(plain.map((pair) => some.pairs.destination[pair]))]);
        const counts = QUALITIES.flatMap((quality) => {
          const count = plain.filter((pair) => has(some, pair, quality)).length;
          return count === 0 ? [] : [{ quality, count }];
        });
        expect(countQualities(some, pairs)).toEqual(counts);
      }),
    );
  });

  it('counts for each finding where it is, as sets of them would', () => {
    fc.assert(
      fc.property(fleet, filter, (some, text) => {
        for (const { pairs, destinations, stories } of findingsOf(some, applyFilter(some, text).pairs)) {
          expect(destinations).toBe(new Set(pairs.map((pair) => some.pairs.destination[pair])).size);
          expect(stories).toBe(new Set(pairs.map((pair) => some.pairs.story[pair])).size);
        }
      }),
    );
  });

  it('asks each row of a table once, however many pairs have it', () => {
    let asked = 0;
    const large = fleetOf(100, 12, 7);
    const counted: PageFleet = {
      ...large,
      destinations: large.destinations.map((row) => ({
        ...row,
        get name() {
          asked++;
          return row.name;
        },
      })),
    };
    expect(large.pairs.destination).toHaveLength(1200);
    applyFilter(counted, 'destination:contoso* status:failed');
    expect(asked).toBe(100);
  });
});
