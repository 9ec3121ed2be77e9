import { runInThisContext } from 'node:vm';

/** Texts of one kind: `family(4 * n)` is about four times as long as `family(n)`. */
export type Family<T = string> = (n: number) => T;

/** Four times the input may cost this many times as much: 4 is in proportion, 16 is its square. */
export const MOST_GROWTH = 10;

/** Less than this is not measured: at the sizes asked for, work that is no multiple of its input takes far longer. */
const FLOOR_MS = 2;
const TRIES = 4;
/** Ends work that does not end by itself; nothing is measured by it. */
const ENDLESS_MS = 20_000;

/**
 * How many times as much work four times the input makes. A ratio within one run, of the processor time of this thread
 * alone, the best of several tries: a loaded machine changes both sides or neither. Steps that V8 counts would not do, since
 * a regular expression counts as none.
 */
export async function growthOf<T>(family: Family<T>, work: (input: T) => unknown, most: number): Promise<number> {
  // Work that doubles with each character would not end at any size that can be measured.
  if ((await costOf(family(32), work)) === Infinity) return Infinity;
  const [little, much] = [family(most / 4), family(most)];
  let long = await costOf(much, work);
  let short = Infinity;
  for (let again = 0; again < TRIES && long > FLOOR_MS; again++) {
    for (let each = 0; each < 3; each++) short = Math.min(short, await costOf(little, work));
    if (long <= short * MOST_GROWTH) break;
    long = Math.min(long, await costOf(much, work));
  }
  return long > FLOOR_MS ? long / short : 0;
}

/** Processor time in milliseconds; infinite when it does not end. */
async function costOf<T>(input: T, work: (input: T) => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  const done = endingIn(ENDLESS_MS, () => work(input));
  if (done === ENDLESS) return Infinity;
  await done;
  const { user, system } = process.threadCpuUsage(before);
  return Math.max(0.001, (user + system) / 1000);
}

const ENDLESS = Symbol('endless');

/** Also regular expressions are interrupted so; what goes on after an `await` is not. */
function endingIn(timeout: number, work: () => unknown): unknown {
  const place = globalThis as { workOfGrowth?: () => unknown };
  place.workOfGrowth = work;
  try {
    return runInThisContext('globalThis.workOfGrowth()', { timeout });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return ENDLESS;
    throw error;
  } finally {
    delete place.workOfGrowth;
  }
}

/** What texts are full of when somebody means harm, besides the signs that a reader itself looks for. */
const FILLERS = [' ', '\t', '\n', 'a'];

/**
 * Families of texts from the signs that a reader looks for: each of them again and again, each followed by what never
 * closes it, and each pair of them again and again.
 */
export function familiesOf(signs: readonly string[], whole: (text: string) => string = (text) => text) {
  const families = new Map<string, Family>();
  const add = (name: string, family: Family): void => void families.set(name, (n) => whole(family(n)));
  for (const [at, sign] of signs.entries()) {
    add(`${shown(sign)} repeated`, (n) => sign.repeat(n));
    for (const other of new Set([...signs, ...FILLERS])) {
      if (other === sign) continue;
      // The other way round is the same but for one sign at each end.
      if (!signs.slice(0, at).includes(other))
        add(`${shown(sign)} and ${shown(other)} repeated`, (n) => (sign + other).repeat(n));
      add(`${shown(sign)}, then ${shown(other)} repeated`, (n) => sign + other.repeat(n));
      add(`${shown(other)} repeated, then ${shown(sign)}`, (n) => other.repeat(n) + sign);
    }
  }
  return families;
}

function shown(text: string): string {
  return JSON.stringify(text);
}
