import { printable } from '../../diagnostics/printable.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { NO_RECORD, type RolloutRecord } from '../../model/rollout.ts';
import {
  isSameRecord,
  LONGEST_REASON,
  mergeRecords,
  overrideId,
  type RecordedOverride,
} from '../../model/rollout-record.ts';
import type { Trailers } from '../../state/commit-message.ts';
import type { Seal } from '../../state/envelope.ts';
import { ROLLOUT } from '../../state/paths.ts';
import type { StateStore } from '../../state/port.ts';
import { rolloutFile } from '../../state/rollout-file.ts';
import type { SignedFile, SignedReading } from '../../state/signed-file.ts';
import { rolloutCommitMessage } from './rollout-commit-text.ts';

export type RecordedRolloutOptions = {
  readonly store: StateStore;
  readonly seal: Seal | undefined;
  /** The branch that it is kept on; undefined when nothing outlives the run. */
  readonly branch: string | undefined;
  readonly provenance: Trailers;
  readonly note: (problem: Problem) => void;
};

/** How far changes have come, as earlier runs recorded it, and what this one adds. Only asked for where there is a rollout. */
export class RecordedRollout {
  readonly #file: SignedFile<RolloutRecord>;
  readonly #options: RecordedRolloutOptions;
  /** What this run has recorded: true for it also where it could not be written. */
  #own = NO_RECORD;
  /** Of other runs. */
  readonly #earlier = new Set<string>();
  /** Of this one. Each of its commits tells it: several may be pushed as one, with the message of the last. */
  #override: RecordedOverride | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: RecordedRolloutOptions) {
    this.#options = options;
    this.#file = rolloutFile(options.store, options.seal);
  }

  /** What is known at this moment, also from other runs as far as they were caught up with. */
  async read(): Promise<RolloutRecord> {
    const { stored } = await this.#inTurn(() => this.#read());
    return mergeRecords(stored, this.#own, this.#own.passings);
  }

  /** Adds to what is recorded; never takes away. */
  record(record: RolloutRecord): Promise<void> {
    const overrides = record.overrides.map((each) => ({ ...each, reason: onOneLine(each.reason) }));
    this.#own = mergeRecords(this.#own, { ...record, overrides }, record.passings);
    return this.#inTurn(async () => {
      const { kind, stored } = await this.#read();
      const whole = mergeRecords(stored, this.#own, this.#own.passings);
      if (kind === 'none' && isSameRecord(whole, NO_RECORD)) return;
      this.#override ??= whole.overrides.findLast((each) => !this.#earlier.has(overrideId(each)));
      const trailers = { ...this.#options.provenance, override: this.#override };
      const message = rolloutCommitMessage(stored.passings, whole.passings, trailers);
      const written = await this.#file.write(whole, message);
      if (!written.ok) this.#options.note(written.error);
      else if (written.value === 'left') this.#options.note(LEFT);
    });
  }

  async #read(): Promise<{ readonly kind: SignedReading<RolloutRecord>['kind']; readonly stored: RolloutRecord }> {
    const { seal, branch, note } = this.#options;
    if (branch === undefined) note(NOT_KEPT);
    else if (!seal) note(UNPROVEN);
    const read = await this.#file.read();
    if (read.kind === 'unreadable') note(read.problem);
    if (read.kind === 'doubtful') note(doubtful(branch ?? ''));
    if (read.kind === 'replayed') note(replayed(branch ?? ''));
    const stored = read.kind === 'content' ? read.content : NO_RECORD;
    if (this.#override === undefined) for (const each of stored.overrides) this.#earlier.add(overrideId(each));
    return { kind: read.kind, stored };
  }

  /** One after the other: what is written follows what was read. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.then(
      () => {},
      () => {},
    );
    return done;
  }
}

/** It is to be a line of a commit message, for whoever reads the log in a terminal. */
function onOneLine(reason: string): string {
  return Array.from(printable(reason.trim())).slice(0, LONGEST_REASON).join('');
}

const NOT_KEPT: Problem = {
  code: 'STA024',
  severity: 'warning',
  message: 'a rollout needs recorded state, and this run has none: it does not know which rings passed before',
  hint: 'run in a clone of the repository, without --no-state; until then each run begins with the first ring',
};

const UNPROVEN: Problem = {
  code: 'STA023',
  severity: 'warning',
  message: 'the progress of the rollout is unverified: whoever may write the state branch may open a ring',
  hint: 'give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key), and protect the branch',
};

const LEFT: Problem = {
  code: 'STA022',
  severity: 'warning',
  message: `the recorded progress of the rollout (${ROLLOUT}) is signed, and this run has no state key: it stays as it is`,
  hint: 'give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); until then a ring that passes is seen by this run alone',
};

const ANEW = 'rings pass anew by what is recorded of their destinations, which may cost soak time';

function doubtful(branch: string): Problem {
  return {
    code: 'STA020',
    severity: 'warning',
    message: `the recorded progress of the rollout (${ROLLOUT}) is not signed with the state key and is ignored`,
    hint: `${ANEW}; if the key is not new, see who wrote it: git log ${branch} -- ${ROLLOUT}`,
  };
}

function replayed(branch: string): Problem {
  return {
    code: 'STA021',
    severity: 'warning',
    message: `the recorded progress of the rollout (${ROLLOUT}) was replaced by an older version, and is ignored`,
    hint: `${ANEW}; see who did it: git log ${branch} -- ${ROLLOUT}`,
  };
}
