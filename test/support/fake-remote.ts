import { fail, ok, type Result } from '../../src/diagnostics/result.ts';
import type { BranchTip, Remote } from '../../src/git/remote/remote.ts';
import type { RemoteFailure } from '../../src/git/remote/remote-failure.ts';

/**
 * A remote that has all objects already, and its own opinion of where branches are; as strict as git about moves. `main`
 * is there, at HEAD.
 */
export class FakeRemote implements Remote {
  readonly name = 'origin';
  readonly url = 'https://github.example/acme/stories';
  readonly tips: Map<string, string>;
  readonly pushes: string[] = [];
  failure: RemoteFailure | undefined;
  /** Called before a push is looked at. */
  beforePush: () => void = () => {};
  readonly #git: (...args: readonly string[]) => string;

  constructor(git: (...args: readonly string[]) => string, tips = new Map<string, string>()) {
    this.#git = git;
    this.tips = tips.set('main', git('rev-parse', 'HEAD').trim());
  }

  async mayPush(): Promise<Result<null, RemoteFailure>> {
    return ok(null);
  }

  async tip(branch: string): Promise<Result<string | undefined, RemoteFailure>> {
    return ok(this.tips.get(branch));
  }

  async defaultBranch(): Promise<Result<BranchTip | undefined, RemoteFailure>> {
    const tip = this.tips.get('main');
    return ok(tip === undefined ? undefined : { name: 'main', tip });
  }

  async readTip(): Promise<Result<never, RemoteFailure>> {
    return fail({ kind: 'broken', why: 'keeps its files to itself' });
  }

  fetch(branch: string): Promise<Result<string | undefined, RemoteFailure>> {
    return this.tip(branch);
  }

  async push(
    commit: string,
    branch: string,
    expected: string | undefined,
    { force = false }: { readonly force?: boolean } = {},
  ): Promise<Result<'done' | 'moved', RemoteFailure>> {
    this.beforePush();
    if (this.failure) return fail(this.failure);
    const there = this.tips.get(branch);
    this.pushes.push(`${branch}${force ? ' forced' : ''}`);
    if (there !== expected) return ok('moved');
    if (!force && there !== undefined && this.#git('merge-base', there, commit).trim() !== there) return ok('moved');
    this.tips.set(branch, commit);
    return ok('done');
  }
}
