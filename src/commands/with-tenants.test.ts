import { expect, it } from 'vitest';
import { instantClock } from '../../test/support/instant-clock.ts';
import { ok } from '../diagnostics/result.ts';
import type { Tenants } from '../keys/tenants.ts';
import type { CommandPorts, TenantWatch } from './ports.ts';
import { withTenants } from './with-tenants.ts';

/** Opens tenants with a clock of its own, and hands over what they were told. */
async function opened(
  use: (watch: TenantWatch, clock: ReturnType<typeof instantClock>) => Promise<void>,
  stop?: AbortSignal,
) {
  const clock = instantClock();
  let told: TenantWatch = { access: 'read' };
  const tenants: Tenants = {
    reader: () => Promise.reject(new Error('nobody reads')),
    writer: () => Promise.reject(new Error('nobody writes')),
    handOver: () => Promise.reject(new Error('nobody hands over')),
    close: async () => [],
  };
  const world: CommandPorts = {
    directory: '/',
    environment: {},
    clock,
    openTenants: (watch) => {
      told = watch;
      return tenants;
    },
  };
  await withTenants(world, {}, async () => ok(await use(told, clock).then(() => ({}))), stop);
  return { clock, told };
}

it('what is in flight when the run is stopped has half a minute, and then its waiting ends', async () => {
  const stop = new AbortController();
  await opened(async ({ signal }, clock) => {
    await clock.sleep(60_000);
    expect(signal?.aborted).toBe(false);
    stop.abort();
    await clock.sleep(29_999);
    expect(signal?.aborted).toBe(false);
    await clock.sleep(1);
    expect(signal?.aborted).toBe(true);
  }, stop.signal);
});

it('a run that was stopped before it began has the same half minute', async () => {
  await opened(async ({ signal }, clock) => {
    expect(signal?.aborted).toBe(false);
    await clock.sleep(30_000);
    expect(signal?.aborted).toBe(true);
  }, AbortSignal.abort());
});

it('nothing rings after the command has ended', async () => {
  const stop = new AbortController();
  const { clock, told } = await opened(async () => stop.abort(), stop.signal);
  await clock.sleep(60_000);
  expect(told.signal?.aborted).toBe(false);
});
