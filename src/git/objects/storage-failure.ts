/** Git's storage and the file system fail with a code, which is answered; whatever has none is a bug, and thrown on. */
export function storageFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // Node's word for a wrong argument: our own mistake.
  if (typeof code !== 'string' || code.startsWith('ERR_INVALID_')) throw error;
  return code;
}
