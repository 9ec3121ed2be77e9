import { NONE, type PageFleet } from '../fleet/fleet.ts';

/** A question to every pair, answered by the tables that it refers to: a bit for each row of each table, and one of them is enough. */
export type PairTest = {
  readonly destination?: Uint8Array;
  readonly story?: Uint8Array;
  readonly standing?: Uint8Array;
  readonly commit?: Uint8Array;
  readonly lag?: Uint8Array;
  /** Whoever is not behind. */
  readonly noLag?: boolean;
  /** Of destinations where only some stories are meant: which ones. */
  readonly stories?: ReadonlyMap<number, ReadonlySet<number>>;
};

const COLUMNS = ['destination', 'story', 'standing', 'commit', 'lag'] as const;

export function bits<Row>(rows: readonly Row[], test: (row: Row) => boolean): Uint8Array {
  const answers = new Uint8Array(rows.length);
  for (const [index, row] of rows.entries()) if (test(row)) answers[index] = 1;
  return answers;
}

/**
 * Sets the mark of each pair for which a test holds. One table at a time, and none that says no throughout: what is left to
 * do for fifty thousand pairs is a look into one array of bytes.
 */
export function markPairs({ pairs }: PageFleet, test: PairTest, marks: Uint8Array, mark: number): void {
  const { noLag = false, stories = new Map<number, ReadonlySet<number>>() } = test;
  for (const name of COLUMNS) {
    const answers = test[name];
    const ofNone = name === 'lag' && noLag;
    if (answers !== undefined && (ofNone || answers.includes(1))) markBy(pairs[name], answers, ofNone, { marks, mark });
  }
  if (stories.size === 0) return;
  for (const [pair, destination] of pairs.destination.entries()) {
    if (stories.get(destination)?.has(pairs.story[pair] ?? NONE)) marks[pair] = (marks[pair] ?? 0) | mark;
  }
}

type Marking = { readonly marks: Uint8Array; readonly mark: number };

function markBy(column: readonly number[], answers: Uint8Array, ofNone: boolean, { marks, mark }: Marking): void {
  // None is -1, and a place outside of an array is slow to ask: it stands before the rows.
  const shifted = new Uint8Array(answers.length + 1);
  shifted.set(answers, 1);
  shifted[0] = ofNone ? 1 : 0;
  for (let pair = 0; pair < marks.length; pair++) {
    if (shifted[(column[pair] ?? NONE) + 1] === 1) marks[pair] = (marks[pair] ?? 0) | mark;
  }
}
