import type { Action } from '../../model/story.ts';
import type { IngressKind } from './ingress-options.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['Agents::WebhookAgent', 'webhook'],
  ['Agents::HTTPRequestAgent', 'HTTP request'],
  ['Agents::EventTransformationAgent', 'event transform'],
  ['Agents::TriggerAgent', 'condition'],
  ['Agents::EmailAgent', 'send email'],
  ['Agents::IMAPAgent', 'receive email'],
  ['Agents::SendToStoryAgent', 'send to story'],
  ['Agents::FormAgent', 'page'],
  ['Agents::RecordAgent', 'record'],
  ['Agents::LLMAgent', 'AI agent'],
  ['Agents::GroupAgent', 'group'],
  ['Agents::RunScriptAgent', 'run script'],
  ['Agents::McpServerAgent', 'MCP server'],
]);

/** `action "Fetch" added (HTTP request)`, and what that is about. */
export function actionTold(
  action: Action | undefined,
  done: 'added' | 'removed',
): { readonly text: string; readonly subject: string } {
  if (action === undefined) return { text: `action ${done}`, subject: 'action' };
  const subject = `action ${JSON.stringify(action.name)}`;
  return { text: `${subject} ${done} (${kindOf(action.type)})`, subject };
}

/** What people call a type of action; types we do not know are shown as the vendor writes them. */
export function kindOf(type: string): string {
  return KINDS.get(type) ?? type.replace(/^Agents::/, '');
}

/** What people call a kind of address. */
export function kindOfAddress(kind: IngressKind): string {
  return kind === 'mcp_server' ? 'MCP server' : kind;
}

/** `1 action`, `3 actions`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
