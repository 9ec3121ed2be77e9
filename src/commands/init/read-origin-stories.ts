import type { Problem } from '../../diagnostics/problem.ts';
import type { Discovery, ExportedStory } from '../../model/exported.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { type Ended, finding } from '../ended.ts';
import { exportCommand } from '../export/export.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import type { ReadSettings } from '../settings.ts';
import type { TraceSettings } from '../with-tenants.ts';

export type OriginStories = {
  /** The manifest with its catalogue. */
  readonly text: string;
  readonly exported: readonly ExportedStory[];
  /** Files that hold what the origin has already. */
  readonly unchanged: readonly string[];
  readonly discovered: Discovery;
  /** Warnings. */
  readonly problems: readonly Problem[];
};

/**
 * What `export --discover --add` would make of a manifest that nobody has written yet. The address comes from whoever
 * calls, not from a file of the repository, so no default branch has to vouch for it.
 */
export async function readOriginStories(
  world: CommandPorts,
  catalogue: StoryCatalogue,
  settings: TraceSettings & Pick<ReadSettings, 'readTimeout'>,
  progress: Progress,
): Promise<Ended<OriginStories>> {
  const { trace, readTimeout } = settings;
  const reading = { readTimeout, ...(trace === undefined ? {} : { trace }) };
  const asked = { ...reading, trust: { kind: 'worktree' }, placed: true, stories: [], discover: 'add' } as const;
  const ended = await exportCommand(world, { catalogue, problems: [] }, { ...asked, check: true }, progress);
  if (!ended.ok) return ended;
  const { found } = ended.value;
  const problems = [...(found.manifest?.problems ?? []), ...found.problems];
  if (problems.some(({ severity }) => severity === 'error')) return finding(problems);
  const there = found.exported.filter(({ change }) => change === 'update').map(isThereAlready);
  if (there.length > 0) return finding(there);
  return {
    ok: true,
    value: {
      text: found.manifest?.text ?? new TextDecoder().decode(catalogue.source.bytes),
      exported: found.exported,
      unchanged: found.files.filter(({ change }) => change === 'unchanged').map(({ path }) => path),
      discovered: found.discovered ?? { stories: [], leftOut: [] },
      problems,
      exitCode: 0,
    },
  };
}

function isThereAlready({ file, key }: ExportedStory): Problem {
  return {
    code: 'INI002',
    severity: 'error',
    message: `${file} is there already, with other content than story "${key}" of the origin; nothing was written`,
    hint: 'move the file away, then run the command again',
  };
}
