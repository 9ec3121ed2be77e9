import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../test/support/planning.ts';
import type { Ring, Rollout } from '../model/rollout.ts';
import { isWhole, type Selectors, select } from './select.ts';

const DESTINATIONS = [
  destinationOf('contoso', { stories: ['triage', 'enrich'], labels: { region: 'eu', ring: 'canary' } }),
  destinationOf('fabrikam', { stories: ['triage'], labels: { region: 'eu' } }),
  destinationOf('northwind', { stories: ['enrich'], labels: { region: 'us', ring: 'canary' } }),
  destinationOf('empty', { labels: { region: 'apac', constructor: 'x' } }),
];

function selection(selectors: Partial<Selectors>) {
  return select(DESTINATIONS, { destinations: [], stories: [], labels: [], ...selectors });
}

/** `contoso(enrich,triage) fabrikam(triage)` */
function chosen(selectors: Partial<Selectors>): string {
  const result = selection(selectors);
  if (!result.ok) return `refused: ${result.error.map(({ message }) => message).join('; ')}`;
  return [...result.value.selected].map(([name, keys]) => `${name}(${[...keys].sort().join(',')})`).join(' ');
}

it('a story that is absent from the run is chosen nowhere, and asking for it says why', () => {
  const absent = new Set(['enrich']);
  const everything = { destinations: [], stories: [], labels: [] };
  const all = select(DESTINATIONS, everything, { absent });
  expect(all.ok && [...all.value.selected.values()].map((keys) => [...keys].join())).toEqual([
    'triage',
    'triage',
    '',
    '',
  ]);
  expect(select(DESTINATIONS, { ...everything, stories: ['enrich'] }, { absent })).toMatchObject({
    ok: false,
    error: [{ code: 'RUN002', message: '--story enrich matches no story that the commit holds' }],
  });
});

const ALL = 'contoso(enrich,triage) fabrikam(triage) northwind(enrich) empty()';
const CASES: readonly (readonly [string, Partial<Selectors>, string])[] = [
  ['no selector is everything, also who subscribes to nothing', {}, ALL],
  ['a name is that destination', { destinations: ['fabrikam'] }, 'fabrikam(triage)'],
  ['names widen', { destinations: ['fabrikam', 'northwind'] }, 'fabrikam(triage) northwind(enrich)'],
  ['a glob is all that match', { destinations: ['*o*'] }, 'contoso(enrich,triage) northwind(enrich)'],
  [
    'a story is who subscribes to it, with that story alone',
    { stories: ['enrich'] },
    'contoso(enrich) northwind(enrich)',
  ],
  ['a glob of stories', { stories: ['tri*'] }, 'contoso(triage) fabrikam(triage)'],
  ['a label', { labels: ['region=eu'] }, 'contoso(enrich,triage) fabrikam(triage)'],
  ['values of one label widen', { labels: ['region=us', 'region=apac'] }, 'northwind(enrich) empty()'],
  ['different labels narrow', { labels: ['region=eu', 'ring=canary'] }, 'contoso(enrich,triage)'],
  ['a glob in a value', { labels: ['region=*u*'] }, 'contoso(enrich,triage) fabrikam(triage) northwind(enrich)'],
  ['kinds of selectors narrow', { destinations: ['c*', 'f*'], stories: ['enrich'] }, 'contoso(enrich)'],
  ['a value may hold an equals sign', { labels: ['region=e=u'] }, 'refused: --label region=e=u matches nothing'],
  ['a label without a value is no label', { labels: ['region'] }, 'refused: --label region has no value'],
  ['what every object inherits is no label', { labels: ['toString=*'] }, 'refused: --label toString=* matches nothing'],
  ['an own label of such a name is one', { labels: ['constructor=x'] }, 'empty()'],
  [
    'a leading "!" is part of the name, not a negation',
    { destinations: ['!contoso'] },
    'refused: --destination !contoso matches nothing',
  ],
  [
    'an empty value, as of a variable that is not set',
    { destinations: [''] },
    'refused: --destination "" matches nothing',
  ],
  [
    'every selector that matches nothing is named',
    { destinations: ['x'], stories: ['y'] },
    'refused: --destination x matches nothing; --story y matches nothing',
  ],
  [
    'selectors that match something each and nothing together',
    { destinations: ['fabrikam'], stories: ['enrich'] },
    'refused: no story matches all selectors',
  ],
];

