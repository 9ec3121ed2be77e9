import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import type { Discovery, ExportedStory } from '../../model/exported.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import { bind } from '../../trust/bind.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { cannotRun, finding, type Refused } from '../ended.ts';
import { type ExportResult, readExport } from '../export/read-export.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import { ReadingTime } from '../reading-time.ts';
import type { ReadSettings } from '../settings.ts';
import { type RequestSettings, withReaders } from '../with-tenants.ts';
import { readVendorDestinations } from './read-vendor-destinations.ts';

export type OriginStories = {
  /** The manifest with its catalogue. */
  readonly text: string;
  readonly exported: readonly ExportedStory[];
  /** Files that hold what the origin has already. */
  readonly unchanged: readonly string[];
  readonly discovered: Discovery;
  /** What the vendor's own syncing serves; absent when nobody asked. */
  readonly vendor?: readonly VendorDestination[];
  /** Warnings. */
  readonly problems: readonly Problem[];
};

/**
 * What `export --discover --add` would make of a manifest that nobody has written yet, and the vendor's sync destinations
 * where they are asked for. The address comes from whoever calls, not from a file of the repository, so no default
 * branch has to vouch for it.
 */
export async function readOriginStories(
  world: CommandPorts,
  catalogue: StoryCatalogue,
  settings: RequestSettings & Pick<ReadSettings, 'readTimeout'> & { readonly native: boolean },
  progress: Progress,
): Promise<Result<OriginStories, Refused>> {
  const keys = bind({ kind: 'worktree' });
  const reading = { keys, stories: [], discover: 'add' } as const;
  const time = new ReadingTime(world.clock, settings).ofOne();
  const read = await withReaders(world, settings, async (tenants) => {
    // First, since everything else is in vain without the key of a tenant owner.
    const vendor = settings.native
      ? await readVendorDestinations(catalogue.manifest, keys, tenants, time)
      : ok(undefined);
    if (!vendor.ok) return finding([vendor.error]);
    const found = await readExport(catalogue, reading, tenants, progress, time);
    return found.ok ? ok({ found: found.value, vendor: vendor.value }) : cannotRun(found.error);
  }).finally(() => time.close());
  if (!read.ok) return read;
  const { found, vendor, closingProblems } = read.value;
  const problems = [...(found.manifest?.problems ?? []), ...found.problems, ...closingProblems];
  if (problems.some(({ severity }) => severity === 'error')) return finding(problems);
  const there = found.exported.filter(({ change }) => change === 'update').map(isThereAlready);
  if (there.length > 0) return finding(there);
  return ok({ ...storiesOf(catalogue, found), ...(vendor === undefined ? {} : { vendor }), problems });
}

function storiesOf(
  { source }: StoryCatalogue,
  { manifest, exported, files, discovered }: ExportResult,
): Pick<OriginStories, 'text' | 'exported' | 'unchanged' | 'discovered'> {
  return {
    text: manifest?.text ?? new TextDecoder().decode(source.bytes),
    exported,
    unchanged: files.filter(({ change }) => change === 'unchanged').map(({ path }) => path),
    discovered: discovered ?? { stories: [], leftOut: [] },
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
