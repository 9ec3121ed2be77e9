import { expect, it } from 'vitest';
import { plain } from '../diagnostics/paint.ts';
import type { EditReport } from './manifest-edit.ts';
import { editAsMarkdown, editAsText, pairRows } from './manifest-edit.ts';

const REPORT: EditReport = {
  manifest: 'sync.yaml',
  lines: [
    { op: '-', number: 9, text: '      b: { reason: x }' },
    { op: '+', number: 10, text: '      a: { reason: "<b>@soc ##[group] \u001b[31m" }' },
  ],
  did: pairRows([
    ...['d1', 'd2', 'd3', 'd4'].map((destination) => ({ destination, story: 'b', did: 'detached' as const })),
    { destination: 'd1', story: 'a', did: 'nothing' },
    { destination: 'd2', story: 'a', did: 'changed' },
  ]),
  meaning: [['Not pushed any more.']],
};

it('shows the lines, what became of each story, and what it means', () => {
  expect(editAsText(REPORT, { paint: plain, verbose: false })).toBe(`sync.yaml: 2 lines changed
  -  9 |       b: { reason: x }
  + 10 |       a: { reason: "<b>@soc ## [group] \\u{1b}[31m" }

a is already detached at d1, with the same note; nothing changes
a was already detached at d2; its note is updated
b is detached at d1, d2 and 2 more

Not pushed any more.
`);
});

it('the same in Markdown, in which no text of the manifest is markup or calls a person', () => {
  expect(editAsMarkdown(REPORT)).toBe(`### \`sync.yaml\`: 2 lines changed

- removed line 9: <code>b&#58; { reason&#58; x }</code>
- added line 10: <code>a&#58; { reason&#58; &#34;&#60;b&#62;&#64;soc &#35;&#35;&#91;group&#93; &#92;u{1b}&#91;31m&#34; }</code>

- \`a\` is already detached at \`d1\`, with the same note; nothing changes
- \`a\` was already detached at \`d2\`; its note is updated
- \`b\` is detached at \`d1\`, \`d2\` and 2 more

Not pushed any more.
`);
});

it('cuts a long list of lines, and says so', () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({ op: '+' as const, number: index + 1, text: 'x' }));
  const text = (verbose: boolean) => editAsText({ ...REPORT, lines }, { paint: plain, verbose });
  expect(text(false)).toContain('+ 40 | x\n  … 20 more lines (--verbose shows all)\n');
  expect(text(true)).toContain('+ 60 | x\n');
  expect(editAsMarkdown({ ...REPORT, lines })).toContain('- … 20 more lines\n');
});
