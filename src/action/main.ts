import { systemClock } from '../clock/system-clock.ts';
import { openPushRemote } from '../commands/push-remote.ts';
import { readProxies } from '../network/proxies.ts';
import { openHttpNotifier } from '../notify/http-notifier.ts';
import { openTenantPool } from '../tenant/pool.ts';
import { openGitHub } from './github/github-api.ts';
import { processRunner } from './github/runner.ts';
import { internalError, runAction } from './run.ts';

const runner = processRunner();
const proxies = readProxies(process.env);

try {
  process.exitCode = await runAction(runner, {
    openGitHub: (access) => openGitHub({ ...access, proxies }),
    openRemote: openPushRemote,
    openClients: (watch) => openTenantPool({ proxies, ...watch }),
    openNotifier: (url) => openHttpNotifier(url, { proxies }),
    clock: systemClock,
    proxies,
  });
} catch (cause) {
  runner.error(internalError(cause));
  process.exitCode = 1;
}
