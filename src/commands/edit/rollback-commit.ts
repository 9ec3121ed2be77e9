import { parentOf } from '../../git/read/commit-name.ts';
import type { Repository } from '../../git/read/repository.ts';
import type { StateContent, StoryState } from '../../model/destination-state.ts';
import { byTextOf } from '../../model/text/order.ts';

/**
 * The commit that a destination had before its last sync: the one that brought its stories there before, as the history of
 * recorded state tells; else the first parent of the one that did it last. Undefined where neither is known.
 */
export async function commitBefore(
  repository: Repository | undefined,
  state: StateContent | undefined,
  former: AsyncIterable<StateContent>,
  keys: ReadonlySet<string>,
): Promise<string | undefined> {
  const last = state && newestPush(state, keys)?.commit;
  if (repository === undefined || last === undefined) return undefined;
  for await (const then of former) {
    const commit = newestPush(then, keys)?.commit;
    if (commit !== undefined && commit !== last) return commit;
  }
  const parent = await parentOf(repository, last);
  return parent.ok ? parent.value : undefined;
}

/** The push of these stories that came last. One that did not verify is nothing to go back to. */
function newestPush({ stories }: StateContent, keys: ReadonlySet<string>): StoryState | undefined {
  return Object.entries(stories)
    .filter(([key, { status }]) => keys.has(key) && status === 'synced')
    .map(([, entry]) => entry)
    .toSorted(byTextOf(({ syncedAt }) => syncedAt))
    .at(-1);
}
