import { readFailed, type StepFailure } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { sha256 } from '../../json/canonical.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { Destination } from '../../model/destination.ts';
import { isKeyRefused } from '../../model/fact/reason.ts';
import type { Warning } from '../../model/fact/warning.ts';
import type { RecordType } from '../../model/record-type.ts';
import type { Story } from '../../model/story.ts';
import { tagsOf } from '../../model/tags.ts';
import { canonicalStory } from '../../story/canonical.ts';
import type { StoryPatch, Tenant } from '../../tenant/port.ts';
import { type Creation, createStory, replaceStory } from './import.ts';
import { checkContentPrecondition, confirmIdentity, lookBeforeReplacement } from './precondition.ts';
import type { FreshIngress, LiveStory, PushStory } from './push-work.ts';
import type { TeamRecordTypes } from './record-types.ts';
import { saveLiveContent } from './saved-version.ts';
import { hasSettingsToLose, settingsIn, settingsToRestore } from './settings.ts';
import type { TeamListing } from './team-listing.ts';
import { changeStory } from './update.ts';
import { findDeviations, type ReadBack, readBack, readContentBack } from './verify.ts';

export type Pusher = {
  readonly tenant: Tenant;
  /** Stories that are sent once more at the end, if they are then as they were read back. */
  readonly again: ReadonlySet<string>;
  readonly destination: Destination;
  readonly types: TeamRecordTypes;
  readonly listing: TeamListing;
  /** What this run created there, by story key; noted as soon as it is there, whatever comes after. */
  readonly created: Map<string, Creation>;
  readonly clock: Clock;
  readonly fresh: FreshIngress;
};

export type PushedStory = ReadBack & { readonly warnings: readonly Warning[] };

/** A failure after the import has something to record: what was read back. `rival`: another run made the story. */
export type PushFailure = StepFailure & { readonly back?: ReadBack; readonly rival?: StoryInfo };

/** Pushes one story: record types first, then the content, then what only an update can set, then the proof. */
export async function pushStory(pusher: Pusher, work: PushStory): Promise<Result<PushedStory, PushFailure>> {
  const pushed = work.live ? await pushOver(pusher, work, work.live) : await pushNew(pusher, work);
  const there = pushed.ok ? pushed.value : pushed.error.back;
  if (there) pusher.listing.note(there.listed);
  else pusher.listing.forget();
  return pushed;
}

async function pushNew(pusher: Pusher, work: PushStory): Promise<Result<PushedStory, PushFailure>> {
  const content = await compose(pusher, work);
  if (!content.ok) return content;
  const written = await create(pusher, work, content.value);
  return written.ok ? finish(pusher, work, content.value, written.value) : written;
}

async function pushOver(pusher: Pusher, work: PushStory, live: LiveStory): Promise<Result<PushedStory, PushFailure>> {
  const before = await lookAgain(pusher, work, live);
  if (!before.ok) return before;
  const { changes } = pusher.types;
  const content = await compose(pusher, work);
  if (!content.ok) return content;
  // Types are made by several calls: long enough for somebody to come in between.
  const current = pusher.types.changes === changes ? before : await lookOnce(pusher, work, live);
  if (!current.ok) return current;
  const written = await replace(pusher, work, current.value, content.value);
  if (!written.ok) return written;
  return finish(pusher, { ...work, live: current.value.live }, content.value, written.value);
}

/** What was sent before, but for random addresses, which no comparison looks at. */
export async function composeAgain(pusher: Pusher, work: PushStory): Promise<Story> {
  const composed = await compose(pusher, work);
  if (!composed.ok) throw new Error('Internal error: what was sent once cannot be composed again');
  return composed.value;
}

async function compose(pusher: Pusher, work: PushStory): Promise<Result<Story, StepFailure>> {
  const types = await carryOutTypes(pusher, work);
  if (!types.ok) return types;
  if (!work.content) throw new Error('Internal error: nothing was composed for a story that is to be pushed');
  return ok(work.content(types.value, pusher.fresh));
}

