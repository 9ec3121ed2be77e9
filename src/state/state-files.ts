import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { blobId } from '../git/objects/blob-id.ts';
import { sha256 } from '../json/canonical.ts';
import type { DestinationState, StateContent } from '../model/destination-state.ts';
import { bearsSignature, type Seal } from './envelope.ts';
import { type ExpectedDestination, parseState, type StateFile, serialiseState } from './format.ts';
import type { StateStore } from './port.ts';
import { highestCounter, isReplayed, type PastText } from './replay.ts';

export type StateReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'state'; readonly state: DestinationState }
  /** Not believed, with a key at hand: not signed by it, or not the newest that was. */
  | { readonly kind: 'doubtful' | 'replayed' }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/** What stands in a destination's file as far as it was read, for what is written there after it. */
type Known = Pick<StateFile, 'mark' | 'counter'> & { readonly hash: string; readonly believed: boolean };

/**
 * State files, and whether they are to be believed: the one place that knows of signatures and counters. With a key what
 * is read is proven or not used; without one it is a hint.
 */
export class StateFiles {
  readonly #store: StateStore;
  readonly #seal: Seal | undefined;
  readonly #known = new Map<string, Known>();
  /** The id of each text as it was read. */
  readonly #read = new Map<string, string | undefined>();

  constructor(store: StateStore, seal: Seal | undefined) {
    this.#store = store;
    this.#seal = seal;
  }

  async read(expected: ExpectedDestination): Promise<StateReading> {
    const text = await this.#store.read(expected.name);
    if (!text.ok) return { kind: 'unreadable', problem: text.error };
    this.#read.set(expected.name, text.value === undefined ? undefined : blobId(text.value));
    if (text.value === undefined) return { kind: 'none' };
    const file = parseState(text.value, expected, this.#seal);
    if (!file.ok) {
      const mark = this.#seal ? 'doubtful' : bearsSignature(text.value) ? 'unchecked' : 'unsigned';
      this.#known.set(expected.name, { mark, counter: 0, hash: '', believed: false });
      return { kind: 'unreadable', problem: file.error };
    }
    const examined = await this.#examine(expected.name, text.value, file.value);
    const { mark, counter } = file.value;
    this.#known.set(expected.name, { mark, counter, hash: sha256(text.value), believed: examined.kind === 'state' });
    return examined;
  }

  /** What stood there before, newest first; what cannot be read is left out. */
  async *former(expected: ExpectedDestination): AsyncIterable<StateContent> {
    const past = await this.#store.past(expected.name);
    for (const { read } of past.ok ? past.value : []) {
      const text = await read();
      const file = text.ok ? parseState(text.value, expected, this.#seal) : text;
      if (file.ok && file.value.mark !== 'doubtful') yield file.value.content;
    }
  }

  /** Whether another text stands there than when it was read. */
  async hasMoved(name: string): Promise<boolean> {
    const text = await this.#store.read(name);
    if (!text.ok || !this.#read.has(name)) return false;
    return this.#read.get(name) !== (text.value === undefined ? undefined : blobId(text.value));
  }

  async #examine(name: string, text: string, { content, counter, mark }: StateFile): Promise<StateReading> {
    if (mark === 'doubtful') return { kind: 'doubtful' };
    if (mark !== 'signed') return { kind: 'state', state: { ...content, proven: false } };
    const past = await this.#past(name);
    if (!past.ok) return { kind: 'unreadable', problem: past.error };
    const replayed = await isReplayed(blobId(text), counter, past.value);
    return replayed ? { kind: 'replayed' } : { kind: 'state', state: { ...content, proven: true } };
  }

  /**
   * Writes what changed, with a counter that has grown; `left` where a signed file would lose its signature. The present
   * text under another of our keys is signed anew: so a key that goes is soon needed no more.
   */
  async write(
    name: string,
    state: StateContent,
    message: string,
  ): Promise<Result<'signed' | 'unsigned' | 'left', Problem>> {
    const known = this.#known.get(name);
    if (known?.mark === 'unchecked') return ok('left');
    const done = ok(this.#seal ? ('signed' as const) : ('unsigned' as const));
    const unchanged = known?.believed && serialiseState(name, state, known.counter, this.#seal);
    if (unchanged && sha256(unchanged) === known.hash) return done;
    const highest = await this.#highest(name, known);
    if (!highest.ok) return highest;
    const text = serialiseState(name, state, highest.value + 1, this.#seal);
    const written = await this.#store.write(name, text, message);
    return written.ok ? done : written;
  }

  /** After which counter the next one follows: without believed state, the highest that the branch tells of. */
  async #highest(name: string, known: Known | undefined): Promise<Result<number, Problem>> {
    if (known?.believed || !this.#seal) return ok(known?.counter ?? 0);
    const past = await this.#past(name);
    if (!past.ok) return past;
    const own = known?.mark === 'signed' ? known.counter : 0;
    return ok(Math.max(own, await highestCounter(past.value)));
  }

  async #past(name: string): Promise<Result<readonly PastText[], Problem>> {
    const past = await this.#store.past(name);
    if (!past.ok) return fail(past.error);
    return ok(
      past.value.map(({ id, read }) => ({
        id,
        counter: async () => {
          const text = await read();
          const file = text.ok ? parseState(text.value, { name }, this.#seal) : text;
          return file.ok && file.value.mark === 'signed' ? file.value.counter : undefined;
        },
      })),
    );
  }
}
