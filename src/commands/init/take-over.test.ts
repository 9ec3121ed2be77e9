import { describe, expect, it } from 'vitest';
import type { Discovery } from '../../model/exported.ts';
import type { VendorDestination, VendorSubscription } from '../../model/tenant/vendor-destination.ts';
import { destinationLines } from './native-text.ts';
import { takeOver } from './take-over.ts';

const ORIGIN = { tenantUrl: 'https://acme.tines.com', teamId: 7, keyName: 'ORIGIN_TINES_API_KEY' };
const FOUND: Discovery = {
  stories: [
    { id: 302, name: 'Enrich', key: 'enrich' },
    { id: 301, name: 'Triage', key: 'triage' },
  ],
  leftOut: [
    { id: 401, name: 'Apart', reason: 'detached' },
    { id: 402, name: 'Draft', reason: 'unpublished' },
  ],
};

const entry = (storyId: number, more: Partial<VendorSubscription> = {}): VendorSubscription => {
  return { storyId, storyName: `Story ${storyId}`, status: 'synced', errorMessage: null, ...more };
};
const object = (more: Partial<VendorDestination> = {}): VendorDestination => ({
  id: 31,
  tenantUrl: 'https://beta.tines.com',
  teamId: 9,
  originTeamId: 7,
  manualSyncOnly: false,
  subscriptions: [entry(301)],
  ...more,
});
const taken = (...vendor: readonly VendorDestination[]) => takeOver(vendor, ORIGIN, FOUND, () => undefined);

describe('a sync destination of the vendor', () => {
  it.each([
    ['is written with its address in the one form', { tenantUrl: 'https://BETA.tines.com/' }, {}],
    ['is written with the scheme that its address lacks', { tenantUrl: 'beta.tines.com' }, {}],
    ['is written with each story once', { subscriptions: [entry(301), entry(301)] }, {}],
    [
      'is written with its stories in the order of the catalogue',
      { subscriptions: [entry(301), entry(302)] },
      { stories: ['enrich', 'triage'] },
    ],
    ['is written as one for syncs by hand', { manualSyncOnly: true }, { manualSyncOnly: true }],
    ['is written without stories', { subscriptions: [] }, { stories: [] }],
  ])('%s', (_what, more, expected) => {
    const { destinations, problems } = taken(object(more));
    expect(destinations).toMatchObject([
      {
        name: 'beta',
        tenantUrl: 'https://beta.tines.com',
        teamId: 9,
        stories: ['triage'],
        manualSyncOnly: false,
        ...expected,
      },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    [
      'a story apart from sync',
      { subscriptions: [entry(401)] },
      '"Story 401" (401) carries the tag "detached-from-sync" at the origin',
    ],
    [
      'a story without a live version',
      { subscriptions: [entry(402)] },
      '"Story 402" (402) is not published at the origin',
    ],
    [
      'several stories that are no more',
      { subscriptions: [entry(9, { storyName: null }), entry(10), entry(301)] },
      'story 9 (and 1 more) is not among the stories of the origin team',
    ],
    [
      'an address with a password, which is not shown',
      { tenantUrl: 'https://me:word@beta.tines.com' },
      'its address holds a user name or password, expected host and path only',
    ],
    [
      'an address that goes over the open wire',
      { tenantUrl: 'http://beta.tines.com' },
      'its address begins with http://, expected https://',
    ],
    ['the tenant and team of the origin', { tenantUrl: ORIGIN.tenantUrl, teamId: 7 }, 'it is the origin itself'],
  ])('is left out as a whole with %s', (_what, more, why) => {
    const { destinations, problems } = taken(object(more));
    expect(destinations).toEqual([]);
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `INI006 sync destination 31 of the vendor is left out: ${why}`,
    ]);
  });

  it('is left out with its twin, whatever the spelling of its address, and told once', () => {
    const { destinations, problems } = taken(object(), object({ id: 30, tenantUrl: 'beta.tines.com/' }));
    expect(destinations).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      'sync destinations 30, 31 of the vendor are left out: they are the same: origin team, tenant and team',
    ]);
  });

  it('of other teams of the origin is counted by team', () => {
    const { destinations, problems } = taken(
      object(),
      object({ id: 1, originTeamId: 8 }),
      object({ id: 2, originTeamId: 8 }),
    );
    expect(destinations).toHaveLength(1);
    expect(problems.map(({ message }) => message)).toEqual([
      '2 sync destinations of team 8 of the origin are left out: this repository keeps the stories of team 7',
    ]);
  });
});

describe('the manifest of what was taken over', () => {
  it('has the list that most destinations share as a group, and no group for what only one has', () => {
    const of = (id: number, ...ids: readonly number[]) => {
      return object({ id, teamId: id, subscriptions: ids.map((each) => entry(each)) });
    };
    const lists = (...vendor: readonly VendorDestination[]) =>
      destinationLines(taken(...vendor).destinations).filter((line) => /stories|baseline|groups/.test(line));
    expect(lists(of(1, 301, 302), of(2, 302), of(3, 302, 301))).toEqual([
      'groups:',
      '  baseline: [enrich, triage]',
      '    stories: ["@baseline"]',
      '    stories: [enrich]',
      '    stories: ["@baseline"]',
    ]);
    expect(lists(of(1, 301, 302), of(2, 302))).toEqual(['    stories: [enrich, triage]', '    stories: [enrich]']);
  });
});
