/** One destination, one writer: a run writes only where it holds the lease. */
export interface Leases {
  /**
   * Answers when no other run writes there, or with who does once waiting has ended. What is asked for in one turn of
   * the event loop is taken together. `stop` ends waiting.
   */
  take(destination: string, stop: AbortSignal): Promise<LeaseAnswer>;
}

export type LeaseAnswer =
  | Lease
  /** Another run kept it for as long as this one may wait. `owner` says who, printable. */
  | { readonly kind: 'held'; readonly owner: string }
  /** The run was stopped while it waited. */
  | { readonly kind: 'stopped' };

export type Lease = {
  readonly kind: 'ours';
  /** Another run had it when we asked: what was planned before may be of yesterday. */
  readonly waited: boolean;
  /** Rings when it can no longer be said that no other run writes there. */
  readonly lost: AbortSignal;
  /** Nothing more is written there. */
  release(): Promise<void>;
};

/** Where no other run can write, nothing need be held. */
export function leaseOfNothing(): Lease {
  return { kind: 'ours', waited: false, lost: new AbortController().signal, release: async () => {} };
}
