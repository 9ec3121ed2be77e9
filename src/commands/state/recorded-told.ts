import type { Problem } from '../../diagnostics/problem.ts';
import type { Told } from '../../model/change/told.ts';
import { count } from '../../report/reason-words.ts';
import { commitMessage, type Trailers } from '../../state/commit-message.ts';
import type { Seal } from '../../state/envelope.ts';
import { TOLD } from '../../state/paths.ts';
import type { StateStore } from '../../state/port.ts';
import type { SignedFile } from '../../state/signed-file.ts';
import { toldFile } from '../../state/told-file.ts';

export type RecordedToldOptions = {
  readonly store: StateStore;
  readonly seal: Seal | undefined;
  /** The branch that it is kept on, for whoever looks who wrote it. */
  readonly branch: string;
  readonly provenance: Trailers;
  readonly note: (problem: Problem) => void;
};

/** What scheduled plans have told. What is lost or not believed is told once more. */
export class RecordedTold {
  readonly #file: SignedFile<Told>;
  readonly #options: RecordedToldOptions;
  #exists = false;

  constructor(options: RecordedToldOptions) {
    this.#options = options;
    this.#file = toldFile(options.store, options.seal);
  }

  async read(): Promise<Told> {
    const read = await this.#file.read();
    this.#exists = read.kind !== 'none';
    if (read.kind === 'content') return read.content;
    if (read.kind === 'unreadable') this.#options.note(read.problem);
    if (read.kind === 'doubtful' || read.kind === 'replayed')
      this.#options.note(disbelieved(read.kind, this.#options.branch));
    return {};
  }

  /** After it was read. */
  async record(told: Told): Promise<void> {
    const matters = Object.values(told).reduce((sum, marks) => sum + Object.keys(marks).length, 0);
    if (!this.#exists && matters === 0) return;
    const subject = `told: ${count(matters, 'matter stands', 'matters stand')}`;
    const written = await this.#file.write(told, commitMessage(subject, [], this.#options.provenance));
    if (!written.ok) this.#options.note(written.error);
    else if (written.value === 'left') this.#options.note(LEFT);
  }
}

const LEFT: Problem = {
  code: 'STA022',
  severity: 'warning',
  message: `what was told (${TOLD}) is signed, and this run has no state key: it stays as it is`,
  hint: 'give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); until then it tells the same each time',
};

function disbelieved(kind: 'doubtful' | 'replayed', branch: string): Problem {
  const hint = `what still stands is told once more; see who wrote it: git log ${branch} -- ${TOLD}`;
  if (kind === 'doubtful') {
    const message = `what was told before (${TOLD}) is not signed with the state key and is ignored`;
    return { code: 'STA020', severity: 'warning', message, hint };
  }
  const message = `what was told before (${TOLD}) was replaced by an older version, and is ignored`;
  return { code: 'STA021', severity: 'warning', message, hint };
}
