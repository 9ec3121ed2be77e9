import { Octokit } from '@octokit/core';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import { fetch } from 'undici';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { openConnections } from '../../network/connections.ts';
import type { Proxies } from '../../network/proxies.ts';
import type { Annotation, CheckOutput, Comment, GitHub, GitHubFailure, GitHubReply, PullRequest } from '../ports.ts';
import { failureOf } from './github-errors.ts';

export type GitHubAccess = {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** `GITHUB_API_URL`; GitHub Enterprise has its own. */
  readonly apiUrl: string;
  readonly timeoutMs?: number;
  /** None unless told. */
  readonly proxies?: Proxies;
};

/** As the runner's toolkit puts it together, without its HTTP client: it brings a second undici, and has a way through proxies of its own. */
const GitHubApi = Octokit.plugin(restEndpointMethods);

type Options = NonNullable<Parameters<typeof fetch>[1]>;

const TIMEOUT_MS = 20_000;
const CONNECT_MS = 10_000;
const PAGE = 100;
const silent = (): void => {};

/** GitHub over its REST API. Every failure is a value; none quotes an answer's body. */
export function openGitHub(access: GitHubAccess): GitHub {
  const { token, repository, apiUrl, timeoutMs = TIMEOUT_MS, proxies = { except: '' } } = access;
  if (token === '') return withoutToken();
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const dispatcher = openConnections(new URL(apiUrl), proxies, { connectMs: CONNECT_MS });
  const request = { fetch: (url: string, options: Options) => fetch(url, { ...options, dispatcher }) };
  const octokit = new GitHubApi({ auth: token, baseUrl: apiUrl.replace(/(?<!\/)\/+$/, ''), log, request });
  const [owner = '', repo = ''] = repository.split('/');
  const base = { owner, repo };
  const patience = () => ({ request: { signal: AbortSignal.timeout(timeoutMs) } });

  /** Which app's token it is, as the first check run told. */
  let app: string | undefined;
  return {
    createCheckRun: ({ name, headSha, output }) =>
      attempt('create the check run', RETRY, async () => {
        const run = { ...base, name, head_sha: headSha, status: 'in_progress', output: outputOf(output) } as const;
        const { data } = await octokit.rest.checks.create({ ...run, ...patience() });
        app = data.app?.slug;
        return { id: whole(data.id), url: data.html_url ?? '' };
      }),
    updateCheckRun: (id, { output, annotations, conclusion }) =>
      attempt('update the check run', RETRY, async () => {
        await octokit.rest.checks.update({
          ...base,
          check_run_id: id,
          output: { ...outputOf(output), ...(annotations.length > 0 ? { annotations: annotations.map(wireOf) } : {}) },
          // Without a word on the status it stays what it is: a closed run does not open again.
          ...(conclusion === undefined ? {} : { status: 'completed', conclusion }),
          ...patience(),
        });
        return null;
      }),
    // Only an app's token makes check runs, and the first one told which app. Else GraphQL knows both kinds.
    login: async () => {
      if (app !== undefined) return ok(`${app}[bot]`);
      const viewer = await attempt('read whose token it is', RETRY, async () => {
        const { viewer: found } = await octokit.graphql<Viewer>('{ viewer { login } }', patience());
        return named(found?.login);
      });
      if (viewer.ok) return viewer;
      return attempt('read whose token it is', RETRY, async () => {
        const { data } = await octokit.rest.users.getAuthenticated(patience());
        return named(data.login);
      });
    },
    // Page by page, by number: octokit's own paging drops the time limit and goes wherever an answer points it.
    listComments: async (issue) => {
      const comments: Comment[] = [];
      for (let page = 1; ; page++) {
        const read = await attempt('read the comments', RETRY, async () => {
          const asked = { ...base, issue_number: issue, per_page: PAGE, page };
          const { data, headers } = await octokit.rest.issues.listComments({ ...asked, ...patience() });
          const found = data.map(({ id, body, user }): Comment => {
            return { id: whole(id), body: body ?? '', author: user?.login ?? '' };
          });
          return { found, more: found.length > 0 && /rel="?next"?/.test(headers.link ?? '') };
        });
        if (!read.ok) return read;
        comments.push(...read.value.found);
        if (!read.value.more) return ok(comments);
      }
    },
    // Not repeated: a lost answer would leave two comments.
    createComment: (issue, body) =>
      attempt('write the comment', ONCE, async () => {
        await octokit.rest.issues.createComment({ ...base, issue_number: issue, body, ...patience() });
        return null;
      }),
    updateComment: (id, body) =>
      attempt('update the comment', RETRY, async () => {
        await octokit.rest.issues.updateComment({ ...base, comment_id: id, body, ...patience() });
        return null;
      }),
    // GitHub ignores a head that it cannot read and lists everything, so the answer is looked at as well.
    findPullRequest: (head, into) =>
      attempt('look for the pull request', RETRY, async () => {
        const asked = { ...base, state: 'open', head: `${owner}:${head}`, base: into } as const;
        const { data } = await octokit.rest.pulls.list({ ...asked, ...patience() });
        const found = data.find(({ head: from, base: to }) => {
          return from.ref === head && from.repo?.full_name === repository && to.ref === into;
        });
        return found && pullOf(found);
      }),
    // Not repeated: GitHub has it at most once anyway, and says so.
    createPullRequest: ({ head, base: into, title, body }) =>
      attempt('open the pull request', ONCE, async () => {
        const { data } = await octokit.rest.pulls.create({ ...base, head, base: into, title, body, ...patience() });
        return pullOf(data);
      }),
    updatePullRequest: (number, { title, body }) =>
      attempt('update the pull request', RETRY, async () => {
        await octokit.rest.pulls.update({ ...base, pull_number: number, title, body, ...patience() });
        return null;
      }),
    fileAt: async (ref, path) => {
      const read = await attempt(`read ${path}`, RETRY, async () => {
        const asked = { ...base, path, ref, mediaType: { format: 'raw' } };
        const { data } = await octokit.rest.repos.getContent({ ...asked, ...patience() });
        return textOf(data);
      });
      if (!read.ok) return read.error.kind === 'not_found' ? ok(undefined) : read;
      // A folder or a submodule has no text.
      return read.value === undefined ? fail({ kind: 'rejected', what: `read ${path}` }) : ok(read.value);
    },
    defaultBranch: () =>
      attempt('read the default branch', RETRY, async () => {
        const { data } = await octokit.rest.repos.get({ ...base, ...patience() });
        if (typeof data.default_branch !== 'string' || data.default_branch === '') throw new TypeError('no branch');
        return data.default_branch;
      }),
    branchHead: (branch) =>
      attempt('read the head of the branch', RETRY, async () => {
        const { data } = await octokit.rest.git.getRef({ ...base, ref: `heads/${branch}`, ...patience() });
        if (!/^[0-9a-f]{40,64}$/.test(data.object.sha)) throw new TypeError('no commit');
        return data.object.sha;
      }),
  };
}

