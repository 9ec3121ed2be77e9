import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Clock } from '../../model/clock.ts';
import type { RecordType } from '../../model/record-type.ts';
import type { RecordTypeDecision } from '../../records/decide.ts';
import type { Tenant } from '../../tenant/port.ts';
import { confirmedWrite } from './confirmed-write.ts';
import { readFailed, type StepFailure, stale } from './step-failure.ts';

/** The record types of one team during a run: carried out once each, whatever number of stories use them. */
export class TeamRecordTypes {
  readonly #tenant: Tenant;
  readonly #clock: Clock;
  readonly #teamId: number;
  readonly #done = new Map<string, RecordType>();
  #expected: ReadonlySet<number> | undefined;

  constructor(tenant: Tenant, clock: Clock, teamId: number) {
    this.#tenant = tenant;
    this.#clock = clock;
    this.#teamId = teamId;
  }

  /** Makes the chosen type exist as decided, and returns it as it is there. */
  async carryOut(decision: RecordTypeDecision): Promise<Result<RecordType, StepFailure>> {
    const done = this.#done.get(decision.name);
    if (done) return ok(done);
    const existing = await this.#read();
    if (!existing.ok) return existing;
    const result =
      decision.targetId === undefined
        ? await this.#create(decision, existing.value)
        : await this.#use(decision, decision.targetId, existing.value);
    if (!result.ok) return result;
    this.#expected = new Set([...existing.value.map((type) => type.id), result.value.id]);
    this.#done.set(decision.name, result.value);
    return result;
  }

  /** An import that makes types of its own would pile up copies at every sync: such a tenant is stopped. */
  async findUnplanned(): Promise<Result<readonly string[], StepFailure>> {
    const expected = this.#expected;
    if (!expected) return ok([]);
    const types = await this.#read();
    return types.ok ? ok(types.value.filter((type) => !expected.has(type.id)).map((type) => type.name)) : types;
  }

  async #read(): Promise<Result<readonly RecordType[], StepFailure>> {
    const types = await this.#tenant.listRecordTypes(this.#teamId);
    return types.ok ? types : fail(readFailed('record_types', types.error));
  }

  async #create(
    decision: RecordTypeDecision,
    existing: readonly RecordType[],
  ): Promise<Result<RecordType, StepFailure>> {
    const { target, add } = decision;
    if (existing.some((type) => type.name === target)) {
      return fail(stale({ since: 'record_type_appeared', name: target }));
    }
    const fields = add.map(({ name, resultType, fixedValues }) => ({ name, resultType, fixedValues }));
    return confirmedWrite(this.#clock, {
      send: () => this.#tenant.createRecordType(this.#teamId, target, fields),
      look: () => this.#find((type) => type.name === target),
      step: { write: 'create_record_type', name: target },
    });
  }

  async #use(
    decision: RecordTypeDecision,
    id: number,
    existing: readonly RecordType[],
  ): Promise<Result<RecordType, StepFailure>> {
    const type = existing.find((candidate) => candidate.id === id);
    const name = decision.target;
    if (!type) return fail(stale({ since: 'record_type_gone', name }));
    if (decision.add.length === 0 || holds(type, decision)) return ok(type);
    return confirmedWrite(this.#clock, {
      send: () => this.#tenant.updateRecordType(id, decision.add),
      look: () => this.#find((candidate) => candidate.id === id && holds(candidate, decision)),
      step: { write: 'extend_record_type', name },
      // A tenant that answers 200 and keeps the type as it was has not done it.
      acceptWithoutLook: (updated) => holds(updated, decision),
      notDone: { fact: { kind: 'record_fields_not_kept', name } },
    });
  }

  async #find(matches: (type: RecordType) => boolean): Promise<Result<RecordType | undefined, StepFailure>> {
    const types = await this.#read();
    return types.ok ? ok(types.value.find(matches)) : types;
  }
}

function holds(type: RecordType, decision: RecordTypeDecision): boolean {
  return decision.add.every((wanted) => {
    const field = type.fields.find((candidate) => candidate.name === wanted.name);
    return field !== undefined && wanted.fixedValues.every((value) => field.fixedValues.includes(value));
  });
}
