import type { Call } from './caller.ts';

/** This machine, as the manifest's rules know it; a URL parser has brought the host into its one written form. */
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/**
 * Turns calls into URLs of one tenant and of nowhere else: the key that goes along is bound to this host.
 * Takes the tenant URL as the manifest holds it; one that the manifest's rules refuse is a bug here.
 */
export function addressesOf(tenantUrl: string): (call: Pick<Call, 'path' | 'query'>) => URL {
  const tenant = new URL(tenantUrl);
  const allowed = tenant.protocol === 'https:' || (tenant.protocol === 'http:' && LOOPBACK.test(tenant.hostname));
  if (!allowed) throw new Error('A tenant URL must be https (http only on this machine).');
  if (tenant.username !== '' || tenant.password !== '' || tenant.search !== '' || tenant.hash !== '') {
    throw new Error('A tenant URL holds a host and a path, nothing else.');
  }
  const prefix = `${tenant.pathname.replace(/(?<!\/)\/+$/, '')}/api/v1`;
  return ({ path, query }) => {
    const url = new URL(`${tenant.origin}${prefix}${path}`);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
    if (!path.startsWith('/') || url.origin !== tenant.origin || url.pathname !== `${prefix}${path}`) {
      throw new Error(`Internal error: ${path} leaves the tenant.`);
    }
    return url;
  };
}
