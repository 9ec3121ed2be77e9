import type { Pruned } from '../../model/pruned.ts';
import type { Outcome } from '../../model/status.ts';
import { commitMessage, type Trailers } from '../../state/commit-message.ts';

/** A subject longer than this tells numbers instead of names. */
const SUBJECT_LIMIT = 100;

/** The commit message on the state branch: what the run did at a destination, story by story, and where it came from. */
export function stateCommitMessage(
  name: string,
  outcomes: readonly Outcome[],
  pruned: readonly Pruned[],
  provenance: Trailers,
): string {
  const told = outcomes
    .map((outcome) => ({ outcome, said: wordFor(outcome) }))
    .filter(({ said }) => said !== undefined);
  const deleted = pruned.filter((each) => each.deleted).map(({ key }) => key);
  const body = [
    ...told.map(({ outcome, said }) => `- ${outcome.storyKey}: ${said}${reasonOf(outcome)}`),
    ...deleted.map((key) => `- ${key}: deleted`),
  ];
  return commitMessage(`${name}: ${subjectOf(outcomes, deleted)}`, body, provenance);
}

function subjectOf(outcomes: readonly Outcome[], deleted: readonly string[]): string {
  const told = [
    ...outcomes.map((outcome) => [outcome.storyKey, wordFor(outcome)] as const),
    ...deleted.map((key) => [key, 'deleted'] as const),
  ].filter(([, said]) => said !== undefined && said !== 'waiting');
  if (told.length === 0) return 'recorded what is there';
  const named = told.map(([key, said]) => `${key} ${said}`).join(', ');
  if (named.length <= SUBJECT_LIMIT) return named;
  const counts = Map.groupBy(told, ([, said]) => said);
  return [...counts].map(([said, group]) => `${group.length} ${said}`).join(', ');
}

function wordFor({ did, status }: Outcome): string | undefined {
  if (status === 'failed') return 'failed';
  if (did === 'created' || did === 'updated') return did;
  return status === 'requires_sync' ? 'waiting' : undefined;
}

/** The code of the reason, never its message: that may quote a tenant. */
function reasonOf({ reason }: Outcome): string {
  return reason === null ? '' : ` (${reason})`;
}
