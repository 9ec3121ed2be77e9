import { OpenTokens } from '../keys/open-tokens.ts';

/** Ends the process. */
export type Leave = (code: number) => void;

export type Departure = { readonly tokens: OpenTokens; readonly leave: Leave };

/** How long the end of the process waits for a vault that is to end our token. */
const LAST_MS = 3_000;
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * No token that we logged in for outlives the process, if a signal ends it. While there is one, a command that listens to
 * no signal itself is ended by this; a sync that listens says when.
 */
export function departWithTokens(): Departure {
  const leave: Leave = (code) => {
    const patience = setTimeout(() => process.exit(code), LAST_MS);
    void tokens.revokeAll().finally(() => {
      clearTimeout(patience);
      process.exit(code);
    });
  };
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = (): void => {
      if (process.listenerCount(signal) === 1) leave(code);
    };
    return { signal, listener };
  });
  const tokens = new OpenTokens((any) => {
    for (const { signal, listener } of listeners) {
      process.off(signal, listener);
      if (any) process.on(signal, listener);
    }
  });
  return { tokens, leave };
}
