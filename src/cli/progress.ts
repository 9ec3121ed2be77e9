import cliProgress from 'cli-progress';
import type { Progress } from '../commands/ports.ts';
import { forTerminal } from '../report/escape.ts';
import type { Terminal } from './terminal.ts';

const TITLES = { plan: 'Reading destinations', push: 'Pushing', export: 'Reading stories' } as const;
/** An export may visit thousands of stories; a log needs no line for each. */
const MOST_STORY_LINES = 20;

/** A bar for a person, one line per finished destination for a log, nothing when it shall be quiet. */
export function openProgress(terminal: Terminal, quiet: boolean): Progress {
  if (quiet) return { begin: () => {}, advance: () => {}, end: () => {} };
  return terminal.errIsTty && terminal.environment.CI !== 'true' ? openBar() : openLines(terminal);
}

function openBar(): Progress {
  let bar: cliProgress.SingleBar | undefined;
  return {
    begin: (phase, total) => {
      bar = new cliProgress.SingleBar({
        format: `${TITLES[phase]} {bar} {value}/{total} {destination}`,
        stream: process.stderr,
        clearOnComplete: true,
        hideCursor: true,
        barsize: 30,
        barCompleteChar: '█',
        barIncompleteChar: '░',
      });
      bar.start(total, 0, { destination: '' });
    },
    advance: (destination, line) =>
      bar?.increment(1, { destination: forTerminal(`${destination}: ${line}`).slice(0, 60) }),
    end: () => bar?.stop(),
  };
}

function openLines(terminal: Terminal): Progress {
  let done = 0;
  let total = 0;
  let title = '';
  let step = 1;
  return {
    begin: (phase, count) => {
      [done, total, title] = [0, count, TITLES[phase]];
      step = phase === 'export' ? Math.ceil(count / MOST_STORY_LINES) : 1;
    },
    advance: (destination, line) => {
      done += 1;
      if (done % step !== 0 && done !== total) return;
      terminal.err(`${title} ${done}/${total}: ${forTerminal(destination)}: ${forTerminal(line)}\n`);
    },
    end: () => {},
  };
}
