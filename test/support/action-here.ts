import { vi } from 'vitest';
import { openGitHub } from '../../src/action/github/github-api.ts';
import { processRunner } from '../../src/action/github/runner.ts';
import type { Tools } from '../../src/action/job.ts';
import { runAction } from '../../src/action/run.ts';
import type { TenantWatch } from '../../src/commands/ports.ts';
import { openPushRemote } from '../../src/commands/push-remote.ts';
import { readProxies } from '../../src/network/proxies.ts';
import { openHttpNotifier } from '../../src/notify/http-notifier.ts';
import { openTenantPool } from '../../src/tenant/pool.ts';
import { impatientClock } from './instant-clock.ts';

export type ActionEnd = { readonly stdout: string; readonly stderr: string; readonly code: number | null };

/**
 * Runs the Action in this process, with these variables and no others, as its main file does. Ten times as fast as a
 * process; waiting between attempts is instant.
 */
export async function runActionHere(
  variables: { readonly [name: string]: string },
  openRemote: Tools['openRemote'] = openPushRemote,
  onWatch: (watch: TenantWatch) => void = () => {},
): Promise<ActionEnd> {
  const { env } = process;
  if (busy) throw new Error('one run of the Action at a time: they share the variables and the output of the process');
  busy = true;
  const [out, err] = [capture(process.stdout), capture(process.stderr)];
  process.env = { ...variables };
  try {
    const openClients = (watch: TenantWatch) => {
      onWatch(watch);
      return openTenantPool({ clock: impatientClock, ...watch });
    };
    const code = await runAction(processRunner(), async () => ({
      openGitHub,
      openRemote,
      openClients,
      openNotifier: (url) => openHttpNotifier(url, { proxies: { except: '' } }),
      clock: impatientClock,
      proxies: readProxies({}),
    }));
    return { stdout: out.text(), stderr: err.text(), code };
  } finally {
    process.env = env;
    out.restore();
    err.restore();
    busy = false;
  }
}

let busy = false;

function capture(stream: NodeJS.WriteStream): { readonly text: () => string; readonly restore: () => void } {
  let text = '';
  const write = vi.spyOn(stream, 'write').mockImplementation((piece) => {
    text += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
    return true;
  });
  return { text: () => text, restore: () => write.mockRestore() };
}
