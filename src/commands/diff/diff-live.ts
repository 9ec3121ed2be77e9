import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import { wholeStory } from '../../export/git-changes.ts';
import { shownPicture, shownPictureOfPush } from '../../export/shown-picture.ts';
import type { Destination } from '../../model/destination.ts';
import { reasonOf } from '../../model/fact/reason.ts';
import type { PlannedStory } from '../../model/plan.ts';
import type { Reason } from '../../model/status.ts';
import type { DiffChange, GitSide, StoryDiff } from '../../model/story-diff.ts';
import { shortId } from '../../model/text/short-id.ts';
import { explain } from '../../report/explain/explain.ts';
import { inTerminal } from '../../report/phrase.ts';
import { recordType } from '../../report/plan/story-notes.ts';
import { causeAsText } from '../../report/reason-words.ts';
import { bind } from '../../trust/bind.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { cannotRun, finding, type Refused } from '../ended.ts';
import { planSelection } from '../plan.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import { noMatch } from '../select.ts';
import type { ReadSettings } from '../settings.ts';
import { type RequestSettings, withReaders } from '../with-tenants.ts';
import { type DiffResult, noSuchStory, openVersion, readSide } from './diff.ts';
import type { VersionName } from './range.ts';

export type LiveDiffSettings = Pick<ReadSettings, 'trust' | 'readTimeout' | keyof RequestSettings> & {
  readonly destination: string;
  readonly version: VersionName;
};

/**
 * What a push would change in the story at one destination: the comparison that a plan makes, with the same words. Of the
 * tenant's own values only the place is named, because a plan holds no others.
 */
export async function diffLive(
  world: CommandPorts,
  catalogue: StoryCatalogue,
  key: string,
  settings: LiveDiffSettings,
  progress: Progress,
): Promise<Result<DiffResult & { readonly unsigned: boolean }, Refused>> {
  const { manifest } = catalogue;
  const destination = manifest.destinations.find(({ name }) => name === settings.destination);
  const entry = manifest.stories.get(key);
  if (entry === undefined) return cannotRun([noSuchStory(key, catalogue, [...manifest.stories.keys()])]);
  if (destination === undefined) return cannotRun([unknownDestination(settings.destination, catalogue)]);
  if (!destination.subscriptions.some(({ storyKey }) => storyKey === key))
    return cannotRun([notTaken(destination, key)]);
  if (destination.engine === 'native') return cannotRun([servedByVendor(destination)]);
  const version = await openVersion(catalogue, settings.version);
  if (!version.ok) return cannotRun([version.error]);
  const wanted = await readSide(version.value, entry);
  if (!wanted.ok) return wanted;
  const { story: asked, side } = wanted.value;
  if (asked === undefined) return cannotRun([notThere(key, side)]);
  const use = bind(settings.trust).of(destination);
  if (!use.ok) return finding([notCompared(destination, use.error, null)]);

  const opened = await openWorkspace(world, manifest.file, {
    ...(side.kind === 'commit' ? { at: side.commit } : {}),
    setApart: true,
  });
  const { workspace } = opened;
  if (workspace === undefined) {
    return opened.unreadable ? cannotRun(opened.problems) : finding(opened.problems);
  }
  const broken = workspace.desired.broken?.get(key);
  if (broken !== undefined) return finding([broken.finding]);
  const planned = await planOne(world, workspace, { key, destination }, settings, progress);
  if (!planned.ok) return planned;
  const { story, unsigned } = planned.value;
  const refusal = whyNotCompared(story);
  if (refusal !== undefined) return finding([notCompared(destination, refusal.why, refusal.hint)]);
  const present = story.destinationStoryId !== null;
  const changes = present ? [...story.changes.map(asShown), ...recordTypes(story)] : wholeStory(asked, 'add');
  const diff: StoryDiff = {
    manifest: manifest.file,
    key,
    name: asked.name,
    from: { kind: 'destination', destination: destination.name, present },
    to: side,
    change: present ? (changes.length === 0 ? 'unchanged' : 'changed') : 'added',
    changes,
  };
  // Of what is there already, a plan knows the differences alone.
  const picture = () => (present ? shownPictureOfPush(asked, changes) : shownPicture(undefined, asked, changes));
  return ok({ diff, picture, problems: planned.value.problems, unsigned, exitCode: 0 });
}

