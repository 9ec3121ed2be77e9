import type { Result } from '../diagnostics/result.ts';
import { fail, ok } from '../diagnostics/result.ts';
import { isLoopback } from '../model/tenant/loopback.ts';
import { tenantUrlForm } from '../model/tenant/tenant-url-form.ts';
import type { Finding } from './finding.ts';

/** What is wrong with a URL, as the end of a sentence. It never repeats user name, password, query or fragment. */
export type UrlFault = Pick<Finding, 'code' | 'message' | 'hint' | 'hide'>;

/** Whose address it is: what it looks like, and the path that we add ourselves. */
export type ServerWords = { readonly example: string; readonly api: RegExp; readonly apiPath: string };

const TENANT: ServerWords = {
  example: 'write the address of the tenant, such as https://contoso.tines.com',
  api: /\/api\/v\d+$/,
  apiPath: '/api/v1',
};

/** Checks the URL of a server that keys are sent to or come from, and brings it into the one form used everywhere: lower-case host, no default port, no trailing slash. */
export function parseTenantUrl(
  text: string,
  { example, api, apiPath }: ServerWords = TENANT,
): Result<string, UrlFault> {
  const wrong = (message: string, hint = example, hide = false): Result<never, UrlFault> =>
    fail({ code: 'MAN030', message, hint, ...(hide ? { hide } : {}) });
  const extra = (what: string): Result<never, UrlFault> =>
    fail({ code: 'MAN032', message: `holds ${what}, expected host and path only`, hint: 'remove it', hide: true });

  const parts = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#\\]*)(.*)/s.exec(text);
  const [, scheme = '', authority = '', rest = ''] = parts ?? [];
  if (authority.includes('@') || (parts === null && text.includes('@'))) return extra('a user name or password');
  if (/[?]/.test(rest)) return extra('a query ("?...")');
  if (rest.includes('#')) return extra('a fragment ("#...")');
  if (/[\s\p{Cc}]/u.test(text)) return wrong('holds white space', 'remove the white space');
  if (text.includes('\\')) return wrong('holds a backslash', 'write forward slashes');
  if (parts === null) return wrong('is not a URL, expected https://host', withScheme(text, example));
  const url = URL.parse(text);
  if (scheme !== 'https' && scheme !== 'http')
    return notHttps(/^(?:ftp|ssh|wss?)$/i.test(scheme) ? `${scheme}://` : 'another scheme');
  if (url === null || authority === '') return wrong('is not a valid URL, expected https://host');
  const host = hostFault(authority, url);
  if (host !== undefined) return fail(host);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return notHttps('http://');
  if (url.port === '0') return wrong('has the port 0');
  const path = url.pathname.replace(/(?<!\/)\/+$/, '');
  if (api.test(path)) return wrong('ends in the path of the API', `leave out ${apiPath}: storysync adds it`);
  return ok(tenantUrlForm(url));
}

function withScheme(text: string, example: string): string {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(text) ? `write https://${text}` : example;
}

function notHttps(scheme: string): Result<never, UrlFault> {
  return fail({
    code: 'MAN031',
    message: `begins with ${scheme}, expected https://`,
    hint: 'write https://; http is for localhost, 127.0.0.0/8 and [::1] only',
  });
}

/** What the host is as written must be what it is in use: otherwise two texts mean one tenant. */
function hostFault(authority: string, url: URL): UrlFault | undefined {
  const written = authority.replace(/:\d*$/, '');
  const code = 'MAN033';
  if (written.endsWith('.')) {
    return { code, message: 'has a host that ends in a dot', hint: `write ${written.replace(/(?<!\.)\.+$/, '')}` };
  }
  if (/[^\u0021-\u007e]/.test(written)) {
    return { code, message: 'has a host with characters outside ASCII', hint: `write ${url.hostname}` };
  }
  if (written.toLowerCase() !== url.hostname) {
    return { code, message: 'has a host in another form than it is used', hint: `write ${url.hostname}` };
  }
  return undefined;
}
