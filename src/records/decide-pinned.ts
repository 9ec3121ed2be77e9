import type { RecordType } from '../model/record-type.ts';
import { decideRecordType, newType, type RecordTypeQuestion } from './decide.ts';
import { candidatesFor, nextName, numberInFamily } from './numbered-names.ts';

/**
 * The record-type rule for a story of another commit, whose definition is that of its day. It takes a type that has all
 * that it asks for, wherever there is one: what came to it later counts as the destination's own, so that a rollback
 * makes no new type for it. Else it is decided as ever, but apart from what this very run makes of the same name.
 */
export function decidePinnedType(
  question: RecordTypeQuestion,
  planned: readonly string[],
): ReturnType<typeof decideRecordType> {
  const { wanted, existing, reserved, recorded } = question;
  const asRecorded = (target: string) => decideRecordType({ ...question, recorded: { target, definition: wanted } });
  const family = candidatesFor(wanted.name, existing, reserved).map(({ type }) => type.name);
  const known = recorded !== undefined && family.includes(recorded.target) ? [recorded.target] : [];
  const decisions = [...known, ...family].map(asRecorded);
  const reused = decisions.find((decision) => decision.ok && decision.value.action === 'reuse');
  if (reused !== undefined) return reused;
  const made = planned.filter((name) => numberInFamily(wanted.name, name) !== undefined);
  const [other] = made;
  if (other === undefined) return decisions[0] ?? decideRecordType(question);
  const coming = made.map((name): RecordType => ({ id: 0, name, teamId: 0, fields: [], defaultFields: [] }));
  const target = nextName(wanted.name, [...existing, ...coming], reserved);
  return newType(question, 'create_sequential', target, `"${other}" is made for stories that are not pinned`);
}
