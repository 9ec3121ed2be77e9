import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { RecordTypeState } from '../model/destination-state.ts';
import type { StoryFact } from '../model/fact/story-fact.ts';
import type { RecordTypeWarning } from '../model/fact/warning.ts';
import type { RecordTypeStep } from '../model/plan.ts';
import type { FieldDefinition, RecordField, RecordType, RecordTypeDefinition } from '../model/record-type.ts';
import { caseWarnings } from './case-warnings.ts';
import { customFields, listed, sameFields, TEXT_ENUM } from './compare.ts';
import { additionsTo, ownOf, reasonsForNewType, repeatedFieldNames } from './difference.ts';
import { candidatesFor, type FamilyMember, nextName } from './numbered-names.ts';

/** What happens to one record type at one destination: the step of the plan, and what it takes to carry it out. */
export type RecordTypeDecision = RecordTypeStep & {
  /** Id of the type that is used or extended; absent while it does not exist yet. */
  readonly targetId?: number;
  /** For a new type all its fields; for an existing one new fields, and changed ones with their id and all values. */
  readonly add: readonly (FieldDefinition | RecordField)[];
  /** Fields that only the destination has in the type that is used; they stay. */
  readonly kept: readonly string[];
  readonly warnings: readonly RecordTypeWarning[];
};

/** Why no decision can be made. */
export type RecordTypeRefusal = Extract<StoryFact, { kind: 'record_type_repeated' | 'enum_without_values' }>;

export type RecordTypeQuestion = {
  readonly wanted: RecordTypeDefinition;
  /** All record types of the team. */
  readonly existing: readonly RecordType[];
  /** Names that the repository itself uses for other types. */
  readonly reserved: ReadonlySet<string>;
  readonly recorded?: RecordTypeState;
};

type Decision = Result<RecordTypeDecision, RecordTypeRefusal>;

/** The record-type rule. It adds or starts anew; it never deletes, and never changes a field's type. */
export function decideRecordType(question: RecordTypeQuestion): Decision {
  const { wanted, existing, reserved, recorded } = question;
  const candidates = candidatesFor(wanted.name, existing, reserved);
  const current = candidates.find(({ type }) => type.name === recorded?.target) ?? candidates[0];
  if (current === undefined) {
    return newType(question, 'create', wanted.name, `the team has no record type "${wanted.name}"`);
  }
  const exact = findExact(wanted, candidates, current);
  if (exact !== undefined) return reuseExact(question, exact.type);
  if (isRepeated(current.type, existing)) return fail({ kind: 'record_type_repeated', name: current.type.name });
  const causes = reasonsForNewType(wanted, current.type, recorded?.definition);
  if (causes.length > 0) {
    const target = nextName(wanted.name, existing, reserved);
    const because = `${listed(causes)}; ${staysBehind(current.type.name, target)}`;
    return newType(question, 'create_sequential', target, because);
  }
  return keepCurrent(question, current.type);
}

/** Whichever fits exactly: the current type before all others, then the highest number. A rollback finds its old type so. */
function findExact(
  wanted: RecordTypeDefinition,
  candidates: readonly FamilyMember[],
  current: FamilyMember,
): FamilyMember | undefined {
  const fitting = candidates.filter(({ type }) => sameFields(customFields(type.fields), wanted.fields));
  return fitting.find(({ type }) => type.name === current.type.name) ?? fitting[0];
}

/** No rollback brings rows along: what was written to a type is read there and nowhere else. */
function staysBehind(left: string, target: string): string {
  return `"${left}" stays as it is, with all its fields and rows; no rows move to "${target}"`;
}

function reuseExact(question: RecordTypeQuestion, type: RecordType): Decision {
  const left = question.existing.find(({ name }) => name === question.recorded?.target);
  const moved = left !== undefined && left.name !== type.name ? `; ${staysBehind(left.name, type.name)}` : '';
  if (isRepeated(type, question.existing)) return fail({ kind: 'record_type_repeated', name: type.name });
  return ok({
    name: question.wanted.name,
    action: 'reuse',
    target: type.name,
    targetId: type.id,
    fields: [],
    add: [],
    kept: [],
    because: `"${type.name}" has exactly these fields${moved}`,
    warnings: [
      ...(left === undefined || left.name === type.name
        ? []
        : [{ kind: 'record_type_switched', from: left.name, to: type.name } as const]),
      ...caseWarnings(question.wanted, type.name, question.existing, type),
    ],
  });
}

function keepCurrent({ wanted, existing }: RecordTypeQuestion, type: RecordType): Decision {
  const additions = additionsTo(type, wanted);
  const empty = additions.find(({ field, isNew }) => isNew && lacksValues(field));
  if (empty) return fail({ kind: 'enum_without_values', type: wanted.name, field: empty.field.name });
  const own = ownOf(type, wanted);
  const stays = own.mentions.length === 0 ? '' : `; kept as the destination's own: ${listed(own.mentions)}`;
  const added = additions.flatMap(({ texts }) => texts);
  const because =
    added.length === 0
      ? `"${type.name}" has all that is asked for${stays}`
      : `${listed(added)} ${added.length === 1 ? 'is' : 'are'} new in "${type.name}"${stays}`;
  return ok({
    name: wanted.name,
    action: added.length === 0 ? 'reuse' : 'add_fields',
    target: type.name,
    targetId: type.id,
    fields: additions.flatMap(({ fields }) => fields),
    add: additions.map(({ field }) => field),
    kept: own.fields,
    because,
    warnings: [
      ...caseWarnings(wanted, type.name, existing, type),
      ...repeatedFieldNames(type).map((field) => {
        return { kind: 'record_field_repeated', type: type.name, field } as const;
      }),
    ],
  });
}

export function newType(
  { wanted, existing }: RecordTypeQuestion,
  action: 'create' | 'create_sequential',
  target: string,
  because: string,
): Decision {
  const empty = wanted.fields.find(lacksValues);
  if (empty) return fail({ kind: 'enum_without_values', type: wanted.name, field: empty.name });
  return ok({
    name: wanted.name,
    action,
    target,
    fields: wanted.fields.map(({ name }) => name),
    add: wanted.fields,
    kept: [],
    because,
    warnings: caseWarnings(wanted, target, existing),
  });
}

function isRepeated(type: RecordType, existing: readonly RecordType[]): boolean {
  return existing.some((other) => other.id !== type.id && other.name === type.name);
}

function lacksValues(field: FieldDefinition): boolean {
  return field.resultType === TEXT_ENUM && field.fixedValues.length === 0;
}
