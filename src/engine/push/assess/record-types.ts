import type { DesiredStory } from '../../../model/desired.ts';
import type { DestinationState } from '../../../model/destination-state.ts';
import type { Warning } from '../../../model/fact/warning.ts';
import type { RecordTypeStep } from '../../../model/plan.ts';
import type { RecordType } from '../../../model/record-type.ts';
import { decideRecordType, type RecordTypeDecision, type RecordTypeRefusal } from '../../../records/decide.ts';
import type { RecordTarget } from '../../../records/rewrite.ts';
import { recordSlugMentions, slugify } from '../../../story/references.ts';
import { recordTarget } from './content.ts';

type Entry =
  | { readonly kind: 'decided'; readonly decision: RecordTypeDecision }
  | { readonly kind: 'refused'; readonly refusal: RecordTypeRefusal };

/** One decision per record type and destination, shared by all stories that use the type. */
export type RecordTypeDecisions = ReadonlyMap<string, Entry>;

export function decideRecordTypes(
  stories: readonly DesiredStory[],
  namesInRepository: ReadonlySet<string>,
  existing: readonly RecordType[],
  state: DestinationState | undefined,
): RecordTypeDecisions {
  const decisions = new Map<string, Entry>();
  for (const wanted of stories.flatMap((story) => story.recordTypes)) {
    if (decisions.has(wanted.name)) continue;
    // Without the check a type called `constructor` would find what every object has.
    const known = state !== undefined && Object.hasOwn(state.recordTypes, wanted.name);
    const recorded = known ? state.recordTypes[wanted.name] : undefined;
    const reserved = new Set([...namesInRepository].filter((name) => name !== wanted.name));
    const result = decideRecordType({ wanted, existing, reserved, ...(recorded ? { recorded } : {}) });
    const entry: Entry = result.ok
      ? { kind: 'decided', decision: result.value }
      : { kind: 'refused', refusal: result.error };
    decisions.set(wanted.name, entry);
  }
  return decisions;
}

/** The decisions that concern one story; the first refusal speaks for it. */
export function decisionsFor(
  desired: DesiredStory,
  decisions: RecordTypeDecisions | undefined,
): { readonly decisions: readonly RecordTypeDecision[]; readonly refusal: RecordTypeRefusal | undefined } {
  const own = desired.recordTypes.flatMap(({ name }) => decisions?.get(name) ?? []);
  return {
    decisions: own.flatMap((entry) => (entry.kind === 'decided' ? [entry.decision] : [])),
    refusal: own.find((entry) => entry.kind === 'refused')?.refusal,
  };
}

/** What the plan shows of a decision. */
export function stepOf({ name, action, target, fields, because }: RecordTypeDecision): RecordTypeStep {
  return { name, action, target, fields, because };
}

/** Where the story's record actions will point, as far as it is known before anything is written. */
export function recordTargets(
  decisions: readonly RecordTypeDecision[],
  existing: readonly RecordType[],
): ReadonlyMap<string, RecordTarget> {
  return new Map(
    decisions.map((decision) => {
      const type = existing.find((candidate) => candidate.id === decision.targetId);
      const found = type ? { ...recordTarget(type), name: decision.target } : { name: decision.target };
      return [decision.name, found];
    }),
  );
}

/** Text such as `INFO.record.alert` keeps pointing at the old type; it is never rewritten. */
export function staleMentions(desired: DesiredStory, decisions: readonly RecordTypeDecision[]): readonly Warning[] {
  return decisions
    .filter(({ name, target }) => target !== name)
    .flatMap(({ name, target }) => {
      const slug = slugify(name);
      return recordSlugMentions(desired.story, slug).map((path): Warning => {
        return { kind: 'record_mention', path, slug, name, target };
      });
    });
}
