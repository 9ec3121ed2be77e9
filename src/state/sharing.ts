import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { UnusableRemote } from '../git/remote/remote-address.ts';
import { unusableRemote } from './remote-problems.ts';
import type { StateChange } from './write-queue.ts';

/** How what stands on the local branch gets to others. */
export interface Sharing {
  /** Brings what others have written since the beginning of the run. Trouble with it is told by `flush`. */
  catchUp(): Promise<void>;
  /** Told before a file is written. */
  writing(change: StateChange): void;
  /** Told after it; does not make the writer wait. */
  written(): void;
  /** Answers when all of it stands on the remote, or with what is in the way. */
  flush(): Promise<Result<null, Problem>>;
}

/** The repository has no remote, or it was not to be asked. */
export const NOT_SHARED: Sharing = {
  catchUp: async () => {},
  writing: () => {},
  written: () => {},
  flush: async () => ok(null),
};

/** A remote that we cannot reach: worth a word once something was written that others should have. */
export function unshared(branch: string, remote: string, why: UnusableRemote): Sharing {
  let wrote = false;
  return {
    catchUp: async () => {},
    writing: () => {},
    written: () => {
      wrote = true;
    },
    flush: async () => (wrote ? fail(unusableRemote(branch, remote, why)) : ok(null)),
  };
}
