import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { Story } from '../../model/story.ts';
import { compareStories } from '../../story/compare/compare.ts';
import type { StoryImport, Tenant } from '../../tenant/port.ts';
import { confirmedWrite } from './confirmed-write.ts';
import { explainFailure, failed, type StepFailure, stale } from './step-failure.ts';

type Importer = { readonly tenant: Tenant; readonly clock: Clock };
type Sent = Omit<StoryImport, 'mode'>;

const WORDS = { refused: 'the import failed', lost: 'the import did not arrive' };

/**
 * Creates a story that the team does not have. `mode: new` is not idempotent, so the listing is read right before, and
 * once more after it: whatever stands between us and the tenant may have sent the request twice.
 */
export async function createStory({ tenant, clock }: Importer, story: Sent): Promise<Result<StoryInfo, StepFailure>> {
  const before = await listTeam(tenant, story.teamId);
  if (!before.ok) return before;
  if (before.value.some(({ name }) => name === story.name)) {
    return fail(stale(`a story named "${story.name}" appeared in the team since the plan`));
  }
  const known = new Set(before.value.map(({ id }) => id));
  const created = await confirmedWrite(clock, {
    send: () => tenant.importStory({ ...story, mode: 'new' }),
    look: async () => {
      const found = await findNew(tenant, story, known);
      return found.ok ? ok(found.value[0]) : found;
    },
    words: WORDS,
  });
  if (!created.ok) return created;
  if (known.has(created.value.id)) return fail(notNew(created.value));
  const others = await findNew(tenant, story, new Set([...known, created.value.id]));
  if (!others.ok) return fail(unconfirmed(created.value, others.error));
  return others.value.length === 0 ? created : fail(madeTwice([created.value, ...others.value]));
}

/** `mode: new` answered with a story that was there before: it may have been overwritten, so this tenant is stopped. */
function notNew({ id }: StoryInfo): StepFailure {
  const { settlement } = failed(
    'verify_failed',
    `the tenant answered with story ${id}, which was there before, expected a new one`,
    'stop syncing to this tenant and look at that story there',
  );
  return { settlement, stopTenant: true };
}

function unconfirmed({ id }: StoryInfo, { settlement, ...rest }: StepFailure): StepFailure {
  const message = `story ${id} was created, but whether it was made only once is not known: ${settlement.message ?? ''}`;
  return { ...rest, settlement: { ...settlement, message } };
}

function madeTwice(stories: readonly StoryInfo[]): StepFailure {
  const ids = stories.map(({ id }) => id).sort((a, b) => a - b);
  return failed(
    'ambiguous_name',
    `one import made ${ids.length} stories there (${ids.join(', ')}): something between here and the tenant sent it more than once`,
    `delete all but story ${ids[0]} there, then run again`,
  );
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
      if (!live.ok) return fail(explainFailure('the story could not be read back', live.error));
      const listed = await tenant.getStory(before.id);
      if (!listed.ok) return fail(explainFailure('the story could not be read back', listed.error));
      seen = listed.value;
      return ok(compareStories(live.value, story.data).length === 0 ? listed.value : undefined);
    },
    words: WORDS,
    hindrance: () =>
      seen.editedAt === before.editedAt
        ? undefined
        : stale('the story was edited at the destination while the answer to the import was lost'),
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
    if (!live.ok) return fail(explainFailure('a new story could not be read', live.error));
    if (isTheOneSent(live.value, sent.data)) found.push(listed);
  }
  return ok(found);
}

function isTheOneSent(live: Story, sent: Story): boolean {
  return live.origin_story_identifier === sent.origin_story_identifier || compareStories(live, sent).length === 0;
}

async function listTeam(tenant: Tenant, teamId: number): Promise<Result<readonly StoryInfo[], StepFailure>> {
  const listing = await tenant.listStories(teamId);
  return listing.ok ? listing : fail(explainFailure('the stories of the team could not be read', listing.error));
}
