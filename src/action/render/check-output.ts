import type { Problem } from '../../diagnostics/problem.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Plan } from '../../model/plan.ts';
import { doctorAsMarkdown } from '../../report/doctor/doctor-markdown.ts';
import { doctorTotals } from '../../report/doctor/doctor-words.ts';
import { clip } from '../../report/escape.ts';
import { type ExportReport, exportAsMarkdown, exportTotals } from '../../report/export-report.ts';
import { type Examined, findingsAsMarkdown, findingsTotals } from '../../report/findings.ts';
import { consequencesAsMarkdown } from '../../report/plan/consequences.ts';
import { planTotals } from '../../report/plan/headline.ts';
import { planAsMarkdown } from '../../report/plan/plan-markdown.ts';
import { count } from '../../report/reason-words.ts';
import { statusAsMarkdown } from '../../report/status/status-markdown.ts';
import type { StatusReport } from '../../report/status/status-report.ts';
import { syncAsMarkdown } from '../../report/sync/sync-markdown.ts';
import type { SyncReport } from '../../report/sync/sync-report.ts';
import { statusTotals } from '../../report/sync/sync-rows.ts';
import type { CheckConclusion, CheckOutput } from '../ports.ts';
import { doctorTable, findingsTable, outcomesTable, planTable, statusTable } from './check-tables.ts';
import { trimMiddle } from './trim.ts';

/** GitHub's limit for `summary` and for `text`, taken as bytes: the stricter reading. */
const LIMIT = 65_535;
const TITLE = 200;

export type OutputContext = {
  readonly conclusion: CheckConclusion;
  /** How many annotations stand at the check run, and how many there would be without limits. */
  readonly shown: number;
  readonly total: number;
  /** Lines of ours that the reader must know, such as "planned offline: a fork has no keys". Markdown. */
  readonly notes?: readonly string[];
};

/** The check run of a validation. */
export function findingsOutput(
  problems: readonly Problem[],
  manifestFile: string,
  examined: Examined,
  context: OutputContext,
): CheckOutput {
  return output(
    findingsTotals(problems, examined),
    findingsTable(problems),
    findingsAsMarkdown(problems, manifestFile, examined),
    'Cut here; the job summary and `storysync validate` have all findings.',
    context,
  );
}

/** The check run of a plan. */
export function planOutput(plan: Plan, context: OutputContext & { readonly unsigned?: boolean }): CheckOutput {
  const lead = consequencesAsMarkdown(plan);
  return output(
    planTotals(plan.destinations, plan.commit),
    planTable(plan),
    planAsMarkdown(plan, { lead: lead === '' ? [] : [lead], unsigned: context.unsigned ?? false }),
    'Cut here; the totals are exact, and the plan file has everything.',
    context,
  );
}

/** The check run of a sync. */
export function syncOutput(report: SyncReport, context: OutputContext): CheckOutput {
  return output(
    statusTotals(report),
    outcomesTable(report.outcomes),
    syncAsMarkdown(report),
    'Cut here; the totals are exact, and the status file has everything.',
    context,
  );
}

/** The check run of a status. */
export function statusOutput(report: StatusReport, context: OutputContext): CheckOutput {
  return output(
    statusTotals(report),
    statusTable(report.outcomes),
    statusAsMarkdown(report),
    'Cut here; the totals are exact, and the status file has everything.',
    context,
  );
}

/** The check run of a doctor. */
export function doctorOutput(diagnosis: Diagnosis, context: OutputContext): CheckOutput {
  return output(
    doctorTotals(diagnosis),
    doctorTable(diagnosis),
    doctorAsMarkdown(diagnosis),
    'Cut here; `storysync doctor` says it all.',
    context,
  );
}

/** The check run of an export. */
export function exportOutput(report: ExportReport, context: OutputContext): CheckOutput {
  return output(
    exportTotals(report),
    findingsTable(report.problems),
    exportAsMarkdown(report),
    'Cut here; the pull request has everything.',
    context,
  );
}

function output(title: string, table: string, markdown: string, cut: string, context: OutputContext): CheckOutput {
  const { conclusion, shown, total, notes = [] } = context;
  const annotations = total === 0 ? [] : [`${shown} shown of ${count(total, 'annotation')}.`];
  const summary = [`**${CONCLUSIONS[conclusion]}**`, ...notes, table, ...annotations].join('\n\n');
  return {
    title: clip(title, TITLE),
    summary: trimMiddle(summary, LIMIT, '…'),
    text: trimMiddle(markdown, LIMIT, `*${cut}*`),
  };
}

const CONCLUSIONS: { readonly [conclusion in CheckConclusion]: string } = {
  success: 'Nothing failed.',
  failure: 'Something failed, or would fail: see below, worst first.',
  neutral: 'Nothing failed, but something needs a look.',
  cancelled: 'Not everything was reached; the next run continues from here.',
  action_required: 'Something needs a person.',
};
