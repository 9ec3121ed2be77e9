import { keyedBy } from '../../src/cli/host.ts';
import type { Progress, TenantWatch } from '../../src/commands/ports.ts';
import { type SyncResult, syncCommand } from '../../src/commands/sync/sync.ts';
import type { Clients } from '../../src/keys/tenants.ts';
import type { Clock } from '../../src/model/clock.ts';
import { openTenantPool } from '../../src/tenant/pool.ts';
import type { Tenant } from '../../src/tenant/port.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';
import { impatientClock } from './instant-clock.ts';
import type { Rig } from './rig.ts';

export type Hooks = {
  /** Runs after everything is planned, before the push looks at the tenant for the first time. */
  readonly beforePush?: () => Promise<unknown>;
  /** Runs when an import was answered; counts from 1. */
  readonly afterImport?: (count: number) => void;
  readonly stop?: AbortSignal;
  /** Destinations side by side; one after another unless told. */
  readonly concurrency?: number;
  /** Milliseconds. */
  readonly readTimeout?: number;
  readonly timeBudget?: number;
  readonly progress?: Progress;
  /** Real time unless told. */
  readonly clock?: Clock;
};

/** A sync with a hand on it, for what happens while it runs. */
export async function hookedSync(rig: Rig, hooks: Hooks): Promise<SyncResult> {
  const { clock = impatientClock } = hooks;
  const openClients = (watch: TenantWatch): Clients => {
    const pool = openTenantPool({ clock, limits: { windowMs: 1 }, ...watch });
    return { ...pool, writer: (url, key) => hooked(pool.writer(url, key), hooks) };
  };
  const world = { directory: rig.dir, clock, ...keyedBy(rig.environment, openClients) };
  const { workspace, problems } = await openWorkspace(world, 'sync.yaml');
  if (!workspace) throw new Error(problems.map(({ message }) => message).join('\n'));
  const settings = {
    selectors: { destinations: [], stories: [], labels: [] },
    trust: { kind: 'worktree' },
    manual: false,
    force: false,
    refresh: false,
    state: true,
    concurrency: hooks.concurrency ?? 1,
    readTimeout: hooks.readTimeout ?? 120_000,
    ...(hooks.timeBudget === undefined ? {} : { timeBudget: hooks.timeBudget }),
  } as const;
  const { progress = { begin: () => {}, advance: () => {}, wait: () => {}, end: () => {} } } = hooks;
  const stop = hooks.stop ?? new AbortController().signal;
  const result = await syncCommand(world, { workspace, problems }, settings, { progress, stop });
  if (!result.ok) throw new Error(result.error.problems.map(({ message }) => message).join('\n'));
  return result.value;
}

function hooked(tenant: Tenant, { beforePush, afterImport }: Hooks): Tenant {
  let begun: Promise<unknown> | undefined;
  let imports = 0;
  const begin = (): Promise<unknown> => {
    begun ??= beforePush?.() ?? Promise.resolve();
    return begun;
  };
  return {
    ...tenant,
    getStory: async (id) => {
      await begin();
      return tenant.getStory(id);
    },
    findStoriesNamed: async (name) => {
      await begin();
      return tenant.findStoriesNamed(name);
    },
    listStories: async (teamId) => {
      await begin();
      return tenant.listStories(teamId);
    },
    listRecordTypes: async (teamId) => {
      await begin();
      return tenant.listRecordTypes(teamId);
    },
    importStory: async (story) => {
      const answer = await tenant.importStory(story);
      imports += 1;
      afterImport?.(imports);
      return answer;
    },
  };
}
