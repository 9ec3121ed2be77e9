/** What one of several runners, each with its part of the fleet, may do of what all of them may. */
export type Shares = {
  /** New destinations that it may begin of a ring with a batch. */
  readonly batch: (ring: string) => number;
  /** Places of a kind, before anything failed that was not recorded when they were shared out. */
  readonly places: (kind: string) => { readonly share: number; readonly failed: number };
};

export type Claim = {
  /** By what the shares go. */
  readonly weight: number;
  /** It gets no more than it can use. */
  readonly waiting: number;
};

/**
 * Shares a number out over those who wait. One by one: first one to each, in order, then each to whom the most weight
 * stands behind what it has. So nobody's share grows when another's failures lower the number, and none is given that
 * another still holds when what that has waiting goes down; rounding and handing out the rest has neither.
 */
export function shareOut(number: number, claims: readonly Claim[]): readonly number[] {
  const wanted = claims.reduce((sum, { waiting }) => sum + waiting, 0);
  if (wanted <= number) return claims.map(({ waiting }) => waiting);
  const shares = claims.map(() => 0);
  for (let left = number; left > 0; left -= 1) {
    const next = nextOf(claims, shares);
    shares[next] = (shares[next] ?? 0) + 1;
  }
  return shares;
}

function nextOf(claims: readonly Claim[], shares: readonly number[]): number {
  let next = -1;
  let most = -1;
  for (const [index, { weight, waiting }] of claims.entries()) {
    const share = shares[index] ?? 0;
    // Infinite for who has nothing yet.
    const behind = weight / share;
    if (share >= waiting || behind <= most) continue;
    next = index;
    most = behind;
  }
  return next;
}
