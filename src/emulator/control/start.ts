import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { apiRoutes } from '../api/api.ts';
import { tenantApi } from '../api/server.ts';
import { EmulatedWorld } from '../domain/world.ts';
import { Faults } from '../faults/faults.ts';
import { EmulatedLimits } from '../faults/limits.ts';
import { checkConfig, type EmulatorConfig, readConfig } from './config.ts';
import { controlApi } from './control-api.ts';
import { DEFAULT_CONFIG } from './default-config.ts';
import { RequestLog } from './log.ts';
import { readTenants, TenantFiles } from './persistence.ts';
import { seedTenants } from './seed.ts';

export type EmulatorOptions = {
  /** 0 picks a free one. */
  port: number;
  config?: EmulatorConfig;
  configText?: string;
  /** Where the state is kept; without it the state ends with the process. */
  dataDir?: string;
  /** What story files in the config are relative to; the working directory when absent. */
  configDir?: string;
};

export type RunningEmulator = {
  readonly url: string;
  readonly port: number;
  /** The control API for who runs in this process: the same answers, without a connection for each. */
  control(path: string, init: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

/** Starts the emulator on the loopback interface. Throws when the config is wrong or the port is taken. */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  const config = configOf(options);
  const files = options.dataDir === undefined ? undefined : new TenantFiles(options.dataDir);
  const stored = options.dataDir === undefined ? undefined : readTenants(options.dataDir);
  const tenants = stored ?? seedTenants(config, options.configDir ?? process.cwd(), Date.now());
  const faults = new Faults();
  const world = new EmulatedWorld(
    tenants,
    (tenant) => files?.changed(tenant),
    (tenant) => faults.isDown(tenant),
  );
  if (stored === undefined) for (const tenant of tenants) files?.changed(tenant);

  const log = new RequestLog();
  const app = new Hono({ strict: false });
  app.route('/_emulator', controlApi(world, faults, log));
  app.route(
    '/:tenant/api/v1',
    tenantApi({
      world,
      faults,
      log,
      limiter: new EmulatedLimits(),
      latencyMs: config.latency_ms ?? 0,
      routes: apiRoutes,
    }),
  );
  app.notFound((c) => c.text('Nothing here: tenants answer below /<tenant>/api/v1\n', 404));

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // Longer than clients keep idle connections, so that a request never meets one that is just being closed.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    control: async (path, init) => app.request(`/_emulator/${path}`, init),
    close: async () => {
      world.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      files?.flush();
    },
  };
}

function configOf({ config, configText }: EmulatorOptions): EmulatorConfig {
  if (config === undefined && configText === undefined) return DEFAULT_CONFIG;
  const read = configText === undefined ? checkConfig(config) : readConfig(configText);
  if ('problems' in read) throw new Error(`The emulator's config is wrong:\n- ${read.problems.join('\n- ')}`);
  return read;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
