import { readFailed, type StepFailure } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { Tenant } from '../../tenant/port.ts';

/** How long what a team was seen to have counts, kept up to date with our own writes. */
export const LISTED_FOR_MS = 10_000;

/**
 * The stories of one team, as this run saw them listed. It knows at which reading each was there first: whether the listing
 * before a create held a story can be told of any create and any story, whatever came later.
 */
export class TeamListing {
  readonly #tenant: Tenant;
  readonly #clock: Pick<Clock, 'elapsed'>;
  readonly #teamId: number;
  readonly #firstSeen = new Map<number, number>();
  #readings = 0;
  /** By id; undefined while the next create is to read anew. */
  #last: { readonly stories: Map<number, StoryInfo>; readonly at: number } | undefined;

  constructor(tenant: Tenant, clock: Pick<Clock, 'elapsed'>, teamId: number) {
    this.#tenant = tenant;
    this.#clock = clock;
    this.#teamId = teamId;
  }

  /** Counts from 1. */
  get lastReading(): number {
    return this.#readings;
  }

  async read(): Promise<Result<readonly StoryInfo[], StepFailure>> {
    const at = this.#clock.elapsed();
    const listing = await this.#tenant.listStories(this.#teamId);
    if (!listing.ok) return fail(readFailed('stories_of_team', listing.error));
    this.#readings += 1;
    for (const { id } of listing.value) if (!this.#firstSeen.has(id)) this.#firstSeen.set(id, this.#readings);
    this.#last = { stories: new Map(listing.value.map((story) => [story.id, story])), at };
    return listing;
  }

  /** One reading serves the creates of a team for as long as it counts: an older one may lack what others made since. */
  async readForCreate(): Promise<Result<readonly StoryInfo[], StepFailure>> {
    const last = this.#last;
    if (last && this.#clock.elapsed() - last.at < LISTED_FOR_MS) return ok([...last.stories.values()]);
    return this.read();
  }

  /** What we wrote: a story that we made counts as one that was there, for whatever is made after it. */
  note(story: StoryInfo): void {
    this.#last?.stories.set(story.id, story);
    if (!this.#firstSeen.has(story.id)) this.#firstSeen.set(story.id, this.#readings);
  }

  /** A write went wrong, and what it did nobody knows. */
  forget(): void {
    this.#last = undefined;
  }

  /** Whether it was there at that reading or before. */
  held(id: number, reading: number): boolean {
    return (this.#firstSeen.get(id) ?? Number.POSITIVE_INFINITY) <= reading;
  }
}
