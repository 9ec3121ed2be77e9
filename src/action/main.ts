import { setTimeout as wait } from 'node:timers/promises';
import { openPushRemote } from '../commands/push-remote.ts';
import { openTenantPool } from '../tenant/pool.ts';
import { openGitHub } from './github-api.ts';
import { runAction } from './run.ts';
import { processRunner } from './runner.ts';

const runner = processRunner();

try {
  process.exitCode = await runAction(runner, {
    openGitHub,
    openRemote: openPushRemote,
    openTenants: () => openTenantPool(),
    now: () => new Date(),
    sleep: (milliseconds) => wait(milliseconds),
  });
} catch (cause) {
  runner.error(`internal error: ${cause instanceof Error ? (cause.stack ?? cause.message) : 'unknown'}`);
  process.exitCode = 1;
}
