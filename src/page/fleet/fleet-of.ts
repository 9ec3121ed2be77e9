import type { Fact } from '../../model/fact/fact.ts';
import { waitingOf } from '../../model/fact/waits-of.ts';
import type { Outcome } from '../../model/status.ts';
import { explain, explainIfAny } from '../../report/explain/explain.ts';
import { rowsByRing } from '../../report/rollout/rollout-lines.ts';
import type { StatusReport } from '../../report/status/status-report.ts';
import { outcomesByDestination } from '../../report/sync/sync-report.ts';
import { cleanName, cleanWords, cleanWordsOrNull } from './cleaned.ts';
import { NONE, PAIR_COLUMNS, type PageFleet, type PageStanding, type PageStory, type PairColumn } from './fleet.ts';
import { type Naming, namedDestination, pageNoteOf } from './naming.ts';

/** A status report as the page's tables. */
export function pageFleetOf(report: StatusReport, naming: Naming): PageFleet {
  const stories = new Table<PageStory>(({ key }) => key);
  const standings = new Table<PageStanding>((standing) => JSON.stringify(standing));
  const lags = new Table<{ readonly commits: number; readonly since: string }>((lag) => JSON.stringify(lag));
  const commits = new Table<string>((commit) => commit);
  const pairs: { [column in PairColumn]: number[] } = columns();
  const hosts = new Map<string, number>();
  const destinations = [...outcomesByDestination(report)].map(([destination, outcomes], index) => {
    const notes = new Map(destination.subscriptions.map(({ storyKey, detached }) => [storyKey, detached]));
    for (const outcome of outcomes) {
      const { storyKey: key, storyName, behind, commit, destinationStoryId: id } = outcome;
      const note = outcome.detached ? notes.get(key) : undefined;
      pairs.destination.push(index);
      pairs.story.push(stories.add({ key, name: cleanName(storyName), id: report.storyIds.get(key) ?? null }));
      pairs.standing.push(
        standings.add({ ...standingOf(outcome, naming), note: note ? pageNoteOf(note, naming) : null }),
      );
      pairs.lag.push(behind ? lags.add({ commits: behind.commits, since: behind.since }) : NONE);
      pairs.commit.push(commit === null ? NONE : commits.add(commit));
      pairs.synced.push(unixSeconds(outcome.syncedAt));
      pairs.recorded.push(unixSeconds(outcome.recordedAt));
      pairs.since.push(unixSeconds(outcome.unchangedSince));
      // Two pages of one fleet could be laid side by side by these.
      pairs.id.push(naming.kind === 'names' ? (id ?? NONE) : NONE);
    }
    const ring = report.rollout?.rings.get(destination.name) ?? null;
    return namedDestination(destination, { index, hosts, ring }, naming);
  });
  return {
    at: report.now,
    recordedAt: report.live ? null : newest(report.outcomes),
    live: report.live,
    unsigned: report.unsigned,
    commit: report.commit,
    naming: naming.kind,
    rings: ringsOf(report),
    destinations,
    stories: stories.rows,
    standings: standings.rows,
    lags: lags.rows,
    commits: commits.rows,
    pairs,
    progress: report.rollout?.progress ?? [],
    override: overrideOf(report, naming),
    leftOut: [],
  };
}

function standingOf(outcome: Outcome, naming: Naming): Omit<PageStanding, 'note'> {
  const { status, reason, detached, fact, warnings } = outcome;
  const waits = waitingOf(outcome) ?? null;
  const fixed = { status, reason, waits: waits && { for: waits.for, until: waits.until }, detached };
  // Whatever is said in words may name a destination, a host, a key, or be a tenant's own.
  if (naming.kind !== 'names') return { ...fixed, message: null, hint: null, warnings: [] };
  const { message, hint } = explainIfAny(fact);
  return {
    ...fixed,
    message: cleanWordsOrNull(message),
    hint: cleanWordsOrNull(hint),
    warnings: warnings.map((warning: Fact) => cleanWords(explain(warning).message)),
  };
}

/** Rings that have a destination, in the order in which a change goes through them. */
function ringsOf({ rollout }: StatusReport): readonly string[] {
  if (rollout === undefined) return [];
  const moving = rowsByRing(rollout.progress).flatMap(([row]) => row?.ring ?? []);
  return [...new Set([...moving, ...rollout.rings.values()])];
}

function overrideOf({ rollout }: StatusReport, naming: Naming): PageFleet['override'] {
  const { override } = rollout ?? {};
  if (override === undefined) return null;
  return { reason: naming.kind === 'names' ? cleanWords(override.reason) : null, at: override.at };
}

function newest(outcomes: readonly Outcome[]): string | null {
  return outcomes.reduce<string | null>((latest, { recordedAt = null }) => {
    return recordedAt !== null && (latest === null || latest < recordedAt) ? recordedAt : latest;
  }, null);
}

/** What is no time, in a file that somebody edited, is none. */
export function unixSeconds(time: string | null | undefined): number {
  const milliseconds = Date.parse(time ?? '');
  return Number.isNaN(milliseconds) || milliseconds < 0 ? NONE : Math.floor(milliseconds / 1000);
}

function columns(): { [column in PairColumn]: number[] } {
  return Object.fromEntries(PAIR_COLUMNS.map((column) => [column, [] as number[]])) as {
    [column in PairColumn]: number[];
  };
}

/** Rows, each once, in the order in which they came. */
class Table<Row> {
  readonly rows: Row[] = [];
  readonly #places = new Map<string, number>();
  readonly #keyOf: (row: Row) => string;

  constructor(keyOf: (row: Row) => string) {
    this.#keyOf = keyOf;
  }

  add(row: Row): number {
    const key = this.#keyOf(row);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.rows.length);
    return this.rows.push(row) - 1;
  }
}
