import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { ListedStory } from '../model/observed.ts';
import type { Story } from '../model/story.ts';
import { compareStories } from '../story/compare.ts';
import type { StoryImport, Tenant } from '../tenant/port.ts';
import type { Clock } from './ports.ts';
import { explainFailure, failed, type StepFailure, stale } from './settlement.ts';
import { WRITE_ATTEMPTS, waitBeforeLook } from './write.ts';

type Importer = { readonly tenant: Tenant; readonly clock: Clock };

/**
 * Creates a story that the team does not have. `mode: new` is not idempotent, so the listing is read right
 * before each try, and a lost answer is looked up by name before anything is sent again (spec 5.8).
 */
export async function createStory(
  { tenant, clock }: Importer,
  story: Omit<StoryImport, 'mode'>,
): Promise<Result<ListedStory, StepFailure>> {
  const before = await listTeam(tenant, story.teamId);
  if (!before.ok) return before;
  if (before.value.some(({ name }) => name === story.name)) {
    return fail(stale(`a story named "${story.name}" appeared in the team since the plan`));
  }
  const known = new Set(before.value.map(({ id }) => id));
  for (let attempt = 1; ; attempt += 1) {
    const imported = await tenant.importStory({ ...story, mode: 'new' });
    if (imported.ok) return known.has(imported.value.id) ? fail(notNew(imported.value)) : imported;
    const lost = imported.error;
    if (lost.effect === 'none') return fail(explainFailure('the import failed', lost));
    const found = await lookForNew({ tenant, clock }, story, known);
    if (!found.ok) return found;
    const [first, second] = found.value;
    if (second)
      return fail(
        failed('ambiguous_name', `"${story.name}" exists twice after a lost answer`, 'remove one of the two'),
      );
    if (first) return ok(first);
    if (attempt === WRITE_ATTEMPTS) return fail(explainFailure('the import did not arrive', lost));
  }
}

/** `mode: new` answered with a story that was there before: it may have been overwritten, so this tenant is stopped. */
function notNew({ id }: ListedStory): StepFailure {
  const { settlement } = failed(
    'verify_failed',
    `the tenant answered with story ${id}, which was there before, expected a new one`,
    'stop syncing to this tenant and look at that story there',
  );
  return { settlement, stopTenant: true };
}

/** Replaces the live content by name. It may be repeated: the same content twice is the same story. */
export async function replaceStory(
  { tenant, clock }: Importer,
  id: number,
  story: Omit<StoryImport, 'mode'>,
): Promise<Result<ListedStory, StepFailure>> {
  for (let attempt = 1; ; attempt += 1) {
    const imported = await tenant.importStory({ ...story, mode: 'versionReplace' });
    if (imported.ok) return imported;
    const lost = imported.error;
    if (lost.effect === 'none') return fail(explainFailure('the import failed', lost));
    const arrived = await lookForContent({ tenant, clock }, id, story.data);
    if (!arrived.ok) return arrived;
    if (arrived.value) return ok(arrived.value);
    if (attempt === WRITE_ATTEMPTS) return fail(explainFailure('the import did not arrive', lost));
  }
}

/** Stories that were not there before and are the one we sent: by its stamp, or by content where a tenant writes its own. */
async function lookForNew(
  { tenant, clock }: Importer,
  sent: Omit<StoryImport, 'mode'>,
  known: ReadonlySet<number>,
): Promise<Result<readonly ListedStory[], StepFailure>> {
  for (const wait of waitBeforeLook) {
    await clock.sleep(wait);
    const listing = await listTeam(tenant, sent.teamId);
    if (!listing.ok) return listing;
    const found: ListedStory[] = [];
    for (const listed of listing.value.filter(({ id }) => !known.has(id))) {
      const live = await tenant.exportStory(listed.id);
      if (!live.ok) return fail(explainFailure('a new story could not be read', live.error));
      if (isTheOneSent(live.value, sent.data)) found.push(listed);
    }
    if (found.length > 0) return ok(found);
  }
  return ok([]);
}

function isTheOneSent(live: Story, sent: Story): boolean {
  return live.origin_story_identifier === sent.origin_story_identifier || compareStories(live, sent).length === 0;
}

async function lookForContent(
  { tenant, clock }: Importer,
  id: number,
  sent: Story,
): Promise<Result<ListedStory | undefined, StepFailure>> {
  for (const wait of waitBeforeLook) {
    await clock.sleep(wait);
    const live = await tenant.exportStory(id);
    if (!live.ok) return fail(explainFailure('the story could not be read back', live.error));
    if (compareStories(live.value, sent).length > 0) continue;
    const listed = await tenant.getStory(id);
    return listed.ok ? listed : fail(explainFailure('the story could not be read back', listed.error));
  }
  return ok(undefined);
}

async function listTeam(tenant: Tenant, teamId: number): Promise<Result<readonly ListedStory[], StepFailure>> {
  const listing = await tenant.listStories(teamId);
  return listing.ok ? listing : fail(explainFailure('the stories of the team could not be read', listing.error));
}
