import { DESTINATION_OWNED } from '../model/story.ts';

/** A value that refers to something (`<<CREDENTIAL.x>>`, `{{ … }}`, `{% … %}`) or is a formula (`=…`) holds no secret itself. */
const REFERENCE = /<<|\{\{|\{%/;

/** The words before a token in an Authorization header. */
const SCHEME = /^(?:bearer|basic|token|api-?key|key|ssws|splunk|geniekey|digest|negotiate)(?:$|[\s:=]+)/i;

/** What people write where a secret would stand. */
const STAND_INS: readonly RegExp[] = [
  /^[*•.#_\-\s]+$/,
  /\*{3}|•{3}|x{4}|X{4}|\.{3}$/,
  /^x{1,3}$/i,
  /^(?:<[^>]*>|\[[^\]]*\]|\{[^}]*\}|\$\{?\w+\}?|%\w+%)$/,
  /redacted|removed|masked|placeholder|change-?me|dummy|^(?:insert|enter|replace|your|my)(?:\b|[-_])/i,
  /^(?:insert|enter|replace|your|my)(?:Api|Access|Auth|Client|Key|Password|Secret|Token|User)/,
  /\byour[-_ ]|[-_ ]here$|^(?:secret|password|token|api[-_ ]?key|apikey|key|credential|none|null|undefined|test)$/i,
  // Words with a meaning of their own in such headers (`X-Atlassian-Token: no-check`).
  /^(?:no-?check|fetch|required|true|false|yes|no|anonymous)$/i,
];

/** The part of a value that would be the secret, or undefined when it is a reference, a formula, empty or masked. */
export function literalIn(value: string): string | undefined {
  const trimmed = value.trim();
  if (trimmed.startsWith('=') || REFERENCE.test(trimmed) || trimmed.includes(DESTINATION_OWNED)) return undefined;
  const secret = trimmed.replace(SCHEME, '').trim();
  return secret === '' || STAND_INS.some((form) => form.test(secret)) ? undefined : secret;
}
