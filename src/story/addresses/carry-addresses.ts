import { isArray, isObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { DESTINATION_OWNED, type Story } from '../../model/story.ts';
import { actionRef } from '../action-ref.ts';
import { mapActions, optionsOf, placeKey } from '../actions.ts';
import { mapFreeTexts } from '../free-texts.ts';
import { ingressOptions, ingressPoints, newIngressOptions, ownAddress } from './ingress-options.ts';
import type { IngressMatching } from './match-ingress.ts';
import { neutralise } from './neutralise.ts';
import { replacePlaceholders } from './placeholder.ts';

export { type IngressPoint, ingressPoints } from './ingress-options.ts';
export { type IngressMatching, matchIngress } from './match-ingress.ts';

/** The options that make up an address: `path` and `secret` of a webhook, `url_identifier` of a page. Secret: never show them. */
export type IngressValues = { readonly [option: string]: JsonValue };

/** The addresses of a story, by {@link placeKey}; for telling whether they survived a push. */
export function ingressValues(story: Story): ReadonlyMap<string, IngressValues> {
  return new Map(ingressPoints(story).map((point) => [placeKey(point), valuesOf(point.action)]));
}

/** Whether an address, or a text that quotes one, is still the placeholder of a file in git. */
export function holdsPlaceholders(story: Story): boolean {
  let found = ingressPoints(story).some(({ action }) => Object.values(valuesOf(action)).includes(DESTINATION_OWNED));
  if (found) return true;
  mapFreeTexts({ ...story, send_to_stories: [] }, (text) => {
    replacePlaceholders(text, (_option, _action, placeholder) => {
      found = true;
      return placeholder;
    });
    return text;
  });
  return found;
}

/**
 * The wanted story with the destination's own addresses, also where its texts quote them, so that it goes on calling
 * itself. Addresses that appear get fresh ones from `fresh` (32 hex digits each).
 */
export function carryAddresses(wanted: Story, live: Story, matching: IngressMatching, fresh: () => string): Story {
  const partners = new Map(matching.pairs.map((pair) => [placeKey(pair.wanted), pair.live]));
  const appearing = new Set(matching.appearing.map(placeKey));
  const addressed = mapActions(neutralise(wanted), (action, placed) => {
    const partner = partners.get(placeKey(placed));
    if (partner !== undefined) return withValues(action, valuesOf(partner.action));
    return appearing.has(placeKey(placed)) ? withValues(action, freshValues(action, fresh)) : action;
  });
  return { ...withQuotes(addressed), ...recipientsOf(wanted, live) };
}

/** Who may open a page, and whom the story writes to, as the destination has it. */
export function carryPeople(wanted: Story, live: Story, matching: IngressMatching): Story {
  const liveGuids = new Map(matching.pairs.map((pair) => [pair.wanted.action.guid, pair.live.action.guid]));
  return { ...withGroups(wanted, (guid) => groupsOf(live, liveGuids.get(guid))), ...recipientsOf(wanted, live) };
}

/** Addresses and people of the destination. */
export function carryOver(wanted: Story, live: Story, matching: IngressMatching, fresh: () => string): Story {
  return carryPeople(carryAddresses(wanted, live, matching, fresh), live, matching);
}

/** The story as a new one: fresh addresses, also where it quotes them. */
export function withFreshAddresses(story: Story, fresh: () => string): Story {
  const addressed = mapActions(neutralise(story), (action) =>
    ingressOptions(action).length === 0 ? action : withValues(action, freshValues(action, fresh)),
  );
  return withQuotes(addressed);
}

/** Pages without a tenant's groups, no recipients. */
export function withoutPeople(story: Story): Story {
  return { ...withGroups(story, () => null), ...('recipients' in story ? { recipients: [] } : {}) };
}

/** The story as a new one: fresh addresses, pages without a tenant's groups, no recipients. */
export function withFreshIngress(story: Story, fresh: () => string): Story {
  return withoutPeople(withFreshAddresses(story, fresh));
}

/** Quoted addresses become those that the actions have now. What an action has no value for is nothing to quote. */
function withQuotes(story: Story): Story {
  // Where two share a guid the first one counts.
  const values = new Map(
    ingressPoints(story)
      .toReversed()
      .map((point) => [actionRef(story, point), new Map<string, JsonValue>(ownAddress(point.action))]),
  );
  return mapFreeTexts(story, (text) =>
    replacePlaceholders(text, (option, action) => {
      const own = values.get(action);
      if (own === undefined) return undefined;
      const value = own.get(option);
      return typeof value === 'string' ? value : '';
    }),
  ) as Story;
}

function recipientsOf(wanted: Story, live: Story): { readonly recipients?: JsonValue } {
  const recipients = live.recipients ?? ('recipients' in wanted ? [] : undefined);
  return recipients === undefined ? {} : { recipients };
}

function valuesOf(action: JsonObject): IngressValues {
  return Object.fromEntries(ownAddress(action));
}

function freshValues(action: JsonObject, fresh: () => string): IngressValues {
  return Object.fromEntries(newIngressOptions(action).map((key) => [key, fresh()]));
}

/** A key that the values do not have goes away: a placeholder must never reach a tenant. */
function withValues(action: JsonObject, values: IngressValues): JsonObject {
  const owned = new Set<string>(ingressOptions(action));
  const kept = Object.entries(optionsOf(action)).filter(([key]) => !owned.has(key));
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

function groupsOf(live: Story, agentGuid: JsonValue | undefined): JsonValue {
  const pages: readonly JsonObject[] = isArray(live.pages) ? live.pages.filter(isObject) : [];
  return pages.find((page) => page.agent_guid === agentGuid)?.sso_groups ?? null;
}
