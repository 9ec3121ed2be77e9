import type { Progress } from '../commands/ports.ts';
import type { Clock } from '../model/clock.ts';
import { costPhrase, shortTimePhrase } from '../report/forecast-phrase.ts';
import { inTerminal, name, words } from '../report/phrase.ts';
import type { CheckRun } from './github/check-run.ts';
import type { Runner } from './github/runner.ts';

/** Progress that can be asked in the middle of it. */
export type JobProgress = Progress & {
  /** How far the work is, and what it waits for, as plain text. */
  readonly atWork: () => string;
};

const TITLES = { plan: 'Reading destinations', push: 'Pushing', export: 'Reading stories' } as const;
const NAMES_SHOWN = 10;

/** Progress in the log, a line per finished destination, and now and then in the check run. */
export function progressIn(runner: Runner, check: CheckRun, clock: Pick<Clock, 'elapsed'>): JobProgress {
  const begun = new Map<string, number>();
  let [done, total, title] = [0, 0, ''];
  return {
    begin: (phase, count) => {
      [done, total, title] = [0, count, TITLES[phase]];
    },
    start: (destination) => void begun.set(destination, clock.elapsed()),
    advance: (destination, line) => {
      begun.delete(destination);
      done += 1;
      runner.info(`${title} ${done}/${total}: ${inTerminal([name(destination), ': ', words(line)])}`);
      check.progress(`${title}: ${done} of ${total} done.`);
    },
    wait: (destination, owner) => {
      const who = inTerminal([name(destination), ': ', words(owner)]);
      runner.info(`Waiting for another run, which is writing to ${who}`);
    },
    forecast: (told, short) => {
      runner.info(`${inTerminal(costPhrase(told))}.`);
      if (short !== undefined) runner.warning(`${inTerminal(shortTimePhrase(short))}.`);
    },
    end: () => begun.clear(),
    atWork: () => {
      if (title === '') return 'Nothing was begun yet.';
      return `${title}: ${done} of ${total} done.${waitingFor(begun, clock.elapsed())}`;
    },
  };
}

/** Longest first: they are what the run waits for. */
function waitingFor(begun: ReadonlyMap<string, number>, now: number): string {
  if (begun.size === 0) return '';
  const names = [...begun]
    .sort(([, one], [, other]) => one - other)
    .slice(0, NAMES_SHOWN)
    .map(([destination, since]) => `${destination} (for ${Math.round((now - since) / 1000)} s)`);
  const more = begun.size > names.length ? ` and ${begun.size - names.length} more` : '';
  return ` Still at work: ${names.join(', ')}${more}.`;
}
