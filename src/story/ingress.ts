import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { type Action, DESTINATION_OWNED, type Story } from '../model/story.ts';
import { ingressOptions, ingressPoints, mapActions } from './ingress-options.ts';
import type { IngressMatching } from './match-ingress.ts';

export { type IngressPoint, ingressPoints } from './ingress-options.ts';
export { type IngressMatching, matchIngress } from './match-ingress.ts';

/** The options that make up an address: `path` and `secret` of a webhook, `url_identifier` of a page. Secret: never show them. */
export type IngressValues = { readonly [option: string]: JsonValue };

/** The addresses of a story, by position in `agents`; for telling whether they survived a push. */
export function ingressValues(story: Story): ReadonlyMap<number, IngressValues> {
  return new Map(ingressPoints(story).map(({ action, index }) => [index, valuesOf(action)]));
}

/** Whether an address is still the placeholder of a file in git. */
export function holdsPlaceholders(story: Story): boolean {
  return ingressPoints(story).some(({ action }) => Object.values(valuesOf(action)).includes(DESTINATION_OWNED));
}

/**
 * The wanted story with the destination's own values: addresses, who may open a page, and whom it writes to.
 * Addresses that appear get fresh ones from `fresh` (32 hex digits each).
 */
export function carryOver(wanted: Story, live: Story, matching: IngressMatching, fresh: () => string): Story {
  const partners = new Map(matching.pairs.map((pair) => [pair.wanted.index, pair.live]));
  const appearing = new Set(matching.appearing.map(({ index }) => index));
  const addressed = mapActions(wanted, (action, index) => {
    const partner = partners.get(index);
    if (partner !== undefined) return withValues(action, valuesOf(partner.action));
    return appearing.has(index) ? withValues(action, freshValues(action, fresh)) : action;
  });
  const liveGuids = new Map(matching.pairs.map((pair) => [pair.wanted.action.guid, pair.live.action.guid]));
  const recipients = live.recipients ?? ('recipients' in wanted ? [] : undefined);
  return {
    ...withGroups(addressed, (guid) => groupsOf(live, liveGuids.get(guid))),
    ...(recipients === undefined ? {} : { recipients }),
  };
}

/** The story as a new one: fresh addresses, pages without a tenant's groups, no recipients. */
export function withFreshIngress(story: Story, fresh: () => string): Story {
  const addressed = mapActions(story, (action) =>
    ingressOptions(action).length === 0 ? action : withValues(action, freshValues(action, fresh)),
  );
  return { ...withGroups(addressed, () => null), ...('recipients' in story ? { recipients: [] } : {}) };
}

function valuesOf(action: Action): IngressValues {
  const owned = ingressOptions(action).filter((key) => Object.hasOwn(action.options, key));
  return Object.fromEntries(owned.map((key) => [key, action.options[key] ?? null]));
}

function freshValues(action: Action, fresh: () => string): IngressValues {
  return Object.fromEntries(ingressOptions(action).map((key) => [key, fresh()]));
}

/** A key that the values do not have goes away: a placeholder must never reach a tenant. */
function withValues(action: Action, values: IngressValues): Action {
  const owned = new Set(ingressOptions(action));
  const kept = Object.entries(action.options).filter(([key]) => !owned.has(key));
  return { ...action, options: { ...Object.fromEntries(kept), ...values } };
}

/** Sets `sso_groups` of each page; pages of releases that do not have the key stay without it. */
function withGroups(story: Story, groups: (agentGuid: string) => JsonValue): Story {
  if (!isArray(story.pages)) return story;
  const pages = story.pages.map((page) => {
    if (!isObject(page) || typeof page.agent_guid !== 'string') return page;
    const found = groups(page.agent_guid);
    return 'sso_groups' in page || found !== null ? { ...page, sso_groups: found } : page;
  });
  return { ...story, pages };
}

function groupsOf(live: Story, agentGuid: string | undefined): JsonValue {
  const pages: readonly JsonObject[] = isArray(live.pages) ? live.pages.filter(isObject) : [];
  return pages.find((page) => page.agent_guid === agentGuid)?.sso_groups ?? null;
}
