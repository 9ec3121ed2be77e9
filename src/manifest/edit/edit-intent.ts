import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { CatalogueStory, Destination, Detachment, Manifest, Subscription } from '../../model/destination.ts';
import { type Detachments, type Holdings, inOrder, sameDetachment } from './detached-entries.ts';
import {
  alreadyListed,
  detachedByDefaults,
  notDetached,
  notSubscribed,
  unknownDestination,
  unknownStory,
} from './edit-refusal.ts';

import { keyVersionsAfter } from './key-version-intent.ts';
import type { ManifestEdit, NewStory } from './manifest-edit.ts';
import { type OptionsAfter, optionsAfter, withOptions } from './option-intent.ts';

/** What the edits amount to: what each holder of a `detached` is to say, and the manifest that must come out. */
export type Intent = {
  readonly holdings: Holdings;
  readonly manifest: Manifest;
  readonly stories: readonly NewStory[];
};

/** Edits in the manifest's own terms, or everything that is wrong with them. */
export function intentOf(
  manifest: Manifest,
  holdings: Holdings,
  edits: readonly ManifestEdit[],
): Result<Intent, readonly Problem[]> {
  const problems: Problem[] = [];
  const byName = new Map(manifest.destinations.map((destination) => [destination.name, destination]));
  const own = new Map([...holdings.destinations].map(([name, { detached }]) => [name, new Map(detached)]));
  const defaults = new Map(holdings.defaults.detached);
  const wanted = new Map(manifest.destinations.map(({ name }) => [name, new Map<string, Detachment | undefined>()]));
  const stories: NewStory[] = [];

  for (const edit of edits) {
    if (edit.kind === 'add_stories') {
      stories.push(...edit.stories);
      continue;
    }
    if ('holder' in edit || edit.kind === 'rotate') continue;
    const found = subscriptionOf(manifest, byName, edit);
    if (!found.ok) problems.push(found.error);
    else if (edit.kind === 'detach') {
      const detachment = inOrder(edit.detachment);
      const entries = own.get(edit.destination);
      if (!sameDetachment(entries?.get(edit.story) ?? defaults.get(edit.story), detachment)) {
        entries?.set(edit.story, detachment);
      }
      wanted.get(edit.destination)?.set(edit.story, detachment);
    } else if (found.value.detached === undefined) {
      problems.push(notDetached(edit, found.value.place));
    } else {
      own.get(edit.destination)?.delete(edit.story);
      wanted.get(edit.destination)?.set(edit.story, undefined);
    }
  }
  const { options, problems: wrongOptions } = optionsAfter(manifest, holdings, edits);
  const { holds, pins } = options;
  const { versions, problems: wrongRotations } = keyVersionsAfter(manifest, edits);
  problems.push(
    ...wrongOptions,
    ...wrongRotations,
    ...alreadyThere(manifest, stories),
    ...freeDefaults(manifest, own, defaults, wanted),
  );
  if (problems.length > 0) return fail(problems);
  const after: Holdings = {
    defaults: { ...holdings.defaults, detached: defaults, hold: holds.defaults, pin: pins.defaults },
    destinations: new Map(
      [...own].map(([name, detached]) => {
        const keyVersion = versions.get(name) ?? holdings.destinations.get(name)?.keyVersion;
        return [name, { detached, hold: holds.destinations.get(name), pin: pins.destinations.get(name), keyVersion }];
      }),
    ),
  };
  return ok({ holdings: after, manifest: expected(manifest, wanted, { ...options, versions }, stories), stories });
}

type Pair = { readonly destination: string; readonly story: string };
type Wanted = ReadonlyMap<string, ReadonlyMap<string, Detachment | undefined>>;

function subscriptionOf(
  manifest: Manifest,
  byName: ReadonlyMap<string, Destination>,
  { destination, story }: Pair,
): Result<Subscription, Problem> {
  const found = byName.get(destination);
  if (found === undefined) return fail(unknownDestination(destination, [...byName.keys()]));
  if (!manifest.stories.has(story)) return fail(unknownStory(story, [...manifest.stories.keys()]));
  const subscription = found.subscriptions.find(({ storyKey }) => storyKey === story);
  return subscription === undefined ? fail(notSubscribed({ destination, story }, found.place)) : ok(subscription);
}

/** A default cannot be taken back by one destination. It goes only when nobody else is detached by it. */
function freeDefaults(
  manifest: Manifest,
  own: ReadonlyMap<string, Detachments>,
  defaults: Map<string, Detachment>,
  wanted: Wanted,
): readonly Problem[] {
  const freed = new Set([...wanted.values()].flatMap((each) => [...each].flatMap(([key, to]) => (to ? [] : [key]))));
  const problems: Problem[] = [];
  for (const story of freed) {
    if (!defaults.has(story)) continue;
    const others = manifest.destinations.filter(({ name, subscriptions }) => {
      const freedHere = wanted.get(name)?.has(story) === true && wanted.get(name)?.get(story) === undefined;
      const detachedHere = own.get(name)?.has(story) === true;
      return !freedHere && !detachedHere && subscriptions.some(({ storyKey }) => storyKey === story);
    });
    if (others.length === 0) defaults.delete(story);
    else problems.push(detachedByDefaults(story, others));
  }
  return problems;
}

function alreadyThere(manifest: Manifest, stories: readonly NewStory[]): readonly Problem[] {
  const keys = new Set(manifest.stories.keys());
  const ids = new Set([...manifest.stories.values()].map(({ id }) => id));
  return stories.flatMap((story) => {
    const taken = keys.has(story.key) ? 'key' : ids.has(story.id) ? 'id' : undefined;
    keys.add(story.key);
    ids.add(story.id);
    if (taken === undefined) return [];
    const other = [...manifest.stories.values()].find((each) => each[taken] === story[taken]);
    return [alreadyListed(story, taken, other?.place)];
  });
}

type Said = OptionsAfter & { readonly versions: ReadonlyMap<string, number> };

function expected(manifest: Manifest, wanted: Wanted, options: Said, stories: readonly NewStory[]): Manifest {
  const place = { file: manifest.file, line: 1, column: 1 };
  const added = stories.map(({ key, id }) => [key, { key, file: `stories/${key}.json`, id, place }] as const);
  const { hold: _, ...others } = manifest;
  const hold = options.holds.defaults;
  return {
    ...others,
    stories: new Map<string, CatalogueStory>([...manifest.stories, ...added]),
    destinations: manifest.destinations.map((destination) => {
      const changes = wanted.get(destination.name);
      return {
        ...withOptions(withKeyVersion(destination, options.versions.get(destination.name)), options),
        subscriptions: destination.subscriptions.map((subscription) => {
          return changes?.has(subscription.storyKey) === true
            ? withDetachment(subscription, changes.get(subscription.storyKey))
            : subscription;
        }),
      };
    }),
    ...(hold === undefined ? {} : { hold }),
  };
}

function withKeyVersion({ place, ...destination }: Destination, keyVersion: number | undefined): Destination {
  return { ...destination, ...(keyVersion === undefined ? {} : { keyVersion }), place };
}

/** The subscription with this detachment, or with none. */
export function withDetachment(subscription: Subscription, detached: Detachment | undefined): Subscription {
  const { detached: _, ...rest } = subscription;
  return { ...rest, ...(detached === undefined ? {} : { detached }) };
}
