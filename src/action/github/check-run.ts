import type { Clock } from '../../model/clock.ts';
import { count } from '../../report/reason-words.ts';
import type { Annotation, CheckConclusion, CheckOutput, GitHub, GitHubFailure } from '../ports.ts';
import { describeFailure } from './github-failure.ts';
import { type StepLog, withinStepLimits } from './workflow-commands.ts';

/** The check run of this command: where people look. Nothing that GitHub does to it changes the result. */
export interface CheckRun {
  /** Undefined when there is none, or none yet. */
  readonly url: string | undefined;
  /** It is there, or was tried to be: then it wants an end. */
  readonly isOpen: boolean;
  /** Opens one that waits for something to say. */
  open(): Promise<void>;
  /** How far the work is; most calls are dropped, so call it as often as you like. */
  progress(text: string): void;
  complete(end: CheckEnd): Promise<void>;
}

export type CheckEnd = {
  readonly output: CheckOutput;
  /** Worst first. */
  readonly annotations: readonly Annotation[];
  readonly conclusion: CheckConclusion;
};

export type CheckRunStart = { readonly name: string; readonly headSha: string; readonly title: string };

export type CheckRunSurroundings = {
  readonly log: StepLog;
  /** Milliseconds. */
  readonly clock: Pick<Clock, 'elapsed'>;
};

/** GitHub's limit of annotations per call. */
const BATCH = 50;
const MOST_UPDATES = 5;
/** Each update waits twice as long as the one before: five last for a short run and for a long one. */
const FIRST_PAUSE = 15_000;

/** Opens the check run. Without permission, or without GitHub, annotations go to the job's log instead. */
export async function openCheckRun(
  github: Pick<GitHub, 'createCheckRun' | 'updateCheckRun'>,
  start: CheckRunStart,
  surroundings: CheckRunSurroundings,
): Promise<CheckRun> {
  const { name, headSha, title } = start;
  const created = await github.createCheckRun({ name, headSha, output: { title, summary: 'Started.' } });
  if (created.ok) return new LiveCheckRun(github, created.value, title, surroundings);
  return {
    url: undefined,
    isOpen: true,
    open: async () => {},
    progress: () => {},
    complete: async ({ annotations }) => annotateLog(annotations, created.error, surroundings.log),
  };
}

class LiveCheckRun implements CheckRun {
  readonly url: string | undefined;
  readonly isOpen = true;
  readonly #github: Pick<GitHub, 'updateCheckRun'>;
  readonly #id: number;
  readonly #title: string;
  readonly #surroundings: CheckRunSurroundings;
  #updates = 0;
  #notBefore: number;
  /** The update under way. The end waits for it, so that it cannot arrive after the end. */
  #pending: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  constructor(
    github: Pick<GitHub, 'updateCheckRun'>,
    { id, url }: { readonly id: number; readonly url: string },
    title: string,
    surroundings: CheckRunSurroundings,
  ) {
    this.#github = github;
    this.#id = id;
    this.url = url === '' ? undefined : url;
    this.#title = title;
    this.#surroundings = surroundings;
    this.#notBefore = surroundings.clock.elapsed() + FIRST_PAUSE;
  }

  async open(): Promise<void> {}

  progress(text: string): void {
    const now = this.#surroundings.clock.elapsed();
    if (this.#pending !== undefined || this.#updates >= MOST_UPDATES || now < this.#notBefore) return;
    this.#updates += 1;
    this.#notBefore = now + FIRST_PAUSE * 2 ** this.#updates;
    this.#pending = this.#update(text);
  }

  async #update(text: string): Promise<void> {
    const output = { title: this.#title, summary: text };
    const updated = await this.#github.updateCheckRun(this.#id, { output, annotations: [] });
    this.#pending = undefined;
    // The end is worth more than news in between: leave GitHub alone until then.
    if (!updated.ok) this.#updates = MOST_UPDATES;
  }

  complete(end: CheckEnd): Promise<void> {
    this.#updates = MOST_UPDATES;
    // The last one counts: a run that was called off may still come to its own end.
    const closing = Promise.all([this.#pending, this.#closing]).then(() => this.#close(end));
    this.#closing = closing.catch(() => {});
    return closing;
  }

  async #close({ output, annotations, conclusion }: CheckEnd): Promise<void> {
    const batches = batchesOf(annotations);
    const unsent: Annotation[] = [];
    let failure: GitHubFailure | undefined;
    let closed = false;
    for (const [index, batch] of batches.entries()) {
      // The first closes the run already, whatever happens to the rest; the last leaves no doubt.
      const closes = !closed || index === batches.length - 1 ? { conclusion } : {};
      const sent = await this.#github.updateCheckRun(this.#id, { output, annotations: batch, ...closes });
      if (sent.ok) {
        closed = true;
        continue;
      }
      failure = sent.error;
      const hopeless = failure.kind !== 'rejected';
      unsent.push(...(hopeless ? annotations.slice(index * BATCH) : batch));
      if (hopeless) break;
    }
    // Annotations that GitHub does not like must not leave the run open for ever.
    if (!closed) await this.#github.updateCheckRun(this.#id, { output, annotations: [], conclusion });
    if (failure !== undefined) annotateLog(unsent, failure, this.#surroundings.log);
  }
}

/** At least one batch: a run without annotations must be closed as well. */
function batchesOf(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const amount = Math.max(1, Math.ceil(annotations.length / BATCH));
  return Array.from({ length: amount }, (_, index) => annotations.slice(index * BATCH, (index + 1) * BATCH));
}

function annotateLog(annotations: readonly Annotation[], failure: GitHubFailure, log: StepLog): void {
  const shown = withinStepLimits(annotations);
  const hidden = annotations.length - shown.length;
  const rest =
    hidden === 0 ? '' : ` ${count(hidden, 'annotation is', 'annotations are')} hidden; the report has them all.`;
  log.say(`${describeFailure(failure)} Annotations go to this log instead.${rest}`);
  for (const annotation of shown) log.annotate(annotation);
}
