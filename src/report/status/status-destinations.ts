import type { Outcome } from '../../model/status.ts';
import { byText } from '../../model/text/order.ts';
import { span } from '../age.ts';
import { foldSame } from '../fold-same.ts';
import { inTerminal, name, type Phrase, say } from '../phrase.ts';
import { count, someNames } from '../reason-words.ts';
import { outcomesByDestination, tallyOutcomes } from '../sync/sync-report.ts';
import type { StatusReport } from './status-report.ts';

/** Destinations of which the same is to be said. */
export type DestinationGroup = {
  readonly names: readonly string[];
  /** The worst of them. */
  readonly mark: 'failed' | 'waiting' | 'synced';
  readonly phrase: Phrase;
};

/** So many ways of being in sync are told apart; beyond, the number of stories says nothing. */
const WAYS_OF_SYNCED = 3;

/** One line for each group of destinations, the worst first: failed, furthest behind, waiting, in sync. */
export function destinationGroups(
  report: StatusReport,
  options: { readonly fold: boolean },
): readonly DestinationGroup[] {
  const lines = [...outcomesByDestination(report)]
    .map(([{ name: each }, outcomes]) => {
      const ring = report.rollout?.rings.get(each);
      return { ...lineOf(outcomes, report.now, ring === undefined ? [] : say` (ring ${name(ring)})`), names: [each] };
    })
    .toSorted((left, right) => byText(left.order, right.order) || byText(left.names.join(), right.names.join()));
  if (!options.fold) return lines;
  const groups = grouped(lines);
  const synced = groups.filter(({ mark }) => mark === 'synced');
  if (synced.length <= WAYS_OF_SYNCED) return groups;
  const names = synced.flatMap((group) => group.names).toSorted(byText);
  return [...groups.filter(({ mark }) => mark !== 'synced'), { names, mark: 'synced', phrase: ['all synced'] }];
}

function grouped(lines: readonly DestinationGroup[]): readonly DestinationGroup[] {
  return foldSame(lines, ({ mark, phrase }) => `${mark}\n${inTerminal(phrase)}`).map(({ first, all }) => ({
    ...first,
    names: all.flatMap(({ names }) => names),
  }));
}

type Line = Pick<DestinationGroup, 'mark' | 'phrase'> & { readonly order: string };

function lineOf(outcomes: readonly Outcome[], now: string, ring: Phrase): Line {
  if (outcomes.length === 0) return { mark: 'synced', phrase: say`subscribed to nothing${ring}`, order: '4' };
  const { status } = tallyOutcomes(outcomes);
  const total = outcomes.length;
  // Behind a refused key nobody knows how a detached story stands: it failed, and counts once.
  const detached = outcomes.filter((outcome) => outcome.detached && outcome.status !== 'failed').length;
  const synced = status.synced < total ? `${status.synced} of ${total} synced` : allSynced(total);
  const failed = status.failed > 0 ? `, ${status.failed} failed` : '';
  const counts = say`${synced}${failed}${detached > 0 ? `, ${detached} detached` : ''}${ring}`;
  const lag = lagOf(outcomes);
  const mark = status.failed > 0 ? 'failed' : status.synced < total ? 'waiting' : 'synced';
  if (lag === undefined)
    return { mark, phrase: counts, order: mark === 'failed' ? '1' : mark === 'waiting' ? '3' : '4' };
  const far = `${lag.even ? '' : 'up to '}${count(lag.commits, 'commit')} behind for ${span(lag.since, now)}`;
  const phrase = say`${counts}; ${far} (${someNames(lag.stories)})`;
  return { mark, phrase, order: `${mark === 'failed' ? '1' : '2'} ${lag.since}` };
}

function allSynced(total: number): string {
  if (total === 1) return 'its one story synced';
  return total === 2 ? 'both synced' : `all ${total} synced`;
}

type Lag = {
  readonly commits: number;
  readonly since: string;
  /** Each of the stories lags by as many commits. */
  readonly even: boolean;
  readonly stories: readonly string[];
};

function lagOf(outcomes: readonly Outcome[]): Lag | undefined {
  const lagging = outcomes.flatMap(({ storyKey, behind }) => (behind ? [{ storyKey, ...behind }] : []));
  const [since] = lagging.map((each) => each.since).toSorted(byText);
  if (since === undefined) return undefined;
  const commits = lagging.map((each) => each.commits);
  const most = Math.max(...commits);
  return {
    commits: most,
    since,
    even: commits.every((each) => each === most),
    stories: lagging.map(({ storyKey }) => storyKey).toSorted(byText),
  };
}
