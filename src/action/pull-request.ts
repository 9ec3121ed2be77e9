import { fail, ok, type Result } from '../diagnostics/result.ts';
import { clip } from '../report/escape.ts';
import type { GitHub, GitHubFailure, PullRequest } from './ports.ts';
import { byteLength, trimMiddle } from './trim.ts';

/** GitHub's limits; of the body in characters, taken as bytes: the stricter reading. */
const TITLE = 256;
const BODY = 65_536;

export type WantedPullRequest = {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  /** Markdown, without the marker. */
  readonly body: string;
  /** What our body begins with, invisible. */
  readonly marker: string;
};

export type EnsuredPullRequest = Pick<PullRequest, 'number' | 'url'> & {
  /** `foreign`: a person opened it from this branch, and it keeps the words of that person. */
  readonly did: 'opened' | 'updated' | 'unchanged' | 'foreign';
};

type Pulls = Pick<GitHub, 'findPullRequest' | 'createPullRequest' | 'updatePullRequest'>;

/** Opens the pull request of a branch, or brings the words of the open one up to date. Never a second one. */
export async function ensurePullRequest(
  github: Pulls,
  wanted: WantedPullRequest,
): Promise<Result<EnsuredPullRequest, GitHubFailure>> {
  const { head, base, marker } = wanted;
  const title = clip(wanted.title, TITLE);
  const body = pullRequestBody(wanted.body, marker);
  const found = await github.findPullRequest(head, base);
  if (!found.ok) return found;
  if (found.value !== undefined) return update(github, found.value, { title, body, marker });
  const created = await github.createPullRequest({ head, base, title, body });
  if (created.ok) return ok({ ...facts(created.value), did: 'opened' });
  // Another run was faster, or the answer of this very call got lost.
  const again = await github.findPullRequest(head, base);
  if (!again.ok || again.value === undefined) return fail(created.error);
  return update(github, again.value, { title, body, marker });
}

async function update(
  github: Pulls,
  pull: PullRequest,
  { title, body, marker }: { readonly title: string; readonly body: string; readonly marker: string },
): Promise<Result<EnsuredPullRequest, GitHubFailure>> {
  if (!pull.body.startsWith(marker)) return ok({ ...facts(pull), did: 'foreign' });
  // GitHub stores line ends as it likes.
  if (pull.title === title && pull.body.replaceAll('\r\n', '\n') === body) {
    return ok({ ...facts(pull), did: 'unchanged' });
  }
  const updated = await github.updatePullRequest(pull.number, { title, body });
  return updated.ok ? ok({ ...facts(pull), did: 'updated' }) : updated;
}

/** The marker alone on the first line, and as much of the text as GitHub takes. */
export function pullRequestBody(text: string, marker: string): string {
  return `${marker}\n\n${trimMiddle(text, BODY - byteLength(marker) - 2, '*Cut here; the commit has everything.*')}`;
}

function facts({ number, url }: PullRequest): Pick<PullRequest, 'number' | 'url'> {
  return { number, url };
}
