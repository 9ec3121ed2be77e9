import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { keyedBy } from '../../src/cli/host.ts';
import { runCommandLine } from '../../src/cli/program.ts';
import { systemClock } from '../../src/clock/system-clock.ts';
import { openTenantPool } from '../../src/tenant/pool.ts';

/** One command that a page shows, with the output shown below it; a script shows none. */
type Shown = { readonly command: string; readonly output?: string };
export type Ran = { readonly command: string; readonly code: number; readonly out: string; readonly err: string };

const BLOCK = /^```(sh|console)\n([\s\S]*?)^```$|^<!-- sh\n([\s\S]*?)^-->$/gm;

/** What differs from one run to the next: ids, times, ages. */
const VARYING =
  /\b[0-9a-f]{12}(?:[0-9a-f]{28})?\b|\d{4}-\d\d-\d\d \d\d:\d\d UTC|less than a minute|(?<!\d)\d+ (?:minutes?|seconds?)/g;

/** The commands of a page, in order: scripts, transcripts, and scripts in comments, which prepare what a transcript shows. */
export function shownCommands(page: string): readonly Shown[] {
  return [...page.matchAll(BLOCK)].flatMap(([, kind, text = '', hidden]) =>
    kind === 'console' ? transcript(text) : script(hidden ?? text),
  );
}

/** The page with the output of each transcript's command, in order. What differs only in what varies stays as it was. */
export function withRealOutput(page: string, outputs: readonly string[]): string {
  let next = 0;
  return page.replaceAll(BLOCK, (block: string, kind?: string, text = '') => {
    if (kind !== 'console') return block;
    const parts = transcript(text).map(({ command, output }) => {
      const real = outputs[next++] ?? '';
      const settled = masked(real) === masked(output) ? output : real;
      return settled === '' ? `$ ${command}\n` : `$ ${command}\n${settled}\n\n`;
    });
    return `\`\`\`console\n${parts.join('').trimEnd()}\n\`\`\``;
  });
}

function transcript(text: string): readonly Required<Shown>[] {
  const shown: { command: string; output: string }[] = [];
  for (const line of text.split('\n')) {
    const last = shown.at(-1);
    if (last && isOpen(last.command)) last.command += `\n${line}`;
    else if (line.startsWith('$ ')) shown.push({ command: line.slice(2), output: '' });
    else if (last) last.output += `${line}\n`;
  }
  return shown.map(({ command, output }) => ({ command, output: output.trimEnd() }));
}

/** A script has no output; each of its commands is run, and must end well, on its own. */
function script(text: string): readonly Shown[] {
  const shown: { command: string }[] = [];
  for (const line of text.split('\n')) {
    const last = shown.at(-1);
    if (last && isOpen(last.command)) last.command += `\n${line}`;
    else if (line.trim() !== '') shown.push({ command: line });
  }
  return shown;
}

/** Whether a command goes on in the next line: within quotes, or after a backslash. */
function isOpen(command: string): boolean {
  return command.endsWith('\\') || command.split("'").length % 2 === 0;
}

function masked(text: string): string {
  return text.replaceAll(VARYING, '…');
}

/**
 * Runs commands one after the other in one shell, as a reader would. `npx storysync` is the command line of this process,
 * with the folder and the environment that the shell has at that moment: starting a program for each was most of the time.
 */
export async function runInShell(commands: readonly string[], folder: string): Promise<readonly Ran[]> {
  const results = join(folder, 'results');
  const clone = join(folder, 'clone');
  mkdirSync(results);
  const lines = commands.map(
    (command, n) =>
      `{ ${command}\n} >"$RESULTS/${n}.out" 2>"$RESULTS/${n}.err" && echo 0 >"$RESULTS/${n}.code" || echo $? >"$RESULTS/${n}.code"`,
  );
  const script = join(folder, 'session.sh');
  writeFileSync(script, [NPX, ...lines, ''].join('\n'));
  const { PATH = '', TMPDIR = '' } = process.env;
  const person = { GIT_AUTHOR_NAME: 'Reader', GIT_AUTHOR_EMAIL: 'reader@example.com' };
  const { server, url } = await serveCommandLine(folder);
  const env = {
    PATH,
    TMPDIR,
    HOME: folder,
    NODE: process.execPath,
    CALL: join(folder, 'call'),
    STORYSYNC: url,
    RESULTS: results,
    ...person,
    GIT_COMMITTER_NAME: person.GIT_AUTHOR_NAME,
    GIT_COMMITTER_EMAIL: person.GIT_AUTHOR_EMAIL,
    GIT_CONFIG_NOSYSTEM: '1',
  };
  await new Promise<void>((done, broken) => {
    execFile('bash', [script], { cwd: clone, env }, (error) => (error ? broken(error) : done()));
  }).finally(() => server.close());
  const read = (n: number, what: string): string => readFileSync(join(results, `${n}.${what}`), 'utf8');
  return commands.map((command, n) => ({
    command,
    code: Number(read(n, 'code')),
    out: read(n, 'out'),
    err: read(n, 'err'),
  }));
}

const NPX = `npx() {
  shift
  printf '%s\\0' "$PWD" "$@" >"$CALL.argv" && env -0 >"$CALL.env" || return 125
  local code
  code=$(curl --silent --fail "$STORYSYNC") || return 125
  cat "$CALL.out" && cat "$CALL.err" >&2
  return "$code"
}`;

/** Each request is a call, whose words and environment stand in files; the answer is the exit code. */
async function serveCommandLine(folder: string): Promise<{ readonly server: Server; readonly url: string }> {
  const partsOf = (what: string): readonly string[] =>
    readFileSync(join(folder, `call.${what}`), 'utf8')
      .split('\0')
      .slice(0, -1);
  const call = async (): Promise<number> => {
    const [directory = folder, ...argv] = partsOf('argv');
    const environment = Object.fromEntries(partsOf('env').map((each) => each.split(/=(.*)/s).slice(0, 2)));
    const { code, out, err } = await runHere(argv, directory, environment);
    writeFileSync(join(folder, 'call.out'), out);
    writeFileSync(join(folder, 'call.err'), err);
    return code;
  };
  const server = createServer((_, response) => {
    call().then(
      (code) => response.end(String(code)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function runHere(
  argv: readonly string[],
  directory: string,
  environment: { readonly [name: string]: string },
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const code = await runCommandLine(argv, {
    terminal: {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      outIsTty: false,
      errIsTty: false,
      environment,
    },
    world: { directory, clock: systemClock, ...keyedBy(environment, (watch) => openTenantPool(watch)) },
    leave: () => {},
  });
  return { code, out, err };
}
