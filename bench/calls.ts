/** One request as it was made, with what has to have ended before it. */
export type RecordedCall = {
  readonly method: string;
  readonly origin: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string;
  readonly body?: string;
  /** No other request to this tenant was under way: what went before has answered. */
  readonly alone: boolean;
};

/** The first part of a path: the emulator's tenants differ in it. */
export function tenantOf(path: string): string {
  return path.split('/', 2)[1] ?? '';
}
