import { confirmedWrite } from '../../apply/confirmed-write.ts';
import { type StepFailure, stopFor } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Clock } from '../../model/clock.ts';
import type { Warning } from '../../model/fact/warning.ts';
import type { Tenant } from '../../tenant/port.ts';

/**
 * Keeps the live content as a named version before it is overwritten. A tenant whose plan has no versions is a
 * warning; a save whose fate is unknown stops the overwrite, since an edit could be lost for good.
 */
export async function saveLiveContent(
  { tenant, clock }: { readonly tenant: Tenant; readonly clock: Clock },
  id: number,
  name: string,
): Promise<Result<readonly Warning[], StepFailure>> {
  let others = 0;
  return confirmedWrite<readonly Warning[]>(clock, {
    send: async () => {
      const saved = await tenant.saveVersion(id, name);
      return saved.ok ? ok([]) : saved;
    },
    look: async () => {
      const names = await tenant.listVersionNames(id);
      // It has no such thing as versions, whatever it said to the save.
      if (!names.ok && names.error.kind === 'not_found') return ok(NO_VERSIONS);
      others = names.ok ? names.value.length : 0;
      return ok(names.ok && names.value.includes(name) ? [] : undefined);
    },
    step: SAVE_VERSION,
    // One that has versions of the story and refuses another is not one that has none.
    recheckRefusal: (failure) => {
      if (failure.kind !== 'not_found' && failure.kind !== 'rejected') return undefined;
      if (others === 0) return ok(NO_VERSIONS);
      return fail({ fact: { kind: 'write_refused', step: SAVE_VERSION, failure }, ...stopFor(failure) });
    },
  });
}

const SAVE_VERSION = { write: 'save_version' } as const;
const NO_VERSIONS: readonly Warning[] = [{ kind: 'no_versions' }];
