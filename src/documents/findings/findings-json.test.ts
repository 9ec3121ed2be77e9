import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { examined, problems } from '../../../test/support/example-problems.ts';
import { findingsToJson } from './findings-json.ts';
import { findingsSchema } from './findings-schema.ts';

describe('the findings document', () => {
  it('holds every finding whole, in the order given, with null where there is nothing', () => {
    const json = findingsToJson(problems, 'sync.yaml', examined, [{ path: 'stories/a.json', change: 'update' }]);
    expect(json).toEqual({
      format: 'storysync.findings/1',
      manifest: 'sync.yaml',
      totals: { stories: 7, destinations: 3, errors: 2, warnings: 1 },
      findings: [
        {
          code: 'MAN002',
          severity: 'warning',
          message: 'the end of a detachment is in the past',
          hint: 'set a later date',
          place: { file: 'sync.yaml', line: 12, column: 5, end_line: null, end_column: null },
          related: [],
        },
        {
          code: 'MAN001',
          severity: 'error',
          message: 'destination "a|b" has an unknown key "<x>"',
          hint: 'did you mean "stories"?',
          place: { file: 'sync.yaml', line: 12, column: 5, end_line: 12, end_column: 9 },
          related: [
            {
              message: 'the anchor "base" stands here',
              place: { file: 'sync.yaml', line: 3, column: 5, end_line: null, end_column: null },
            },
          ],
        },
        { code: 'MAN003', severity: 'error', message: 'no place', hint: 'mend it', place: null, related: [] },
      ],
      files: [{ path: 'stories/a.json', change: 'update' }],
      discovered: [],
      left_out: [],
    });
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(findingsSchema);
    expect(validate(json)).toBe(true);
    expect(validate({ ...json, files: undefined })).toBe(false);
  });
});
