import { UnusableProxyError } from './connections.ts';

/** Why there is no connection to a server. Holds no address: a proxy's may carry a password. */
export type ConnectionFailure = {
  readonly kind: /** Nobody answers there, or not in time. */
    | 'no_connection'
    /** The server's certificate is not one that this machine believes. */
    | 'untrusted'
    /** What answers there does not speak TLS. */
    | 'not_tls'
    /** The proxy on the way says no, or the environment names none that could be asked. */
    | 'proxy';
  /** The system's own word for it, or the status that a proxy answered with. */
  readonly code: string;
  /** Whether it may pass by itself. */
  readonly passing: boolean;
};

/** Undefined when a connection stood: then a request may have been carried out, whatever became of its answer. */
export function connectionFailure(error: unknown): ConnectionFailure | undefined {
  const [code, message] = [textOf(error, 'code') ?? '', textOf(error, 'message') ?? ''];
  if (error instanceof UnusableProxyError) return { kind: 'proxy', code: error.variable, passing: false };
  // The library tells what a proxy answered in its message alone.
  const refused = /^Proxy (?:response|Authentication Required) \(([1-5]\d\d)\)/.exec(message)?.[1];
  if (refused !== undefined) return { kind: 'proxy', code: `HTTP ${refused}`, passing: Number(refused) >= 500 };
  if (code === 'UND_ERR_PRX_CONN') return { kind: 'proxy', code: 'connection closed', passing: true };
  if (code === 'UND_ERR_PRX_TLS') return { kind: 'proxy', code: 'certificate not trusted', passing: false };
  if (UNTRUSTED.test(code)) return { kind: 'untrusted', code, passing: false };
  if (NOT_TLS.test(code)) return { kind: 'not_tls', code, passing: false };
  if (NO_CONNECTION.has(code) || failedToConnect(error)) return { kind: 'no_connection', code, passing: true };
  return undefined;
}

/** These arise only before a connection stands. */
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
/** The other side's certificate, judged before a request is sent. */
const UNTRUSTED =
  /^(?:ERR_TLS_CERT_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_)/;
/** The first bytes of an answer that is no TLS, such as that of an http server. Nothing was sent but our greeting. */
const NOT_TLS = /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|UNKNOWN_PROTOCOL|HTTP_)/;

/** A host with several addresses fails with one error that holds one per address. */
function failedToConnect(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(failedToConnect);
  return textOf(error, 'syscall') === 'connect';
}

function textOf(error: unknown, key: 'code' | 'syscall' | 'message'): string | undefined {
  if (typeof error !== 'object' || error === null || !(key in error)) return undefined;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
}

/** In words, to stand where an answer would. */
export function describeConnectionFailure({ kind, code }: ConnectionFailure): string {
  switch (kind) {
    case 'untrusted':
      return `the certificate is not trusted (${code})`;
    case 'not_tls':
      return `what answers there does not speak TLS (${code})`;
    case 'proxy':
      return /^[A-Za-z]+_/.test(code) ? `${code} names no http(s) proxy` : `the proxy refused the connection (${code})`;
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
    return 'have the certificate renewed there, or correct the clock of this machine';
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return 'it is the certificate of another host: correct the address';
  }
  return 'where your own authority signs certificates (a proxy that looks inside, say), name the file with its certificate in NODE_EXTRA_CA_CERTS';
}
