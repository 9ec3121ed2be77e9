import type { JsonObject, JsonValue } from '../json/value.ts';
import { isArray, isObject } from '../json/value.ts';
import type { Action, Story } from '../model/story.ts';

/** Types of action with an address of their own, and the options that make up the address. By type: `path` elsewhere is data. */
const INGRESS: ReadonlyMap<string, { readonly kind: IngressKind; readonly options: readonly string[] }> = new Map([
  ['Agents::WebhookAgent', { kind: 'webhook', options: ['path', 'secret'] }],
  ['Agents::FormAgent', { kind: 'page', options: ['url_identifier'] }],
]);

type IngressKind = 'webhook' | 'page';

/** What kind of address an action has, if any. */
function ingressKind(action: { readonly type?: JsonValue }): IngressKind | undefined {
  return typeof action.type === 'string' ? INGRESS.get(action.type)?.kind : undefined;
}

/** The options of an action that belong to the tenant: they work as secrets, and are never compared or shown. */
export function ingressOptions(action: { readonly type?: JsonValue }): readonly string[] {
  return (typeof action.type === 'string' ? INGRESS.get(action.type)?.options : undefined) ?? [];
}

/** An action with an address of its own: a webhook or a page. */
export type IngressPoint = { readonly action: Action; readonly index: number; readonly kind: IngressKind };

/** Every webhook and page of a story, in order. */
export function ingressPoints(story: Story): readonly IngressPoint[] {
  return story.agents.flatMap((action, index): readonly IngressPoint[] => {
    const kind = ingressKind(action);
    return kind === undefined ? [] : [{ action, index, kind }];
  });
}

/** The story with every action passed through `change`; the same object when nothing changed. */
export function mapActions(story: Story, change: (action: Action, index: number) => Action): Story {
  const agents = story.agents.map(change);
  return agents.every((action, index) => action === story.agents[index]) ? story : { ...story, agents };
}

/** The object with each embedded sub-story (`send_to_stories`, schema 1 to 4) passed through `change`. */
export function mapSubStories(story: JsonObject, change: (embedded: JsonObject) => JsonObject): JsonObject {
  const embedded = story.send_to_stories;
  if (!isArray(embedded) || embedded.length === 0) return story;
  return { ...story, send_to_stories: embedded.map((entry) => (isObject(entry) ? change(entry) : entry)) };
}
