import type { Destination } from '../model/destination.ts';
import type { DestinationState, RecordTypeState, StoryState } from '../model/destination-state.ts';
import type { Story } from '../model/story.ts';
import { tagsOf } from '../model/tags.ts';
import type { StoryWork } from '../plan/story-work.ts';
import { ingressPoints } from '../story/ingress.ts';
import { matchActions } from '../story/match.ts';
import { fingerprint } from '../story/parts.ts';
import type { Settlement } from './ledger.ts';
import type { ReadBack } from './verify.ts';

/** What this run learned about a destination, on top of what was remembered. It becomes the next state file. */
export class Receipt {
  readonly #destination: Destination;
  readonly #stories: Record<string, StoryState>;
  readonly #recordTypes: Record<string, RecordTypeState>;
  readonly #last: DestinationState['last'];

  constructor(destination: Destination, previous: DestinationState | undefined) {
    this.#destination = destination;
    this.#stories = { ...previous?.stories };
    this.#recordTypes = { ...previous?.recordTypes };
    this.#last = previous?.last ?? {};
  }

  /** After a push: what was read back, verified or not. */
  recordPush(
    work: StoryWork,
    back: ReadBack,
    settlement: Settlement,
    at: { syncedAt: string; commit: string | null },
  ): void {
    const { desired, tags, state } = work;
    const mine = new Set([...(state?.tags ?? []), ...tags.add]);
    this.#stories[desired.key] = {
      ...describeLive(work, back),
      pushed: desired.contentHash,
      tags: tagsOf(desired.story)
        .filter((tag) => mine.has(tag))
        .sort(),
      status: settlement.status,
      reason: settlement.reason,
      errorMessage: settlement.message ?? null,
      syncedAt: at.syncedAt,
      ...(at.commit === null ? {} : { commit: at.commit }),
    };
    if (settlement.status === 'synced') this.#recordTypesOf(work);
  }

  /** A story found equal without a push: the memory of it is made, or brought up to date. */
  recordEqual(work: StoryWork, at: { syncedAt: string; commit: string | null }): void {
    const { desired, state, live } = work;
    if (!live?.read || !isStamped(work, live.read.story)) return;
    this.#stories[desired.key] = {
      ...describeLive(work, { listed: live.listed, story: live.read.story }, live.read.parts),
      pushed: desired.contentHash,
      tags: state?.tags ?? [],
      status: 'synced',
      reason: null,
      errorMessage: null,
      syncedAt: state?.syncedAt ?? at.syncedAt,
      ...commitOf(state, at.commit),
    };
    this.#recordTypesOf(work);
  }

  toState(): DestinationState {
    const { tenantUrl, teamId } = this.#destination;
    return { tenantUrl, teamId, stories: this.#stories, recordTypes: this.#recordTypes, last: this.#last };
  }

  #recordTypesOf({ desired, decisions }: StoryWork): void {
    for (const { name, target } of decisions) {
      const definition = desired.recordTypes.find((type) => type.name === name);
      if (definition) this.#recordTypes[name] = { target, definition };
    }
  }
}

/** Under `adopt` a story may be equal that we never pushed: remembering it would claim it for good (spec 5.2). */
function isStamped({ desired, state, live }: StoryWork, story: Story): boolean {
  const stamp = story.origin_story_identifier;
  return stamp === desired.stamp || (stamp === state?.stamp && live?.listed.id === state?.destinationStoryId);
}

function describeLive(
  { desired }: StoryWork,
  { listed, story }: ReadBack,
  parts: StoryState['observed'] = fingerprint(story),
): Pick<StoryState, 'destinationStoryId' | 'name' | 'stamp' | 'observed' | 'editedAt' | 'actions'> {
  const stamp = story.origin_story_identifier;
  return {
    destinationStoryId: listed.id,
    name: listed.name,
    stamp: typeof stamp === 'string' ? stamp : '',
    observed: parts,
    editedAt: listed.editedAt,
    actions: mapAddresses(desired.story, story),
  };
}

/** Source guid -> destination guid of webhooks and pages: a later rename keeps their addresses by it. */
function mapAddresses(source: Story, live: Story): { readonly [sourceGuid: string]: string } {
  const addressed = new Set(ingressPoints(source).map(({ index }) => index));
  return Object.fromEntries(
    matchActions(source, live)
      .pairs.filter(({ before }) => addressed.has(before))
      .flatMap(({ before, after }) => {
        const [ours, theirs] = [source.agents[before], live.agents[after]];
        return ours && theirs ? [[ours.guid, theirs.guid]] : [];
      }),
  );
}

function commitOf(state: StoryState | undefined, commit: string | null): { readonly commit?: string } {
  const known = state?.commit ?? commit;
  return known === null ? {} : { commit: known };
}
