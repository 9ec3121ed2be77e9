import { ok } from '../diagnostics/result.ts';
import type { Clock } from '../model/clock.ts';
import { prunedPath, statePath } from './paths.ts';
import type { StateStore } from './port.ts';

/** State that ends with the process: for `--no-state`, and for tests. */
export function createMemoryStateStore(clock: Pick<Clock, 'now'>): StateStore {
  const stored = new Map<string, string>();
  const ofFleet = new Map<string, string>();
  const kept = new Map<string, string>();
  let writtenAt: string | undefined;
  const put = (map: Map<string, string>, key: string, text: string): { readonly ok: true; readonly value: null } => {
    if (map.get(key) !== text) writtenAt = clock.now().toISOString();
    map.set(key, text);
    return ok(null);
  };
  return {
    read: async (name) => ok(stored.get(name)),
    past: async () => ok([]),
    write: async (name, text) => {
      statePath(name);
      return put(stored, name, text);
    },
    ofFleet: (file) => ({
      read: async () => ok(ofFleet.get(file)),
      past: async () => ok([]),
      write: async (text) => put(ofFleet, file, text),
    }),
    names: async () => ok([...stored.keys()].toSorted()),
    keep: async (destination, file, text) => put(kept, prunedPath(destination, file), text),
    writtenAt: async () => writtenAt,
    catchUp: async () => {},
    flush: async () => ok(null),
  };
}
