import { ok, type Result } from '../../diagnostics/result.ts';
import { openManifest } from '../../manifest/open.ts';
import type { Destination } from '../../model/destination.ts';
import { todayOf } from '../../workspace/surroundings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Refused } from '../ended.ts';
import { type Planned, type PlanSettings, planSelection } from '../plan.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import type { ReadSettings } from '../settings.ts';
import { withReaders } from '../with-tenants.ts';
import type { PreparedEdit } from './manifest-edit.ts';

export type PreviewSettings = ReadSettings & Pick<PlanSettings, 'offline'>;

/** What the edited manifest says of its destinations. */
export function destinationsAfter(
  world: CommandPorts,
  { file, after }: Pick<PreparedEdit, 'file' | 'after'>,
): readonly Destination[] {
  const { manifest } = openManifest({ file, bytes: after }, { today: todayOf(world) });
  if (manifest === undefined) throw new Error('Internal error: an edited manifest does not open');
  return manifest.destinations;
}

/** What a sync would do to these pairs once the edit is merged. */
export async function previewPins(
  world: CommandPorts,
  workspace: Workspace,
  destinations: readonly Destination[],
  selected: ReadonlyMap<string, ReadonlySet<string>>,
  settings: PreviewSettings,
  progress: Progress,
): Promise<Result<Planned, Refused>> {
  const named = new Set(settings.selectors.destinations.filter((name) => selected.has(name)));
  const { manifest, desired } = workspace;
  // No commit holds this manifest yet.
  const edited = {
    ...workspace,
    manifest: { ...manifest, destinations },
    desired: { ...desired, destinations },
    dirty: true,
    commit: null,
  };
  const chosen = { selected, named, whole: false };
  const planned = await withReaders(world, settings, (tenants) =>
    planSelection(world, edited, { chosen, tenants, rollout: undefined }, settings, progress),
  );
  return planned.ok ? ok(planned.value) : planned;
}
