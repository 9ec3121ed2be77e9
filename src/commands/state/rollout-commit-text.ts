import type { Passings } from '../../model/rollout.ts';
import { commitMessage, type Trailers } from '../../state/commit-message.ts';

/** Lines that name what passed; more of them say no more. */
const MOST_LINES = 50;

/** The commit message of what a run adds to the record: which story passed which ring, and who let it pass over rings. */
export function rolloutCommitMessage(before: Passings, after: Passings, trailers: Trailers): string {
  const passed = newPassings(before, after);
  const lines = passed.map(({ story, ring }) => `- ${story}: passed ${ring}`);
  const more = lines.length > MOST_LINES ? [`- and ${lines.length - MOST_LINES} more`] : [];
  const body = lines.length > 1 ? [...lines.slice(0, MOST_LINES), ...more] : [];
  return commitMessage(`rollout: ${subjectOf(passed, trailers.override !== undefined)}`, body, trailers);
}

type Passing = { readonly story: string; readonly content: string; readonly ring: string };

function subjectOf(passed: readonly Passing[], overridden: boolean): string {
  const [first] = passed;
  if (first === undefined) return overridden ? 'overridden for one run' : 'recorded what is known';
  if (passed.length === 1) return `${first.story} passed ${first.ring}`;
  const stories = new Set(passed.map(({ story }) => story)).size;
  return stories === 1 ? `${first.story} passed ${passed.length} rings` : `${stories} stories passed a ring`;
}

function newPassings(before: Passings, after: Passings): readonly Passing[] {
  return Object.entries(after).flatMap(([story, contents]) =>
    Object.entries(contents).flatMap(([content, rings]) =>
      Object.keys(rings)
        .filter((ring) => !hasPassing(before, { story, content, ring }))
        .map((ring) => ({ story, content, ring })),
    ),
  );
}

function hasPassing(passings: Passings, { story, content, ring }: Passing): boolean {
  const contents = Object.hasOwn(passings, story) ? passings[story] : undefined;
  const rings = contents && Object.hasOwn(contents, content) ? contents[content] : undefined;
  return rings !== undefined && Object.hasOwn(rings, ring);
}