const RETRY = 1;
const ONCE = 0;

/** Runs a call; what GitHub itself stumbled over is tried `retries` times more, at once. */
async function attempt<T>(what: string, retries: number, call: () => Promise<T>): Promise<Result<T, GitHubFailure>> {
  try {
    return ok(await call());
  } catch (error) {
    const failure = failureOf(error, what);
    const again = failure.kind === 'unavailable' && failure.status !== undefined && retries > 0;
    return again ? attempt(what, retries - 1, call) : fail(failure);
  }
}

function outputOf({ title, summary, text }: CheckOutput): CheckOutput {
  return { title, summary, ...(text === undefined ? {} : { text }) };
}

function wireOf({ path, startLine, endLine, level, title, message }: Annotation) {
  return { path, start_line: startLine, end_line: endLine, annotation_level: level, title, message };
}

function pullOf(data: { number: number; html_url: string; title: string; body?: string | null }): PullRequest {
  return { number: whole(data.number), url: data.html_url, title: data.title, body: data.body ?? '' };
}

type Viewer = { readonly viewer?: { readonly login?: unknown } };

function named(login: unknown): string {
  if (typeof login !== 'string' || login === '') throw new TypeError('no login');
  return login;
}

/** A proxy in between may answer 200 with a page of its own; the types would not notice. */
function whole(id: unknown): number {
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw new TypeError('no id');
  return id;
}

/** Raw contents come as text, or as bytes when no charset is named; the types know of neither. */
function textOf(data: unknown): string | undefined {
  if (typeof data === 'string') return data;
  return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : undefined;
}

function withoutToken(): GitHub {
  const refuse = async (what: string): GitHubReply<never> =>
    fail({ kind: 'forbidden', what: `${what} without a token` });
  return {
    createCheckRun: () => refuse('create the check run'),
    updateCheckRun: () => refuse('update the check run'),
    login: () => refuse('read whose token it is'),
    listComments: () => refuse('read the comments'),
    createComment: () => refuse('write the comment'),
    updateComment: () => refuse('update the comment'),
    findPullRequest: () => refuse('look for the pull request'),
    createPullRequest: () => refuse('open the pull request'),
    updatePullRequest: () => refuse('update the pull request'),
    fileAt: (_ref, path) => refuse(`read ${path}`),
    defaultBranch: () => refuse('read the default branch'),
    branchHead: () => refuse('read the head of the branch'),
  };
}
