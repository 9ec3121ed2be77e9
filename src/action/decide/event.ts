import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Trigger } from './trigger.ts';

type Environment = { readonly [name: string]: string | undefined };
type Fields = { readonly [name: string]: unknown };

/** What started the job. `payload` is the parsed file that GITHUB_EVENT_PATH names. */
export function readTrigger(env: Environment, payload: unknown): Result<Trigger, string> {
  const event = env.GITHUB_EVENT_NAME;
  if (!event) return fail('GITHUB_EVENT_NAME is not set: this runs as a step of a GitHub workflow');
  if (NEVER.has(event)) return ok({ event: 'refused', name: event });
  const fields = fieldsOf(payload);
  const pullRequest = fieldsOf(fields?.pull_request);
  const ref = env.GITHUB_REF ?? '';
  // Whatever it is called (a review has an event of its own), it runs what a pull request proposes.
  if (event === 'pull_request' || pullRequest !== undefined || ref.startsWith('refs/pull/')) {
    return readPullRequest(event, pullRequest);
  }
  const sha = env.GITHUB_SHA ?? '';
  if (!isCommit(sha)) return fail('GITHUB_SHA does not name a commit');
  switch (event) {
    case 'push': {
      const defaultBranch = fieldsOf(fields?.repository)?.default_branch;
      return ok({ event, ref, ...(isText(defaultBranch) ? { defaultBranch } : {}), sha });
    }
    case 'workflow_dispatch':
    case 'schedule':
    case 'merge_group':
    case 'repository_dispatch':
      return ok({ event, ref, sha });
    default:
      return ok({ event: 'other', name: event, ref, sha });
  }
}

/** They run with secrets on behalf of somebody else's code, so their payload does not matter. */
const NEVER: ReadonlySet<string> = new Set(['pull_request_target', 'workflow_run']);

function readPullRequest(event: string, pullRequest: Fields | undefined): Result<Trigger, string> {
  const number = pullRequest?.number;
  const [head, base] = [fieldsOf(pullRequest?.head), fieldsOf(pullRequest?.base)];
  const [headSha, baseSha] = [head?.sha, base?.sha];
  const baseRepository = fieldsOf(base?.repo)?.full_name;
  if (!Number.isSafeInteger(number) || typeof number !== 'number' || number < 1) return fail(missing(event, 'number'));
  if (!isCommit(headSha)) return fail(missing(event, 'head commit'));
  if (!isCommit(baseSha)) return fail(missing(event, 'base commit'));
  if (!isText(baseRepository)) return fail(missing(event, 'base repository'));
  // The head repository is null when the fork was deleted.
  const fork = fieldsOf(head?.repo)?.full_name !== baseRepository;
  return ok({ event: 'pull_request', number, headSha, baseSha, fork });
}

function missing(event: string, what: string): string {
  return `the payload of "${event}" does not hold the pull request's ${what}`;
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isCommit(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}
