import type { Comment, GitHub, GitHubFailure, GitHubReply } from '../ports.ts';
import { outdated } from '../render/comment-body.ts';
import { describeFailure } from './github-failure.ts';

/** The one comment of a pull request. Nothing that GitHub does to it changes the result. */
export interface StickyComment {
  /** Whether an earlier run wrote it. */
  readonly exists: boolean;
  /** Says above the old text, if there is one, that it no longer holds. */
  markOutdated(sha: string): Promise<void>;
  /** Edits the comment, or writes the first one. */
  write(body: string): Promise<void>;
}

type Comments = Pick<GitHub, 'login' | 'listComments' | 'createComment' | 'updateComment'>;

/**
 * Looks for our comment on all pages. Only one that begins with the marker and was written by the app or person whose
 * token this is, is ours: anybody can quote a marker, and a bot may repeat what somebody else wrote.
 * When the comments cannot be read nothing is written, or there would soon be two.
 */
export async function openStickyComment(
  github: Comments,
  place: { readonly issue: number; readonly marker: string },
  say: (text: string) => void,
): Promise<StickyComment> {
  const listed = await github.listComments(place.issue);
  if (!listed.ok) {
    say(withoutComment(listed.error));
    return { exists: false, markOutdated: async () => {}, write: async () => {} };
  }
  return new FoundComment(github, place, await findOurs(github, listed.value, place.marker), say);
}

async function findOurs(github: Comments, comments: readonly Comment[], marker: string): Promise<Comment | undefined> {
  const marked = comments.filter(({ body }) => body.startsWith(marker));
  if (marked.length === 0) return undefined;
  const login = await github.login();
  const us = login.ok ? login.value : JOBS_OWN;
  return marked.find(({ author }) => author === us);
}

/** Whose token a job has unless it is given another one. */
const JOBS_OWN = 'github-actions[bot]';

class FoundComment implements StickyComment {
  readonly #github: Comments;
  readonly #issue: number;
  readonly #marker: string;
  readonly #say: (text: string) => void;
  readonly #found: Comment | undefined;
  #silenced = false;

  constructor(
    github: Comments,
    { issue, marker }: { readonly issue: number; readonly marker: string },
    found: Comment | undefined,
    say: (text: string) => void,
  ) {
    this.#github = github;
    this.#issue = issue;
    this.#marker = marker;
    this.#found = found;
    this.#say = say;
  }

  get exists(): boolean {
    return this.#found !== undefined;
  }

  async markOutdated(sha: string): Promise<void> {
    if (this.#found === undefined) return;
    await this.#tell(this.#github.updateComment(this.#found.id, outdated(this.#found.body, this.#marker, sha)));
  }

  async write(body: string): Promise<void> {
    if (this.#found === undefined) return this.#tell(this.#github.createComment(this.#issue, body));
    const updated = await this.#github.updateComment(this.#found.id, body);
    // Somebody deleted it while the plan was made.
    const gone = !updated.ok && updated.error.kind === 'not_found';
    await this.#tell(gone ? this.#github.createComment(this.#issue, body) : Promise.resolve(updated));
  }

  async #tell(reply: GitHubReply<null>): Promise<void> {
    const told = await reply;
    if (told.ok || this.#silenced) return;
    this.#silenced = true;
    this.#say(withoutComment(told.error));
  }
}

function withoutComment(failure: GitHubFailure): string {
  return `${describeFailure(failure)} The plan is in the job summary.`;
}