const ROLLOUT: Rollout = {
  rings: [ringNamed('canary', { ring: 'canary' }), ringNamed('early', { ring: 'early' }), ringNamed('broad')],
  windows: [],
};

function ringNamed(name: string, match?: { readonly [label: string]: string }): Ring {
  const maxFailed = { kind: 'count', value: 0 } as const;
  return { name, match, soak: 0, batch: undefined, maxFailed, place: { file: 'sync.yaml', line: 1, column: 1 } };
}

describe('--ring', () => {
  function inRings(rings: readonly string[], more: Partial<Selectors> = {}, rollout: Rollout | undefined = ROLLOUT) {
    return select(DESTINATIONS, { destinations: [], stories: [], labels: [], rings, ...more }, { rollout });
  }
  const names = (result: ReturnType<typeof inRings>): string =>
    result.ok ? [...result.value.selected.keys()].join(' ') : 'refused';

  it.each<readonly [string, readonly string[], Partial<Selectors>, string]>([
    ['chooses who is in the ring', ['canary'], {}, 'contoso northwind'],
    ['chooses everybody else in the last', ['broad'], {}, 'fabrikam empty'],
    ['widens by several rings', ['canary', 'broad'], {}, 'contoso fabrikam northwind empty'],
    ['takes a glob', ['b*'], {}, 'fabrikam empty'],
    ['narrows what a label chooses', ['canary'], { labels: ['region=us'] }, 'northwind'],
  ])('%s', (_, rings, more, expected) => {
    expect(names(inRings(rings, more))).toBe(expected);
  });

  it('is a part of the fleet, and names no destination', () => {
    expect(isWhole({ destinations: [], stories: [], labels: [], rings: ['canary'] })).toBe(false);
    const result = inRings(['canary']);
    expect(result.ok && [...result.value.named]).toEqual([]);
  });

  it.each([
    ['cannary', '--ring cannary matches nothing', 'did you mean "canary"?'],
    ['x*', '--ring x* matches nothing', 'the manifest has: canary, early, broad'],
    ['early', '--ring early matches nothing: no destination is in it', 'destinations are in: canary, broad'],
  ])('that matches nobody is refused: %s', (ring, message, hint) => {
    expect(inRings([ring])).toMatchObject({ ok: false, error: [{ code: 'RUN002', message, hint }] });
  });

  it('needs a rollout', () => {
    const without = select(DESTINATIONS, { destinations: [], stories: [], labels: [], rings: ['canary'] });
    const message = '--ring canary matches nothing: there is no rollout';
    expect(without).toMatchObject({ ok: false, error: [{ code: 'RUN002', message }] });
  });
});

describe('selectors', () => {
  it.each(CASES)('%s', (_, selectors, expected) => {
    expect(chosen(selectors)).toBe(expected);
  });

  it.each([
    ['contosso', 'did you mean "contoso"?'],
    ['zzzzzzzzzz', 'the manifest has: contoso, fabrikam, northwind, empty'],
  ])('the hint for %s is: %s', (name, hint) => {
    expect(selection({ destinations: [name] })).toMatchObject({ ok: false, error: [{ code: 'RUN002', hint }] });
  });

  it('only an exact name counts as named, no glob and no label', () => {
    const named = (selectors: Partial<Selectors>): readonly string[] => {
      const result = selection(selectors);
      return result.ok ? [...result.value.named] : [];
    };
    expect(named({ destinations: ['contoso', 'fab*'] })).toEqual(['contoso']);
    expect(named({ destinations: ['contos?'] })).toEqual([]);
    expect(named({ labels: ['region=eu'] })).toEqual([]);
    expect(named({})).toEqual([]);
  });

  it('a run that deletes may name a story that nobody subscribes to; it chooses what is left behind', () => {
    const selectors = { destinations: ['*o*'], stories: ['old-*'], labels: [] };
    expect(select(DESTINATIONS, selectors).ok).toBe(false);
    const result = select(DESTINATIONS, selectors, { leftBehind: true });
    expect(result.ok && [...result.value.selected]).toEqual([
      ['contoso', new Set()],
      ['northwind', new Set()],
    ]);
    const chosenKeys = ['old-one', 'triage'].map(
      (key) => result.ok && result.value.choosesLeftBehind?.('contoso', key),
    );
    expect(chosenKeys).toEqual([true, false]);
  });

  it('a manifest without destinations selects nothing, and that is no mistake', () => {
    expect(select([], { destinations: [], stories: [], labels: [] }).ok).toBe(true);
  });
});
