import type { Problem } from '../diagnostics/problem.ts';
import type { Result } from '../diagnostics/result.ts';
import type { DestinationState, StateContent } from '../model/destination-state.ts';
import { AlikeStates } from './alike-states.ts';
import type { Seal } from './envelope.ts';
import { type ExpectedDestination, parseState, serialiseState } from './format.ts';
import type { StateStore } from './port.ts';
import { SignedFile, type SignedReading, type Written } from './signed-file.ts';

export type StateReading =
  | Exclude<SignedReading<StateContent>, { readonly kind: 'content' }>
  | { readonly kind: 'state'; readonly state: DestinationState };

/** The files of all destinations. */
export class StateFiles {
  readonly #store: StateStore;
  readonly #seal: Seal | undefined;
  readonly #files = new Map<string, SignedFile<StateContent>>();
  readonly #alike = new AlikeStates();
  /** Destination -> the vendor's sync destination, of all that were read or written here, as far as recorded. */
  readonly vendorIds = new Map<string, number>();

  constructor(store: StateStore, seal: Seal | undefined) {
    this.#store = store;
    this.#seal = seal;
  }

  async read(expected: ExpectedDestination): Promise<StateReading> {
    const read = await this.#file(expected.name).read((text) => parseState(text, expected, this.#seal));
    if (read.kind !== 'content') return read;
    this.#noteVendor(expected.name, read.content);
    return { kind: 'state', state: { ...this.#alike.share(read.content), proven: read.proven } };
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
  hasMoved(name: string): Promise<boolean> {
    return this.#file(name).hasMoved();
  }

  write(name: string, state: StateContent, message: string): Promise<Result<Written, Problem>> {
    this.#noteVendor(name, state);
    return this.#file(name).write(state, message);
  }

  #noteVendor(name: string, { native }: StateContent): void {
    if (native?.vendorId) this.vendorIds.set(name, native.vendorId);
    else this.vendorIds.delete(name);
  }

  #file(name: string): SignedFile<StateContent> {
    const known = this.#files.get(name);
    if (known) return known;
    const store = this.#store;
    const file = new SignedFile<StateContent>(
      {
        read: () => store.read(name),
        past: () => store.past(name),
        write: (text, message) => store.write(name, text, message),
      },
      {
        parse: (text) => parseState(text, { name }, this.#seal),
        serialise: (state, counter) => serialiseState(name, state, counter, this.#seal),
      },
      this.#seal,
    );
    this.#files.set(name, file);
    return file;
  }
}
