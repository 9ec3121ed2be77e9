import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export type GitRequest = {
  /** `fetch` or `push`. */
  readonly service: 'fetch' | 'push';
  /** What the client asks for: the list of branches, or to do it. */
  readonly step: 'list' | 'do';
  readonly authorization: string | undefined;
};

export type GitServerOptions = {
  /** Ask for these by basic authentication; without it everybody may fetch and push. */
  readonly password?: { readonly user: string; readonly password: string };
  /** Answer 403 to pushes. */
  readonly readOnly?: boolean;
  /** Called before a request is served: the place to move a branch between a client's look and its push. */
  readonly onRequest?: (request: GitRequest) => void | Promise<void>;
};

/** One bare repository behind git's own `git http-backend`. */
export type GitServer = {
  /** To put behind `git remote add origin`. */
  readonly url: string;
  readonly requests: readonly GitRequest[];
  /** The bare repository itself. */
  readonly dir: string;
  /** Runs git in the bare repository. */
  git(...args: readonly string[]): string;
  /** Makes every push fail with this line from a hook. */
  refusePushes(line: string): void;
  close(): Promise<void>;
};

/**
 * Serves a new bare repository in `folder`, which must be empty; ends with `close`. The server lives in this process: a
 * git command that talks to it must not be waited for synchronously.
 */
export async function startGitServer(folder: string, options: GitServerOptions = {}): Promise<GitServer> {
  const dir = join(folder, 'repository.git');
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  for (const part of ['objects', 'refs']) mkdirSync(join(dir, part), { recursive: true });
  writeFileSync(join(dir, 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(dir, 'config'), CONFIG);

  const requests: GitRequest[] = [];
  const server = createServer((request, response) => {
    const wanted = describe(request);
    requests.push(wanted);
    const serve = async (): Promise<void> => {
      await options.onRequest?.(wanted);
      const refusal = refuse(wanted, options);
      if (refusal !== undefined) response.writeHead(refusal, { 'www-authenticate': 'Basic realm="git"' }).end('No.');
      else passToGit(folder, request, response, options.password?.user ?? 'anybody');
    };
    serve().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/repository.git`,
    requests,
    dir,
    git,
    refusePushes: (line) => {
      const hook = join(dir, 'hooks/pre-receive');
      mkdirSync(join(dir, 'hooks'), { recursive: true });
      writeFileSync(hook, `#!/bin/sh\necho '${line}' >&2\nexit 1\n`);
      chmodSync(hook, 0o755);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Written by hand, like the repository itself: each git process that a test does not start is time saved. */
const CONFIG = `[core]
	repositoryformatversion = 0
	bare = true
	fsync = none
[http]
	receivepack = true
[receive]
	autogc = false
[uploadpack]
	allowFilter = true
`;

/** A repository with that remote as `origin`, and nothing else in it. */
export function initClone(dir: string, url: string): void {
  for (const part of ['objects', 'refs']) mkdirSync(join(dir, '.git', part), { recursive: true });
  writeFileSync(join(dir, '.git/HEAD'), 'ref: refs/heads/main\n');
  const remote = `[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
  writeFileSync(join(dir, '.git/config'), `[core]\n\trepositoryformatversion = 0\n${remote}`);
}

function describe({ url = '', headers }: IncomingMessage): GitRequest {
  return {
    service: url.includes('git-receive-pack') ? 'push' : 'fetch',
    step: url.includes('/info/refs') ? 'list' : 'do',
    authorization: headers.authorization,
  };
}

function refuse({ service, authorization }: GitRequest, { password, readOnly }: GitServerOptions): number | undefined {
  const expected = password && `Basic ${Buffer.from(`${password.user}:${password.password}`).toString('base64')}`;
  // The scheme's name has no case.
  if (expected !== undefined && authorization?.replace(/^basic /i, 'Basic ') !== expected) return 401;
  return readOnly && service === 'push' ? 403 : undefined;
}

/** CGI: the request as environment variables and standard input, the answer as headers and a body on standard output. */
function passToGit(folder: string, request: IncomingMessage, response: ServerResponse, user: string): void {
  const url = new URL(request.url ?? '', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: user,
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => {});
  let head: Buffer | undefined = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (head === undefined) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) return;
    const lines = head.subarray(0, end).toString('latin1').split('\r\n');
    const headers = lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.replace(/^[^:]*:\s*/, ''),
    ]);
    const { status, ...rest } = Object.fromEntries(headers);
    response.writeHead(Number.parseInt(status ?? '200', 10), rest);
    response.write(head.subarray(end + 4));
    head = undefined;
  });
  child.on('close', () => response.end());
}
