/** A line that an edit of a file took out or put in; numbers count in the file before or after it. */
export type ChangedLine = { readonly op: '-' | '+'; readonly number: number; readonly text: string };

/** How far one side may be ahead of the other. An edit of the manifest changes a few lines here and there. */
const REACH = 500;

/** What a small edit changed, line by line, in the order of the file. */
export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  const changed: ChangedLine[] = [];
  let from = 0;
  let to = 0;
  while (from < old.length || to < now.length) {
    if (from < old.length && to < now.length && old[from] === now[to]) {
      from++;
      to++;
      continue;
    }
    const [gone, come] = nextMatch(old, now, from, to);
    for (const end = from + gone; from < end; from++)
      changed.push({ op: '-', number: from + 1, text: old[from] ?? '' });
    for (const end = to + come; to < end; to++) changed.push({ op: '+', number: to + 1, text: now[to] ?? '' });
  }
  return changed;
}

/** How many lines of each side to pass until both say the same again. */
function nextMatch(
  old: readonly string[],
  now: readonly string[],
  from: number,
  to: number,
): readonly [number, number] {
  const left = old.length - from;
  const right = now.length - to;
  for (let apart = 1; apart <= REACH && apart <= left + right; apart++) {
    for (let gone = Math.max(0, apart - right); gone <= Math.min(apart, left); gone++) {
      const come = apart - gone;
      const ended = gone === left && come === right;
      if (ended || (gone < left && come < right && old[from + gone] === now[to + come])) return [gone, come];
    }
  }
  return [left, right];
}
