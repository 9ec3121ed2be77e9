import type { Answer, FakeGitHub } from './fake-github.ts';
import { badPull, isFields } from './fake-github-rules.ts';

export type FakePull = {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
};

type Surroundings = Pick<FakeGitHub, 'repository' | 'branches'>;

/** The pull requests of the fake GitHub. */
export class FakePulls {
  readonly all: FakePull[] = [];
  /** The setting "Allow GitHub Actions to create and approve pull requests". */
  actionsMayCreate = true;
  readonly #github: Surroundings;

  constructor(github: Surroundings) {
    this.#github = github;
  }

  list(query: URLSearchParams): Answer {
    const [owner = ''] = this.#github.repository.split('/');
    const wanted = query.get('head') ?? '';
    // As GitHub does: a head without an owner is as good as none, and everything is listed.
    const head = wanted.startsWith(`${owner}:`) ? wanted.slice(owner.length + 1) : undefined;
    const base = query.get('base');
    const state = query.get('state') ?? 'open';
    const found = this.all.filter(
      (pull) =>
        (state === 'all' || pull.state === state) &&
        (head === undefined || pull.head === head) &&
        (base === null || pull.base === base),
    );
    return { status: 200, body: found.map((pull) => this.#wire(pull)) };
  }

  create(body: unknown): Answer {
    const wrong = badPull(body, 'create');
    if (wrong !== undefined || !isFields(body)) return invalid(wrong);
    if (!this.actionsMayCreate) {
      const message = 'GitHub Actions is not permitted to create or approve pull requests.';
      return { status: 403, body: { message } };
    }
    const [head, base] = [String(body.head), String(body.base)];
    const { branches } = this.#github;
    if (!branches.has(head)) return invalid('Field: head, Code: invalid');
    if (!branches.has(base)) return invalid('Field: base, Code: invalid');
    if (branches.get(head) === branches.get(base)) return invalid(`No commits between ${base} and ${head}`);
    if (this.all.some((pull) => pull.state === 'open' && pull.head === head && pull.base === base)) {
      return invalid(`A pull request already exists for ${head}.`);
    }
    return { status: 201, body: this.#wire(this.add({ head, base, title: String(body.title), body: textOf(body) })) };
  }

  update(number: number, body: unknown): Answer {
    const pull = this.all.find((each) => each.number === number);
    if (!pull) return { status: 404, body: { message: 'Not Found' } };
    const wrong = badPull(body, 'update');
    if (wrong !== undefined || !isFields(body)) return invalid(wrong);
    pull.title = String(body.title);
    pull.body = textOf(body);
    return { status: 200, body: this.#wire(pull) };
  }

  add(pull: Pick<FakePull, 'head' | 'base' | 'title' | 'body'>): FakePull {
    const made: FakePull = { ...pull, number: this.all.length + 7, state: 'open' };
    this.all.push(made);
    return made;
  }

  #wire({ number, head, base, title, body, state }: FakePull): unknown {
    const repo = { full_name: this.#github.repository };
    const html_url = `https://github.example/${this.#github.repository}/pull/${number}`;
    return { number, html_url, title, body, state, head: { ref: head, repo }, base: { ref: base, repo } };
  }
}

function textOf({ body }: { readonly [name: string]: unknown }): string {
  return typeof body === 'string' ? body : '';
}

function invalid(message = 'Validation Failed'): Answer {
  return { status: 422, body: { message: 'Validation Failed', errors: [{ message }] } };
}
