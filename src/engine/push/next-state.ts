import type { StoryOutcome } from '../../apply/ledger.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Destination } from '../../model/destination.ts';
import type { DestinationState, RecordTypeState, StateContent, StoryState } from '../../model/destination-state.ts';
import type { Explain } from '../../model/fact/fact.ts';
import { tagsOf } from '../../model/tags.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import { isOurs } from '../../plan/ownership/claim.ts';
import { recordTypesOf } from '../../records/definition.ts';
import { type LiveFacts, liveFacts } from './live-facts.ts';
import type { PushStory } from './push-work.ts';
import type { ReadBack } from './verify.ts';

/** What this run learned about a destination, on top of the state before it. It becomes the next state file. */
export class NextState {
  readonly #destination: Destination;
  // Maps, because a story may be called `constructor` and a record type `__proto__`.
  readonly #stories: Map<string, StoryState>;
  readonly #recordTypes: Map<string, RecordTypeState>;
  readonly #last: DestinationState['last'];
  /** What the vendor's syncing carried before is not the push's to forget. */
  readonly #native: Pick<StateContent, 'native'>;
  readonly #explain: Explain;

  constructor(destination: Destination, previous: DestinationState | undefined, explain: Explain) {
    this.#explain = explain;
    this.#destination = destination;
    this.#stories = new Map(Object.entries(previous?.stories ?? {}));
    this.#recordTypes = new Map(Object.entries(previous?.recordTypes ?? {}));
    this.#last = previous?.last ?? {};
    this.#native = previous?.native ? { native: previous.native } : {};
  }

