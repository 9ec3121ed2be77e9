import { actionsOf, nameOf } from './actions.ts';
import { seconds, stampAfter } from './clock.ts';
import { emulatedSlug, randomHex } from './identity.ts';
import { type JsonRecord, textOr, textsIn } from './json.ts';
import { type Draft, type EmulatedStory, type EmulatedTenant, newId } from './tenant.ts';

/** A live story around some content, with the settings a new one has. */
export function newStory(
  tenant: EmulatedTenant,
  teamId: number,
  userId: number,
  now: number,
  content: JsonRecord,
): EmulatedStory {
  const at = seconds(now);
  return {
    id: newId(tenant, 'story'),
    team_id: teamId,
    folder_id: null,
    user_id: userId,
    disabled: false,
    priority: false,
    locked: false,
    change_control_enabled: false,
    owners: [],
    shared_team_slugs: [],
    created_at: at,
    updated_at: at,
    edited_at: at,
    content,
  };
}

/** The content of a story that was just made by hand. */
export function emptyContent(tenant: EmulatedTenant, name: string): JsonRecord {
  const guid = randomHex();
  return {
    name,
    description: null,
    guid,
    slug: emulatedSlug(name),
    agents: [],
    diagram_notes: [],
    links: [],
    diagram_layout: '{}',
    keep_events_for: 604_800,
    pages: [],
    tags: [],
    recipients: [],
    send_to_stories: [],
    origin_story_identifier: `cloud:${tenant.hex}:${guid}`,
  };
}

/** Moves the time stamps: `updated_at` always, `edited_at` for a change of content or where the tenant counts everything. */
export function stampChange(
  tenant: EmulatedTenant,
  story: EmulatedStory | Draft,
  kind: 'edit' | 'setting',
  now: number,
): void {
  story.updated_at = stampAfter(tenant, story.updated_at, now);
  if (kind === 'edit' || tenant.switches.edited_at_on_update === 'always') {
    story.edited_at = stampAfter(tenant, story.edited_at, now);
  }
}

export function renameContent(tenant: EmulatedTenant, content: JsonRecord, name: string): void {
  content.name = name;
  if (tenant.switches.rename_slug === 'follow') content.slug = emulatedSlug(name);
}

/** Adds and removes tags; naming a new one creates it in the tenant. */
export function changeTags(tenant: EmulatedTenant, content: JsonRecord, add: string[], remove: string[]): void {
  for (const tag of add) if (!tenant.tags.includes(tag)) tenant.tags.push(tag);
  const kept = textsIn(content.tags).filter((tag) => !remove.includes(tag));
  content.tags = [...kept, ...add.filter((tag) => !kept.includes(tag))];
}

/** Numeric action ids, which the API speaks of and exports do not. */
export function actionIds(story: EmulatedStory): Map<string, number> {
  return new Map(actionsOf(story.content).map((action, index) => [textOr(action.guid), story.id * 1000 + index + 1]));
}

const ACCESS_SOURCES = ['OFF', 'STS', 'WORKBENCH', 'STS_AND_WORKBENCH'];

/** The story object of the API. */
export function storyView({ switches }: EmulatedTenant, story: EmulatedStory): JsonRecord {
  const { content } = story;
  const ids = actionIds(story);
  const entry = typeof content.entry_agent_guid === 'string' ? ids.get(content.entry_agent_guid) : undefined;
  const access = content.send_to_story_access;
  return {
    id: story.id,
    name: nameOf(content),
    user_id: story.user_id,
    description: content.description ?? null,
    keep_events_for: content.keep_events_for ?? 604_800,
    disabled: story.disabled,
    priority: story.priority,
    send_to_story_enabled: content.send_to_story_enabled === true,
    send_to_story_access_source: ACCESS_SOURCES[Number(content.send_to_story_access_source ?? 0)] ?? 'OFF',
    send_to_story_access: typeof access === 'string' ? access.toUpperCase() : null,
    shared_team_slugs: story.shared_team_slugs,
    entry_agent_id: entry ?? null,
    exit_agents: textsIn(content.exit_agent_guids).flatMap((guid) => {
      const id = ids.get(guid);
      return id === undefined ? [] : [switches.exit_agents === 'ids' ? id : { id }];
    }),
    send_to_story_skill_use_requires_confirmation: content.send_to_story_skill_use_requires_confirmation !== false,
    team_id: story.team_id,
    tags: textsIn(content.tags),
    guid: content.guid ?? null,
    slug: content.slug ?? null,
    created_at: story.created_at,
    updated_at: story.updated_at,
    edited_at: story.edited_at,
    mode: 'LIVE',
    folder_id: story.folder_id,
    published: true,
    change_control_enabled: story.change_control_enabled,
    locked: story.locked,
    owners: story.owners,
    monitor_failures: content.monitor_failures === true,
    recipients: textsIn(content.recipients),
  };
}

/** What a write to a story answers; to be asked for before it is carried out. */
export function answerToWrite(tenant: EmulatedTenant, story: EmulatedStory): () => JsonRecord {
  const before = storyView(tenant, story);
  return () => (tenant.switches.write_answer === 'before' ? before : storyView(tenant, story));
}

/** A draft looks like its story, with its own id and name. */
export function draftView(tenant: EmulatedTenant, story: EmulatedStory, draft: Draft): JsonRecord {
  return {
    ...storyView(tenant, { ...story, content: draft.content }),
    id: draft.id,
    name: draft.name,
    slug: `${emulatedSlug(nameOf(draft.content))}_${emulatedSlug(draft.name)}`,
    mode: 'TEST',
    created_at: draft.created_at,
    updated_at: draft.updated_at,
    edited_at: draft.edited_at,
  };
}
