import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type OpenedWorkspace, type OpenOptions, openWorkspace } from '../../src/workspace/workspace.ts';
import { commitWorkTree } from './commit-work-tree.ts';
import { makeEmptyRepository } from './empty-repository.ts';
import { instantClock } from './instant-clock.ts';
import { noTenants } from './no-tenants.ts';
import { storyExport, webhook } from './stories.ts';

const IDENTITY = ['user.name=T', 'user.email=t@example.com', 'maintenance.auto=false', 'core.fsync=none'];

/** A git repository with a manifest and stories, without tenants. */
export class StoryRepository {
  readonly parent: string;
  readonly dir: string;

  constructor() {
    this.parent = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-workspace-')));
    this.dir = join(this.parent, 'repo');
    mkdirSync(this.dir);
    makeEmptyRepository(this.dir);
  }

  remove(): void {
    rmSync(this.parent, { recursive: true, force: true });
  }

  git(...args: readonly string[]): string {
    const options = IDENTITY.flatMap((option) => ['-c', option]);
    return execFileSync('git', [...options, ...args], { cwd: this.dir, encoding: 'utf8', stdio: 'pipe' }).trim();
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.dir, path)), { recursive: true });
    writeFileSync(join(this.dir, path), text);
  }

  /** `undefined` removes the file. */
  commit(files: { readonly [path: string]: string | undefined }): string {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) rmSync(join(this.dir, path));
      else this.write(path, text);
    }
    const made = commitWorkTree(this.dir, 'change');
    if (made !== undefined) return made;
    this.git('add', '--all');
    this.git('commit', '--quiet', '-m', 'change');
    return readFileSync(join(this.dir, '.git/refs/heads/main'), 'utf8').trim();
  }

  /** A clone beside it; gives its folder. */
  clone(...flags: readonly string[]): string {
    const folder = mkdtempSync(join(this.parent, 'clone-'));
    this.git('clone', '--quiet', ...flags, `file://${this.dir}`, folder);
    return folder;
  }

  open(options: OpenOptions = {}, folder = this.dir, path = 'sync.yaml'): Promise<OpenedWorkspace> {
    const world = {
      directory: folder,
      environment: {},
      openTenants: noTenants,
      clock: instantClock('2026-11-22T00:00:00Z'),
    };
    return openWorkspace(world, path, options);
  }
}

/** A story file that is told from others by its description. */
export function storyText(description: string, name = 'Triage'): string {
  return JSON.stringify(storyExport({ name, description, actions: [webhook('In')] }));
}

/** One destination that takes all stories of the catalogue. */
export function manifestText(stories: { readonly [key: string]: object }, options: object = {}): string {
  const contoso = {
    destination_tenant_url: 'https://contoso.tines.com',
    destination_tenant_api_key: '${KEY}',
    destination_team_id: 42,
    stories: Object.keys(stories),
    ...options,
  };
  return JSON.stringify({ version: 1, stories, destinations: { contoso } });
}

export function codesOf({ problems }: OpenedWorkspace): readonly string[] {
  return problems.map(({ code, severity }) => `${severity} ${code}`);
}
