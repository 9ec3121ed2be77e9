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
  /** What the vendor's own syncing serves, as it was written down; absent when nobody asked. */
  readonly takenOver?: readonly TakenOverRow[];
  readonly manifest: string;
  readonly inRepository: boolean;
  /** What names the commit of the Action, and what the workflow runs until then; absent when it is pinned, or not ours. */
  readonly pin?: { readonly command: string; readonly until: 'nothing' | 'movable' };
};

export type TakenOverRow = {
  readonly name: string;
  readonly tenantUrl: string;
  readonly teamId: number;
  readonly stories: readonly string[];
  readonly manualSyncOnly: boolean;
  /** Null where the vendor needs no key. */
  readonly keyName: string | null;
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
    ...takenOverAsText(report, { paint, verbose, columns }),
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
    ...takenOverAsMarkdown(report),
    'Next:',
    nextSteps(report)
      .map(({ why, command }, index) => `${index + 1}. ${why}: ${asMarkdownCode(command)}`)
      .join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

function takenOverAsText(
  { takenOver }: InitReport,
  { paint, verbose, columns }: Pick<TextOptions, 'paint' | 'verbose' | 'columns'>,
): readonly string[] {
  if (takenOver === undefined) return [];
  if (takenOver.length === 0) return [NONE_TAKEN_OVER];
  const rows = takenOver
    .slice(0, verbose ? undefined : SHOWN)
    .map((row) => wrap(inTerminal(rowOf(row)), '  ', '    ', columns).join('\n'));
  const more = takenOver.length - rows.length;
  if (more > 0) rows.push(`  … and ${count(more, 'more destination')}`);
  return [[`${paint.bold(TAKEN_OVER)}:`, ...rows].join('\n')];
}

function takenOverAsMarkdown({ takenOver }: InitReport): readonly string[] {
  if (takenOver === undefined) return [];
  if (takenOver.length === 0) return [NONE_TAKEN_OVER];
  const rows = takenOver.slice(0, SHOWN).map((row) => `- ${inMarkdown(rowOf(row))}`);
  const more = takenOver.length - rows.length;
  if (more > 0) rows.push(`- … and ${count(more, 'more destination')}`);
  return [`${TAKEN_OVER}:`, rows.join('\n')];
}

const TAKEN_OVER = "Taken over from the vendor's Story syncing";
const NONE_TAKEN_OVER = 'No sync destination of the vendor was taken over.';

function rowOf({ name: own, tenantUrl, teamId, stories, manualSyncOnly, keyName }: TakenOverRow): Phrase {
  const where = say`${name(own)}: ${name(tenantUrl)}, team ${String(teamId)}, ${count(stories.length, 'story', 'stories')}`;
  return say`${where}${manualSyncOnly ? ', manual sync only' : ''}${keyName === null ? [] : say`, key in ${name(keyName)}`}`;
}

const NO_STORIES = 'The team has no stories yet.';

function hasNothing({ discovered }: ExportReport): boolean {
  return discovered?.stories.length === 0 && discovered.leftOut.length === 0;
}

/** Three commands at most: what comes after these stands in their own output. */
function nextSteps({ inRepository, origin, manifest, pin, takenOver = [] }: InitReport): readonly Step[] {
  const at = manifest === 'sync.yaml' ? '' : ` --manifest ${inShell(manifest)}`;
  const steps: readonly (Step | false)[] = [
    !inRepository && { why: 'keep all this in git', command: 'git init -b main' },
    origin === undefined && {
      why: 'fill in origin and destinations, and check them',
      command: `npx storysync validate${at}`,
    },
    takenOver.length > 0 && {
      why: "see that the first plan is empty: what the vendor has is what the manifest says; only the origin's key is needed",
      command: `npx storysync plan${at}`,
    },
    takenOver.length === 0 && {
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
