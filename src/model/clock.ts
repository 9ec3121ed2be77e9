/** Time, handed in so that tests neither wait nor guess. */
export interface Clock {
  /** The time of day. For stamps alone: it may be set back while a run goes on. */
  now(): Date;
  /** Milliseconds since some moment, which only ever grow: what waits and durations are measured with. */
  elapsed(): number;
  /** Ends early, without an error, when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Rings once, unless what it answers is called before. */
  alarm(milliseconds: number, ring: () => void): () => void;
}
