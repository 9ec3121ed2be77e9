import type { ConnectionFailure } from '../model/fact/tenant-failure.ts';
import { UnusableProxyError } from './connections.ts';

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
/** The other side's certificate, checked before a request is sent. */
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