/** Callers inside a cycle bind to callees that did not exist at their first import: they are sent once more. */
export async function pushAgain(
  pusher: Pusher,
  work: PushStory,
  first: PushedStory,
): Promise<Result<PushedStory, PushFailure>> {
  const pushed: LiveStory = { listed: first.listed, read: { story: first.story, parts: {} } };
  const current = await lookAgain(pusher, work, pushed);
  if (!current.ok) return current;
  const again = { ...work, live: current.value.live, saveVersion: false };
  const content = { ...first.story, tags: [] };
  const written = await replace(pusher, again, current.value, content);
  if (!written.ok) return written;
  const warnings = [...first.warnings, ...written.value.warnings];
  return finish(pusher, again, content, { ...written.value, warnings });
}

/** A story that may be replaced, under that name. */
type Replaceable = { readonly live: LiveStory; readonly name: string };

async function lookAgain(pusher: Pusher, work: PushStory, live: LiveStory): Promise<Result<Replaceable, StepFailure>> {
  const now = await lookOnce(pusher, work, live);
  if (!now.ok) return now;
  const same = await checkContentPrecondition(pusher.tenant, live);
  return same.ok ? now : same;
}

/** Its settings and tags may have changed without an edit of the story: what holds is what is there now. */
async function lookOnce(
  { tenant }: Pusher,
  { desired }: PushStory,
  live: LiveStory,
): Promise<Result<Replaceable, StepFailure>> {
  const now = await lookBeforeReplacement(tenant, live, desired.story.name);
  return now.ok ? ok({ live: { ...live, listed: now.value.listed }, name: now.value.name }) : now;
}

async function carryOutTypes(
  { types }: Pusher,
  work: PushStory,
): Promise<Result<ReadonlyMap<string, RecordType>, StepFailure>> {
  const carriedOut = new Map<string, RecordType>();
  for (const decision of work.decisions) {
    const type = await types.carryOut(decision);
    if (!type.ok) return type;
    carriedOut.set(decision.name, type.value);
  }
  return ok(carriedOut);
}

type Written = { readonly story: StoryInfo; readonly warnings: readonly Warning[] };

async function create(pusher: Pusher, work: PushStory, data: Story): Promise<Result<Written, PushFailure>> {
  const { teamId, folderId } = pusher.destination;
  const folder = folderId === undefined ? {} : { folderId };
  const created = await createStory(pusher, { teamId, name: work.desired.story.name, data, ...folder });
  if (!created.ok) return created;
  const confirmed = confirmIdentity(created.value.story, { teamId });
  if (confirmed.ok) pusher.created.set(work.planned.key, created.value);
  return confirmed.ok ? ok({ story: confirmed.value, warnings: [] }) : confirmed;
}

async function replace(
  pusher: Pusher,
  work: PushStory,
  { live, name }: Replaceable,
  data: Story,
): Promise<Result<Written, StepFailure>> {
  const { teamId } = pusher.destination;
  const { id } = live.listed;
  const saved = work.saveVersion ? await saveLiveContent(pusher, id, versionName(live)) : ok([]);
  if (!saved.ok) return saved;
  const renamed = live.listed.name === name ? ok(live.listed) : await changeStory(pusher, id, { name });
  if (!renamed.ok) return renamed;
  // What the destination has of its own goes along where an import can carry it: a lost update must not cost it.
  const { folderId } = live.listed;
  const replaced = await replaceStory(pusher, renamed.value, {
    teamId,
    name,
    data: { ...data, name, tags: tagsToKeep(work, live) },
    ...(folderId === null ? {} : { folderId }),
  });
  if (!replaced.ok) {
    // Refused content must not leave the live story under a new name: its slug, and so its callers, may follow it.
    const { fact } = replaced.error;
    const refused = fact.kind === 'write_refused' && !isKeyRefused(fact);
    if (refused && live.listed.name !== name) await changeStory(pusher, id, { name: live.listed.name });
    return replaced;
  }
  const confirmed = confirmIdentity(replaced.value, { id, teamId });
  return confirmed.ok ? ok({ story: confirmed.value, warnings: saved.value }) : confirmed;
}

