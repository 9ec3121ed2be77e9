import picocolors from 'picocolors';
import { type Paint, plain } from '../diagnostics/paint.ts';

/** Where the command line writes: results to `out`, everything else to `err`. The only place that prints. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person sees it, so that colours and a moving bar make sense. */
  readonly outIsTty: boolean;
  readonly errIsTty: boolean;
  /** How wide the person's terminal is; absent where none is. */
  readonly outColumns?: number | undefined;
  readonly errColumns?: number | undefined;
  readonly environment: { readonly [name: string]: string | undefined };
}

export function processTerminal(): Terminal {
  survive(process.stdout);
  survive(process.stderr);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTty: process.stdout.isTTY === true,
    errIsTty: process.stderr.isTTY === true,
    // Asked each time: a person may resize the window in the middle of a long run.
    get outColumns() {
      return columnsOf(process.stdout);
    },
    get errColumns() {
      return columnsOf(process.stderr);
    },
    environment: process.env,
  };
}

/** A terminal that does not know its width says 0. */
function columnsOf({ isTTY, columns }: NodeJS.WriteStream): number | undefined {
  return isTTY && columns > 0 ? columns : undefined;
}

/** A reader that went away (`| head`) must not end a push halfway: what is written then goes nowhere. */
function survive(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    // Any other loss, such as a full disk, is a result that nobody got.
    process.once('exit', () => {
      process.exitCode = 2;
    });
    if (stream === process.stdout)
      process.stderr.write(`The output could not be written (${error.code ?? 'unknown'}).\n`);
  });
}

/** `--color` and `--no-color` decide; else NO_COLOR, else whether a person looks. */
export function choosePaint(wanted: boolean | undefined, isTty: boolean, terminal: Terminal): Paint {
  const noColor = (terminal.environment.NO_COLOR ?? '') !== '';
  const colourful = wanted ?? (isTty && !noColor && terminal.environment.TERM !== 'dumb');
  return colourful ? picocolors.createColors(true) : plain;
}
