import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FakeGitHub } from '../fake-github.ts';

type Access = FakeGitHub['permissions']['contents'];
type Permissions = { readonly [scope: string]: Access };
type Workflow = {
  readonly permissions?: Permissions;
  readonly jobs: { readonly [id: string]: { readonly permissions?: Permissions } };
};

/**
 * What the job whose turn it is may do: what its workflow asks for, and nothing else. Which job that is, is left in the
 * run's folder by the stand-in for checkout, the first step of each.
 */
export class JobGrants {
  #folder = '';
  #workflow: Workflow = { jobs: {} };

  begin(folder: string, workflow: string): void {
    this.#folder = folder;
    this.#workflow = parse(workflow) as Workflow;
  }

  of(scope: string): Access {
    const job = this.#workflow.jobs[readFileSync(join(this.#folder, 'job'), 'utf8')];
    return (job?.permissions ?? this.#workflow.permissions)?.[scope] ?? 'none';
  }
}
