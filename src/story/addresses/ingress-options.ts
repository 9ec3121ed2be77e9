import type { JsonObject, JsonValue } from '../../json/value.ts';
import { isArray, isObject } from '../../json/value.ts';
import { allActions, optionsOf, type PlacedAction } from '../actions.ts';

export type IngressKind = 'webhook' | 'page' | 'mcp_server';
export type IngressOption = 'path' | 'secret' | 'url_identifier';

type Ingress = { readonly kind: IngressKind; readonly options: readonly IngressOption[] };

/** Types of action with an address of their own, and the options that make up the address. By type: `path` elsewhere is data. */
const INGRESS: ReadonlyMap<string, Ingress> = new Map<string, Ingress>([
  ['Agents::WebhookAgent', { kind: 'webhook', options: ['path', 'secret'] }],
  ['Agents::FormAgent', { kind: 'page', options: ['url_identifier'] }],
  ['Agents::McpServerAgent', { kind: 'mcp_server', options: ['path', 'secret'] }],
]);

/** What a new MCP server needs; a secret only where it has one. */
const OPTIONAL: ReadonlySet<string> = new Set(['mcp_server secret']);

type Typed = { readonly type?: JsonValue };

function ingressOf({ type }: Typed): Ingress | undefined {
  return typeof type === 'string' ? INGRESS.get(type) : undefined;
}

/** The options of an action that belong to the tenant: they work as secrets, and are never compared or shown. */
export function ingressOptions(action: Typed): readonly IngressOption[] {
  return ingressOf(action)?.options ?? [];
}

/** The options that a new address of this action consists of. */
export function newIngressOptions(action: JsonObject): readonly IngressOption[] {
  const { kind, options } = ingressOf(action) ?? { kind: undefined, options: [] };
  return options.filter((key) => !OPTIONAL.has(`${kind} ${key}`) || Object.hasOwn(optionsOf(action), key));
}

/** An action with an address of its own: a webhook, a page or an MCP server; as a tool of another action too. */
export type IngressPoint = PlacedAction & {
  readonly kind: IngressKind;
  /** How the action is called: `Receive`, or `Triage › Look up` for a tool. */
  readonly name: string;
};

/** Every address of a story, in order. */
export function ingressPoints(story: JsonObject): readonly IngressPoint[] {
  return allActions(story).flatMap((placed): readonly IngressPoint[] => {
    const kind = ingressOf(placed.action)?.kind;
    return kind === undefined ? [] : [{ ...placed, kind, name: placed.names.join(' › ') }];
  });
}

/** The address options that an action has. */
export function ownAddress(action: JsonObject): readonly (readonly [option: IngressOption, value: JsonValue])[] {
  const options = optionsOf(action);
  return ingressOptions(action)
    .filter((key) => Object.hasOwn(options, key))
    .map((key) => [key, options[key] ?? null] as const);
}

/** The object with each embedded sub-story (`send_to_stories`, schema 1 to 4) passed through `change`. */
export function mapSubStories(story: JsonObject, change: (embedded: JsonObject) => JsonObject): JsonObject {
  const embedded = story.send_to_stories;
  if (!isArray(embedded) || embedded.length === 0) return story;
  return { ...story, send_to_stories: embedded.map((entry) => (isObject(entry) ? change(entry) : entry)) };
}
