import { describe, expect, it } from 'vitest';
import { plain } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { type ExportReport, exportAsMarkdown, exportAsText } from './export-report.ts';

const PROBLEM: Problem = {
  code: 'EXP010',
  severity: 'warning',
  message: 'story "a" is disabled at the origin',
  hint: 'enable it',
  place: { file: 'sync.yaml', line: 4, column: 3 },
};
const REPORT: ExportReport = {
  summaries: [
    {
      key: 'a',
      name: 'A <b>',
      file: 'stories/a.json',
      change: 'update',
      lines: ['action "F|x" changed: url', 'and 3 more'],
    },
    { key: 'b', name: 'B\n::error::', file: 'stories/b.json', change: 'add', lines: ['new: 1 action'] },
  ],
  files: [
    { path: 'stories/a.json', change: 'update' },
    { path: 'stories/b.json', change: 'add' },
    { path: 'stories/c.json', change: 'unchanged' },
  ],
  added: false,
  check: false,
  verbose: false,
  problems: [PROBLEM],
  origin: 'acme.tines.com',
};

const ONE = { stories: [{ id: 5, name: 'N', key: 'n' }], leftOut: [] };
const LEFT_OUT = [
  { id: 7, name: 'Wild', reason: 'no_change_control' },
  { id: 5, name: 'Half done', reason: 'unpublished' },
  { id: 8, name: 'Free *all*', reason: 'no_change_control' },
] as const;

describe('the report of an export', () => {
  it('names each written story with what changed, and counts the rest', () => {
    expect(exportAsText(REPORT, plain)).toBe(`  ~ a "A <b>" stories/a.json
      action "F|x" changed: url
      and 3 more
  + b "B\\n::error::" stories/b.json
      new: 1 action

1 added, 1 changed, 1 unchanged from acme.tines.com`);
    expect(exportAsText({ ...REPORT, verbose: true }, plain)).toContain('\n  = stories/c.json\n');
  });

  it('is neutral Markdown, with the findings after it', () => {
    expect(exportAsMarkdown(REPORT)).toBe(`### Export: 1 added, 1 changed, 1 unchanged from \`acme.tines.com\`

- **changed** \`a\` A &lt;b&gt;
  - action "F\\|x" changed: url
  - and 3 more
- **added** \`b\` B\\\\n::\u200berror::
  - new: 1 action

- **warning** EXP010 \`sync.yaml:4:3\` story "a" is disabled at the origin
  - **hint:** enable it
`);
  });

  const totals: readonly (readonly [expected: string, report: Partial<ExportReport>])[] = [
    ['1 would be added, 1 would be changed, 1 unchanged from acme.tines.com', { check: true }],
    ['1 added, 1 changed, 1 unchanged, 1 error from acme.tines.com', { problems: [{ ...PROBLEM, severity: 'error' }] }],
    ['Nothing to write: 0 files match acme.tines.com.', { files: [], summaries: [] }],
    [
      'Stopped: something looks like a credential. Nothing was written.',
      { files: [], summaries: [], problems: [{ ...PROBLEM, code: 'EXP012', severity: 'error' }] },
    ],
    [
      'Nothing to discover: the catalogue has every story of the team.',
      { files: [], summaries: [], discovered: { stories: [], leftOut: [] } },
    ],
    [
      'Nothing to discover: an export would take none of the 3 stories that the catalogue lacks.',
      { files: [], summaries: [], discovered: { stories: [], leftOut: LEFT_OUT } },
    ],
    [
      '1 story not in the catalogue, 3 left out; nothing was written.',
      { files: [], summaries: [], discovered: { ...ONE, leftOut: LEFT_OUT } },
    ],
    ['1 story not in the catalogue; nothing was written.', { discovered: ONE }],
    ['1 added, 1 changed, 1 unchanged from acme.tines.com', { discovered: ONE, added: true }],
  ];
  it.each(totals)('ends with one line: %s', (expected, rest) => {
    expect(
      exportAsText({ ...REPORT, ...rest }, plain)
        .split('\n')
        .at(-1),
    ).toBe(expected);
  });

  it('lists what was discovered', () => {
    const discovered = { stories: [{ id: 9984, name: 'Block *all*', key: 'block-all' }], leftOut: [] };
    const report = { ...REPORT, summaries: [], files: [], problems: [], discovered };
    expect(exportAsMarkdown(report)).toBe(`### Export: 1 story not in the catalogue; nothing was written.

Not in the catalogue yet; "storysync export --discover --add" adds them:

- \`block-all\`: id 9984, "Block \\*all\\*"
`);
  });

  it('names what was left out, and what to do about it', () => {
    const discovered = { stories: [], leftOut: LEFT_OUT };
    const report = { ...REPORT, summaries: [], files: [], problems: [], discovered };
    expect(
      exportAsText(report, plain),
    ).toBe(`Left out, because they are not under change control; turn it on, or set "require_change_control: false" under "origin":
  id 7, "Wild"
  id 8, "Free *all*"
Left out, because the origin calls them unpublished; publish them first:
  id 5, "Half done"

Nothing to discover: an export would take none of the 3 stories that the catalogue lacks.`);
    expect(exportAsMarkdown(report)).toContain('first:\n\n- id 5, "Half done"\n');
    expect(exportAsMarkdown(report)).toContain('- id 8, "Free \\*all\\*"\n');
    const many = Array.from({ length: 130 }, (_, index) => ({ ...LEFT_OUT[0], id: index }));
    expect(exportAsText({ ...report, discovered: { stories: [], leftOut: many } }, plain)).toContain(
      '  … and 30 more\n',
    );
  });

  it('counts what would be too long', () => {
    const summaries = Array.from({ length: 120 }, (_, index) => ({
      ...REPORT.summaries[0],
      key: `s${index}`,
      name: 'S',
      file: `s${index}.json`,
      change: 'add' as const,
      lines: [],
    }));
    expect(exportAsText({ ...REPORT, summaries }, plain)).toContain('… and 20 more stories');
    expect(exportAsMarkdown({ ...REPORT, summaries })).toContain('- … 20 more');
    expect(exportAsText({ ...REPORT, summaries, verbose: true }, plain)).not.toContain('more stories');
  });
});
