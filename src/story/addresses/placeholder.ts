import { DESTINATION_OWNED } from '../../model/story.ts';
import type { IngressOption } from './ingress-options.ts';

const QUOTED = new RegExp(`${DESTINATION_OWNED}:(path|secret|url_identifier):([0-9a-f]{32})`, 'g');

/** Stands in a text where it quotes an address of its story: which value, and of which action. */
export function quotedPlaceholder(option: IngressOption, action: string): string {
  return `${DESTINATION_OWNED}:${option}:${action}`;
}

/** Puts a value in the place of each quoted address; undefined leaves the placeholder. */
export function replacePlaceholders(
  text: string,
  value: (option: IngressOption, action: string, placeholder: string) => string | undefined,
): string {
  if (!text.includes(DESTINATION_OWNED)) return text;
  return text.replace(QUOTED, (found, option: IngressOption, action: string) => value(option, action, found) ?? found);
}
