import { fail, ok } from '../diagnostics/result.ts';
import { type JsonFailure, parseJson } from '../json/parse.ts';
import type { StoryInfo, TeamInfo } from '../model/actual.ts';
import type { Story } from '../model/story.ts';
import { parseStory } from '../story/read.ts';
import type { BodyReader, Caller } from './caller.ts';
import type { TenantLimits } from './limits.ts';
import { parseBody, readListing } from './listing.ts';
import type { Answer, SyncDestinationReader, TenantReader } from './port.ts';
import { integer, readRecordType, readSharedObject, readStoryObject, readTeam, readVersion } from './wire.ts';

/** The reading half of the port, without the vendor's own syncing (sync-destinations.ts). */
export function createReader(caller: Caller, limits: TenantLimits): Omit<TenantReader, keyof SyncDestinationReader> {
  const stories = (query: { readonly [name: string]: string | number }) =>
    readListing(caller, limits, {
      path: '/stories',
      // Without an order, pages may overlap.
      query: { ...query, order: 'NAME' },
      key: 'stories',
      read: readStoryObject,
      uncounted: 'incomplete',
    });
  // Samples in the vendor's documentation show these two without `meta`.
  const shared = { read: readSharedObject, uncounted: 'single_page' } as const;
  const credentials = (query: { readonly [name: string]: number }) =>
    readListing(caller, limits, { ...shared, path: '/user_credentials', key: 'user_credentials', query });
  const resources = (query: { readonly [name: string]: number }) =>
    readListing(caller, limits, {
      ...shared,
      path: '/global_resources',
      key: 'global_resources',
      query: { include_referencing_action_ids: false, ...query },
    });
  return {
    listStories: async (teamId) => keepTeam(await stories({ team_id: positiveId(teamId) }), teamId),
    // How `search` matches is not documented, beyond that it is on names; exactness is decided here.
    findStoriesNamed: async (name) => {
      const found = await stories({ search: name });
      return found.ok ? ok(found.value.filter((story) => story.name === name)) : found;
    },
    listVisibleStories: () => stories({}),
    getStory: (storyId) => caller.send({ method: 'GET', path: `/stories/${positiveId(storyId)}` }, storyBody),
    getTeam: (teamId) => caller.send({ method: 'GET', path: `/teams/${positiveId(teamId)}` }, teamBody(teamId)),
    exportStory: (storyId) =>
      caller.send(
        { method: 'GET', path: `/stories/${positiveId(storyId)}/export`, query: { randomize_urls: false }, slow: true },
        readExport,
      ),
    listRecordTypes: async (teamId) =>
      keepTeam(
        await readListing(caller, limits, {
          path: '/record_types',
          query: { team_id: positiveId(teamId) },
          family: 'records',
          key: 'record_types',
          read: readRecordType,
          uncounted: 'incomplete',
        }),
        teamId,
      ),
    listCredentials: (teamId) => credentials({ team_id: positiveId(teamId) }),
    listResources: (teamId) => resources({ team_id: positiveId(teamId) }),
    listVisibleCredentials: () => credentials({}),
    listVisibleResources: () => resources({}),
    listVersionNames: async (storyId) => {
      const path = `/stories/${positiveId(storyId)}/versions`;
      // The worst that an absent name does is a second version of the same content.
      const listing = { path, key: 'story_versions', read: readVersion, uncounted: 'single_page' } as const;
      const found = await readListing(caller, limits, listing);
      return found.ok ? ok(found.value.flatMap(({ name }) => (name === undefined ? [] : [name]))) : found;
    },
  };
}

type Listed<T> = Awaited<Answer<readonly T[]>>;

/** A tenant that did not apply the filter must not lend us another team's objects. */
function keepTeam<T extends { readonly teamId: number }>(found: Listed<T>, teamId: number): Listed<T> {
  return found.ok ? ok(found.value.filter((entry) => entry.teamId === teamId)) : found;
}

/** Reads the story object that story calls answer with. */
export const storyBody: BodyReader<StoryInfo> = (text, readAt) => {
  const story = readStoryObject(parseBody(text), readAt);
  return story === undefined ? fail('the answer is not a story') : ok(story);
};

function teamBody(teamId: number): BodyReader<TeamInfo> {
  return (text, readAt) => {
    const team = readTeam(parseBody(text), readAt);
    return team?.id === teamId ? ok(team) : fail('the answer is not that team');
  };
}

/** Says what is wrong without the parser's own message, which may quote the export. */
const UNREADABLE: { readonly [reason in JsonFailure['reason']]: string } = {
  syntax: 'the export is not JSON',
  number: 'the export holds a number that cannot be kept exactly',
  depth: 'the export is nested too deep',
  duplicate_key: 'the export holds a key twice',
};

const readExport: BodyReader<Story> = (text) => {
  const parsed = parseJson(text);
  if (!parsed.ok) return fail(UNREADABLE[parsed.error.reason]);
  const story = parseStory(parsed.value);
  return story === undefined ? fail('the answer is not a story export') : ok(story);
};

/** An id that went wrong must not become a path. */
export function positiveId(value: number): number {
  if (integer(value) === undefined) throw new Error(`Internal error: ${value} is not an id.`);
  return value;
}
