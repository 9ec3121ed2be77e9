import type { RecordType } from '../model/record-type.ts';

/** An existing type that may stand for the wanted one: `N` (number 0) or `N (k)`. */
export type FamilyMember = { readonly number: number; readonly type: RecordType };

/** `Alert` for 0, `Alert (2)` for 2. */
export function numberedName(name: string, number: number): string {
  return number === 0 ? name : `${name} (${number})`;
}

/** The number that a type's name has in the family of `name`; undefined when it is another type altogether. */
export function numberInFamily(name: string, typeName: string): number | undefined {
  if (typeName === name) return 0;
  if (!typeName.startsWith(`${name} (`)) return undefined;
  // Ten digits and more are nobody's counter, and would not be exact for ever.
  const digits = /^ \(([1-9][0-9]{0,8})\)$/.exec(typeName.slice(name.length))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The types that may stand for `name`, highest number first; among equal names the oldest first. */
export function candidatesFor(
  name: string,
  existing: readonly RecordType[],
  reserved: ReadonlySet<string>,
): readonly FamilyMember[] {
  return existing
    .flatMap((type) => {
      const number = numberInFamily(name, type.name);
      if (number === undefined || (number > 0 && reserved.has(type.name))) return [];
      return [{ number, type }];
    })
    .sort((a, b) => b.number - a.number || a.type.id - b.type.id);
}

/** The next free name: after the highest number there, whoever it belongs to, and none that the repository uses itself. */
export function nextName(name: string, existing: readonly RecordType[], reserved: ReadonlySet<string>): string {
  const taken = new Set(existing.map((type) => type.name));
  let number = existing.reduce((highest, type) => Math.max(highest, numberInFamily(name, type.name) ?? 0), 0);
  do number += 1;
  while (reserved.has(numberedName(name, number)) || taken.has(numberedName(name, number)));
  return numberedName(name, number);
}