  /** After a push: what was read back, verified or not. */
  recordPush(
    work: PushStory,
    back: ReadBack,
    outcome: StoryOutcome,
    at: { syncedAt: string; commit: string | null },
  ): void {
    const { desired, tags, state } = work;
    const mine = new Set([...(state?.tags ?? []), ...tags.add]);
    this.#makeRoom(work);
    this.#stories.set(desired.key, {
      ...describeLive(work, back.listed, liveFacts(desired, back.story)),
      pushed: desired.contentHash,
      tags: tagsOf(desired.story)
        .filter((tag) => mine.has(tag))
        .sort(),
      status: outcome.status,
      reason: outcome.reason,
      errorMessage: outcome.fact ? this.#explain(outcome.fact).message : null,
      ...(outcome.status === 'synced' ? equalNow(work, at.syncedAt) : { equal: state?.equal ?? [] }),
      syncedAt: at.syncedAt,
      ...(at.commit === null ? {} : { commit: at.commit }),
    });
    if (outcome.status === 'synced') this.#recordTypesOf(work);
  }

  /** What was recorded of a push does not hold: the entry is as it was before. */
  takeBack({ desired: { key }, state }: PushStory): void {
    this.#stories.delete(key);
    if (state) this.#stories.set(key, state);
  }

  /** The push was recorded as it read back; now it is known what it came to. */
  amend({ desired: { key } }: PushStory, { status, reason, fact }: StoryOutcome): void {
    const entry = this.#stories.get(key);
    if (!entry) return;
    const errorMessage = fact ? this.#explain(fact).message : null;
    this.#stories.set(key, { ...entry, status, reason, errorMessage });
  }

  /** A story found equal without a push: its entry is made, or brought up to date. */
  recordEqual(work: PushStory, at: { syncedAt: string; commit: string | null }): void {
    const { desired, state, live } = work;
    if (!live) return;
    if (live.read) throw new Error(`Internal error: the content of ${desired.key}, which is equal, was kept`);
    if (!live.facts) {
      // Nothing moved since the last push: its entry holds, under whichever key it stands.
      this.#makeRoom(work);
      if (state) this.#stories.set(desired.key, state);
      return;
    }
    if (!isStamped(work, live.facts)) return;
    // Looking at it more closely changes nothing: what our last push came to with this very content holds.
    const pushed = state?.status === 'synced' && state.pushed === desired.contentHash ? state : undefined;
    this.#makeRoom(work);
    this.#stories.set(desired.key, {
      ...describeLive(work, live.listed, live.facts),
      pushed: desired.contentHash,
      tags: state?.tags ?? [],
      status: 'synced',
      reason: pushed?.reason ?? null,
      errorMessage: pushed?.errorMessage ?? null,
      ...equalNow(work, at.syncedAt),
      syncedAt: state?.syncedAt ?? at.syncedAt,
      ...commitOf(state, at.commit),
    });
    this.#recordTypesOf(work);
  }

  /** After deletions there. Record types stay as long as state has a story that may use them. */
  forget({ stories, prune }: DestinationWork, keys: ReadonlySet<string>): void {
    for (const key of keys) this.#stories.delete(key);
    const wanted = new Map(stories.map(({ desired }) => [desired.key, desired.recordTypes.map(({ name }) => name)]));
    // Which types a story uses that this run did not choose is not known here.
    if (![...this.#stories.keys()].every((key) => wanted.has(key))) return;
    const inUse = new Set([...wanted.values()].flat());
    const used = new Set(
      prune
        .filter(({ left }) => keys.has(left.key))
        .flatMap(({ story }) => recordTypesOf(story).definitions.map(({ name }) => name)),
    );
    for (const [name, { target }] of this.#recordTypes) {
      if (used.has(target) && !inUse.has(name)) this.#recordTypes.delete(name);
    }
  }

  toState(): StateContent {
    const { tenantUrl, teamId } = this.#destination;
    const [stories, recordTypes] = [Object.fromEntries(this.#stories), Object.fromEntries(this.#recordTypes)];
    return { tenantUrl, teamId, stories, recordTypes, ...this.#native, last: this.#last };
  }

  /** One story, one entry: the one under an earlier key goes, and another story's under this key gets a key of its own. */
  #makeRoom({ desired: { key }, state }: PushStory): void {
    for (const [other, entry] of this.#stories) if (entry === state) this.#stories.delete(other);
    const displaced = this.#stories.get(key);
    if (displaced) this.#stories.set(freeKey(key, displaced, this.#stories), displaced);
  }

  #recordTypesOf({ desired, decisions }: PushStory): void {
    for (const { name, target } of decisions) {
      // What stories go on with after the pin is remembered, where that is known: it is what they are measured by.
      if (desired.commit !== undefined && this.#recordTypes.has(name)) continue;
      const definition = desired.recordTypes.find((type) => type.name === name);
      if (definition) this.#recordTypes.set(name, { target, definition });
    }
  }
}

/** A key that no manifest is likely to have, and within what a key may be. */
function freeKey(key: string, { destinationStoryId: id }: StoryState, taken: ReadonlyMap<string, unknown>): string {
  const base = `${key.slice(0, 40)}.${id}`;
  let free = base;
  for (let count = 2; taken.has(free); count += 1) free = `${base}-${count}`;
  return free;
}

/** Under `adopt` a story may be equal that we never pushed: an entry in state would claim it for good. */
function isStamped({ desired, state, proven = false, live }: PushStory, { stamp }: LiveFacts): boolean {
  return isOurs(desired, { id: live?.listed.id ?? 0, stamp }, state && { state, proven });
}

/** How many contents state holds that a story was equal to. */
const EQUALS = 50;

/** Read back equal to what git asks for: since now, unless that is what it was equal to last. */
function equalNow({ desired: { contentHash }, state }: PushStory, now: string): Pick<StoryState, 'since' | 'equal'> {
  const before = state?.equal ?? [];
  const since = before.at(-1) === contentHash ? state?.since : undefined;
  return { since: since ?? now, equal: [...before.filter((hash) => hash !== contentHash), contentHash].slice(-EQUALS) };
}

type Recorded = keyof LiveFacts | 'destinationStoryId' | 'name' | 'lineage' | 'editedAt' | 'editedAtTrusted';

function describeLive({ desired }: PushStory, listed: StoryInfo, facts: LiveFacts): Pick<StoryState, Recorded> {
  return {
    destinationStoryId: listed.id,
    name: listed.name,
    lineage: desired.stamp,
    editedAt: listed.editedAt,
    ...(listed.editedAtTrusted ? { editedAtTrusted: true } : {}),
    ...facts,
  };
}

function commitOf(state: StoryState | undefined, commit: string | null): { readonly commit?: string } {
  const known = state?.commit ?? commit;
  return known === null ? {} : { commit: known };
}
