import type { RecordType, RecordTypeDefinition } from '../model/record-type.ts';
import { byName, customFields, differInCaseOnly } from './compare.ts';

const MAY_BE_ONE = 'differ in upper and lower case only; the tenant may treat them as one';

/** Names are compared exactly here; whether a tenant does so too is not documented, so a near miss is worth a word. */
export function caseWarnings(
  wanted: RecordTypeDefinition,
  target: string,
  existing: readonly RecordType[],
  type?: RecordType,
): readonly string[] {
  const types = new Set(existing.map(({ name }) => name).filter((name) => differInCaseOnly(name, target)));
  const wantedNames = wanted.fields.map(({ name }) => name);
  const others = new Set([...wantedNames, ...customFields(type?.fields ?? []).map(({ name }) => name)]);
  const pairs = new Set(
    wantedNames.flatMap((name) =>
      [...others]
        .filter((other) => differInCaseOnly(name, other))
        .map((other) =>
          [name, other]
            .sort(byName)
            .map((text) => `"${text}"`)
            .join(' and '),
        ),
    ),
  );
  return [
    ...[...types].sort(byName).map((name) => `record types "${target}" and "${name}" ${MAY_BE_ONE}`),
    ...[...pairs].sort(byName).map((pair) => `record type "${target}": fields ${pair} ${MAY_BE_ONE}`),
  ];
}
