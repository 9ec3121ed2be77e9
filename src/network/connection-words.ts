import type { ConnectionFailure } from '../model/fact/tenant-failure.ts';

/** In words, to stand where an answer would. */
export function describeConnectionFailure({ kind, code }: ConnectionFailure): string {
  switch (kind) {
    case 'untrusted':
      return `the certificate is not trusted (${code})`;
    case 'not_tls':
      return `the server there does not speak TLS (${code})`;
    case 'proxy':
      return /^[A-Za-z]+_/.test(code)
        ? `${code} is not the address of an http(s) proxy`
        : `the proxy refused the connection (${code})`;
    case 'no_connection':
      return `no connection (${code})`;
  }
}

/** What helps, where more can be said than to look and try again. `proxy` is the variable that a proxy may come from. */
export function hintForConnection({ kind, code }: ConnectionFailure, proxy: string | undefined): string | undefined {
  switch (kind) {
    case 'untrusted':
      return hintForCertificate(code);
    case 'not_tls':
      return proxy === undefined
        ? 'it is a port for http: correct the address and its port'
        : `it is a port for http: correct the address and its port, or the proxy in ${proxy}`;
    case 'proxy':
      return `correct the proxy in ${proxy ?? 'HTTPS_PROXY'}, or list the host in NO_PROXY`;
    case 'no_connection':
      return undefined;
  }
}

function hintForCertificate(code: string): string {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return 'have the certificate renewed, or correct the clock of this machine';
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return 'it is the certificate of another host: correct the address';
  }
  return 'if your own authority signs certificates (an inspecting proxy, say), name its certificate file in NODE_EXTRA_CA_CERTS';
}
