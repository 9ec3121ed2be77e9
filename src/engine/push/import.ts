import { confirmedWrite } from '../../apply/confirmed-write.ts';
import { readFailed, type StepFailure, stale } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { Story } from '../../model/story.ts';
import { compareStories } from '../../story/compare/compare.ts';
import type { StoryImport, Tenant } from '../../tenant/port.ts';
import type { TeamListing } from './team-listing.ts';

type Importer = { readonly tenant: Tenant; readonly clock: Clock };
type Creator = Importer & { readonly listing: TeamListing };
type Sent = Omit<StoryImport, 'mode'>;

/** A story that this run created. */
export type Creation = {
  readonly story: StoryInfo;
  /** Which reading of the team's listing came right before it. */
  readonly reading: number;
  /** The tenant's answer named it. Otherwise a look found it, and it may be another run's. */
  readonly answered: boolean;
};

/** `rival`: another run made the story in the meantime; by its stamp it is ours. */
export type CreateFailure = StepFailure & { readonly rival?: StoryInfo };

/**
 * Creates a story that the team does not have. `mode: new` is not idempotent, so the listing is read before. Whether it is the
 * only one is told by the listing after all creates of the team (creates.ts).
 */
export async function createStory(
  { tenant, clock, listing }: Creator,
  story: Sent,
): Promise<Result<Creation, CreateFailure>> {
  const before = await listing.readForCreate();
  if (!before.ok) return before;
  const reading = listing.lastReading;
  const appeared = before.value.find(({ name }) => name === story.name);
  if (appeared) return foundInstead(tenant, story, appeared);
  let answered = false;
  const created = await confirmedWrite(clock, {
    send: async () => {
      const answer = await tenant.importStory({ ...story, mode: 'new' });
      answered = answer.ok;
      return answer;
    },
    look: async () => {
      const now = await listing.read();
      if (!now.ok) return now;
      const found = await findCopies(tenant, story.data, isNew(now.value, listing, reading));
      return found.ok ? ok(found.value[0]?.listed) : found;
    },
    step: { write: 'import' },
  });
  if (!created.ok) return isRefused(created.error) ? lookForRival(tenant, listing, story, reading, created) : created;
  if (listing.held(created.value.id, reading)) return fail(notNew(created.value));
  return ok({ story: created.value, reading, answered });
}

/** A tenant that takes a name once refuses the second of two creates at one moment: no fault of the story. */
async function lookForRival(
  tenant: Tenant,
  listing: TeamListing,
  story: Sent,
  reading: number,
  refused: Result<never, StepFailure>,
): Promise<Result<never, CreateFailure>> {
  const now = await listing.read();
  const appeared = now.ok && isNew(now.value, listing, reading).find(({ name }) => name === story.name);
  return appeared ? foundInstead(tenant, story, appeared) : refused;
}

async function foundInstead(
  tenant: Tenant,
  { name, data }: Sent,
  found: StoryInfo,
): Promise<Result<never, CreateFailure>> {
  const stands = stale({ since: 'name_appeared', name });
  const live = await tenant.exportStory(found.id);
  if (!live.ok) return fail(live.error.kind === 'not_found' ? stands : readFailed('new_story', live.error));
  return fail(hasStampOf(live.value, data) ? { ...stands, rival: found } : stands);
}

function isRefused({ fact }: StepFailure): boolean {
  return fact.kind === 'write_refused' && fact.failure.kind === 'rejected';
}

function isNew(stories: readonly StoryInfo[], listing: TeamListing, reading: number): readonly StoryInfo[] {
  return stories.filter(({ id }) => !listing.held(id, reading));
}

/** `mode: new` answered with a story that was there before: it may have been overwritten, so this tenant is stopped. */
function notNew({ id }: StoryInfo): StepFailure {
  return { fact: { kind: 'other_story_answered', got: { id }, expected: {} }, halt: 'tenant' };
}

/** Replaces the live content by name. It may be repeated, as long as nobody else touched the story meanwhile. */
export async function replaceStory(
  { tenant, clock }: Importer,
  before: StoryInfo,
  story: Sent,
): Promise<Result<StoryInfo, StepFailure>> {
  let seen = before;
  return confirmedWrite(clock, {
    send: () => tenant.importStory({ ...story, mode: 'versionReplace' }),
    look: async () => {
      const live = await tenant.exportStory(before.id);
      if (!live.ok) return fail(readFailed('lost_import', live.error));
      const listed = await tenant.getStory(before.id);
      if (!listed.ok) return fail(readFailed('lost_import', listed.error));
      seen = listed.value;
      return ok(compareStories(live.value, story.data).length === 0 ? listed.value : undefined);
    },
    step: { write: 'import' },
    blockedBy: () => (seen.editedAt === before.editedAt ? undefined : stale({ since: 'edited_while_importing' })),
  });
}

/** A listed story that is the one we sent: by its stamp, or by content where a tenant writes its own. */
export type StoryCopy = { readonly listed: StoryInfo; readonly bearsStamp: boolean };

/** Those among the listed ones that are what was sent. */
async function findCopies(
  tenant: Tenant,
  sent: Story,
  among: readonly StoryInfo[],
): Promise<Result<readonly StoryCopy[], StepFailure>> {
  const found: StoryCopy[] = [];
  for (const listed of among) {
    const live = await readNew(tenant, listed);
    if (!live.ok) return live;
    const copy = live.value && asCopy(listed, live.value, sent);
    if (copy) found.push(copy);
  }
  return ok(found);
}

/** Undefined: deleted since it was listed. */
export async function readNew(tenant: Tenant, { id }: StoryInfo): Promise<Result<Story | undefined, StepFailure>> {
  const live = await tenant.exportStory(id);
  if (live.ok || live.error.kind !== 'not_found') return live.ok ? live : fail(readFailed('new_story', live.error));
  return ok(undefined);
}

export function asCopy(listed: StoryInfo, live: Story, sent: Story): StoryCopy | undefined {
  if (hasStampOf(live, sent)) return { listed, bearsStamp: true };
  return compareStories(live, sent).length === 0 ? { listed, bearsStamp: false } : undefined;
}

export function hasStampOf(live: Story, sent: Story): boolean {
  return live.origin_story_identifier === sent.origin_story_identifier;
}
