import { literalIn } from './literal.ts';
import { headerKindOf, secretKindOf } from './names.ts';
import { fitsKind, isStrong, looksRandom } from './values.ts';

/*
 * Secrets in the middle of a text: URLs, scripts, command lines, connection strings, notes. Every pattern is bounded and
 * begins at the edge of a word, so that the work grows with the text and no faster.
 */

const PARAMETER = /[?&;#]([\w.-]{1,64})=([^&#;\s"'<>{}\\]{8,512})/g;
/** Names that are secret in a URL when the value is long. */
const IN_URL = /^(?:sig|code|auth|x-amz-signature)$/i;
const SEGMENT = /\/([\w-]{3,40})\/([\w-]{16,256})(?=[/?#\s"'<\\]|$)/g;
/** `API_KEY = "…"`, `"api_key": "…"`, `headers["X-Api-Key"] = '…'`, `set("api_key", "…")`. */
const QUOTED =
  /(?<![\w.-])([A-Za-z_][\w.-]{0,63})\\?["'\])]{0,3}\s{0,8}(?::=|=>|[:=,])\s{0,8}[rbuf]{0,2}\\?["'`]([^"'`\s\\]{8,512})\\?["'`]/g;
/** `export API_KEY=…`, `password=…;`, `X-Api-Key: …`. */
const BARE = /(?<![\w.-])([A-Za-z_][\w.-]{0,63})["']?\s{0,4}[:=]\s{0,4}([\w+/.~!@#%^*$=-]{8,512})/g;
/** `--api-key …`, `-Password "…"`. */
const FLAG = /(?<=\s)--?([A-Za-z][\w-]{1,40})[\s=]\s{0,3}["']?([\w+/.~!@#%^*$=-]{8,512})/g;
/** `<apiKey>…</apiKey>` */
const ELEMENT = /<([A-Za-z][\w:.-]{1,40})>([^<>\s]{8,512})<\//g;
const AFTER_SCHEME =
  /\b(?:Authorization["']?\s{0,4}[:=,]\s{0,4}\\?["'`]?[\w-]{1,20}|Bearer)\s{1,4}([\w.~+/=-]{16,2048})/gi;
/** `curl -u user:password`. */
const USER_PAIR = /\bauth\s{0,4}=\s{0,4}\(\s{0,4}["'][^"'\s]{1,64}["']\s{0,4},\s{0,4}["']([^"'\s]{6,128})["']/g;
const USER_OPTION = /\s(?:-u|--user)(?:\s{1,4}|=)["']?[\w.@+-]{1,64}:([^\s"'<>{}$]{6,128})/g;
/** `HMAC_SHA256(body, "…")`: the key is the last string before a bracket closes, and no index of a list. */
const SIGNED = /\bHMAC_\w{2,12}\([^"']{1,200}(?<!\[)["']([^"'\s]{8,512})["']\s{0,4}[,)]/gi;

/** What a text says that it holds, each kind in words. */
export function findInProse(text: string): readonly string[] {
  const kinds = new Set<string>();
  const look = (pattern: RegExp, kindOf: (name: string, value: string) => string | undefined): void => {
    for (const [, name = '', value = ''] of text.matchAll(pattern)) {
      const kind = kindOf(name, value);
      if (kind !== undefined) kinds.add(kind);
    }
  };
  look(PARAMETER, (name, value) => (isParameter(name, value) ? `a literal in the URL parameter ${name}` : undefined));
  look(SEGMENT, (name, value) => {
    const kind = secretKindOf(name);
    return kind !== undefined && isStrong(value, 16) && fitsKind(kind, value)
      ? `a literal behind /${name}/`
      : undefined;
  });
  look(QUOTED, (name, value) => {
    const kind = headerKindOf(name);
    return kind !== undefined && fitsKind(kind, value) ? `a literal in ${name}` : undefined;
  });
  look(BARE, unquoted);
  look(FLAG, unquoted);
  look(ELEMENT, unquoted);
  look(AFTER_SCHEME, (value) => (isStrong(value, 16) ? 'a literal token' : undefined));
  look(SIGNED, (value) => (looksRandom(value) ? 'a literal key of a signature' : undefined));
  for (const pattern of [USER_OPTION, USER_PAIR]) {
    look(pattern, (value) => (literalIn(value) === undefined ? undefined : 'a literal user name and password'));
  }
  return [...kinds];
}

/** Without quotes a word of a sentence looks the same, so the value has to be a stronger one. */
function unquoted(name: string, value: string): string | undefined {
  const kind = secretKindOf(name);
  const strong = kind === 'password' ? looksRandom(value) : isStrong(value, 16);
  return kind !== undefined && strong && fitsKind(kind, value) ? `a literal in ${name}` : undefined;
}

function isParameter(name: string, value: string): boolean {
  if (IN_URL.test(name)) return isStrong(value, 20);
  const kind = secretKindOf(name);
  return kind !== undefined && fitsKind(kind, value);
}
