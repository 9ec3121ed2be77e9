import { readFailed, type StepFailure } from '../../apply/step-failure.ts';
import type { Result } from '../../diagnostics/result.ts';
import { fail } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Tenant } from '../../tenant/port.ts';

/**
 * The stories of one team, as this run saw them listed. It knows at which reading each was there first: whether the listing
 * before a create held a story can be told of any create and any story, whatever came later.
 */
export class TeamListing {
  readonly #tenant: Tenant;
  readonly #teamId: number;
  readonly #firstSeen = new Map<number, number>();
  #readings = 0;

  constructor(tenant: Tenant, teamId: number) {
    this.#tenant = tenant;
    this.#teamId = teamId;
  }

  /** Counts from 1. */
  get lastReading(): number {
    return this.#readings;
  }

  async read(): Promise<Result<readonly StoryInfo[], StepFailure>> {
    const listing = await this.#tenant.listStories(this.#teamId);
    if (!listing.ok) return fail(readFailed('stories_of_team', listing.error));
    this.#readings += 1;
    for (const { id } of listing.value) if (!this.#firstSeen.has(id)) this.#firstSeen.set(id, this.#readings);
    return listing;
  }

  /** Whether it was there at that reading or before. */
  held(id: number, reading: number): boolean {
    return (this.#firstSeen.get(id) ?? Number.POSITIVE_INFINITY) <= reading;
  }
}
