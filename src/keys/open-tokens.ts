import type { VaultSession } from '../vault/port.ts';

/** A token of a vault that whoever runs us has logged in for. */
export const VAULT_TOKEN = 'STORYSYNC_VAULT_TOKEN';

/** A token that may still be valid, for so long. */
export type LeftToken = { readonly address: string; readonly lifetimeMs: number | undefined };

type Held = { readonly address: string; readonly session: VaultSession };

/**
 * The tokens of vaults that this process logged in for. However it ends, it ends them: a command by itself, and whoever
 * hears of a signal for one that does not get there.
 */
export class OpenTokens {
  readonly #held = new Set<Held>();
  readonly #told: (any: boolean) => void;

  /** Told whether there is any, whenever that may have changed. */
  constructor(told: (any: boolean) => void = () => {}) {
    this.#told = told;
  }

  /** A token that somebody else logged in for is not ours to end. */
  add(address: string, session: VaultSession): void {
    if (session.revoke === null) return;
    this.#held.add({ address, session });
    this.#told(true);
  }

  /** Answers those that were not confirmed to be ended. Each is tried once. */
  async revokeAll(): Promise<readonly LeftToken[]> {
    const held = [...this.#held];
    this.#held.clear();
    const left = await Promise.all(
      held.map(async ({ address, session }): Promise<readonly LeftToken[]> => {
        const ended = await session.revoke?.();
        return ended?.ok === false ? [{ address, lifetimeMs: session.lifetimeMs }] : [];
      }),
    );
    this.#told(this.#held.size > 0);
    return left.flat();
  }
}
