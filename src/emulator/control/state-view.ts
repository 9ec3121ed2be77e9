import { nameOf } from '../domain/actions.ts';
import type { EmulatedStory, EmulatedTenant } from '../domain/tenant.ts';

/** The ground truth of a tenant, for tests that must not rely on the API under test. Keys stay out of it. */
export function stateOf(tenant: EmulatedTenant): object {
  return {
    hex: tenant.hex,
    switches: tenant.switches,
    tags: tenant.tags,
    teams: tenant.teams,
    folders: tenant.folders,
    credentials: tenant.credentials.map((one) => one.slug),
    resources: tenant.resources.map((one) => one.slug),
    stories: tenant.stories.map(storyState),
    archived_stories: tenant.archived.map(storyState),
    record_types: tenant.record_types.map(({ records, ...type }) => ({ ...type, records: records.length })),
    drafts: tenant.drafts,
    change_requests: tenant.change_requests,
    versions: tenant.versions,
    sync_destinations: tenant.sync_destinations.map((destination) => ({
      ...destination,
      destination_tenant_api_key: undefined,
    })),
    audit_operations: tenant.audit.map((entry) => entry.operation_name),
  };
}

export function storyState(story: EmulatedStory): object {
  const { content, ...settings } = story;
  return { ...settings, name: nameOf(content), guid: content.guid, slug: content.slug, tags: content.tags, content };
}
