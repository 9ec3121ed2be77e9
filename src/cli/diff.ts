import { diffVersions } from '../commands/diff/diff.ts';
import { diffLive } from '../commands/diff/diff-live.ts';
import { parseRange } from '../commands/diff/range.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { diffToJson } from '../documents/diff/diff-json.ts';
import { svgOf } from '../picture/svg.ts';
import { diffAsMarkdown, diffAsText } from '../report/diff-report.ts';
import { openCatalogue } from '../workspace/open-catalogue.ts';
import type { Host } from './host.ts';
import {
  type CommonOptions,
  type ReadTimeOptions,
  readTimeoutOf,
  requestsOf,
  type TraceOptions,
  type TrustOptions,
} from './options.ts';
import { openProgress } from './progress/progress.ts';
import { type ExitCode, Session } from './session.ts';

export type DiffOptions = CommonOptions &
  TraceOptions &
  TrustOptions &
  ReadTimeOptions & {
    readonly destination?: string;
  };

/** `storysync diff`: what changed in one story. */
export function diffStory(key: string, versions: string | undefined) {
  return async (host: Host, options: DiffOptions): Promise<ExitCode> => {
    const session = new Session(host, options);
    const { destination, quiet, manifest } = options;
    const range = parseRange(versions);
    const misplaced = range.ok ? twoSides(versions, destination) : range.error;
    if (!range.ok || misplaced !== undefined) {
      session.fail(misplaced === undefined ? [] : [misplaced]);
      return 2;
    }
    const opened = await openCatalogue(session.world, manifest);
    const { catalogue } = opened;
    if (catalogue === undefined) return session.refuse(opened);
    const version = versions === undefined ? range.value.to : range.value.from;
    const ended =
      destination === undefined
        ? await diffVersions(catalogue, key, range.value)
        : await diffLive(
            session.world,
            catalogue,
            key,
            {
              destination,
              version,
              trust: await session.trust(catalogue, options),
              readTimeout: readTimeoutOf(options),
              ...requestsOf(options),
            },
            openProgress(host.terminal, quiet),
          );
    if (!ended.ok) return session.end(ended.error, opened);
    const { diff, problems, exitCode } = ended.value;
    const { format, verbose } = session.options;
    const drawn = format === 'svg' || format === 'markdown' ? await ended.value.picture() : undefined;
    session.warn(problems, opened.sourceOf);
    if ('unsigned' in ended.value && ended.value.unsigned) session.sayUnsigned();
    session.result({
      text: () => diffAsText(diff, session.outText),
      markdown: () => diffAsMarkdown(diff, drawn),
      json: () => diffToJson(diff),
      ...(drawn === undefined ? {} : { svg: () => svgOf(drawn, { whole: verbose, moved: verbose }) }),
    });
    return exitCode;
  };
}

function twoSides(versions: string | undefined, destination: string | undefined): Problem | undefined {
  if (destination === undefined || !versions?.includes('..')) return undefined;
  return {
    code: 'DIF002',
    severity: 'error',
    message: `${JSON.stringify(versions)} are two versions, and --destination is a third`,
    hint: 'name one commit, or none for the work tree',
  };
}
