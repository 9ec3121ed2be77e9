import { wrap } from '../diagnostics/wrap.ts';
import { asMarkdownCode } from './escape.ts';
import { type ExportReport, exportAsMarkdown, exportAsText } from './export-report.ts';
import { inMarkdown, inTerminal, name, type Phrase, say } from './phrase.ts';
import { count } from './reason-words.ts';
import type { TextOptions } from './text-options.ts';

/** What setting up a repository has to tell. */
export type InitReport = {
  /** As people can open them from where they are; `isNew` is false for those that stay as they were. */
  readonly files: readonly { readonly path: string; readonly isNew: boolean }[];
  /** What was read at the origin; absent when none was named. */
  readonly origin?: ExportReport;
  readonly manifest: string;
  readonly inRepository: boolean;
  /** What names the commit of the Action, and what the workflow runs until then; absent when it is pinned, or not ours. */
  readonly pin?: { readonly command: string; readonly until: 'nothing' | 'movable' };
};

type Step = { readonly why: string; readonly command: string };

const PIN = {
  nothing: 'the workflow runs nothing until it is pinned: the last line of this names the commit',
  movable: 'a tag or branch can be moved, a commit cannot: pin the workflow to what the last line of this names',
} as const;

/** More files than this are counted. */
const SHOWN = 100;

export function initAsText(report: InitReport, { paint, verbose, columns }: TextOptions): string {
  const { origin } = report;
  const rows = report.files.slice(0, verbose ? undefined : SHOWN).map(({ path, isNew }) => {
    const line = inTerminal(isNew ? [name(path)] : say`${name(path)} is there already, and stays as it is`);
    return wrap(line, `  ${isNew ? paint.green('+') : '='} `, '      ', columns).join('\n');
  });
  if (rows.length < report.files.length) rows.push(`  … and ${count(report.files.length - rows.length, 'more file')}`);
  const steps = nextSteps(report).flatMap(({ why, command }) => [
    ...wrap(`# ${why}`, '  ', '  # ', columns),
    // Copied as it stands, so never broken.
    `  ${command}`,
  ]);
  const sections = [
    rows.join('\n'),
    ...(origin === undefined ? [] : [hasNothing(origin) ? NO_STORIES : exportAsText(origin, paint, columns)]),
    [`${paint.bold('Next')}:`, ...steps].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

export function initAsMarkdown(report: InitReport): string {
  const { origin } = report;
  const rows = report.files.slice(0, SHOWN).map(({ path, isNew }) => {
    const shown: Phrase = isNew ? say`added ${name(path)}` : say`${name(path)} is there already, and stays as it is`;
    return `- ${inMarkdown(shown)}`;
  });
  if (rows.length < report.files.length) rows.push(`- … and ${count(report.files.length - rows.length, 'more file')}`);
  const sections = [
    '### Set up',
    rows.join('\n'),
    ...(origin === undefined ? [] : [hasNothing(origin) ? NO_STORIES : exportAsMarkdown(origin).trimEnd()]),
    'Next:',
    nextSteps(report)
      .map(({ why, command }, index) => `${index + 1}. ${why}: ${asMarkdownCode(command)}`)
      .join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

const NO_STORIES = 'The team has no stories yet.';

function hasNothing({ discovered }: ExportReport): boolean {
  return discovered?.stories.length === 0 && discovered.leftOut.length === 0;
}

/** Three commands at most: what comes after these stands in their own output. */
function nextSteps({ inRepository, origin, manifest, pin }: InitReport): readonly Step[] {
  const at = manifest === 'sync.yaml' ? '' : ` --manifest ${inShell(manifest)}`;
  const steps: readonly (Step | false)[] = [
    !inRepository && { why: 'keep all this in git', command: 'git init -b main' },
    origin === undefined && {
      why: 'fill in origin and destinations, and check them',
      command: `npx storysync validate${at}`,
    },
    {
      why: 'once a destination is written down and its key is in the environment: see what a sync would do',
      command: `npx storysync plan${at}`,
    },
    { why: 'push it', command: `npx storysync sync${at}` },
  ];
  const own = steps.filter((step) => step !== false);
  return pin === undefined ? own.slice(0, 3) : [...own.slice(0, 2), { why: PIN[pin.until], command: pin.command }];
}

function inShell(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
