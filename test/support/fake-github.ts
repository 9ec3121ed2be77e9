import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfStream } from 'node:stream/consumers';
import { change, type FakeCheckRun } from './fake-check-run.ts';
import { badCheckRun, badComment, isFields } from './fake-github-rules.ts';
import { FakePulls } from './fake-pulls.ts';

export type FakeComment = {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
};
export type FakeRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  status: number;
};
export type FakeFault = {
  readonly method?: string;
  readonly path?: RegExp;
  readonly times?: number;
  /** Do what was asked, then answer like this: a lost answer. */
  readonly afterwards?: boolean;
  readonly answer:
    | 'reset'
    | 'hang'
    | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };
};
type Access = 'write' | 'read' | 'none';
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Record<string, string>;
};

/**
 * GitHub's REST API as far as we use it, on loopback: strict about what it is sent, and able to fail on demand. It
 * shares no code with the client.
 */
export class FakeGitHub implements AsyncDisposable {
  readonly repository = 'acme/stories';
  readonly token = 'ghs_fake-token';
  permissions: { checks: Access; pullRequests: Access; contents: Access } = {
    checks: 'write',
    pullRequests: 'write',
    contents: 'read',
  };
  /** A person, when the token is a personal one. */
  tokenOwner: string | undefined;
  /** The app that the token belongs to, where it is no person's. */
  app = 'github-actions';
  /** Whether GraphQL is there to say whose token it is. */
  graphql = true;
  /** Requests left before the rate limit. */
  budget = 1_000;
  readonly issues = new Set([1]);
  readonly checkRuns: FakeCheckRun[] = [];
  readonly comments: FakeComment[] = [];
  readonly pulls = new FakePulls(this);
  /** `<ref>:<path>` -> text. */
  readonly files = new Map<string, string>();
  readonly branches = new Map<string, string>();
  defaultBranch = 'main';
  readonly requests: FakeRequest[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #faults: (FakeFault & { left: number })[] = [];
  #nextId = 1_000;

  static async start(): Promise<FakeGitHub> {
    const fake = new FakeGitHub();
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  /** What `GITHUB_API_URL` holds. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }

  /** The next `times` matching requests (one by default) fail like this. */
  fail(fault: FakeFault): void {
    this.#faults.push({ ...fault, left: fault.times ?? 1 });
  }

  addComment(body: string, user: FakeComment['user'] = { login: 'mona', type: 'User' }, issue = 1): FakeComment {
    const comment = { id: this.#nextId++, issue, body, user };
    this.comments.push(comment);
    return comment;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const sent = await textOfStream(request);
    const method = request.method ?? '';
    const logged: FakeRequest = {
      method,
      path: pathname,
      query: searchParams.toString(),
      body: parse(sent),
      status: 0,
    };
    this.requests.push(logged);
    const fault = this.#faults.find(
      (each) => each.left > 0 && (each.method ?? method) === method && (each.path?.test(pathname) ?? true),
    );
    if (fault) fault.left -= 1;
    const real = fault && !fault.afterwards ? undefined : this.#answer(request, logged, searchParams);
    if (fault?.answer === 'hang') return;
    if (fault?.answer === 'reset') return void request.socket.destroy();
    const answer: Answer = fault
      ? { ...fault.answer, raw: fault.answer.body ?? '{"message":"injected"}' }
      : (real ?? { status: 500 });
    logged.status = answer.status;
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-remaining': String(Math.max(0, this.budget)),
      ...answer.headers,
    });
    response.end(answer.raw ?? (answer.body === undefined ? '' : JSON.stringify(answer.body)));
  }

