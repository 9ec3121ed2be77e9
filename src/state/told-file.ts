import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { toldFromJson, toldToJson } from '../documents/told/told-json.ts';
import { TOLD_FORMAT } from '../documents/told/told-schema.ts';
import { parseJson } from '../json/parse.ts';
import { isObject } from '../json/value.ts';
import type { Told } from '../model/change/told.ts';
import { openEnvelope, type Seal, sealed } from './envelope.ts';
import { TOLD } from './paths.ts';
import type { StateStore } from './port.ts';
import { type OpenedFile, SignedFile } from './signed-file.ts';

/** Far more than we ever write: a file that others made is not to fill the memory. */
const LONGEST_TEXT = 16 * 1024 * 1024;

/** The file that says what scheduled plans have told. */
export function toldFile(store: StateStore, seal: Seal | undefined): SignedFile<Told> {
  return new SignedFile(
    store.ofFleet(TOLD),
    {
      parse: (text) => parseTold(text, seal),
      serialise: (told, counter) => sealed(toldToJson(told), { path: TOLD, counter, seal }),
    },
    seal,
  );
}

/** Strict: what is not exactly ours is refused, and told once more. */
export function parseTold(text: string, seal?: Seal): Result<OpenedFile<Told>, Problem> {
  if (text.length > LONGEST_TEXT) return fail(unusable('it is larger than storysync writes it'));
  const parsed = parseJson(text);
  if (!parsed.ok) return fail(unusable(parsed.error.reason === 'syntax' ? 'it is not JSON' : parsed.error.message));
  if (!isObject(parsed.value)) return fail(unusable('it is not a JSON object'));
  if (parsed.value.format !== TOLD_FORMAT) return fail(unusable(`its format is not "${TOLD_FORMAT}"`));
  const { whole, counter, mark } = openEnvelope(parsed.value, text, { path: TOLD, seal });
  const read = toldFromJson(parsed.value);
  if (!whole) return fail(unusable('it was changed by hand, or damaged'));
  return read.ok ? ok({ content: read.value, counter, mark }) : fail(unusable(read.error));
}

function unusable(why: string): Problem {
  return {
    code: 'STA001',
    severity: 'warning',
    message: `what was told before (${TOLD}) is not used: ${why}`,
    hint: 'nothing needs to be done: what still stands is told once more, and the file written anew',
  };
}
