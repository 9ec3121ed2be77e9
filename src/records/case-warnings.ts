import type { RecordTypeWarning } from '../model/fact/warning.ts';
import type { RecordType, RecordTypeDefinition } from '../model/record-type.ts';
import { byText, byTextOf } from '../model/text/order.ts';
import { customFields, differInCaseOnly } from './compare.ts';

/** Names are compared exactly here; whether a tenant does so too is not documented, so a near miss is worth a word. */
export function caseWarnings(
  wanted: RecordTypeDefinition,
  target: string,
  existing: readonly RecordType[],
  type?: RecordType,
): readonly RecordTypeWarning[] {
  const types = new Set(existing.map(({ name }) => name).filter((name) => differInCaseOnly(name, target)));
  const wantedNames = wanted.fields.map(({ name }) => name);
  const others = new Set([...wantedNames, ...customFields(type?.fields ?? []).map(({ name }) => name)]);
  const pairs = new Map(
    wantedNames.flatMap((name) =>
      [...others]
        .filter((other) => differInCaseOnly(name, other))
        .map((other) => {
          const [first, second] = byText(name, other) < 0 ? [name, other] : [other, name];
          return [JSON.stringify([first, second]), [first, second] as const] as const;
        }),
    ),
  );
  return [
    ...[...types]
      .sort(byText)
      .map((name): RecordTypeWarning => ({ kind: 'record_types_alike', names: [target, name] })),
    ...[...pairs]
      .sort(byTextOf(([name]) => name))
      .map(([, fields]): RecordTypeWarning => ({ kind: 'record_fields_alike', type: target, fields })),
  ];
}
