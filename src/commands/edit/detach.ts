import { ok } from '../../diagnostics/result.ts';
import { sameDetachment } from '../../manifest/edit/detached-entries.ts';
import type { Detachment } from '../../model/destination.ts';
import { todayOf } from '../../workspace/surroundings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, type Ended, finding } from '../ended.ts';
import type { CommandPorts } from '../ports.ts';
import type { Selectors } from '../select.ts';
import { checkNote, choosePairs, type PreparedEdit, prepareEdit, writeEdit } from './manifest-edit.ts';
import { refuseServed } from './served-by-vendor.ts';

export type DetachRequest = {
  readonly selectors: Pick<Selectors, 'destinations' | 'stories'>;
  readonly detachment: Detachment;
};

export type DetachResult = {
  readonly edit: PreparedEdit;
  readonly pairs: readonly {
    readonly destination: string;
    readonly story: string;
    readonly did: 'detached' | 'changed' | 'nothing';
  }[];
};

/** Writes `detached` into the manifest. What a detachment says already and this request does not mention stays. */
export async function detachCommand(
  world: CommandPorts,
  workspace: Workspace,
  { selectors, detachment }: DetachRequest,
): Promise<Ended<DetachResult>> {
  const wrong = checkNote(detachment, 'story is detached', todayOf(world));
  if (wrong.length > 0) return cannotRun(wrong);
  const chosen = choosePairs(workspace, selectors);
  if (!chosen.ok) return chosen;
  const names = chosen.value.map(({ destination }) => destination);
  const served = refuseServed(workspace, names, 'detached');
  if (served.length > 0) return finding(served);
  const pairs = chosen.value.map(({ destination, subscription: { storyKey, detached } }) => {
    const wanted = { ...detached, ...detachment };
    const did = detached === undefined ? 'detached' : sameDetachment(detached, wanted) ? 'nothing' : 'changed';
    return { destination, story: storyKey, detachment: wanted, did } as const;
  });
  const edit = await prepareEdit(
    world,
    workspace,
    pairs.map(({ destination, story, detachment: wanted }) => {
      return { kind: 'detach', destination, story, detachment: wanted };
    }),
  );
  if (!edit.ok) return edit;
  const written = await writeEdit(edit.value);
  if (!written.ok) return written;
  return ok({
    edit: edit.value,
    pairs: pairs.map(({ destination, story, did }) => ({ destination, story, did })),
    exitCode: 0,
  });
}
