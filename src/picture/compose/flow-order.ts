/** Positions in the order in which events reach them: each chain in one piece, from where nothing comes in. */
export function flowOrder(
  count: number,
  links: readonly { readonly source: number; readonly receiver: number }[],
): readonly number[] {
  const next = Map.groupBy(links, ({ source }) => source);
  const reached = new Set(links.map(({ receiver }) => receiver));
  const all = [...Array(count).keys()];
  const order: number[] = [];
  const seen = new Set<number>();
  // Circles that nothing leads into begin where they begin in the file.
  for (const start of [...all.filter((at) => !reached.has(at)), ...all]) {
    const waiting = [start];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      order.push(at);
      for (const { receiver } of (next.get(at) ?? []).toReversed()) waiting.push(receiver);
    }
  }
  return order;
}
