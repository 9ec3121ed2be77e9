import cliProgress from 'cli-progress';
import type { Progress } from '../../commands/ports.ts';
import type { Forecast } from '../../model/tenant/forecast.ts';
import { forTerminal } from '../../report/escape.ts';
import { costPhrase, shortTimePhrase } from '../../report/forecast-phrase.ts';
import { inTerminal } from '../../report/phrase.ts';
import type { Terminal } from '../terminal.ts';
import { barLine } from './bar-line.ts';

const TITLES = { plan: 'Reading destinations', push: 'Pushing', export: 'Reading stories' } as const;
/** An export may visit thousands of stories; a log needs no line for each. */
const MOST_STORY_LINES = 20;
/** Of a terminal that does not tell. */
const COLUMNS = 80;

/** Progress that somebody watches: a line can be told in the middle of it. */
export type WatchedProgress = Progress & { readonly say: (text: string) => void };

function forecastLines(told: Forecast, short: number | undefined): string {
  const lines = [costPhrase(told), ...(short === undefined ? [] : [shortTimePhrase(short)])];
  return lines.map((phrase) => `${inTerminal(phrase)}.`).join('\n');
}

/** A bar for a person, one line per finished destination for a log, nothing when it shall be quiet. */
export function openProgress(terminal: Terminal, quiet: boolean): WatchedProgress {
  const say = (text: string): void => terminal.err(`${text}\n`);
  if (quiet) return { begin: () => {}, advance: () => {}, wait: () => {}, end: () => {}, say };
  if (terminal.errIsTty && terminal.environment.CI !== 'true') return openBar(terminal);
  return { ...openLines(terminal), say, forecast: (told, short) => say(forecastLines(told, short)) };
}

type Running = { readonly bar: cliProgress.SingleBar; readonly total: number; done: number; last: string };

function openBar(terminal: Terminal): WatchedProgress {
  let running: Running | undefined;
  let stopWatching = (): void => {};
  const clear = (): void => running?.bar.stop();
  const draw = (): void => running?.bar.start(running.total, running.done);
  return {
    begin: (phase, total) => {
      const started = performance.now();
      const bar = new cliProgress.SingleBar({
        format: () =>
          barLine(
            {
              title: TITLES[phase],
              total,
              done: running?.done ?? 0,
              last: running?.last ?? '',
              passedMs: performance.now() - started,
            },
            terminal.errColumns ?? COLUMNS,
          ),
        // The time goes on while nothing is finished.
        forceRedraw: true,
        stream: process.stderr,
        clearOnComplete: true,
        hideCursor: true,
      });
      running = { bar, total, done: 0, last: '' };
      stopWatching = clearBeforeEnd(clear);
      draw();
    },
    advance: (destination, line) => {
      if (running === undefined) return;
      running.done += 1;
      running.last = `${destination}: ${line}`;
      running.bar.update(running.done);
    },
    wait: (destination, owner) => {
      clear();
      terminal.err(`${waiting(destination, owner)}\n`);
      draw();
    },
    forecast: (told, short) => terminal.err(`${forecastLines(told, short)}\n`),
    end: () => {
      clear();
      stopWatching();
      running = undefined;
    },
    say: (text) => {
      clear();
      terminal.err(`${text}\n`);
      draw();
    },
  };
}

function waiting(destination: string, owner: string): string {
  return `Waiting for another run, which is writing to ${forTerminal(destination)}: ${forTerminal(owner)}`;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * A bar hides the cursor and stands on a line of its own: however the process ends, it goes first. Where nobody else
 * listens for a signal, the signal then does what it does without us.
 */
function clearBeforeEnd(clear: () => void): () => void {
  const free = SIGNALS.filter((signal) => process.listenerCount(signal) === 0);
  const stop = (): void => {
    process.off('exit', clear);
    for (const signal of free) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    clear();
    stop();
    process.kill(process.pid, signal);
  };
  process.on('exit', clear);
  for (const signal of free) process.on(signal, onSignal);
  return stop;
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
    wait: (destination, owner) => terminal.err(`${waiting(destination, owner)}\n`),
    end: () => {},
  };
}
