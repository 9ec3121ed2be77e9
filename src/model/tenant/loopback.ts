/** A host of this machine itself, as a URL has it: the one place that may be reached without TLS, and never by a proxy. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
