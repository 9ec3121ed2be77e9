import type { Problem } from '../../diagnostics/problem.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Destination } from '../../model/destination.ts';
import type { NotDeletedFact } from '../../model/fact/orphan-fact.ts';
import type { Story } from '../../model/story.ts';
import { neutralise } from '../../story/addresses/neutralise.ts';
import { canonicalStory } from '../../story/canonical.ts';

/** Where a text looks like a credential; the value is never shown. */
export type Literal = { readonly path: string; readonly kind: string };

export type Copy = {
  readonly destination: string;
  readonly key: string;
  readonly storyId: number;
  readonly text: string;
};

/** Where copies go, and what must not go there. */
export type CopyOptions = {
  /** Keeps a copy of what is deleted, and answers under which name `git show` finds it. */
  readonly keep: (copy: Copy) => Promise<Result<string, Problem>>;
  /** Answers when the copies stand where they are shared. */
  readonly flush: () => Promise<Result<null, Problem>>;
  /** Of the live story, as far as they would go into its copy. */
  readonly findSecrets: (story: Story) => Promise<readonly Literal[]>;
};

/** A story that is about to be deleted. */
export type DoomedStory = { readonly key: string; readonly listed: Pick<StoryInfo, 'id'>; readonly story: Story };

/** By story id: the copy's name, or why the story stays. */
export type Copies = ReadonlyMap<number, Result<string, NotDeletedFact>>;

/** All copies first, then one flush: only what stands where it is shared counts as kept. */
export async function keepCopies(
  destination: Destination,
  stories: readonly DoomedStory[],
  options: CopyOptions,
): Promise<Copies> {
  const copies = new Map<number, Result<string, NotDeletedFact>>();
  for (const story of stories) copies.set(story.listed.id, await keepCopy(destination, options, story));
  if (![...copies.values()].some(({ ok: kept }) => kept)) return copies;
  const flushed = await options.flush();
  if (flushed.ok) return copies;
  return new Map([...copies].map(([id, kept]) => [id, kept.ok ? fail(noCopy(flushed.error)) : kept]));
}

async function keepCopy(
  { name: destination }: Destination,
  options: CopyOptions,
  { key, listed, story }: DoomedStory,
): Promise<Result<string, NotDeletedFact>> {
  const neutral = neutralise(story);
  const literals = await options.findSecrets(story);
  if (literals.length > 0) return fail({ kind: 'copy_holds_secrets', literals });
  const kept = await options.keep({ destination, key, storyId: listed.id, text: canonicalStory(neutral) });
  return kept.ok ? kept : fail(noCopy(kept.error));
}

function noCopy({ message, hint }: Problem): NotDeletedFact {
  return { kind: 'no_copy', problem: { message, hint } };
}
