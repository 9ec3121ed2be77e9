import { confirmedWrite } from '../../apply/confirmed-write.ts';
import { readFailed, type StepFailure, stale } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Clock } from '../../model/clock.ts';
import type { RecordType } from '../../model/record-type.ts';
import type { Story } from '../../model/story.ts';
import { boundTypes } from '../../records/bindings.ts';
import type { RecordTypeDecision } from '../../records/decide.ts';
import type { Tenant } from '../../tenant/port.ts';
import { LISTED_FOR_MS } from './team-listing.ts';

/** The record types of a team, and when, by the clock of waits, they were asked for. */
export type TypesSeen = { readonly types: readonly RecordType[]; readonly at: number };

/** The record types of one team during a run: carried out once each, whatever number of stories use them. */
export class TeamRecordTypes {
  readonly #tenant: Tenant;
  readonly #clock: Clock;
  readonly #teamId: number;
  readonly #done = new Map<string, RecordType>();
  /** Names that the plan of this destination makes: another run with the same plan may make them first. */
  readonly #planned: ReadonlySet<string>;
  /** What this run adds to types that are there, by their ids. */
  readonly #extended = new Map<number, RecordTypeDecision>();
  #expected: ReadonlySet<number> | undefined;
  #seen: TypesSeen | undefined;
  #changes = 0;

  /** `seen`: by whoever planned. */
  constructor(
    tenant: Tenant,
    clock: Clock,
    teamId: number,
    planned: Iterable<RecordTypeDecision> = [],
    seen?: TypesSeen,
  ) {
    this.#planned = new Set([...planned].flatMap(({ targetId, target }) => (targetId === undefined ? [target] : [])));
    this.#tenant = tenant;
    this.#clock = clock;
    this.#teamId = teamId;
    this.#seen = seen;
  }

  /** How many types this run made or extended, or tried to: what was looked at before is old since. */
  get changes(): number {
    return this.#changes;
  }

  /** Makes the chosen type exist as decided, and returns it as it is there. */
  async carryOut(decision: RecordTypeDecision): Promise<Result<RecordType, StepFailure>> {
    const done = this.#done.get(workOf(decision));
    if (done) return ok(done);
    const existing = isWritten(decision) ? await this.#read() : await this.#readOrKeep();
    if (!existing.ok) return existing;
    if (isWritten(decision)) {
      this.#changes += 1;
      this.#seen = undefined;
    }
    const result =
      decision.targetId === undefined
        ? await this.#create(decision, existing.value)
        : await this.#use(decision, decision.targetId, existing.value);
    if (!result.ok) return result;
    this.#expected = new Set([...existing.value.map((type) => type.id), result.value.id]);
    this.#done.set(workOf(decision), result.value);
    return result;
  }

  /**
   * An import that makes types of its own would pile up copies at every sync: such a tenant is stopped. It makes them to bind
   * record actions to them: a story without such makes none, and where each reads back bound to a type that was there
   * before, none was made (decision 57). A type that the plan is to make anyway, and which is there once, was made by another run.
   */
  async findUnplanned(
    decisions: readonly RecordTypeDecision[],
    { sent, live }: { readonly sent: Story; readonly live: Story },
  ): Promise<Result<readonly string[], StepFailure>> {
    const expected = this.#expected;
    if (!expected || boundTypes(sent).length === 0) return ok([]);
    if (!decisions.some(isWritten) && this.#areUsed(decisions, boundTypes(live))) return ok([]);
    const types = await this.#read();
    if (!types.ok) return types;
    for (const [id, decision] of this.#extended) {
      const type = types.value.find((candidate) => candidate.id === id);
      const doubled = type && findDoubled(type, decision);
      if (doubled) return fail(doubled);
    }
    const unexpected = types.value.filter(({ id, name }) => !expected.has(id) && !this.#planned.has(name));
    if (unexpected.length > 0) return ok(unexpected.map(({ name }) => name));
    // What the plan makes too is of another run. Where both made it, the next plan is blocked, so nothing piles up.
    const awaited = types.value.filter(({ id, name }) => !expected.has(id) && this.#planned.has(name));
    const twice = awaited.find(({ name }) => types.value.filter((type) => type.name === name).length > 1);
    return twice ? fail({ fact: { kind: 'record_type_repeated', name: twice.name } }) : ok([]);
  }

  /** Whether all that actions are bound to are types that were chosen for their story, and found in the team. */
  #areUsed(decisions: readonly RecordTypeDecision[], bound: readonly (number | undefined)[]): boolean {
    const chosen = new Set(decisions.flatMap((decision) => this.#done.get(workOf(decision))?.id ?? []));
    return bound.length > 0 && bound.every((id) => chosen.has(id ?? 0));
  }

  async #read(): Promise<Result<readonly RecordType[], StepFailure>> {
    const at = this.#clock.elapsed();
    const types = await this.#tenant.listRecordTypes(this.#teamId);
    if (!types.ok) return fail(readFailed('record_types', types.error));
    this.#seen = { types: types.value, at };
    return types;
  }

  /** What a type is like decides what is embedded: one that was extended meanwhile would look as if something was taken away. */
  async #readOrKeep(): Promise<Result<readonly RecordType[], StepFailure>> {
    const seen = this.#seen;
    return seen && this.#clock.elapsed() - seen.at < LISTED_FOR_MS ? ok(seen.types) : this.#read();
  }

  async #create(
    decision: RecordTypeDecision,
    existing: readonly RecordType[],
  ): Promise<Result<RecordType, StepFailure>> {
    const { target, add } = decision;
    const appeared = existing.filter((type) => type.name === target);
    if (appeared.length > 0) return this.#useAppeared(decision, appeared);
    const fields = add.map(({ name, resultType, fixedValues }) => ({ name, resultType, fixedValues }));
    const created = await confirmedWrite(this.#clock, {
      send: () => this.#tenant.createRecordType(this.#teamId, target, fields),
      look: () => this.#find((type) => type.name === target),
      step: { write: 'create_record_type', name: target },
    });
    const now = await this.#read();
    if (!now.ok) return created.ok ? now : created;
    const named = now.value.filter((type) => type.name === target);
    // A tenant that takes a name once refuses the second of two creates at one moment.
    if (!created.ok) return named.length > 0 ? this.#useAppeared(decision, named) : created;
    // Both may hold rows by now, so neither is deleted.
    return named.length > 1 ? fail({ fact: { kind: 'record_type_repeated', name: target } }) : created;
  }

