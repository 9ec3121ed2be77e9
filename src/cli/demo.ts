import { runDemo } from '../demo/demo.ts';
import { openTenantPool } from '../tenant/pool.ts';
import { type Host, keyedBy } from './host.ts';
import type { ExitCode } from './session.ts';
import { choosePaint } from './terminal.ts';

export type DemoOptions = { readonly color?: boolean };

/** `storysync demo`: runs real command lines, so it is handed the command line itself. */
export function demoWith(runCommandLine: (argv: readonly string[], host: Host) => Promise<ExitCode>) {
  return async (host: Host, options: DemoOptions): Promise<ExitCode> => {
    const { terminal } = host;
    const colour = options.color === undefined ? [] : [options.color ? '--color' : '--no-color'];
    const played = await runDemo({
      say: (text) => terminal.out(text),
      columns: terminal.outColumns,
      paint: choosePaint(options.color, terminal.outIsTty, terminal),
      run: (argv, directory, keys) => {
        const screen = { NO_COLOR: terminal.environment.NO_COLOR, TERM: terminal.environment.TERM };
        const world = {
          ...host.world,
          directory,
          ...keyedBy({ ...keys, ...screen }, (watch) => openTenantPool(watch)),
        };
        return runCommandLine([...argv, ...colour], { ...host, world });
      },
    });
    if (!played.ok) {
      terminal.err(`The demo did not start: ${played.error}.\n  hint: point TMPDIR at a writable folder\n`);
      return 2;
    }
    return played.value === 0 ? 0 : 1;
  };
}
