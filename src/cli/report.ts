import { reportCommand } from '../commands/report/report.ts';
import { NOT_ASKED } from '../trust/trust.ts';
import type { Host } from './host.ts';
import {
  type CommitOptions,
  type CommonOptions,
  type PendingOptions,
  type SelectorOptions,
  selectorsOf,
} from './options.ts';
import { type ExitCode, Session } from './session.ts';
import { syncViews } from './views.ts';

export type ReportOptions = CommonOptions &
  Omit<SelectorOptions, 'shard'> &
  PendingOptions &
  CommitOptions & { readonly statusFiles: readonly string[] };

/** `storysync report`: what became of every pair, by the status files of all shards. */
export async function report(host: Host, options: ReportOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await session.open({ ...(options.at === undefined ? {} : { at: options.at }), setApart: true });
  if ('exitCode' in opened) return opened.exitCode;
  session.sayCommit(opened.workspace);
  const { statusFiles } = options;
  const settings = { selectors: selectorsOf(options), statusFiles, trust: NOT_ASKED };
  const ended = await reportCommand(session.world, opened, settings);
  if (!ended.ok) return session.end(ended.error, opened.opened);
  const { problems, report: merged, exitCode } = ended.value;
  session.warn(session.showsReport ? problems : [...problems, ...(merged.stateProblems ?? [])]);
  session.result(syncViews(merged, session.outText));
  return exitCode;
}
