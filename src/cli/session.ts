import type { ExitCode, Refused } from '../commands/ended.ts';
import type { CommandPorts } from '../commands/ports.ts';
import type { Files } from '../commands/settings.ts';
import { openTrust } from '../commands/trust.ts';
import type { SourceText } from '../diagnostics/format.ts';
import type { Paint } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { wrap } from '../diagnostics/wrap.ts';
import { findingsToJson } from '../documents/findings/findings-json.ts';
import { canonicalJson } from '../json/canonical.ts';
import { shortId } from '../model/text/short-id.ts';
import { findingsAsMarkdown, findingsTotals } from '../report/findings.ts';
import type { TextOptions } from '../report/text-options.ts';
import { UNSIGNED_STATE } from '../report/unsigned-state.ts';
import { NOT_ASKED, type Trust } from '../trust/trust.ts';
import type { OpenedWorkspace, Workspace } from '../workspace/workspace.ts';
import { type OpenOptions, openWorkspace } from '../workspace/workspace.ts';
import type { Host } from './host.ts';
import type { CommonOptions, Format, TrustOptions } from './options.ts';
import { formatProblems, sortProblems } from './problems.ts';
import { choosePaint, type Terminal } from './terminal.ts';
import type { Views } from './views.ts';

export type { ExitCode };

/** One command's way to the terminal: its format, its colours, how much it says. */
export class Session {
  readonly terminal: Terminal;
  readonly options: CommonOptions;
  readonly world: CommandPorts;

  constructor({ terminal, world }: Host, options: CommonOptions) {
    this.terminal = terminal;
    this.world = world;
    this.options = options;
  }

  get outPaint(): Paint {
    return choosePaint(this.options.color, this.terminal.outIsTty, this.terminal);
  }

  get errPaint(): Paint {
    return choosePaint(this.options.color, this.terminal.errIsTty, this.terminal);
  }

  /** How text reports on stdout are set. */
  get outText(): TextOptions {
    return { paint: this.outPaint, verbose: this.options.verbose, columns: this.terminal.outColumns };
  }

  /** Whoever reads the messages sees the report as well: both go to one screen. */
  get showsReport(): boolean {
    return this.terminal.outIsTty && this.terminal.errIsTty && IN_SENTENCES.has(this.options.format);
  }

  /** Writes the result in the chosen format, alone on stdout. */
  result(views: Views): void {
    const { format } = this.options;
    const view = format === 'json' ? () => canonicalJson(views.json()) : views[format];
    // Findings are no metrics and no picture: what collects those must not take them for some.
    if (view === undefined) this.terminal.err(ending(views.text()));
    else this.terminal.out(ending(view()));
  }

  /** Reads manifest and stories. What is wrong with them is the command's result; warnings go beside it. */
  async open(
    options: OpenOptions = {},
  ): Promise<(Files & { readonly opened: OpenedWorkspace }) | { readonly exitCode: ExitCode }> {
    const opened = await openWorkspace(this.world, this.options.manifest, options);
    if (opened.workspace) {
      this.warn(opened.problems, opened.sourceOf);
      return { workspace: opened.workspace, problems: opened.problems, opened };
    }
    return { exitCode: this.refuse(opened) };
  }

  /** Where keys may go. */
  async trust(
    opened: Pick<Workspace, 'repository' | 'layout'>,
    { trustWorktree, offline = false }: TrustOptions & { readonly offline?: boolean },
  ): Promise<Trust> {
    if (offline) return NOT_ASKED;
    return trustWorktree ? { kind: 'worktree' } : openTrust(this.world, opened);
  }

  /** Which commit the stories are of, where it is not the one that is checked out. */
  sayCommit({ at, manifest }: Workspace): void {
    if (at === undefined) return;
    this.say(`Stories as of commit ${shortId(at)}; destinations and their options as ${manifest.file} has them now.`);
  }

  /** The manifest does not hold: findings are the result. */
  refuse(opened: OpenedWorkspace): ExitCode {
    if (opened.unreadable) {
      this.fail(opened.problems, opened.sourceOf);
      return 2;
    }
    this.findings(opened);
    return 1;
  }

  /** The command was refused: a wrong call goes to stderr; what is there to be looked at is the result. */
  end({ exitCode, problems }: Refused, opened: Pick<OpenedWorkspace, 'sourceOf' | 'counts'>): ExitCode {
    if (exitCode === 2) this.fail(problems, opened.sourceOf);
    else this.findings({ ...opened, problems });
    return exitCode;
  }

  findings({ problems, sourceOf, counts }: Pick<OpenedWorkspace, 'problems' | 'sourceOf' | 'counts'>): void {
    const sorted = sortProblems(problems);
    const { manifest } = this.options;
    this.result({
      text: () =>
        `${formatProblems(sorted, sourceOf, this.outPaint, this.terminal.outColumns)}${sorted.length > 0 ? '\n' : ''}${findingsTotals(sorted, counts)}`,
      markdown: () => findingsAsMarkdown(sorted, manifest, counts),
      json: () => findingsToJson(sorted, manifest, counts),
    });
  }

  /** Problems beside a result; `--quiet` silences warnings, never errors. */
  warn(problems: readonly Problem[], sourceOf: SourceText = () => undefined): void {
    const shown = problems.filter(({ severity }) => severity === 'error' || !this.options.quiet);
    if (shown.length > 0)
      this.terminal.err(`${formatProblems(sortProblems(shown), sourceOf, this.errPaint, this.terminal.errColumns)}\n`);
  }

  fail(problems: readonly Problem[], sourceOf: SourceText = () => undefined): void {
    this.terminal.err(formatProblems(sortProblems(problems), sourceOf, this.errPaint, this.terminal.errColumns));
  }

  sayUnsigned(): void {
    this.say(UNSIGNED_STATE);
  }

  /** A line for the person in front of it; not a result. */
  say(text: string): void {
    if (this.options.quiet) return;
    const lines = text.split('\n').flatMap((line) => wrap(line, '', '  ', this.terminal.errColumns));
    this.terminal.err(`${lines.join('\n')}\n`);
  }
}

const IN_SENTENCES: ReadonlySet<Format> = new Set<Format>(['text', 'markdown']);

function ending(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
