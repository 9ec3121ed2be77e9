import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { rolloutFromJson, rolloutToJson } from '../documents/rollout/rollout-json.ts';
import { ROLLOUT_FORMAT } from '../documents/rollout/rollout-schema.ts';
import { parseJson } from '../json/parse.ts';
import { isObject } from '../json/value.ts';
import type { RolloutRecord } from '../model/rollout.ts';
import { isSameRecord, mergeRecords } from '../model/rollout-record.ts';
import { openEnvelope, type Seal, sealed } from './envelope.ts';
import type { MergeTexts } from './merge.ts';
import { ROLLOUT } from './paths.ts';
import type { StateStore } from './port.ts';
import { type OpenedFile, SignedFile } from './signed-file.ts';

/** Far more than we ever write: a file that others made is not to fill the memory. */
const LONGEST_TEXT = 64 * 1024 * 1024;

/** The file that says which rings have passed. */
export function rolloutFile(store: StateStore, seal: Seal | undefined): SignedFile<RolloutRecord> {
  return new SignedFile(
    store.ofFleet(ROLLOUT),
    {
      parse: (text) => parseRollout(text, seal),
      serialise: (record, counter) => serialiseRollout(record, counter, seal),
    },
    seal,
  );
}

/** The record as canonical text; equal records of one counter give equal bytes. */
export function serialiseRollout(record: RolloutRecord, counter: number, seal?: Seal): string {
  return sealed(rolloutToJson(record), { path: ROLLOUT, counter, seal });
}

/** Strict: what is not exactly ours is refused, and every ring passes anew. */
export function parseRollout(text: string, seal?: Seal): Result<OpenedFile<RolloutRecord>, Problem> {
  if (text.length > LONGEST_TEXT) return fail(unusable('it is larger than storysync writes it'));
  const parsed = parseJson(text);
  if (!parsed.ok) return fail(unusable(parsed.error.reason === 'syntax' ? 'it is not JSON' : parsed.error.message));
  if (!isObject(parsed.value)) return fail(unusable('it is not a JSON object'));
  if (parsed.value.format !== ROLLOUT_FORMAT) return fail(unusable(`its format is not "${ROLLOUT_FORMAT}"`));
  const { whole, counter, mark } = openEnvelope(parsed.value, text, { path: ROLLOUT, seal });
  const read = rolloutFromJson(parsed.value);
  if (!whole) return fail(unusable('it was changed by hand, or damaged'));
  return read.ok ? ok({ content: read.value, counter, mark }) : fail(unusable(read.error));
}

/**
 * Two runs may record at one moment: what they know together is written, signed, and counts above what stands there. What is not
 * believed adds nothing, and without the key nothing takes the place of a signed file.
 */
export function mergingRollouts(seal: Seal | undefined): MergeTexts {
  const open = (text: string | undefined): OpenedFile<RolloutRecord> | undefined => {
    const file = text === undefined ? undefined : parseRollout(text, seal);
    return file?.ok ? file.value : undefined;
  };
  const due = seal ? 'signed' : 'unsigned';
  return ({ base, ours, theirs }) => {
    const [was, mine, other] = [open(base), open(ours), open(theirs)];
    if (mine?.mark !== due || (!seal && other?.mark === 'unchecked')) return theirs;
    // Whoever wrote it since has counted on from there: what did not was put back.
    const putBack = seal && was?.mark === due && other !== undefined && other.counter <= was.counter;
    if (other?.mark !== due || putBack) return ours;
    const record = mergeRecords(mine.content, other.content);
    const isTheirs = other.counter >= mine.counter && isSameRecord(record, other.content);
    // One more than what stands there, and no step further: whoever looks for replays counts versions (replay.ts).
    return isTheirs ? theirs : serialiseRollout(record, Math.max(mine.counter, other.counter + 1), seal);
  };
}

function unusable(why: string): Problem {
  return {
    code: 'STA001',
    severity: 'warning',
    message: `the recorded progress of the rollout (${ROLLOUT}) is not used: ${why}`,
    hint: 'nothing needs to be done: rings pass anew by what is recorded of their destinations, which may cost soak time, and the next sync writes the file anew',
  };
}