  /** Another run made it since the plan: it is used where it is exactly what was to be made. */
  #useAppeared(decision: RecordTypeDecision, types: readonly RecordType[]): Result<RecordType, StepFailure> {
    const [type, second] = types;
    const name = decision.target;
    if (second) return fail({ fact: { kind: 'record_type_repeated', name } });
    const exact = type && type.fields.length === decision.add.length && holds(type, decision);
    return exact ? ok(type) : fail(stale({ since: 'record_type_appeared', name }));
  }

  async #use(
    decision: RecordTypeDecision,
    id: number,
    existing: readonly RecordType[],
  ): Promise<Result<RecordType, StepFailure>> {
    const type = existing.find((candidate) => candidate.id === id);
    const name = decision.target;
    if (!type) return fail(stale({ since: 'record_type_gone', name }));
    if (decision.add.length === 0) return ok(type);
    this.#extended.set(id, decision);
    if (holds(type, decision)) return findDoubledIn(type, decision);
    const extended = await confirmedWrite(this.#clock, {
      send: () => this.#tenant.updateRecordType(id, decision.add),
      look: () => this.#find((candidate) => candidate.id === id && holds(candidate, decision)),
      step: { write: 'extend_record_type', name },
      // A tenant that answers 200 and keeps the type as it was has not done it.
      acceptWithoutLook: (updated) => holds(updated, decision),
      notDone: { fact: { kind: 'record_fields_not_kept', name } },
    });
    if (!extended.ok && !isRejected(extended.error)) return extended;
    const now = await this.#find((candidate) => candidate.id === id);
    if (!now.ok) return extended.ok ? now : extended;
    // Refused since another run added the same at the same moment: they are there.
    if (!extended.ok && !(now.value && holds(now.value, decision))) return extended;
    return now.value ? findDoubledIn(now.value, decision) : fail(stale({ since: 'record_type_gone', name }));
  }

  async #find(matches: (type: RecordType) => boolean): Promise<Result<RecordType | undefined, StepFailure>> {
    const types = await this.#read();
    return types.ok ? ok(types.value.find(matches)) : types;
  }
}

/** Whether something is written for it. */
function isWritten({ targetId, add }: RecordTypeDecision): boolean {
  return targetId === undefined || add.length > 0;
}

/** Stories of two commits may use one name for two types, or one type in two ways. */
function workOf({ name, target, add }: RecordTypeDecision): string {
  return JSON.stringify([name, target, add]);
}

function isRejected({ fact }: StepFailure): boolean {
  return fact.kind === 'write_refused' && fact.failure.kind === 'rejected';
}

function findDoubledIn(type: RecordType, decision: RecordTypeDecision): Result<RecordType, StepFailure> {
  const doubled = findDoubled(type, decision);
  return doubled ? fail(doubled) : ok(type);
}

/** A field that two runs added at one moment. Either may hold data by now. */
function findDoubled({ name, fields }: RecordType, { add }: RecordTypeDecision): StepFailure | undefined {
  const doubled = add.find(
    (wanted) => !('id' in wanted) && fields.filter((field) => field.name === wanted.name).length > 1,
  );
  return doubled && { fact: { kind: 'record_field_doubled', type: name, field: doubled.name } };
}

function holds(type: RecordType, decision: RecordTypeDecision): boolean {
  return decision.add.every((wanted) => {
    const field = type.fields.find((candidate) => candidate.name === wanted.name);
    return (
      field !== undefined &&
      field.resultType === wanted.resultType &&
      wanted.fixedValues.every((value) => field.fixedValues.includes(value))
    );
  });
}