function unknownDestination(name: string, { manifest }: StoryCatalogue): Problem {
  const names = manifest.destinations.map((each) => each.name);
  return noMatch('--destination', name, names);
}

function notTaken({ name, place }: Destination, key: string): Problem {
  return {
    code: 'DIF004',
    severity: 'error',
    message: `destination "${name}" does not take story "${key}"`,
    hint: 'name a destination that lists it under "stories"',
    place,
  };
}

/** A plan of it compares nothing there, so it could only say that the story is missing. */
function servedByVendor({ name }: Destination): Problem {
  return {
    code: 'RUN066',
    severity: 'error',
    message: `the story at destination "${name}" cannot be compared: the vendor carries it there (engine: native)`,
    hint: `see what the vendor says of it: storysync status --live --destination ${name}`,
  };
}

type Pair = { readonly key: string; readonly destination: Destination };

async function planOne(
  world: CommandPorts,
  workspace: Workspace,
  { key, destination: { name } }: Pair,
  { trust, readTimeout, ...requests }: LiveDiffSettings,
  progress: Progress,
): Promise<
  Result<{ readonly story: PlannedStory; readonly problems: readonly Problem[]; readonly unsigned: boolean }, Refused>
> {
  const { desired } = workspace;
  // Another story of the destination whose file is broken is no reason not to look at this one.
  const destinations = desired.destinations
    .filter((each) => each.name === name)
    // Compared is the version that was asked for, whatever the destination is pinned to.
    .map((each) => {
      const { pin: _, subscriptions, ...unpinned } = each;
      return { ...unpinned, subscriptions: subscriptions.filter(({ storyKey }) => desired.stories.has(storyKey)) };
    });
  const chosen = { selected: new Map([[name, new Set([key])]]), named: new Set([name]), whole: false };
  const settings = { trust, readTimeout, state: true, refresh: true, concurrency: 1, offline: false };
  const planned = await withReaders(world, requests, (tenants) =>
    planSelection(
      world,
      { ...workspace, desired: { ...desired, destinations } },
      { chosen, tenants, rollout: undefined },
      settings,
      progress,
    ),
  );
  if (!planned.ok) return planned;
  const { plan, problems, closingProblems, unsigned } = planned.value;
  const story = plan.destinations.flatMap(({ stories }) => stories).find((each) => each.key === key);
  if (story === undefined) throw new Error(`Internal error: ${key} is not in the plan of ${name}`);
  return ok({ story, problems: [...problems, ...closingProblems], unsigned });
}

/** Causes that end an assessment before anything is compared. */
const NOT_COMPARED: ReadonlySet<Reason> = new Set([
  'missing_key',
  'unauthorized',
  'unreachable',
  'unreadable',
  'not_ours',
  'ambiguous_name',
  'not_reached',
  'internal',
]);

function whyNotCompared({ fact }: PlannedStory): { readonly why: string; readonly hint: string | null } | undefined {
  if (fact === null || fact.kind === 'recorded') return undefined;
  const reason = reasonOf(fact);
  if (!NOT_COMPARED.has(reason)) return undefined;
  const { message, hint } = explain(fact);
  return { why: causeAsText(reason, message), hint };
}

function asShown({ path, op, text, cause }: PlannedStory['changes'][number]): DiffChange {
  return { path, op, text, from: null, to: null, cause };
}

function recordTypes({ recordTypes: steps }: PlannedStory): readonly DiffChange[] {
  return steps
    .filter(({ action }) => action !== 'reuse')
    .map((step): DiffChange => {
      const op = step.action === 'add_fields' ? 'update' : 'add';
      return { path: 'record_types', op, text: inTerminal(recordType(step)), from: null, to: null, cause: 'unknown' };
    });
}

function notThere(key: string, side: GitSide): Problem {
  const where = side.kind === 'commit' ? `commit ${shortId(side.commit)}` : 'the work tree';
  return {
    code: 'DIF001',
    severity: 'error',
    message: `${where} has no story "${key}": there is no ${side.file}`,
    hint: 'give a commit that has the story',
  };
}

function notCompared({ name, place }: Destination, why: string, hint: string | null): Problem {
  return {
    code: 'DIF003',
    severity: 'error',
    message: `the story at destination "${name}" cannot be compared: ${why}`,
    hint: hint ?? 'storysync plan tells more about the destination',
    place,
  };
}
