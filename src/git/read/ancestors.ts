import type { ObjectReader } from '../objects/objects.ts';
import { readingObjects } from '../objects/objects.ts';

export type Ancestors = {
  /** Those of the asked-for commits that the tip has. */
  readonly found: ReadonlySet<string>;
  /** The whole history is here: what was not found is not in it. */
  readonly complete: boolean;
};

/**
 * Which of these commits are the tip itself or lie before it, along every parent. One walk answers for all, and ends with
 * the last of them. The dates of commits are not trusted: who is left out is refused, so the walk goes on to the end.
 */
export async function ancestorsAmong(
  objects: Pick<ObjectReader, 'commit'>,
  tip: string,
  asked: ReadonlySet<string>,
): Promise<Ancestors> {
  const found = new Set<string>();
  const seen = new Set([tip]);
  let complete = true;
  // A set hands out what is added to it while it is walked.
  for (const commit of seen) {
    if (found.size === asked.size) return { found, complete: true };
    const facts = await readingObjects(() => objects.commit(commit));
    if (!facts.ok) {
      complete = false;
      continue;
    }
    if (asked.has(commit)) found.add(commit);
    for (const parent of facts.value.parents) seen.add(parent);
  }
  return { found, complete };
}
