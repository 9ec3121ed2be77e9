import { ok, type Result } from '../../diagnostics/result.ts';
import type { JsonObject } from '../../json/value.ts';
import type { Told } from '../../model/change/told.ts';
import { documentReader } from '../read-document.ts';
import { TOLD_FORMAT, toldSchema, type WireToldContent } from './told-schema.ts';

/** What was told, `storysync.told/1`, before the envelope is put around it. */
export function toldToJson(told: Told): WireToldContent {
  return { format: TOLD_FORMAT, told };
}

const readTold = documentReader(toldSchema, 'the file');

/** What was told in a whole file, envelope and all, or the first place where the file is not as we write it. */
export function toldFromJson(file: JsonObject): Result<Told, string> {
  const read = readTold(file);
  return read.ok ? ok(read.value.told) : read;
}
