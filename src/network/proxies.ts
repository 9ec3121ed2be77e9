import { isLoopback } from '../model/tenant/loopback.ts';

/** A way out of this network. Its address may hold a password: it goes to the HTTP library and nowhere else. */
export type Proxy = {
  /** The variable of the environment that names it; this is what people are told. */
  readonly variable: string;
  /** Undefined when what the variable holds is no address of an http(s) proxy. */
  readonly address: string | undefined;
};

/** What the environment says about proxies, read once at the edge. */
export type Proxies = {
  readonly http?: Proxy;
  readonly https?: Proxy;
  /** Hosts that are reached without, as `NO_PROXY` lists them. */
  readonly except: string;
};

type Environment = { readonly [name: string]: string | undefined };

/**
 * `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, the lower-case form first, as curl and git have it. Where only
 * `HTTP_PROXY` is set, https goes there too, as in Node.
 */
export function readProxies(environment: Environment): Proxies {
  const http = proxyIn(environment, 'HTTP_PROXY');
  const https = proxyIn(environment, 'HTTPS_PROXY') ?? http;
  const except = environment.no_proxy ?? environment.NO_PROXY ?? '';
  return { ...(http === undefined ? {} : { http }), ...(https === undefined ? {} : { https }), except };
}

/** The proxy that a request there may go through; none for this machine itself, whatever the environment says. */
export function proxyFor({ http, https }: Proxies, url: URL): Proxy | undefined {
  if (isLoopback(url.hostname)) return undefined;
  return url.protocol === 'https:' ? https : http;
}

function proxyIn(environment: Environment, name: string): Proxy | undefined {
  const variable = environment[name.toLowerCase()] === undefined ? name : name.toLowerCase();
  const written = environment[variable]?.trim() ?? '';
  return written === '' ? undefined : { variable, address: addressOf(written) };
}

/** `proxy.example:3128` is the usual way to write one. */
function addressOf(written: string): string | undefined {
  const url = URL.parse(written.includes('://') ? written : `http://${written}`);
  if (url === null || url.hostname === '' || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return isDecodable(url.username) && isDecodable(url.password) ? url.href : undefined;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
