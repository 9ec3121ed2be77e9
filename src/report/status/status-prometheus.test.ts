import { describe, expect, it } from 'vitest';
import { outcome } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import type { Outcome } from '../../model/status.ts';
import { statusAsPrometheus } from './status-prometheus.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const REST = { now: NOW, live: false, unsigned: false };

function metrics(...outcomes: readonly Outcome[]): readonly string[] {
  return statusAsPrometheus({ ...reportOf(outcomes), ...REST })
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const PAIR = { did: 'nothing', syncedAt: null } as const;
const waiting = (behind: number, syncedAt: string | null = null) =>
  ({
    ...PAIR,
    status: 'requires_sync',
    reason: 'content_changed',
    syncedAt,
    behind: { commits: behind, since: NOW },
  }) as const;

describe('statusAsPrometheus', () => {
  it('is the whole text that a collector reads', () => {
    const report = reportOf([
      outcome('contoso', 'triage', { ...PAIR, status: 'synced', reason: null, syncedAt: '2026-11-20T00:00:00.000Z' }),
    ]);
    expect(
      statusAsPrometheus({ ...report, ...REST }),
    ).toBe(`# HELP storysync_pairs Pairs of destination and story, by status and reason.
# TYPE storysync_pairs gauge
storysync_pairs{status="failed",reason=""} 0
storysync_pairs{status="requires_sync",reason=""} 0
storysync_pairs{status="synced",reason=""} 1
# HELP storysync_destination_last_synced_seconds Unix time of the latest sync of a story that is at the destination.
# TYPE storysync_destination_last_synced_seconds gauge
storysync_destination_last_synced_seconds{destination="contoso"} 1795132800
# HELP storysync_destination_behind_commits Commits that changed the story that is furthest behind at the destination.
# TYPE storysync_destination_behind_commits gauge
storysync_destination_behind_commits{destination="contoso"} 0
# HELP storysync_oldest_detachment_seconds Seconds since the oldest detachment was recorded; 0 where nothing is detached.
# TYPE storysync_oldest_detachment_seconds gauge
storysync_oldest_detachment_seconds 0
`);
  });

  it('counts each pair once, by status and reason', () => {
    const failed = { ...PAIR, status: 'failed', reason: 'rejected' } as const;
    const lines = metrics(
      outcome('a', 'x', failed),
      outcome('a', 'y', failed),
      outcome('b', 'x', { ...failed, reason: 'unreachable' }),
      outcome('b', 'y', { ...PAIR, status: 'synced', reason: 'pinned' }),
    );
    expect(lines.filter((line) => line.startsWith('storysync_pairs'))).toEqual([
      'storysync_pairs{status="failed",reason=""} 0',
      'storysync_pairs{status="failed",reason="rejected"} 2',
      'storysync_pairs{status="failed",reason="unreachable"} 1',
      'storysync_pairs{status="requires_sync",reason=""} 0',
      'storysync_pairs{status="synced",reason=""} 0',
      'storysync_pairs{status="synced",reason="pinned"} 1',
    ]);
  });

  it('has for each destination its latest sync and its longest way behind, and nothing for one of which neither is known', () => {
    const lines = metrics(
      outcome('b', 'x', waiting(2, '2026-11-20T00:00:00.000Z')),
      outcome('b', 'y', waiting(7, '2026-11-21T00:00:00.000Z')),
      outcome('a', 'x', { ...PAIR, status: 'failed', reason: 'missing_key' }),
      outcome('c', 'x', waiting(1)),
    );
    expect(lines.filter((line) => line.startsWith('storysync_destination'))).toEqual([
      'storysync_destination_last_synced_seconds{destination="b"} 1795219200',
      'storysync_destination_behind_commits{destination="b"} 7',
      'storysync_destination_behind_commits{destination="c"} 1',
    ]);
  });

  it('tells the age of the oldest detachment, by when it was recorded as such', () => {
    const detached = { ...PAIR, status: 'requires_sync', reason: 'detached', detached: true } as const;
    const lines = metrics(
      outcome('a', 'x', { ...detached, unchangedSince: '2026-11-21T09:30:00.000Z', recordedAt: NOW }),
      outcome('a', 'y', { ...detached, recordedAt: '2026-11-22T09:29:00.000Z' }),
      outcome('a', 'z', { ...PAIR, status: 'failed', reason: 'rejected', unchangedSince: '2026-10-01T00:00:00.000Z' }),
    );
    expect(lines.at(-1)).toBe('storysync_oldest_detachment_seconds 86400');
  });

  it('lets no name end its label', () => {
    const lines = metrics(outcome('a"} 1\nevil{x="\\', 'x', waiting(1)));
    expect(lines).toContain('storysync_destination_behind_commits{destination="a\\"} 1\\nevil{x=\\"\\\\"} 1');
  });
});
