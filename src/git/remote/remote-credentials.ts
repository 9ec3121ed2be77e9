import { Buffer } from 'node:buffer';
import type { GitConfig } from './git-config.ts';

type Environment = { readonly [name: string]: string | undefined };

/**
 * The `Authorization` header for one remote and no other: our own token, what stands in the address, GitHub's token
 * where the remote is GitHub's own server, or what `actions/checkout` left in the configuration for this address.
 */
export function authorizationFor(url: URL, environment: Environment, config: GitConfig): string | undefined {
  const own = tokenIn(environment, 'STORYSYNC_GIT_TOKEN');
  if (own !== undefined) return basic(userOf(url) || TOKEN_USER, own);
  if (url.password !== '') return basic(userOf(url), decoded(url.password));
  const github = tokenIn(environment, 'GITHUB_TOKEN');
  if (github !== undefined && isServer(url, environment.GITHUB_SERVER_URL)) return basic(TOKEN_USER, github);
  // A bare user name may be a token itself: GitHub takes it so.
  return headerFor(url, config) ?? (url.username === '' ? undefined : basic(userOf(url), ''));
}

/** The user name that GitHub wants beside a token; other servers take any. */
const TOKEN_USER = 'x-access-token';

function tokenIn(environment: Environment, name: string): string | undefined {
  const token = environment[name]?.trim();
  return token === '' ? undefined : token;
}

function isServer(url: URL, server: string | undefined): boolean {
  return server !== undefined && URL.canParse(server) && new URL(server).origin === url.origin;
}

/** `http.<address>.extraheader`, where the address is the remote's own or a folder above it. */
function headerFor(url: URL, config: GitConfig): string | undefined {
  const [closest] = config
    .all('http', 'extraheader')
    .filter(({ subsection, value }) => /^authorization:/i.test(value) && covers(subsection, url))
    .toSorted((a, b) => b.subsection.length - a.subsection.length);
  const credentials = /^authorization:\s*basic\s+([\w+/=-]+)\s*$/i.exec(closest?.value ?? '')?.[1];
  return credentials === undefined ? undefined : `Basic ${credentials}`;
}

function covers(address: string, url: URL): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  return origin === url.origin && `${url.pathname}/`.startsWith(pathname.replace(/(?<!\/)\/*$/, '/'));
}

function userOf(url: URL): string {
  return decoded(url.username);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
