import { LEFT_OUT_REASONS } from '../../model/exported.ts';
import {
  amount,
  exactly,
  formatName,
  type Infer,
  key,
  listOf,
  matching,
  oneOf,
  orNull,
  positive,
  positiveOrNull,
  schemaDocument,
  text,
} from '../schema-parts.ts';

const place = exactly('Where it stands. Lines and columns count from 1, the end is exclusive.', {
  file: text('Path of the file.'),
  line: positive('Line it begins in.'),
  column: positive('Column it begins at.'),
  end_line: positiveOrNull('Line it ends in; null when only its beginning is known.'),
  end_column: positiveOrNull('Column it ends before; null when only its beginning is known.'),
});

const finding = exactly('Something the user should know.', {
  code: matching('Stable code, explained in docs/errors.md.', '^[A-Z]{3}[0-9]{3}$'),
  severity: oneOf('A run with an error exits 1.', ['error', 'warning']),
  message: text('What was found and what was expected.'),
  hint: text('What the reader can do about it.'),
  place: orNull(place),
  related: listOf(
    'Other places that explain this one.',
    exactly('A place and what stands there.', { message: text('What stands there.'), place }),
  ),
});

const discovered = listOf(
  'Stories of the origin team that the catalogue does not have; empty without "export --discover".',
  exactly('One story.', {
    id: positive('Its number on the origin.'),
    name: text('Its name.'),
    key: key('The key it would get.'),
  }),
);

const leftOut = listOf(
  'Stories of the origin team that the catalogue does not have and an export would not take; empty without "export --discover".',
  exactly('One story.', {
    id: positive('Its number on the origin.'),
    name: text('Its name.'),
    reason: oneOf('Why an export would not take it.', LEFT_OUT_REASONS),
  }),
);

/** `storysync.findings/1`, published as schemas/findings.schema.json. */
export const findingsSchema = schemaDocument(
  'storysync.findings/1',
  'storysync findings',
  exactly('What "validate" and "export" found.', {
    format: formatName('storysync.findings/1'),
    manifest: text("The manifest's path as it was given."),
    totals: exactly('How much was looked at, and what was found.', {
      stories: amount('Stories of the catalogue.'),
      destinations: amount('Destinations of the manifest.'),
      errors: amount('Findings that are errors.'),
      warnings: amount('Findings that are warnings.'),
    }),
    findings: listOf('Every finding, sorted by place.', finding),
    files: listOf(
      'Story files of an export, or of its check; empty for "validate".',
      exactly('One story file.', {
        path: text("Path relative to the manifest's folder."),
        change: oneOf('How it differs from what stood there.', ['add', 'update', 'unchanged']),
      }),
    ),
    discovered,
    left_out: leftOut,
  }),
);

export type WireFindings = Infer<typeof findingsSchema>;
export type WirePlace = Infer<typeof place>;