  #answer(request: IncomingMessage, { method, path, body }: FakeRequest, query: URLSearchParams): Answer {
    if (
      !/^(token|bearer) /i.test(request.headers.authorization ?? '') ||
      !request.headers.authorization?.endsWith(` ${this.token}`)
    ) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    if (this.budget-- <= 0) return { status: 403, body: { message: 'API rate limit exceeded' } };
    if (method === 'GET' && path === '/user') return this.#user();
    if (method === 'POST' && path === '/graphql' && this.graphql) return this.#viewer(body);
    const home = `/repos/${this.repository}`;
    // Whoever may see a repository at all may read this.
    if (method === 'GET' && path === home) {
      return { status: 200, body: { full_name: this.repository, default_branch: this.defaultBranch } };
    }
    const prefix = `${home}/`;
    if (!path.startsWith(prefix)) return MISSING;
    const [room = '', ...rest] = path.slice(prefix.length).split('/').map(decodeURIComponent);
    const tail = rest.join('/');
    const route = `${method} ${room}`;
    if (route === 'POST check-runs' && tail === '') return this.#allowed('checks', 'write') ?? this.#createRun(body);
    if (route === 'PATCH check-runs') return this.#allowed('checks', 'write') ?? this.#updateRun(Number(tail), body);
    if (route === 'GET issues') return this.#allowed('pullRequests', 'read') ?? this.#listComments(tail, query);
    if (route === 'POST issues') return this.#allowed('pullRequests', 'write') ?? this.#createComment(tail, body);
    if (route === 'PATCH issues') return this.#allowed('pullRequests', 'write') ?? this.#updateComment(tail, body);
    if (route === 'GET pulls' && tail === '') return this.#allowed('pullRequests', 'read') ?? this.pulls.list(query);
    if (route === 'POST pulls' && tail === '') return this.#allowed('pullRequests', 'write') ?? this.pulls.create(body);
    if (route === 'PATCH pulls') return this.#allowed('pullRequests', 'write') ?? this.pulls.update(Number(tail), body);
    if (route === 'GET contents')
      return this.#allowed('contents', 'read') ?? this.#file(tail, query, request.headers.accept ?? '');
    if (route === 'GET git') return this.#allowed('contents', 'read') ?? this.#ref(tail);
    return MISSING;
  }

  #allowed(what: keyof FakeGitHub['permissions'], needed: 'read' | 'write'): Answer | undefined {
    // GitHub lets Apps alone make check runs, the job's own token among them.
    const has = what === 'checks' && this.tokenOwner !== undefined ? 'none' : this.permissions[what];
    if (has === 'write' || has === needed) return undefined;
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  }

  #user(): Answer {
    if (this.tokenOwner === undefined)
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    return { status: 200, body: { login: this.tokenOwner, type: 'User' } };
  }

  get #owner(): FakeComment['user'] {
    return this.tokenOwner === undefined
      ? { login: `${this.app}[bot]`, type: 'Bot' }
      : { login: this.tokenOwner, type: 'User' };
  }

  #viewer(body: unknown): Answer {
    const query = isFields(body) ? body.query : undefined;
    if (query !== '{ viewer { login } }') return { status: 200, body: { errors: [{ message: 'Parse error' }] } };
    return { status: 200, body: { data: { viewer: { login: this.#owner.login } } } };
  }

  #createRun(body: unknown): Answer {
    const wrong = badCheckRun(body, 'create');
    if (wrong !== undefined || !isFields(body)) return refused(wrong);
    const run: FakeCheckRun = {
      id: this.#nextId++,
      name: String(body.name),
      headSha: String(body.head_sha),
      status: 'queued',
      conclusion: null,
      output: { title: '', summary: '' },
      annotations: [],
    };
    this.checkRuns.push(run);
    change(run, body);
    return { status: 201, body: this.#runBody(run) };
  }

  #updateRun(id: number, body: unknown): Answer {
    const run = this.checkRuns.find((each) => each.id === id);
    if (!run) return MISSING;
    const wrong = badCheckRun(body, 'update');
    if (wrong !== undefined || !isFields(body)) return refused(wrong);
    change(run, body);
    return { status: 200, body: this.#runBody(run) };
  }

  #runBody({ id, name, headSha, status, conclusion }: FakeCheckRun): unknown {
    return {
      id,
      name,
      head_sha: headSha,
      status,
      conclusion,
      html_url: `https://github.example/${this.repository}/runs/${id}`,
      app: { slug: this.app },
    };
  }

  #listComments(tail: string, query: URLSearchParams): Answer {
    const issue = Number(/^(\d+)\/comments$/.exec(tail)?.[1]);
    if (!this.issues.has(issue)) return MISSING;
    const perPage = Math.min(100, Number(query.get('per_page') ?? 30));
    const page = Number(query.get('page') ?? 1);
    const all = this.comments.filter((comment) => comment.issue === issue);
    const last = Math.max(1, Math.ceil(all.length / perPage));
    const at = (number: number) =>
      `${this.url}/repos/${this.repository}/issues/${issue}/comments?per_page=${perPage}&page=${number}`;
    const links = page < last ? { link: `<${at(page + 1)}>; rel="next", <${at(last)}>; rel="last"` } : {};
    const body = all
      .slice((page - 1) * perPage, page * perPage)
      .map(({ id, body: text, user }) => ({ id, body: text, user }));
    return { status: 200, body, headers: links };
  }

  #createComment(tail: string, body: unknown): Answer {
    const issue = Number(/^(\d+)\/comments$/.exec(tail)?.[1]);
    if (!this.issues.has(issue)) return MISSING;
    const wrong = badComment(body);
    if (wrong !== undefined || !isFields(body)) return refused(wrong);
    const user = this.#owner;
    const { id } = this.addComment(String(body.body), user, issue);
    return { status: 201, body: { id, body: body.body, user } };
  }

  #updateComment(tail: string, body: unknown): Answer {
    const id = Number(/^comments\/(\d+)$/.exec(tail)?.[1]);
    const comment = this.comments.find((each) => each.id === id);
    if (!comment) return MISSING;
    const wrong = badComment(body);
    if (wrong !== undefined || !isFields(body)) return refused(wrong);
    comment.body = String(body.body);
    return { status: 200, body: { id, body: comment.body, user: comment.user } };
  }

  #file(path: string, query: URLSearchParams, accept: string): Answer {
    const ref = query.get('ref') ?? 'main';
    const text = this.files.get(`${ref}:${path}`);
    if (text === undefined) {
      const inside = [...this.files.keys()].filter((key) => key.startsWith(`${ref}:${path}/`));
      return inside.length === 0
        ? MISSING
        : { status: 200, body: inside.map((key) => ({ type: 'file', path: key.slice(ref.length + 1) })) };
    }
    if (/\.raw\b/.test(accept))
      return { status: 200, raw: text, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } };
    return {
      status: 200,
      body: { type: 'file', path, encoding: 'base64', content: Buffer.from(text).toString('base64') },
    };
  }

  #ref(tail: string): Answer {
    const branch = /^ref\/heads\/(.+)$/.exec(tail)?.[1] ?? '';
    const sha = this.branches.get(branch);
    return sha === undefined
      ? MISSING
      : { status: 200, body: { ref: `refs/heads/${branch}`, object: { type: 'commit', sha } } };
  }
}

const MISSING: Answer = { status: 404, body: { message: 'Not Found' } };

function refused(why = 'Validation Failed'): Answer {
  return { status: 422, body: { message: why } };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
