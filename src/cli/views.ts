import { doctorToJson } from '../documents/doctor/doctor-json.ts';
import { planToJson } from '../documents/plan/plan-json.ts';
import { statusToJson } from '../documents/status/status-json.ts';
import type { WireStatus } from '../documents/status/status-schema.ts';
import type { JsonObject } from '../json/value.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Plan } from '../model/plan.ts';
import { doctorAsMarkdown } from '../report/doctor/doctor-markdown.ts';
import { doctorAsText } from '../report/doctor/doctor-text.ts';
import { planAsMarkdown } from '../report/plan/plan-markdown.ts';
import { type PlanTextOptions, planAsText } from '../report/plan/plan-text.ts';
import { statusAsMarkdown } from '../report/status/status-markdown.ts';
import { statusAsPrometheus } from '../report/status/status-prometheus.ts';
import type { StatusReport } from '../report/status/status-report.ts';
import { statusAsText } from '../report/status/status-text.ts';
import { syncAsMarkdown } from '../report/sync/sync-markdown.ts';
import type { SyncReport } from '../report/sync/sync-report.ts';
import { syncAsText } from '../report/sync/sync-text.ts';
import type { TextOptions } from '../report/text-options.ts';

/** One result in each of the formats that a command can write. */
export type Views = {
  readonly text: () => string;
  readonly markdown: () => string;
  readonly json: () => JsonObject;
  /** Of the status alone. */
  readonly prometheus?: () => string;
  /** Of a diff alone. */
  readonly svg?: () => string;
};

export function planViews(plan: Plan, text: PlanTextOptions): Views {
  const { unsigned = false } = text;
  return {
    text: () => planAsText(plan, text),
    markdown: () => planAsMarkdown(plan, { unsigned }),
    json: () => planToJson(plan),
  };
}

export function doctorViews(diagnosis: Diagnosis, text: TextOptions): Views {
  return {
    text: () => doctorAsText(diagnosis, text),
    markdown: () => doctorAsMarkdown(diagnosis),
    json: () => doctorToJson(diagnosis),
  };
}

/** `status` where the document is more than the report, such as signed. */
export function syncViews(report: SyncReport, text: TextOptions, status?: WireStatus): Views {
  return {
    text: () => syncAsText(report, text),
    markdown: () => syncAsMarkdown(report),
    json: () => status ?? statusToJson(report),
  };
}

export function statusViews(report: StatusReport, text: TextOptions): Views {
  return {
    text: () => statusAsText(report, text),
    markdown: () => statusAsMarkdown(report),
    json: () => statusToJson(report),
    prometheus: () => statusAsPrometheus(report),
  };
}
