/** One request to a tenant. `status` is null while it is under way and when the connection was broken instead of an answer. */
export type LogEntry = {
  n: number;
  tenant: string;
  method: string;
  path: string;
  query: string;
  status: number | null;
  fault?: string;
  /** A fingerprint, never the key. */
  key: string | null;
  request_bytes: number;
  response_bytes: number;
  user_agent: string;
  /** Requests of this tenant under way when this one arrived, itself included. */
  in_flight: number;
};

const KEPT = 200_000;

/** What the tenants were asked, in order of arrival. */
export class RequestLog {
  #entries: LogEntry[] = [];
  #last = 0;
  readonly #open = new Map<string, number>();

  open(entry: Omit<LogEntry, 'n' | 'status' | 'response_bytes' | 'in_flight'>): LogEntry {
    this.#last += 1;
    const inFlight = (this.#open.get(entry.tenant) ?? 0) + 1;
    this.#open.set(entry.tenant, inFlight);
    const opened: LogEntry = { n: this.#last, ...entry, status: null, response_bytes: 0, in_flight: inFlight };
    this.#entries.push(opened);
    if (this.#entries.length > KEPT * 2) this.#entries = this.#entries.slice(-KEPT);
    return opened;
  }

  close(entry: LogEntry): void {
    this.#open.set(entry.tenant, Math.max(0, (this.#open.get(entry.tenant) ?? 1) - 1));
  }

  since(n: number): readonly LogEntry[] {
    return this.#entries.filter((entry) => entry.n > n);
  }

  /** Forgets the entries; the numbering goes on, so that a `since` taken before stays right. */
  clear(): void {
    this.#entries = [];
  }
}
