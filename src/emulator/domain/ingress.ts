import { actionOptions, everyActionOf, pairActions } from './actions.ts';
import { randomHex } from './identity.ts';
import { type JsonRecord, textOr } from './json.ts';

/** The options that make up an action's public URL. By type: `path` of an event transform is a data path. */
const INGRESS: { readonly [type: string]: readonly string[] } = {
  'Agents::WebhookAgent': ['path', 'secret'],
  'Agents::FormAgent': ['url_identifier'],
  'Agents::McpServerAgent': ['path'],
};

function ingressOptions(action: JsonRecord): readonly string[] {
  return INGRESS[textOr(action.type)] ?? [];
}

/** Gives ingress values fresh ones, either all or only those that are no URL part (placeholders of a masked file). */
export function randomizeIngress(content: JsonRecord, which: 'all' | 'masked'): void {
  for (const action of everyActionOf(content)) {
    const options = actionOptions(action);
    for (const name of ingressOptions(action)) {
      const value = options[name];
      if (value === undefined) continue;
      if (which === 'all' || (typeof value === 'string' && value.includes(':'))) options[name] = randomHex();
    }
  }
}

/** Carries the ingress values of `live` over to the actions of `content` that match. */
export function keepIngress(content: JsonRecord, live: JsonRecord): void {
  for (const [action, partner] of pairActions(content, live)) {
    if (action.type !== partner.type) continue;
    const options = actionOptions(action);
    const kept = actionOptions(partner);
    for (const name of ingressOptions(action)) {
      if (kept[name] !== undefined) options[name] = kept[name];
    }
  }
}
