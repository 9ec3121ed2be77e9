import type { Clock } from '../../model/clock.ts';
import type { CheckEnd, CheckRun } from './check-run.ts';

/** After this long people ask where the run is. */
const PATIENCE = 15_000;

/**
 * The check run of a run that may find nothing to do, many times a day: opened once there is something to say. Until
 * then the commit keeps the report that it has.
 */
export class LateCheckRun implements CheckRun {
  readonly #openNow: () => Promise<CheckRun>;
  readonly #clock: Pick<Clock, 'elapsed'>;
  readonly #begun: number;
  #opening: Promise<CheckRun> | undefined;
  #opened: CheckRun | undefined;

  constructor(openNow: () => Promise<CheckRun>, clock: Pick<Clock, 'elapsed'>) {
    this.#openNow = openNow;
    this.#clock = clock;
    this.#begun = clock.elapsed();
  }

  get url(): string | undefined {
    return this.#opened?.url;
  }

  get isOpen(): boolean {
    return this.#opening !== undefined;
  }

  async open(): Promise<void> {
    await this.#open();
  }

  progress(text: string): void {
    if (this.#opened) this.#opened.progress(text);
    else if (this.#clock.elapsed() - this.#begun >= PATIENCE) void this.#open();
  }

  async complete(end: CheckEnd): Promise<void> {
    const check = await this.#open();
    await check.complete(end);
  }

  #open(): Promise<CheckRun> {
    this.#opening ??= this.#openNow().then((check) => {
      this.#opened = check;
      return check;
    });
    return this.#opening;
  }
}
