/** The system's short name for what went wrong, such as `ENOENT`. Its sentences name paths, and nothing to do. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
