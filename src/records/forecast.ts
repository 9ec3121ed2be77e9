import { customFields } from './compare.ts';
import { decideRecordType, type RecordTypeQuestion } from './decide.ts';
import { candidatesFor } from './numbered-names.ts';

/**
 * What the vendor's own syncing would make of a record type, as far as its few words about that tell. It does not know what
 * was pushed before, so a field that only the destination has counts as removed: it says that a new type comes of that.
 */
export function forecastRecordType(
  question: Omit<RecordTypeQuestion, 'recorded'>,
): ReturnType<typeof decideRecordType> {
  const { wanted, existing, reserved } = question;
  const [current] = candidatesFor(wanted.name, existing, reserved);
  if (current === undefined) return decideRecordType(question);
  const { name, fields } = current.type;
  return decideRecordType({
    ...question,
    recorded: { target: name, definition: { name, fields: customFields(fields) } },
  });
}
