import { ok } from '../../diagnostics/result.ts';
import { type Holder, type Holdings, sameDetachment } from '../../manifest/edit/detached-entries.ts';
import { holdingsIn, type ManifestEdit } from '../../manifest/edit/edit.ts';
import type { Hold } from '../../model/destination.ts';
import { todayOf } from '../../workspace/surroundings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, type Ended } from '../ended.ts';
import type { CommandPorts } from '../ports.ts';
import { chooseHolders, sayingOf } from './holders.ts';
import { checkNote, type PreparedEdit, readForEdit, workOut, writeEdit } from './manifest-edit.ts';

/** Of the whole fleet, which `defaults` speaks for, or of a destination. */
export type Edited<Did> = { readonly holder: Holder; readonly did: Did };

export type HoldResult = {
  readonly edit: PreparedEdit;
  readonly edited: readonly Edited<'held' | 'changed' | 'nothing'>[];
};

export type ReleaseResult = {
  readonly edit: PreparedEdit;
  readonly edited: readonly Edited<'released'>[];
  /** Destinations that are held all the same: by `defaults`, or where those were released by a hold of their own. */
  readonly stillHeld: readonly string[];
};

/** Writes `hold` into the manifest. What a hold says already and this request does not mention stays. */
export async function holdCommand(
  world: CommandPorts,
  workspace: Workspace,
  { destinations, hold }: { readonly destinations: readonly string[]; readonly hold: Hold },
): Promise<Ended<HoldResult>> {
  const wrong = checkNote(hold, 'destination is held', todayOf(world));
  if (wrong.length > 0) return cannotRun(wrong);
  const chosen = chooseHolders(workspace, destinations);
  if (!chosen.ok) return chosen;
  const read = await readForEdit(workspace);
  if (!read.ok) return read;
  const said = holdingsIn({ bytes: read.value.before });
  const edits = chosen.value.map((holder) => {
    const before = sayingOf(said, holder)?.hold;
    const wanted = { ...before, ...hold };
    const did = before === undefined ? 'held' : sameDetachment(before, wanted) ? 'nothing' : 'changed';
    return { kind: 'hold', holder, hold: wanted, did } as const;
  });
  const edit = workOut(world, read.value, edits);
  if (!edit.ok) return edit;
  const written = await writeEdit(edit.value);
  if (!written.ok) return written;
  return ok({ edit: edit.value, edited: edits.map(({ holder, did }) => ({ holder, did })), exitCode: 0 });
}

/** Takes `hold` out of the manifest, where it stands; where it stands nowhere that was named, that is told. */
export async function releaseCommand(
  world: CommandPorts,
  workspace: Workspace,
  { destinations }: { readonly destinations: readonly string[] },
): Promise<Ended<ReleaseResult>> {
  const chosen = chooseHolders(workspace, destinations);
  if (!chosen.ok) return chosen;
  const read = await readForEdit(workspace);
  if (!read.ok) return read;
  const said = holdingsIn({ bytes: read.value.before });
  const held = chosen.value.filter((holder) => sayingOf(said, holder)?.hold !== undefined);
  const released = held.length > 0 ? held : chosen.value;
  const edit = workOut(
    world,
    read.value,
    released.map((holder): ManifestEdit => ({ kind: 'release', holder })),
  );
  if (!edit.ok) return edit;
  const written = await writeEdit(edit.value);
  if (!written.ok) return written;
  return ok({
    edit: edit.value,
    edited: released.map((holder) => ({ holder, did: 'released' })),
    stillHeld: stillHeld(released, holdingsIn({ bytes: edit.value.after })),
    exitCode: 0,
  });
}

function stillHeld(released: readonly Holder[], { defaults, destinations }: Holdings): readonly string[] {
  if (released.some(({ kind }) => kind === 'defaults')) {
    return [...destinations].flatMap(([name, { hold }]) => (hold === undefined ? [] : [name]));
  }
  if (defaults.hold === undefined) return [];
  return released.flatMap((holder) => (holder.kind === 'destination' ? [holder.name] : []));
}
