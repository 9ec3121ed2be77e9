import { type Outcome, SYNC_STATUSES } from '../../model/status.ts';
import { byTextOf } from '../../model/text/order.ts';
import type { StatusReport } from './status-report.ts';

type Sample = { readonly labels: { readonly [name: string]: string }; readonly value: number };

/**
 * The status as Prometheus' text format, for a textfile collector or a Pushgateway. Times are Unix times, since a file is
 * read long after it was written; only the age of the oldest detachment is one, so that none is 0.
 */
export function statusAsPrometheus(report: StatusReport): string {
  return [
    gauge('storysync_pairs', 'Pairs of destination and story, by status and reason.', pairs(report)),
    gauge(
      'storysync_destination_last_synced_seconds',
      'Unix time of the latest sync of a story that is at the destination.',
      perDestination(report, ({ syncedAt }) => (syncedAt === null ? undefined : unixSeconds(syncedAt))),
    ),
    gauge(
      'storysync_destination_behind_commits',
      'Commits that changed the story that is furthest behind at the destination.',
      perDestination(report, ({ status, behind }) => behind?.commits ?? (status === 'synced' ? 0 : undefined)),
    ),
    gauge(
      'storysync_oldest_detachment_seconds',
      'Seconds since the oldest detachment was recorded; 0 where nothing is detached.',
      [{ labels: {}, value: oldestDetachment(report) }],
    ),
  ].join('');
}

/** Each status has a row without a reason, so that none ever goes missing. */
function pairs({ outcomes }: StatusReport): readonly Sample[] {
  const none = SYNC_STATUSES.map((status) => ({ status, reason: '' }));
  const all = outcomes.map(({ status, reason }) => ({ status, reason: reason ?? '' }));
  const rows = Map.groupBy([...none, ...all], ({ status, reason }) => `${status}\n${reason}`);
  return [...rows.values()]
    .flatMap(([labels, ...others]) =>
      labels ? [{ labels, value: others.length + (labels.reason === '' ? 0 : 1) }] : [],
    )
    .toSorted(byTextOf(({ labels }) => JSON.stringify(labels)));
}

/** The highest of what its pairs say; a destination of which nothing is known has no row. */
function perDestination(
  { outcomes }: StatusReport,
  figureOf: (outcome: Outcome) => number | undefined,
): readonly Sample[] {
  return [...Map.groupBy(outcomes, ({ destination }) => destination)]
    .flatMap(([destination, its]) => {
      const values = its.flatMap((outcome) => figureOf(outcome) ?? []);
      return values.length === 0 ? [] : [{ labels: { destination }, value: values.reduce((a, b) => Math.max(a, b)) }];
    })
    .toSorted(byTextOf(({ labels }) => labels.destination));
}

function oldestDetachment({ outcomes, now }: StatusReport): number {
  const since = outcomes
    .filter(({ detached }) => detached)
    .flatMap(({ unchangedSince, recordedAt }) => unchangedSince ?? recordedAt ?? []);
  return since.reduce((oldest, time) => Math.max(oldest, unixSeconds(now) - unixSeconds(time)), 0);
}

function gauge(name: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({ labels, value }) => `${name}${inBraces(labels)} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

function inBraces(labels: Sample['labels']): string {
  const pairsOf = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairsOf.length === 0 ? '' : `{${pairsOf.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function unixSeconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}
