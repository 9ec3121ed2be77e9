import { assembleDesired } from '../desired/assemble.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import type { Repository } from '../git/read/repository.ts';
import { openManifest } from '../manifest/open.ts';
import type { Desired, PinnedStories } from '../model/desired.ts';
import type { Manifest } from '../model/destination.ts';
import { type BaseChoice, baseIfHere, readBefore, usualBase } from './base-content.ts';
import type { Today } from './commit-stories.ts';
import { type Layout, manifestInGit, storiesInGit } from './layout.ts';
import { countManifest, type ManifestCounts, NO_COUNTS, readManifestBytes } from './manifest-bytes.ts';
import { namedCommit } from './named-commit.ts';
import { readPins } from './read-pins.ts';
import { readStoriesAt, type StoriesAt } from './stories-at.ts';
import { readWorkTree, textOf } from './story-files.ts';
import { type Surroundings, todayOf } from './surroundings.ts';

/** Manifest and story files, read and checked: everything a command starts from. */
export type Workspace = {
  readonly manifest: Manifest;
  readonly desired: Desired;
  readonly layout: Layout;
  /** What the stories of another commit are looked up by. */
  readonly today: Today;
  readonly repository: Repository | undefined;
  /** The checked-out commit, whether or not the files are exactly those of it. */
  readonly head: string | null;
  /** The manifest or a story file is not what the commit holds; with `at`, the manifest alone. */
  readonly dirty: boolean;
  /** Why git cannot tell whether they are; `dirty` then, because nobody knows. */
  readonly doubt?: string;
  /** The commit that the stories were taken from instead of the work tree. */
  readonly at?: string;
  /** Stories of the manifest that the commit `at` does not hold: no part of the run. */
  readonly absent: ReadonlySet<string>;
  /** The commit whose content this is, for plan and state; null when no commit holds it. */
  readonly commit: string | null;
  /** The commit that its change set starts from; absent when that is not known. */
  readonly base?: string;
};

export type OpenOptions = {
  /** A commit, as people name one: its stories, under today's manifest (docs/decisions/0010). */
  readonly at?: string;
  /** What `before` of each story is read from; the commit before this content unless told. */
  readonly base?: BaseChoice;
  /** A story file that cannot be used stops the destinations that take the story, and nothing else. */
  readonly setApart?: boolean;
  /** Look every pin up, as an ancestor of what is checked out. */
  readonly lookUpPins?: boolean;
};

export type OpenedWorkspace = {
  /** There exactly when no problem is an error, but for those of stories that are set apart. */
  readonly workspace?: Workspace;
  readonly problems: readonly Problem[];
  /** The manifest file itself, or a commit that was asked for, could not be read: the command could not run. */
  readonly unreadable: boolean;
  /** Text of a file that problems point into. */
  readonly sourceOf: (file: string) => string | undefined;
  readonly counts: ManifestCounts;
  /** What the pins of the manifest came to, where that was asked. */
  readonly pins?: { readonly manifest: Manifest; readonly stories: PinnedStories };
};

/** Reads the manifest and all its story files; offline. */
export async function openWorkspace(
  surroundings: Surroundings,
  manifestPath: string,
  { at: atName, base: baseChoice, setApart = false, lookUpPins = false }: OpenOptions = {},
): Promise<OpenedWorkspace> {
  const found = await readManifestBytes(surroundings, manifestPath);
  if (!found.ok) return couldNotRun(found.error);
  const { source, layout, repository } = found.value;
  const at = atName === undefined ? ok(undefined) : await namedCommit(repository, { option: '--at', name: atName });
  if (!at.ok) return couldNotRun(at.error);

  const date = todayOf(surroundings);
  const opened = openManifest(source, { today: date });
  const { manifest, text } = opened;
  if (!manifest) {
    const sourceOf = (file: string): string | undefined => (file === manifestPath ? text : undefined);
    return { problems: opened.problems, unreadable: false, sourceOf, counts: NO_COUNTS };
  }
  const today: Today = { manifest, bytes: source.bytes, layout, date };
  const stories = await readStories(repository, at.value, today);
  if (!stories.ok) return couldNotRun(stories.error);
  const { files, absent } = stories.value;
  const run = await positionOf(repository, at.value, today);
  const base = await chooseBase(repository, baseChoice, { commit: at.value ?? run.head, dirty: run.isAhead });
  if (!base.ok) return couldNotRun(base.error);
  const before = repository && base.value ? await readBefore(repository, base.value, today, files) : new Map();

  const held = new Map([...manifest.stories].filter(([key]) => !absent.has(key)));
  const assembled = assembleDesired({ ...manifest, stories: held }, files, { before, setApart });
  const { destinations } = manifest;
  const known = assembled.desired?.stories ?? new Map();
  const pins = { repository, today, destinations, tip: run.head, stories: known };
  const result: OpenedWorkspace = {
    ...(lookUpPins ? { pins: { manifest, stories: await readPins(pins) } } : {}),
    problems: [...opened.problems, ...stories.value.problems, ...assembled.problems],
    unreadable: false,
    sourceOf: (file) => (file === manifestPath ? text : textOf(files, file)),
    counts: countManifest(manifest),
  };
  if (!assembled.desired) return result;
  const { head, dirty, doubt } = run;
  const workspace: Workspace = {
    manifest,
    desired: assembled.desired,
    layout,
    today,
    repository,
    head,
    dirty,
    ...(doubt === undefined ? {} : { doubt }),
    absent,
    ...(at.value === undefined ? {} : { at: at.value }),
    commit: at.value ?? (dirty ? null : head),
    ...(base.value === undefined ? {} : { base: base.value }),
  };
  return { ...result, workspace };
}

async function readStories(
  repository: Repository | undefined,
  at: string | undefined,
  today: Today,
): Promise<Result<StoriesAt, Problem>> {
  if (repository && at !== undefined) return readStoriesAt(repository, at, today);
  return ok({ files: await readWorkTree(today.manifest, today.layout), absent: new Set(), problems: [] });
}

type Position = {
  readonly head: string | null;
  readonly dirty: boolean;
  readonly doubt?: string;
  /** The stories are ahead of the commit they would be counted to. */
  readonly isAhead: boolean;
};

/** Where the files stand to git. Stories of a commit are never dirty. */
async function positionOf(
  repository: Repository | undefined,
  at: string | undefined,
  { manifest, layout }: Today,
): Promise<Position> {
  const paths = [manifestInGit(layout), ...(at === undefined ? storiesInGit(layout, manifest) : [])];
  const status = (await repository?.status(paths)) ?? 'changed';
  const dirty = status !== 'same';
  const head = (await repository?.head())?.commit ?? null;
  const doubt = typeof status === 'string' ? {} : { doubt: status.unknown };
  return { head, dirty, ...doubt, isAhead: dirty && at === undefined };
}

async function chooseBase(
  repository: Repository | undefined,
  choice: BaseChoice | undefined,
  run: Parameters<typeof usualBase>[1],
): Promise<Result<string | undefined, Problem>> {
  if (typeof choice === 'string') return namedCommit(repository, { option: '--base', name: choice });
  if (choice === false || repository === undefined) return ok(undefined);
  return ok(choice ? await baseIfHere(repository, choice.ifHere) : await usualBase(repository, run));
}

/** The command ends before there is anything to check. */
export function couldNotRun(problem: Problem): OpenedWorkspace {
  return { problems: [problem], unreadable: true, sourceOf: () => undefined, counts: NO_COUNTS };
}
