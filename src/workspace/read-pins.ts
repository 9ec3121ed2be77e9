import { openStory, type StoryFile } from '../desired/assemble.ts';
import { findClash } from '../desired/clash.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { readingObjects } from '../git/objects/objects.ts';
import { cloneKind } from '../git/objects/storage.ts';
import type { Repository } from '../git/read/repository.ts';
import type { DesiredStory, PinnedStories, PinnedStory } from '../model/desired.ts';
import type { CatalogueStory, Destination, Manifest } from '../model/destination.ts';
import type { PinTrouble } from '../model/fact/pin-fact.ts';
import { shortId } from '../model/text/short-id.ts';
import { pinOf, standIn } from '../model/wanted-story.ts';
import { CommitStories, type Today } from './commit-stories.ts';
import { unreadableObjects } from './named-commit.ts';
import { resolvePins } from './resolve-pins.ts';
import { shownInCommit, storyFileOf } from './stories-at.ts';

export type PinQuestion = {
  readonly repository: Repository | undefined;
  readonly today: Today;
  readonly destinations: readonly Destination[];
  /** Pins name ancestors of this commit. */
  readonly tip: string | null;
  /** The stories of the run's own commit. */
  readonly stories: ReadonlyMap<string, DesiredStory>;
};

type Read = Result<DesiredStory, PinTrouble>;

/** The stories of all pins, each read once per commit, whatever number of destinations is pinned to it. */
export async function readPins(question: PinQuestion): Promise<PinnedStories> {
  const { repository, today, destinations, tip, stories } = question;
  const pinned = destinations.filter(({ pin }) => pin !== undefined);
  if (pinned.length === 0) return new Map();
  const commits = await resolvePins(repository, tip, new Set(pinned.flatMap(({ pin }) => pin?.commit ?? [])));
  const keysOf = new Map<string, Set<string>>();
  for (const destination of pinned) {
    const commit = commits.get(destination.pin?.commit ?? '');
    if (!commit?.ok) continue;
    const keys = keysOf.get(commit.value) ?? new Set();
    keysOf.set(commit.value, keys);
    for (const key of pinnedKeys(destination)) keys.add(key);
  }
  const read = new Map<string, ReadonlyMap<string, Read>>();
  const contents: Contents = new Map();
  if (repository !== undefined) {
    for (const [commit, keys] of keysOf) read.set(commit, await readCommit(repository, commit, keys, today, contents));
  }
  const found = (destination: Destination, key: string): Read => {
    const commit = commits.get(destination.pin?.commit ?? '');
    if (commit === undefined) throw new Error(`Internal error: the pin of ${destination.name} was not looked up`);
    return commit.ok ? (read.get(commit.value)?.get(key) ?? fail({ kind: 'no_repository' })) : commit;
  };
  return new Map(pinned.map((each) => [each.name, entriesOf(each, found, today.manifest, stories)]));
}

function pinnedKeys(destination: Destination): readonly string[] {
  return destination.subscriptions
    .map(({ storyKey }) => storyKey)
    .filter((key) => pinOf(destination, key) !== undefined);
}

function entriesOf(
  destination: Destination,
  found: (destination: Destination, key: string) => Read,
  manifest: Manifest,
  stories: ReadonlyMap<string, DesiredStory>,
): ReadonlyMap<string, PinnedStory> {
  const reads = new Map(pinnedKeys(destination).map((key) => [key, found(destination, key)]));
  const clashes = findClash(
    manifest,
    destination,
    stories,
    new Map([...reads].flatMap(([key, each]) => (each.ok ? [[key, each.value]] : []))),
  );
  const entries = [...reads].map(([key, each]): readonly [string, PinnedStory] => {
    const { pin } = destination;
    if (pin === undefined) throw new Error(`Internal error: ${destination.name} is not pinned`);
    const clash = clashes.get(key);
    if (each.ok && clash === undefined) return [key, { kind: 'read', story: each.value }];
    const because: PinTrouble = each.ok
      ? { kind: 'story_clashes', finding: { message: clash?.message ?? '', hint: clash?.hint ?? null } }
      : each.error;
    const file = manifest.stories.get(key)?.file ?? key;
    const story = stories.get(key) ?? standIn({ key, file });
    return [key, { kind: 'unusable', story, fact: { kind: 'pin_unusable', pin, because } }];
  });
  return new Map(entries);
}

/** Story files by key and blob: from one commit to the next most of them stay as they are. */
type Contents = Map<string, Read>;

async function readCommit(
  repository: Repository,
  commit: string,
  keys: ReadonlySet<string>,
  today: Today,
  contents: Contents,
): Promise<ReadonlyMap<string, Read>> {
  const opened = await reading(repository, commit, () => CommitStories.open(repository, commit, today));
  const found = new Map<string, Read>();
  for (const key of keys) {
    const entry = today.manifest.stories.get(key);
    if (entry === undefined) continue;
    const story: Read = opened.ok ? await readOne(repository, opened.value, entry, today, contents) : opened;
    found.set(key, story.ok ? ok({ ...story.value, commit }) : story);
  }
  return found;
}

async function readOne(
  repository: Repository,
  stories: CommitStories,
  entry: CatalogueStory,
  { manifest }: Today,
  contents: Contents,
): Promise<Read> {
  const read = await reading(repository, stories.commit, async (): Promise<Read> => {
    const blob = await stories.find(entry);
    const known = blob.ok ? contents.get(`${entry.key} ${blob.value}`) : undefined;
    if (known !== undefined) return known;
    const opened = open(await storyFileOf(stories, entry), entry, manifest, shownInCommit(stories, entry));
    if (blob.ok) contents.set(`${entry.key} ${blob.value}`, opened);
    return opened;
  });
  return read.ok ? read.value : read;
}

function open(file: StoryFile | 'absent', entry: CatalogueStory, manifest: Manifest, shown: string): Read {
  if (file === 'absent') return fail({ kind: 'story_absent', at: shown });
  const { story, problems } = openStory(entry, file, manifest, 'same');
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (story !== undefined && wrong === undefined) return ok(story);
  const { place, message, hint } = wrong ?? { message: 'it holds no story', hint: null };
  const at = place === undefined || place.file === manifest.file ? shown : `${place.file}:${place.line}`;
  return fail({ kind: 'story_unusable', at, finding: { message, hint } });
}

async function reading<T>(
  repository: Repository,
  commit: string,
  work: () => Promise<T>,
): Promise<Result<T, PinTrouble>> {
  const read = await readingObjects(work);
  if (read.ok) return read;
  if (read.error === 'missing_objects') {
    return fail({ kind: 'history_missing', clone: await cloneKind(repository.dirs.commonDir) });
  }
  const { message, hint } = unreadableObjects(`a part of commit ${shortId(commit)}`, read.error);
  return fail({ kind: 'git_unreadable', finding: { message, hint } });
}
