import { dirname, resolve } from 'node:path';
import { systemCode, systemWords } from '../diagnostics/system-code.ts';
import { startEmulator } from '../emulator/control/start.ts';
import { readGivenFile } from '../files/given-file.ts';
import type { Host } from './host.ts';
import type { ExitCode } from './session.ts';
import type { Terminal } from './terminal.ts';

export type EmulatorFlags = { readonly port: number; readonly config?: string; readonly data?: string };

/** `storysync emulator`: runs until it is stopped. */
export async function emulator({ terminal }: Host, options: EmulatorFlags): Promise<ExitCode> {
  const config = await loadConfig(terminal, options.config);
  if (config === 'unreadable') return 2;
  try {
    const running = await startEmulator({
      port: options.port,
      ...config,
      ...(options.data === undefined ? {} : { dataDir: resolve(options.data) }),
    });
    terminal.out(await describe(running.url, options.config === undefined));
    await stopped();
    await running.close();
    return 0;
  } catch (error) {
    terminal.err(`The emulator did not start: ${whyNot(error, options)}\n`);
    return 2;
  }
}

/** The system's own words name neither the flag nor a way out. */
function whyNot(error: unknown, { port, data }: EmulatorFlags): string {
  if (!(error instanceof Error)) return String(error);
  const code = systemCode(error);
  if ('syscall' in error && error.syscall === 'listen') {
    const why = code === 'EADDRINUSE' ? 'is in use already' : `cannot be opened (${code})`;
    return `port ${port} ${why}\n  hint: name another one with --port, or 0 for any free one`;
  }
  if (data !== undefined && 'path' in error && String(error.path).startsWith(resolve(data))) {
    return `the folder ${data} cannot be used: ${systemWords(code)}\n  hint: name another one with --data`;
  }
  return error.message.trimEnd();
}

type Tenants = {
  readonly [name: string]: { readonly teams: readonly { readonly id: number; readonly name: string }[] };
};

/** What somebody needs to begin: where the tenants are, which teams they have, which keys open them. */
async function describe(url: string, isDefault: boolean): Promise<string> {
  const response = await fetch(`${url}/_emulator/state`);
  const { tenants } = (await response.json()) as { readonly tenants: Tenants };
  const entries = Object.entries(tenants);
  const width = Math.max(...entries.map(([name]) => name.length));
  const shown = entries.slice(0, 20).map(([name, { teams }]) => {
    const list = teams.map((team) => `${team.id} ${team.name}`).join(', ');
    return `  ${name.padEnd(width)}  ${url}/${name}  team ${list}`;
  });
  const more = entries.length > shown.length ? [`  … and ${entries.length - shown.length} more`] : [];
  const keys = isDefault ? 'keys: <tenant>-emulator-key, such as contoso-emulator-key' : 'keys: as in the config';
  const end = 'Ctrl-C stops it. Its log: /_emulator/log; its state: /_emulator/state.';
  return `${[`The emulator runs at ${url}`, ...shown, ...more, `  ${keys}`, end].join('\n')}\n`;
}

async function loadConfig(
  terminal: Terminal,
  file: string | undefined,
): Promise<{ configText?: string; configDir?: string } | 'unreadable'> {
  if (file === undefined) return {};
  const text = await readGivenFile(resolve(file));
  if (text.ok) return { configText: text.value, configDir: dirname(resolve(file)) };
  terminal.err(
    `The emulator's config ${file} cannot be read (${text.error}).\n  hint: name a readable file, or leave --config out\n`,
  );
  return 'unreadable';
}

async function stopped(): Promise<void> {
  const { promise, resolve: stop } = Promise.withResolvers<void>();
  process.once('SIGINT', () => stop());
  process.once('SIGTERM', () => stop());
  await promise;
}
