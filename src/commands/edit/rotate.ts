import { ok } from '../../diagnostics/result.ts';
import { nextKeyVersion } from '../../manifest/edit/key-version-intent.ts';
import { matcher } from '../../model/matcher.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, type Ended } from '../ended.ts';
import type { CommandPorts } from '../ports.ts';
import { unmatched } from '../select.ts';
import { type PreparedEdit, prepareEdit, writeEdit } from './manifest-edit.ts';

export type RotateResult = {
  readonly edit: PreparedEdit;
  readonly rotated: readonly { readonly name: string; readonly version: number; readonly keyName: string }[];
};

/** Raises the number of the key in the manifest: the vendor is given the key again by the next sync. */
export async function rotateCommand(
  world: CommandPorts,
  workspace: Workspace,
  { destinations: asked }: { readonly destinations: readonly string[] },
): Promise<Ended<RotateResult>> {
  const { destinations } = workspace.manifest;
  const known = destinations.map(({ name }) => name);
  const wrong = unmatched('--destination', asked, known);
  if (wrong.length > 0) return cannotRun(wrong);
  const is = matcher(asked);
  const chosen = destinations.filter(({ name }) => is(name));
  const edit = await prepareEdit(
    world,
    workspace,
    chosen.map(({ name }) => ({ kind: 'rotate', destination: name })),
  );
  if (!edit.ok) return edit;
  const written = await writeEdit(edit.value);
  if (!written.ok) return written;
  const rotated = chosen.map((each) => ({ name: each.name, version: nextKeyVersion(each), keyName: each.keyName }));
  return ok({ edit: edit.value, rotated, exitCode: 0 });
}
