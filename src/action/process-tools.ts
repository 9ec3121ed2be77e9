import { systemClock } from '../clock/system-clock.ts';
import { openPushRemote } from '../commands/push-remote.ts';
import { readProxies } from '../network/proxies.ts';
import { openHttpNotifier } from '../notify/http-notifier.ts';
import { openTenantPool } from '../tenant/pool.ts';
import { openGitHub } from './github/github-api.ts';
import type { Tools } from './job.ts';

/** What the Action deals with for real. */
export function processTools(): Tools {
  const proxies = readProxies(process.env);
  return {
    openGitHub: (access) => openGitHub({ ...access, proxies }),
    openRemote: openPushRemote,
    openClients: (watch) => openTenantPool({ proxies, ...watch }),
    openNotifier: (url) => openHttpNotifier(url, { proxies }),
    clock: systemClock,
    proxies,
  };
}
