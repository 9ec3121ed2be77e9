import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { JsonObject } from '../../json/value.ts';
import type { RolloutRecord } from '../../model/rollout.ts';
import { documentReader } from '../read-document.ts';
import { ROLLOUT_FORMAT, rolloutRecordSchema, type WireRolloutContent } from './rollout-schema.ts';

/** What is recorded of rollouts, `storysync.rollout/1`, before the envelope is put around it. */
export function rolloutToJson({ passings, overrides }: RolloutRecord): WireRolloutContent {
  return {
    format: ROLLOUT_FORMAT,
    passings,
    overrides: overrides.map(({ digest, reason, at, commit }) => ({ digest, reason, at, commit })),
  };
}

const readRecord = documentReader(rolloutRecordSchema, 'the file');

/** The record in a whole file, envelope and all, or the first place where the file is not as we write it. */
export function rolloutFromJson(file: JsonObject): Result<RolloutRecord, string> {
  const read = readRecord(file);
  if (!read.ok) return read;
  const { passings, overrides } = read.value;
  const times = [
    ...Object.values(passings).flatMap((contents) => Object.values(contents).flatMap((rings) => Object.values(rings))),
    ...overrides.map(({ at }) => at),
  ];
  // A form is no calendar: the 31st of February has it too.
  return times.every(isTime) ? ok({ passings, overrides }) : fail('it tells a time that there is not');
}

function isTime(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
