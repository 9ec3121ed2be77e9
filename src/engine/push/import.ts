import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { Story } from '../../model/story.ts';
import { compareStories } from '../../story/compare/compare.ts';
import type { StoryImport, Tenant } from '../../tenant/port.ts';
import { confirmedWrite } from './confirmed-write.ts';
import { readFailed, type StepFailure, stale } from './step-failure.ts';

type Importer = { readonly tenant: Tenant; readonly clock: Clock };
type Sent = Omit<StoryImport, 'mode'>;

/**
 * Creates a story that the team does not have. `mode: new` is not idempotent, so the listing is read right before, and
 * once more after it: whatever stands between us and the tenant may have sent the request twice.
 */
export async function createStory({ tenant, clock }: Importer, story: Sent): Promise<Result<StoryInfo, StepFailure>> {
  const before = await listTeam(tenant, story.teamId);
  if (!before.ok) return before;
  if (before.value.some(({ name }) => name === story.name)) {
    return fail(stale({ since: 'name_appeared', name: story.name }));
  }
  const known = new Set(before.value.map(({ id }) => id));
  const created = await confirmedWrite(clock, {
    send: () => tenant.importStory({ ...story, mode: 'new' }),
    look: async () => {
      const found = await findNew(tenant, story, known);
      return found.ok ? ok(found.value[0]) : found;
    },
    step: { write: 'import' },
  });
  if (!created.ok) return created;
  if (known.has(created.value.id)) return fail(notNew(created.value));
  const others = await findNew(tenant, story, new Set([...known, created.value.id]));
  if (!others.ok) return fail(unconfirmed(created.value, others.error));
  return others.value.length === 0 ? created : fail(madeTwice([created.value, ...others.value]));
}

/** `mode: new` answered with a story that was there before: it may have been overwritten, so this tenant is stopped. */
function notNew({ id }: StoryInfo): StepFailure {
  return { fact: { kind: 'other_story_answered', got: { id }, expected: {} }, halt: 'tenant' };
}

function unconfirmed({ id }: StoryInfo, { fact, ...rest }: StepFailure): StepFailure {
  return { ...rest, fact: { kind: 'created_unconfirmed', id, by: fact } };
}

function madeTwice(stories: readonly StoryInfo[]): StepFailure {
  const ids = stories.map(({ id }) => id).sort((a, b) => a - b);
  return { fact: { kind: 'created_twice', ids } };
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

/** Stories that were not there before and are the one we sent: by its stamp, or by content where a tenant writes its own. */
async function findNew(
  tenant: Tenant,
  sent: Sent,
  known: ReadonlySet<number>,
): Promise<Result<readonly StoryInfo[], StepFailure>> {
  const listing = await listTeam(tenant, sent.teamId);
  if (!listing.ok) return listing;
  const found: StoryInfo[] = [];
  for (const listed of listing.value.filter(({ id }) => !known.has(id))) {
    const live = await tenant.exportStory(listed.id);
    // Deleted since it was listed.
    if (!live.ok && live.error.kind === 'not_found') continue;
    if (!live.ok) return fail(readFailed('new_story', live.error));
    if (isTheOneSent(live.value, sent.data)) found.push(listed);
  }
  return ok(found);
}

function isTheOneSent(live: Story, sent: Story): boolean {
  return live.origin_story_identifier === sent.origin_story_identifier || compareStories(live, sent).length === 0;
}

async function listTeam(tenant: Tenant, teamId: number): Promise<Result<readonly StoryInfo[], StepFailure>> {
  const listing = await tenant.listStories(teamId);
  return listing.ok ? listing : fail(readFailed('stories_of_team', listing.error));
}