/** Names the content (without the time of the export), so that content which is saved already is recognised. */
function versionName({ read }: LiveStory): string {
  const hash = read ? sha256(canonicalStory(read.story)).slice('sha256:'.length, 'sha256:'.length + 12) : 'unread';
  return `before storysync overwrote it (${hash})`;
}

/** Settings and tags that the import could not carry, then reading back. */
async function finish(
  pusher: Pusher,
  work: PushStory,
  sent: Story,
  written: Written,
): Promise<Result<PushedStory, PushFailure>> {
  const wanted = { name: work.desired.story.name, tags: tagsOf(work.desired.story), removeTags: work.tags.remove };
  // The destination's own tags survive an import that follows the file.
  const tags = [...new Set([...wanted.tags, ...tagsToKeep(work, work.live)])];
  const { tenant } = pusher;
  const { id } = written.story;
  const after = await settingsAfter(tenant, written, work.live?.listed);
  if (!after.ok) return after;
  const patch = settingsToRestore(after.value, { ...wanted, tags }, work.live?.listed);
  const updated = patch ? await changeStory(pusher, id, patch) : after;
  if (!updated.ok) return patch && work.live ? fail(withMoved(updated.error, patch)) : updated;
  const known = { ...after.value, editedAt: updated.value.editedAt };
  const isKnown = settingsIn(patch ?? {}).length === 0 && !pusher.again.has(work.planned.key);
  const back = await (isKnown ? readContentBack(tenant, known) : readBack(tenant, id));
  if (!back.ok) return back;
  const deviations = findDeviations(work, { ...sent, name: wanted.name }, back.value);
  if (deviations.length > 0)
    return fail({ fact: { kind: 'differs_after_push', places: deviations }, back: back.value });
  const unplanned = await pusher.types.findUnplanned(work.decisions, { sent, live: back.value.story });
  if (!unplanned.ok) return unplanned;
  if (unplanned.value.length > 0) {
    const fact = { kind: 'record_types_unplanned', names: unplanned.value } as const;
    return fail({ fact, halt: 'tenant', back: back.value });
  }
  return ok({ ...back.value, warnings: [...written.warnings, ...adoption(work, back.value.story)] });
}

/** The answer to an import tells what became of the settings; where one is at stake, what is live is asked for. */
async function settingsAfter(
  tenant: Tenant,
  { story }: Written,
  before: StoryInfo | undefined,
): Promise<Result<StoryInfo, StepFailure>> {
  if (!before || !hasSettingsToLose(before)) return ok(story);
  const now = await tenant.getStory(story.id);
  return now.ok ? now : fail(readFailed('after_push', now.error));
}

/** Said once: the next run finds the story to be ours. */
function adoption({ adopts, desired }: PushStory, live: Story): readonly Warning[] {
  return adopts ? [{ kind: 'taken_over', keepsOwnStamp: live.origin_story_identifier !== desired.stamp }] : [];
}

/** No later run knows how these were: what reads well then must be put right now, by somebody who does. */
function withMoved(failure: StepFailure, patch: StoryPatch): StepFailure {
  const settings = settingsIn(patch);
  if (settings.length === 0) return failure;
  return { ...failure, fact: { kind: 'settings_not_restored', settings, by: failure.fact } };
}

/** These exist in the tenant, so no import fails for them. */
function tagsToKeep({ tags }: PushStory, live: LiveStory | undefined): string[] {
  return (live?.listed.tags ?? []).filter((tag) => !tags.remove.includes(tag));
}
