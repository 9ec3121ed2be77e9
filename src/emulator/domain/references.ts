import { actionsOf } from './actions.ts';
import type { JsonRecord } from './json.ts';
import type { EmulatedObject, EmulatedTenant } from './tenant.ts';

export type ReferenceKind = 'CREDENTIAL' | 'RESOURCE';

/** The slugs that the actions and integration inputs of a story name. */
export function referencedSlugs(content: JsonRecord, kind: ReferenceKind): Set<string> {
  const text = JSON.stringify([actionsOf(content), content.integrations ?? null]);
  const pattern = new RegExp(`\\b${kind}\\.([A-Za-z0-9_]+)`, 'g');
  return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** Whether a team may use an object: its own, shared with everybody, or shared with it by slug. */
export function usableIn(tenant: EmulatedTenant, shared: EmulatedObject, teamId: number): boolean {
  if (shared.team_id === teamId || shared.read_access === 'GLOBAL') return true;
  const slug = tenant.teams.find((team) => team.id === teamId)?.slug;
  return shared.read_access === 'SPECIFIC_TEAMS' && slug !== undefined && shared.shared_team_slugs.includes(slug);
}

/** The first reference of a story that its team cannot use. */
export function missingReference(tenant: EmulatedTenant, teamId: number, content: JsonRecord): string | undefined {
  const kinds = [
    ['CREDENTIAL', tenant.credentials],
    ['RESOURCE', tenant.resources],
  ] as const;
  for (const [kind, objects] of kinds) {
    const usable = new Set(objects.filter((one) => usableIn(tenant, one, teamId)).map((one) => one.slug));
    for (const slug of referencedSlugs(content, kind)) if (!usable.has(slug)) return `${kind}.${slug}`;
  }
  return undefined;
}
