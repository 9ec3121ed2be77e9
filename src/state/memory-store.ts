import { ok } from '../diagnostics/result.ts';
import type { StateStore } from './port.ts';

/** State that ends with the process: for `--no-state`, and for tests. */
export function createMemoryStateStore(texts: ReadonlyMap<string, string> = new Map()): StateStore {
  const stored = new Map(texts);
  return {
    read: async (name) => ok(stored.get(name)),
    names: async () => ok([...stored.keys()].sort()),
    writtenAt: async () => undefined,
    write: async (name, text) => {
      stored.set(name, text);
      return ok(null);
    },
    keep: async (destination, file, text) => {
      stored.set(`pruned/${destination}/${file}`, text);
      return ok(null);
    },
    flush: async () => ok(null),
  };
}
