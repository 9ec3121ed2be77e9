import type { Problem } from '../diagnostics/problem.ts';
import type { Result } from '../diagnostics/result.ts';

/** Where the state of destinations is kept: one text per destination, by the destination's name. */
export interface StateStore {
  /** The text as it was stored; undefined when there is none. */
  read(name: string): Promise<Result<string | undefined, Problem>>;
  /** The names that a text is stored for, sorted. */
  names(): Promise<Result<readonly string[], Problem>>;
  /** When anything was written last, as an ISO time; undefined when nothing was, or when that cannot be told. */
  writtenAt(): Promise<string | undefined>;
  /** Stores a text for good before it answers. A text equal to what stands there writes nothing. */
  write(name: string, text: string, message: string): Promise<Result<null, Problem>>;
  /** Keeps a file for people, `pruned/<destination>/<file>`: what stood at a destination before it was deleted there. */
  keep(destination: string, file: string, text: string, message: string): Promise<Result<null, Problem>>;
  /** Answers when everything written so far stands where it is shared, or with what is in the way. */
  flush(): Promise<Result<null, Problem>>;
}
