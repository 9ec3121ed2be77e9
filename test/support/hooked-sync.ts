import { keysFrom } from '../../src/commands/keys.ts';
import { type SyncResult, syncCommand } from '../../src/commands/sync.ts';
import { openTenantPool } from '../../src/tenant/pool.ts';
import type { Tenant } from '../../src/tenant/port.ts';
import { bind } from '../../src/trust/bind.ts';
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
};

/** A sync with a hand on it, for what happens while it runs. */
export async function hookedSync(rig: Rig, hooks: Hooks): Promise<SyncResult> {
  const world = {
    directory: rig.dir,
    environment: rig.environment,
    keyOf: keysFrom(rig.environment),
    clock: impatientClock,
  };
  const { workspace, problems } = await openWorkspace(world, 'sync.yaml');
  if (!workspace) throw new Error(problems.map(({ message }) => message).join('\n'));
  const pool = openTenantPool({
    clock: impatientClock,
    limits: { windowMs: 1 },
  });
  const settings = {
    selectors: { destinations: [], stories: [], labels: [] },
    keys: bind({ kind: 'worktree' }),
    manual: false,
    force: false,
    refresh: false,
    state: true,
    concurrency: hooks.concurrency ?? 1,
  };
  const progress = { begin: () => {}, advance: () => {}, end: () => {} };
  const tenants = {
    reader: (url: string, key: string) => pool.reader(url, key),
    writer: (url: string, key: string) => hooked(pool.writer(url, key), hooks),
  };
  try {
    const stop = hooks.stop ?? new AbortController().signal;
    const result = await syncCommand(world, workspace, settings, tenants, progress, stop);
    if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
    return result.value;
  } finally {
    await pool.close();
  }
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
