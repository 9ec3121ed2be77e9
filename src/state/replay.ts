/** A text that stood in a place of the state branch. Equal texts have equal ids. */
export type PastText = {
  readonly id: string;
  /** The counter that it was signed with; undefined when it bears no signature of ours. */
  readonly counter: () => Promise<number | undefined>;
};

/**
 * Whether a signed file is not the newest that was signed: somebody put an older one in its place, once or several
 * times. `past` is what stood there before, newest first.
 *
 * Reading all of it would cost minutes for a thousand destinations. Where nobody meddled, each version counts one more
 * than the one before: so the oldest signed one tells how far the counter must have come. Only where it has not come
 * that far, or the same text stood there before, each version is read.
 */
export async function isReplayed(id: string, counter: number, past: readonly PastText[]): Promise<boolean> {
  const older = distinct(past);
  if (!past.some((text) => text.id === id)) {
    const first = await oldestSigned(older);
    if (first === undefined || counter - first.counter > first.index) return false;
  }
  return (await highestCounter(older)) > counter;
}

/** The highest counter that was ever signed here; 0 when none was. */
export async function highestCounter(past: readonly PastText[]): Promise<number> {
  let highest = 0;
  for (const text of distinct(past)) highest = Math.max(highest, (await text.counter()) ?? 0);
  return highest;
}

function distinct(past: readonly PastText[]): readonly PastText[] {
  return [...new Map(past.map((text) => [text.id, text])).values()];
}

/** Before the first signed version nothing was signed: where it is, is found by halving. */
async function oldestSigned(
  older: readonly PastText[],
): Promise<{ readonly index: number; readonly counter: number } | undefined> {
  const at = async (index: number): Promise<{ index: number; counter: number } | undefined> => {
    const counter = await older[index]?.counter();
    return counter === undefined ? undefined : { index, counter };
  };
  let [found, low, high] = [await at(older.length - 1), 0, older.length - 1];
  if (found) return found;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const signed = await at(middle);
    if (signed) [found, low] = [signed, middle + 1];
    else high = middle;
  }
  return found;
}
