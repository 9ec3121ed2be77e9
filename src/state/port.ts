import type { Problem } from '../diagnostics/problem.ts';
import type { Result } from '../diagnostics/result.ts';

/** A text that stood under a name before. Equal texts have equal ids. */
export type FormerText = { readonly id: string; readonly read: () => Promise<Result<string, Problem>> };

/** A file of the branch that is about the whole fleet, beside the folder of the destinations. */
export type FleetFile = 'rollout.json' | 'told.json';

/** One text of the store. */
export interface StoredText {
  /** The text as it was stored; undefined when there is none. */
  read(): Promise<Result<string | undefined, Problem>>;
  /** What stood there before what stands there now, newest first; looked up once. */
  past(): Promise<Result<readonly FormerText[], Problem>>;
  /**
   * Stores a text for good before it answers. `over` is the id of the text that it was made from: where another one
   * stands there meanwhile, a file that can be merged is.
   */
  write(text: string, message: string, over?: string): Promise<Result<null, Problem>>;
}

/** Where the state of destinations is kept: one text per destination, by the destination's name. */
export interface StateStore {
  /** The text as it was stored; undefined when there is none. */
  read(name: string): Promise<Result<string | undefined, Problem>>;
  /** What stood there before what stands there now, newest first; looked up once. */
  past(name: string): Promise<Result<readonly FormerText[], Problem>>;
  /** Stores a text for good before it answers. A text equal to what stands there writes nothing. */
  write(name: string, text: string, message: string): Promise<Result<null, Problem>>;
  /** A file that no single destination has. */
  ofFleet(file: FleetFile): StoredText;
  /** The destinations that there is a text of. */
  names(): Promise<Result<readonly string[], Problem>>;
  /** Keeps a copy of what is about to be deleted at a destination, as a file of its own beside the states. */
  keep(destination: string, file: string, text: string, message: string): Promise<Result<null, Problem>>;
  /** When the state was last written, as an ISO time; undefined when it never was, or cannot be told. */
  writtenAt(): Promise<string | undefined>;
  /** Brings what other runs have stored since this one began, as far as they can be asked. */
  catchUp(): Promise<void>;
  /** Answers when everything stored in this run is where others find it, or with what is in the way. */
  flush(): Promise<Result<null, Problem>>;
}
