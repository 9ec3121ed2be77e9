import type { DesiredStory } from '../../../model/desired.ts';
import type { DestinationState } from '../../../model/destination-state.ts';
import type { Warning } from '../../../model/fact/warning.ts';
import type { RecordTypeStep } from '../../../model/plan.ts';
import type { RecordType, RecordTypeDefinition } from '../../../model/record-type.ts';
import { fieldsKey, sameFields } from '../../../records/compare.ts';
import {
  decideRecordType,
  type RecordTypeDecision,
  type RecordTypeQuestion,
  type RecordTypeRefusal,
} from '../../../records/decide.ts';
import { decidePinnedType } from '../../../records/decide-pinned.ts';
import { recordSlugMentions, slugify } from '../../../story/references.ts';

type Entry =
  | { readonly kind: 'decided'; readonly decision: RecordTypeDecision }
  | { readonly kind: 'refused'; readonly refusal: RecordTypeRefusal };

/** One decision per record type and destination, shared by all stories that use the type; pinned ones may want another. */
export type RecordTypeDecisions = ReadonlyMap<string, Entry>;

export type TypeQuestions = {
  /** Names of types that the repository uses, in any version that somebody gets. */
  readonly namesInRepository: ReadonlySet<string>;
  readonly existing: readonly RecordType[];
  readonly state: DestinationState | undefined;
};

export function decideRecordTypes(stories: readonly DesiredStory[], questions: TypeQuestions): RecordTypeDecisions {
  const decisions = new Map<string, Entry>();
  const today = stories.filter((story) => !isPinned(story)).flatMap((story) => story.recordTypes);
  for (const wanted of today) {
    if (!decisions.has(wanted.name))
      decisions.set(wanted.name, entryOf(decideRecordType(questionOf(wanted, questions))));
  }
  const agreed = new Map(today.map((wanted) => [wanted.name, wanted]));
  for (const wanted of stories.filter(isPinned).flatMap((story) => story.recordTypes)) {
    const key = typeKey(wanted, true);
    if (decisions.has(key)) continue;
    const same = sameFields(agreed.get(wanted.name)?.fields ?? [], wanted.fields) && decisions.get(wanted.name);
    decisions.set(key, same || entryOf(decidePinnedType(questionOf(wanted, questions), plannedTypes(decisions))));
  }
  return decisions;
}

/** A story of another commit may define a type as it was then. */
function isPinned({ commit }: DesiredStory): boolean {
  return commit !== undefined;
}

function typeKey({ name, fields }: RecordTypeDefinition, pinned: boolean): string {
  return pinned ? `${name}\n${fieldsKey(fields)}` : name;
}

function questionOf(
  wanted: RecordTypeDefinition,
  { namesInRepository, existing, state }: TypeQuestions,
): RecordTypeQuestion {
  // Without the check a type called `constructor` would find what every object has.
  const known = state !== undefined && Object.hasOwn(state.recordTypes, wanted.name);
  const recorded = known ? state.recordTypes[wanted.name] : undefined;
  const reserved = new Set([...namesInRepository].filter((name) => name !== wanted.name));
  return { wanted, existing, reserved, ...(recorded ? { recorded } : {}) };
}

function entryOf(result: ReturnType<typeof decideRecordType>): Entry {
  return result.ok ? { kind: 'decided', decision: result.value } : { kind: 'refused', refusal: result.error };
}

/** Names that types made in this very run will have. */
function plannedTypes(decisions: RecordTypeDecisions): readonly string[] {
  return [...decisions.values()].flatMap((entry) =>
    entry.kind === 'decided' && entry.decision.targetId === undefined ? [entry.decision.target] : [],
  );
}

/** The decisions that concern one story; the first refusal speaks for it. */
export function decisionsFor(
  desired: DesiredStory,
  decisions: RecordTypeDecisions | undefined,
): { readonly decisions: readonly RecordTypeDecision[]; readonly refusal: RecordTypeRefusal | undefined } {
  const own = desired.recordTypes.flatMap((wanted) => decisions?.get(typeKey(wanted, isPinned(desired))) ?? []);
  return {
    decisions: own.flatMap((entry) => (entry.kind === 'decided' ? [entry.decision] : [])),
    refusal: own.find((entry) => entry.kind === 'refused')?.refusal,
  };
}

/** What the plan shows of a decision. */
export function stepOf({ name, action, target, fields, because }: RecordTypeDecision): RecordTypeStep {
  return { name, action, target, fields, because };
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
