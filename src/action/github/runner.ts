import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { error, getInput, info, notice, setOutput, setSecret, warning } from '@actions/core';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { readGivenFile } from '../../files/given-file.ts';

/** The machine that runs the job, as far as we deal with it. */
export interface Runner {
  readonly env: { readonly [name: string]: string | undefined };
  input(name: string): string;
  /** Hides a value in everything that is logged from now on. */
  mask(value: string): void;
  output(name: string, value: string): void;
  info(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  error(text: string): void;
  /** The payload of the event that started the job. */
  readEvent(): Promise<Result<unknown, string>>;
  readText(path: string): Promise<Result<string, string>>;
  /** Keeps a file for later steps and answers where it is. */
  keep(name: string, text: string): Promise<string>;
}

export function processRunner(): Runner {
  const { env } = process;
  let folder: string | undefined;
  return {
    env,
    input: (name) => getInput(name),
    mask: setSecret,
    output: setOutput,
    info: (text) => info(asText(text)),
    notice: (text) => notice(text),
    warning: (text) => warning(text),
    error: (text) => error(text),
    readEvent: async () => {
      const text = await readGivenFile(env.GITHUB_EVENT_PATH ?? '');
      if (!text.ok) return text;
      try {
        return ok(JSON.parse(text.value));
      } catch {
        return fail('the event file of the runner is not JSON');
      }
    },
    readText: readGivenFile,
    keep: async (name, text) => {
      folder ??= await newFolder(join(env.RUNNER_TEMP ?? env.GITHUB_WORKSPACE ?? '.', 'storysync'));
      await writeFile(join(folder, name), text);
      return join(folder, name);
    },
  };
}

/** One for each step: a job with two manifests must not find the second plan where the first one was. */
async function newFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, 'run-'));
}

/** What begins so in a log is an order to the runner, and a report holds names that others chose. */
const COMMAND = /^[^\S\r\n\u2028\u2029]*::|##\[/m;

/** Text that the runner shows and never obeys. */
function asText(text: string): string {
  if (!COMMAND.test(text)) return text;
  const token = randomUUID();
  return `::stop-commands::${token}\n${text}\n::${token}::`;
}
