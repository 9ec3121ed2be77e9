import { ok, type Result } from '../../diagnostics/result.ts';
import type { Holder, Holding, Holdings } from '../../manifest/edit/detached-entries.ts';
import { matcher } from '../../model/matcher.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, type Refused } from '../ended.ts';
import { unmatched } from '../select.ts';

/** A lone `*` is the fleet, today's and tomorrow's; every other name or glob stands for the destinations it matches. */
export function chooseHolders({ manifest }: Workspace, names: readonly string[]): Result<readonly Holder[], Refused> {
  if (names.includes('*')) return ok([{ kind: 'defaults' }]);
  const known = manifest.destinations.map(({ name }) => name);
  const wrong = unmatched('--destination', names, known);
  if (wrong.length > 0) return cannotRun(wrong);
  return ok(known.filter(matcher(names)).map((name) => ({ kind: 'destination', name })));
}

/** Of the destinations among them. */
export function holderNames(holders: readonly Holder[]): readonly string[] {
  return holders.flatMap((holder) => (holder.kind === 'destination' ? [holder.name] : []));
}

export function sayingOf({ defaults, destinations }: Holdings, holder: Holder): Holding | undefined {
  return holder.kind === 'defaults' ? defaults : destinations.get(holder.name);
}
