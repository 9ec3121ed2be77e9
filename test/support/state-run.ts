import { expect } from 'vitest';
import type { StateStore } from '../../src/state/port.ts';
import { openSharedStateStore, type SharedStateOptions } from '../../src/state/shared-store.ts';
import { branchHead, entriesAt, objectIn } from './git-objects.ts';
import type { GitServer } from './git-server.ts';
import { instantClock } from './instant-clock.ts';

export const BRANCH = 'storysync/state';
export const START = '2026-11-22T10:00:00Z';

/** A store that is asked as one run of storysync does it, with the problems that the run would tell. */
export class StateRun {
  readonly store: StateStore;
  readonly problems: string[];

  constructor(store: StateStore, problems: readonly string[]) {
    this.store = store;
    this.problems = [...problems];
  }

  static async start(dir: string, changes: Partial<SharedStateOptions> = {}): Promise<StateRun> {
    const opened = await openSharedStateStore({
      dir,
      branch: BRANCH,
      author: { name: 'storysync', email: 'storysync@example.com' },
      clock: instantClock(START),
      environment: {},
      ...changes,
    });
    if (!opened.ok) throw new Error(opened.error.message);
    return new StateRun(
      opened.value.store,
      opened.value.problems.map(({ code }) => code),
    );
  }

  async write(name: string, text: string): Promise<this> {
    expect(await this.store.write(name, text, `${name}: ${text}\n\nRun: https://ci.example/1`)).toMatchObject({
      ok: true,
    });
    return this;
  }

  async read(name: string): Promise<string | undefined> {
    const text = await this.store.read(name);
    if (!text.ok) throw new Error(text.error.message);
    return text.value;
  }

  async end(): Promise<readonly string[]> {
    const flushed = await this.store.flush();
    return [...this.problems, ...(flushed.ok ? [] : [flushed.error.code])];
  }
}

export function sharedState(server: GitServer, name: string): string {
  const files = entriesAt(server.dir, branchHead(server.dir, BRANCH), 'destinations');
  const file = files.find((entry) => entry.name === `${name}.json`);
  if (file === undefined) throw new Error(`nothing is shared of ${name}`);
  return objectIn(server.dir, file.id).toString('utf8');
}

export function subjects(server: GitServer): readonly string[] {
  return server.git('log', '--format=%s', BRANCH).split('\n');
}
