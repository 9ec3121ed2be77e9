import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import type { Repository } from '../../git/read/repository.ts';
import { repositoryIdentity } from '../../git/remote/repository-identity.ts';
import type { Seal } from '../../state/envelope.ts';
import { STATE_KEY, StateKeys } from '../../state/state-keys.ts';
import type { CommandPorts } from '../ports.ts';

export { STATE_KEY };

/** What signs and proves state and plans in this repository; undefined where no state key is given. */
export async function sealFrom(
  environment: CommandPorts['environment'],
  repository: Repository | undefined,
): Promise<Result<Seal | undefined, Problem>> {
  const keys = StateKeys.read(environment[STATE_KEY]);
  if (!keys.ok || keys.value === undefined) return keys.ok ? ok(undefined) : keys;
  const name = repository === undefined ? 'local' : await repositoryIdentity(repository.dirs);
  return ok({ keys: keys.value, repository: name });
}
