import { CHECK_RESULTS, CHECKS, RUN_CHECKS } from '../../model/diagnosis.ts';
import { missingPrerequisite, recordTypeStep } from '../plan/plan-schema.ts';
import {
  amount,
  exactly,
  formatName,
  type Infer,
  key,
  listOf,
  oneOf,
  positive,
  schemaDocument,
  text,
  textOrNull,
} from '../schema-parts.ts';

const result = oneOf(
  'ok: in order; warning: stops no push, but should be known; unknown: not looked at, or not told; fails: a push would fail.',
  CHECK_RESULTS,
);

const check = exactly('What one check found. There is at least one for each sort of check.', {
  check: oneOf('What was looked at.', CHECKS),
  result,
  message: text('What was found.'),
  hint: textOrNull('What the reader can do about it.'),
  stories: listOf('Stories that it is about; empty where it is about all.', key('Key of a story in the manifest.')),
});

const runCheck = exactly('What a check of the run as a whole found.', {
  check: oneOf('What was looked at.', RUN_CHECKS),
  result,
  message: text('What was found.'),
  hint: textOrNull('What the reader can do about it.'),
});

const destination = exactly('One row of the matrix.', {
  name: key('Name of the destination in the manifest.'),
  destination_tenant_url: text('Address of the tenant.'),
  destination_team_id: positive('Team at the destination.'),
  result,
  requests: amount('Requests that were sent to its tenant: at most 10.'),
  checks: listOf('In the order in which they build on each other.', check),
  missing: listOf('Everything that its stories name and that is not there.', missingPrerequisite),
  record_types: listOf('What a push would make of its record types.', recordTypeStep),
});

/** `storysync.doctor/1`, published as schemas/doctor.schema.json. */
export const doctorSchema = schemaDocument(
  'storysync.doctor/1',
  'storysync doctor',
  exactly('What must be true before stories are pushed, and whether it is.', {
    format: formatName('storysync.doctor/1'),
    manifest: text("The manifest's path as it was given."),
    totals: exactly('Destinations by their worst result.', {
      ok: amount('Everything is in order.'),
      warning: amount('No push would fail, but something should be known.'),
      unknown: amount('Nothing fails, but not everything was looked at or told.'),
      fails: amount('A push would fail.'),
    }),
    destinations: listOf('In the order of the manifest.', destination),
    run: listOf('What holds for all destinations alike.', runCheck),
    untold: listOf('What no request can tell.', text('One thing.')),
  }),
);

export type WireDoctor = Infer<typeof doctorSchema>;
