import pLimit from 'p-limit';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { discoverStories } from '../../export/discover.ts';
import type { Readers } from '../../keys/tenants.ts';
import type { CatalogueStory, Origin } from '../../model/destination.ts';
import type { Discovery, ExportedFile, ExportedStory } from '../../model/exported.ts';
import { matcher } from '../../model/matcher.ts';
import type { ReadTime } from '../../tenant/port.ts';
import type { Binding } from '../../trust/bind.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import type { Progress } from '../ports.ts';
import { unmatched } from '../select.ts';
import { addToManifest } from './add-to-manifest.ts';
import type { CommitBase } from './commit-base.ts';
import { exportStory, type VisitedStory } from './export-story.ts';
import { type OriginTeam, originTooSlow, readOriginTeam } from './read-origin.ts';

export type ReadExportSettings = {
  /** Whether the origin's key may be used. */
  readonly keys: Binding;
  /** Keys of the catalogue, globs allowed; all when empty. */
  readonly stories: readonly string[];
  /** Look for stories that the catalogue does not have: to list them, or to add and export them. */
  readonly discover?: 'list' | 'add';
  /** Where the stories are committed: what changed is what changed since that commit. */
  readonly base?: CommitBase;
};

export type ExportResult = {
  /** Every file that was looked at, in the order of the catalogue; none when the export was stopped. */
  readonly files: readonly ExportedFile[];
  /** What is to be written: changed stories only. */
  readonly exported: readonly ExportedStory[];
  /** The manifest's new text, when stories were added to it. */
  readonly manifest?: { readonly file: string; readonly text: string; readonly problems: readonly Problem[] };
  readonly problems: readonly Problem[];
  /** What `discover` found; absent when nobody asked. */
  readonly discovered?: Discovery;
  /** Whether the work tree was touched; `writeExport` does that. */
  readonly wrote: boolean;
};

/** The client allows no more to one tenant; more in flight here would only cost session. */
const IN_FLIGHT = 4;

/**
 * Reads the live stories of the origin and says which files they change. Nothing is written here. A selector that
 * matches nothing is an error of the call; everything else stands among the problems of the result.
 */
export async function readExport(
  catalogue: StoryCatalogue,
  settings: ReadExportSettings,
  tenants: Readers,
  progress: Progress,
  time: ReadTime,
): Promise<Result<ExportResult, readonly Problem[]>> {
  const { manifest } = catalogue;
  const wrong = unmatched('--story', settings.stories, [...manifest.stories.keys()]);
  if (wrong.length > 0) return fail(wrong);
  const team = await readOriginTeam(manifest, settings.keys, tenants, time);
  if (!team.ok) return ok({ ...NOTHING, problems: [team.error] });
  if (settings.discover === undefined) {
    const isChosen = matcher(settings.stories);
    const chosen = [...manifest.stories.values()].filter(({ key }) => isChosen(key));
    return ok(await exportAll(team.value, catalogue, chosen, progress, settings.base));
  }
  const discovered = discoverStories(team.value.listing, manifest, team.value.origin);
  if (settings.discover === 'list' || discovered.stories.length === 0) return ok({ ...NOTHING, discovered });
  const added = addToManifest(catalogue, discovered.stories);
  if (!added.ok) return ok({ ...NOTHING, discovered, problems: added.error });
  const chosen = discovered.stories.flatMap(({ key }) => added.value.catalogue.manifest.stories.get(key) ?? []);
  const result = await exportAll(team.value, added.value.catalogue, chosen, progress, settings.base);
  // A manifest must not name stories that were not exported with it.
  if (result.problems.some(({ severity }) => severity === 'error')) {
    // Their places are in a text that nobody will see.
    const problems = result.problems.map(withoutPlace);
    return ok({ ...NOTHING, discovered, problems });
  }
  const { text, problems } = added.value;
  return ok({ ...result, discovered, manifest: { file: manifest.file, text, problems } });
}

function withoutPlace({ code, severity, message, hint }: Problem): Problem {
  return { code, severity, message, hint };
}

export const NOTHING: ExportResult = { files: [], exported: [], problems: [], wrote: false };

async function exportAll(
  team: OriginTeam,
  catalogue: StoryCatalogue,
  chosen: readonly CatalogueStory[],
  progress: Progress,
  base: CommitBase | undefined,
): Promise<ExportResult> {
  progress.begin('export', chosen.length);
  const visited = await pLimit(IN_FLIGHT).map(chosen, async (entry) => {
    const story = await exportStory(team, catalogue, entry, base);
    progress.advance(entry.key, story.told);
    return story;
  });
  progress.end();
  const problems = [...visited.flatMap((story) => story.problems), ...inTime(visited, team.origin)];
  // One credential stops everything: a commit of the rest would look as if all was well.
  if (problems.some(({ code }) => code === 'EXP012')) return { ...NOTHING, problems };
  const exported = visited.flatMap((story) => story.exported ?? []);
  return { files: visited.flatMap(fileOf), exported, problems, wrote: false };
}

/** One problem for all stories that the time was over for: each of them would say the same. */
function inTime(visited: readonly VisitedStory[], origin: Origin): readonly Problem[] {
  const late = visited.flatMap((story) => story.late ?? []);
  const [first] = late;
  return first === undefined ? [] : [originTooSlow(origin, first, { late: late.length, of: visited.length })];
}

function fileOf({ file, change }: VisitedStory): readonly ExportedFile[] {
  return change === undefined ? [] : [{ path: file, change }];
}
