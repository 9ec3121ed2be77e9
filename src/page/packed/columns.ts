/**
 * Tables as columns: equal values beside each other are what a compressor finds. A column in which values come again is a
 * dictionary and the places in it; numbers that grow are told by their differences.
 */
export type Column = readonly unknown[] | { readonly of: readonly unknown[]; readonly at: readonly number[] };
export type Columns = { readonly rows: number; readonly columns: { readonly [name: string]: Column } };

/** Rows that all have these members; each value is JSON. */
export function columnsOf<Row extends object>(rows: readonly Row[], names: readonly (keyof Row & string)[]): Columns {
  const columns = names.map((name) => [name, columnOf(rows.map((row) => row[name]))] as const);
  return { rows: rows.length, columns: Object.fromEntries(columns) };
}

/** The rows again, in the same order. */
export function rowsFrom<Row>({ rows, columns }: Columns): readonly Row[] {
  const read = Object.entries(columns).map(([name, column]) => [name, valuesIn(column)] as const);
  return Array.from({ length: rows }, (_, index) => {
    return Object.fromEntries(read.map(([name, values]) => [name, values[index]])) as Row;
  });
}

function columnOf(values: readonly unknown[]): Column {
  const of: unknown[] = [];
  // Objects that say the same are one; a text that looks like one is another.
  const [plain, objects] = [new Map<unknown, number>(), new Map<unknown, number>()];
  const at = values.map((value) => {
    const isObject = typeof value === 'object' && value !== null;
    const [known, key] = isObject ? [objects, JSON.stringify(value)] : [plain, value];
    const place = known.get(key) ?? of.push(value) - 1;
    known.set(key, place);
    return place;
  });
  // Where nearly all differ, a dictionary is the column once more.
  return of.length * 2 > values.length ? values : { of, at };
}

/** The values of one column, row by row. */
export function valuesIn(column: Column): readonly unknown[] {
  return 'of' in column ? column.at.map((place) => column.of[place]) : column;
}

/** How far each number is from the one before it; a negative one is none, and skipped. */
export function differences(numbers: readonly number[]): readonly (number | null)[] {
  let before = 0;
  return numbers.map((number) => {
    if (number < 0) return null;
    const difference = number - before;
    before = number;
    return difference;
  });
}

export function sums(differing: readonly (number | null)[]): readonly number[] {
  let sum = 0;
  return differing.map((difference) => {
    if (difference === null) return -1;
    sum += difference;
    return sum;
  });
}
