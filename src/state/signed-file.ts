import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { blobId } from '../git/objects/blob-id.ts';
import { bearsSignature, type Envelope, type Seal } from './envelope.ts';
import type { StoredText } from './port.ts';
import { highestCounter, isReplayed, type PastText } from './replay.ts';

/** A file of the branch as it was read, and what its signature is worth. */
export type OpenedFile<T> = Pick<Envelope, 'counter' | 'mark'> & { readonly content: T };

export type SignedReading<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'content'; readonly content: T; readonly proven: boolean }
  /** Not believed, with a key at hand: not signed by it, or not the newest that was. */
  | { readonly kind: 'doubtful' | 'replayed' }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

export type Written = 'signed' | 'unsigned' | 'left';

type Parse<T> = (text: string) => Result<OpenedFile<T>, Problem>;

export type FileFormat<T> = {
  readonly parse: Parse<T>;
  readonly serialise: (content: T, counter: number) => string;
};

/** What stands in the file as far as it was read, for what is written there after it. */
type Known = Pick<Envelope, 'mark' | 'counter'> & { readonly believed: boolean };

/**
 * One file of the state branch, and whether it is to be believed: the one place that knows of signatures and counters.
 * With a key what is read is proven or not used; without one it is a hint.
 */
export class SignedFile<T> {
  readonly #stored: StoredText;
  readonly #format: FileFormat<T>;
  readonly #seal: Seal | undefined;
  #known: Known | undefined;
  /** The id of the text as it was read last. */
  #read: { readonly id: string | undefined } | undefined;
  /** A run that reads the file again finds no older one than it has seen. */
  #highestSeen = 0;

  constructor(stored: StoredText, format: FileFormat<T>, seal: Seal | undefined) {
    this.#stored = stored;
    this.#format = format;
    this.#seal = seal;
  }

  /** `parse` may ask for more than the format does. */
  async read(parse: Parse<T> = this.#format.parse): Promise<SignedReading<T>> {
    const text = await this.#stored.read();
    if (!text.ok) return { kind: 'unreadable', problem: text.error };
    const id = text.value === undefined ? undefined : blobId(text.value);
    this.#read = { id };
    if (text.value === undefined || id === undefined) return { kind: 'none' };
    const file = parse(text.value);
    if (!file.ok) {
      const mark = this.#seal ? 'doubtful' : bearsSignature(text.value) ? 'unchecked' : 'unsigned';
      this.#known = { mark, counter: 0, believed: false };
      return { kind: 'unreadable', problem: file.error };
    }
    const examined = await this.#examine(id, file.value);
    const { mark, counter } = file.value;
    this.#known = { mark, counter, believed: examined.kind === 'content' };
    return examined;
  }

  /** Whether another text stands there than when it was read. */
  async hasMoved(): Promise<boolean> {
    const text = await this.#stored.read();
    if (!text.ok || this.#read === undefined) return false;
    return this.#read.id !== (text.value === undefined ? undefined : blobId(text.value));
  }

  async #examine(id: string, { content, counter, mark }: OpenedFile<T>): Promise<SignedReading<T>> {
    if (mark === 'doubtful') return { kind: 'doubtful' };
    if (mark !== 'signed') return { kind: 'content', content, proven: false };
    const past = await this.#past();
    if (!past.ok) return { kind: 'unreadable', problem: past.error };
    const replayed = counter < this.#highestSeen || (await isReplayed(id, counter, past.value));
    this.#highestSeen = Math.max(this.#highestSeen, counter);
    return replayed ? { kind: 'replayed' } : { kind: 'content', content, proven: true };
  }

  /**
   * Writes what changed, with a counter that has grown; `left` where a signed file would lose its signature. The present
   * text under another of our keys is signed anew: so a key that goes is soon needed no more.
   */
  async write(content: T, message: string): Promise<Result<Written, Problem>> {
    const known = this.#known;
    if (known?.mark === 'unchecked') return ok('left');
    const done = ok(this.#seal ? ('signed' as const) : ('unsigned' as const));
    const unchanged = known?.believed && this.#format.serialise(content, known.counter);
    if (unchanged && blobId(unchanged) === this.#read?.id) return done;
    const highest = await this.#highest(known);
    if (!highest.ok) return highest;
    const text = this.#format.serialise(content, highest.value + 1);
    const written = await this.#stored.write(text, message, this.#read?.id);
    return written.ok ? done : written;
  }

  /** After which counter the next one follows: without a believed file, the highest that the branch tells of. */
  async #highest(known: Known | undefined): Promise<Result<number, Problem>> {
    if (known?.believed || !this.#seal) return ok(known?.counter ?? 0);
    const past = await this.#past();
    if (!past.ok) return past;
    const own = known?.mark === 'signed' ? known.counter : 0;
    return ok(Math.max(own, this.#highestSeen, await highestCounter(past.value)));
  }

  async #past(): Promise<Result<readonly PastText[], Problem>> {
    const past = await this.#stored.past();
    if (!past.ok) return fail(past.error);
    return ok(
      past.value.map(({ id, read }) => ({
        id,
        counter: async () => {
          const text = await read();
          const file = text.ok ? this.#format.parse(text.value) : text;
          return file.ok && file.value.mark === 'signed' ? file.value.counter : undefined;
        },
      })),
    );
  }
}
