import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { GitHub, GitHubFailure, PullRequest } from '../ports.ts';
import { newText, type OurText, renewedText } from '../render/pull-request-text.ts';

export type WantedPullRequest = OurText & {
  readonly head: string;
  readonly base: string;
};

export type EnsuredPullRequest = Pick<PullRequest, 'number' | 'url'> & {
  /** `foreign`: a person opened it from this branch, or wrote it anew, and it keeps the words of that person. */
  readonly did: 'opened' | 'updated' | 'unchanged' | 'foreign';
};

type Pulls = Pick<GitHub, 'findPullRequest' | 'createPullRequest' | 'updatePullRequest'>;

/** Opens the pull request of a branch, or brings the words of the open one up to date. Never a second one. */
export async function ensurePullRequest(
  github: Pulls,
  wanted: WantedPullRequest,
): Promise<Result<EnsuredPullRequest, GitHubFailure>> {
  const { head, base } = wanted;
  const found = await github.findPullRequest(head, base);
  if (!found.ok) return found;
  if (found.value !== undefined) return update(github, found.value, wanted);
  const created = await github.createPullRequest({ head, base, ...newText(wanted) });
  if (created.ok) return ok({ ...facts(created.value), did: 'opened' });
  // Another run was faster, or the answer of this very call got lost.
  const again = await github.findPullRequest(head, base);
  if (!again.ok || again.value === undefined) return fail(created.error);
  return update(github, again.value, wanted);
}

async function update(
  github: Pulls,
  pull: PullRequest,
  wanted: OurText,
): Promise<Result<EnsuredPullRequest, GitHubFailure>> {
  const text = renewedText(wanted, pull);
  if (text === undefined) return ok({ ...facts(pull), did: 'foreign' });
  // GitHub stores line ends as it likes.
  if (pull.title === text.title && pull.body.replaceAll('\r\n', '\n') === text.body) {
    return ok({ ...facts(pull), did: 'unchanged' });
  }
  const updated = await github.updatePullRequest(pull.number, text);
  return updated.ok ? ok({ ...facts(pull), did: 'updated' }) : updated;
}

function facts({ number, url }: PullRequest): Pick<PullRequest, 'number' | 'url'> {
  return { number, url };
}
