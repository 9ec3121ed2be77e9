import type { Problem } from '../../diagnostics/problem.ts';
import type { StateReading } from '../../state/state-files.ts';

/** More names than that say no more. */
const NAMES = 5;

/** What a run has to say of whose state it was, once for all destinations. */
export class StateTrust {
  readonly #doubtful = new Set<string>();
  readonly #replayed = new Set<string>();
  readonly #left = new Set<string>();
  #unsigned = false;
  readonly #branch: string;

  /** `branch` is where state is kept, for whoever looks who wrote it. */
  constructor(branch: string) {
    this.#branch = branch;
  }

  read(name: string, reading: StateReading): void {
    if (reading.kind === 'doubtful') this.#doubtful.add(name);
    if (reading.kind === 'replayed') this.#replayed.add(name);
    if (reading.kind === 'state') this.#unsigned ||= !reading.state.proven;
  }

  wrote(name: string, written: 'signed' | 'unsigned' | 'left'): void {
    if (written === 'left') this.#left.add(name);
    if (written === 'unsigned') this.#unsigned = true;
  }

  get unsigned(): boolean {
    return this.#unsigned;
  }

  get problems(): readonly Problem[] {
    return [
      ...about([...this.#doubtful], 'STA020', (names) => ({
        message: `the recorded state of ${names} is not signed with the state key and is ignored`,
        hint: `they are compared in full, and the next sync signs their state; if the key is not new, see who wrote it: git log ${this.#branch}`,
      })),
      ...about([...this.#replayed], 'STA021', (names) => ({
        message: `the recorded state of ${names} was replaced by an older version, and is ignored`,
        hint: `they are compared in full, and the next sync writes their state anew; see who did it: git log ${this.#branch}`,
      })),
      ...about([...this.#left], 'STA022', (names) => ({
        message: `the recorded state of ${names} is signed, and this run has no state key: it stays as it is`,
        hint: 'give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); the next run that has it finds what this one did',
      })),
    ];
  }
}

function about(
  names: readonly string[],
  code: Problem['code'],
  say: (names: string) => Pick<Problem, 'message' | 'hint'>,
): readonly Problem[] {
  if (names.length === 0) return [];
  const shown = names.toSorted().slice(0, NAMES).join(', ');
  const many = names.length > NAMES ? `${names.length} destinations (${shown}, …)` : shown;
  return [{ code, severity: 'warning', ...say(many) }];
}
