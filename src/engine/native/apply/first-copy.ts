import { readFailed } from '../../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../../diagnostics/result.ts';
import { contentHash } from '../../../json/canonical.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import type { NativeFact } from '../../../model/fact/native-fact.ts';
import type { TenantFailure } from '../../../model/fact/tenant-failure.ts';
import type { Story } from '../../../model/story.ts';
import { ingressValues } from '../../../story/addresses/carry-addresses.ts';
import type { TenantReader } from '../../../tenant/port.ts';
import { heldIn } from '../held-stories.ts';
import type { NativeStoryWork } from '../native-work.ts';

export type CopyVerdict = Extract<NativeFact, { kind: 'takeover_stopped' }>['why'];

/** A team and a copy in it, from before the vendor was told to go on with it: nothing else tells later what became of it. */
export class FirstCopy {
  readonly #reader: TenantReader;
  readonly #teamId: number;
  readonly #story: NativeStoryWork;
  readonly #copyId: number;
  readonly #held: ReadonlySet<number>;
  readonly #addresses: ReadonlyMap<string, string>;

  private constructor(
    { reader, teamId, story, copyId }: CopyPlace,
    before: { readonly held: ReadonlySet<number>; readonly addresses: ReadonlyMap<string, string> },
  ) {
    this.#reader = reader;
    this.#teamId = teamId;
    this.#story = story;
    this.#copyId = copyId;
    this.#held = before.held;
    this.#addresses = before.addresses;
  }

  static async read(place: CopyPlace): Promise<Result<FirstCopy, Cause>> {
    const listing = await place.reader.listStories(place.teamId);
    if (!listing.ok) return unread(listing.error);
    const live = await place.reader.exportStory(place.copyId);
    if (!live.ok) return unread(live.error);
    const held = new Set(listing.value.map(({ id }) => id));
    return ok(new FirstCopy(place, { held, addresses: addressesOf(live.value) }));
  }

  /** What the vendor did otherwise than to go on with the copy; null where it did just that. */
  async check(): Promise<Result<CopyVerdict | null, Cause>> {
    const listing = await this.#reader.listStories(this.#teamId);
    if (!listing.ok) return unread(listing.error);
    const made = listing.value.filter(({ id }) => !this.#held.has(id));
    const exports = new Map<number, Story>();
    for (const { id, name } of made) {
      if (name === this.#story.desired.story.name) continue;
      const told = await this.#reader.exportStory(id);
      if (told.ok) exports.set(id, told.value);
    }
    const [second] = heldIn(made, [this.#story.desired], { state: undefined, exports });
    if (second !== undefined) return ok({ is: 'second_copy', storyId: second.id });
    const live = await this.#reader.exportStory(this.#copyId);
    if (!live.ok) return unread(live.error);
    const now = addressesOf(live.value);
    const moved = [...this.#addresses].some(([place, address]) => now.has(place) && now.get(place) !== address);
    return ok(moved ? { is: 'addresses_changed', storyId: this.#copyId } : null);
  }
}

export type CopyPlace = {
  readonly reader: TenantReader;
  readonly teamId: number;
  readonly story: NativeStoryWork;
  readonly copyId: number;
};

/** Addresses are secret: only whether they are the same is of interest. */
function addressesOf(story: Story): ReadonlyMap<string, string> {
  return new Map([...ingressValues(story)].map(([place, values]) => [place, contentHash(values)]));
}

function unread(failure: TenantFailure): Result<never, Cause> {
  return fail(readFailed('stories_of_team', failure).fact);
}
