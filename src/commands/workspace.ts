import { basename, dirname, join, resolve } from 'node:path';
import { assembleDesired } from '../desired/assemble.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import { readFileSafely } from '../files/safe-file.ts';
import { openManifest } from '../manifest/open.ts';
import type { Desired } from '../model/desired.ts';
import type { Manifest } from '../model/destination.ts';
import { openRepository, type Repository } from '../repository/repository.ts';
import { type BaseChoice, baseIfHere, readBefore, usualBase } from './base-content.ts';
import type { Today } from './commit-stories.ts';
import { type Layout, repositoryPath } from './layout.ts';
import { namedCommit } from './named-commit.ts';
import type { World } from './ports.ts';
import { readStoriesAt, type StoriesAt } from './stories-at.ts';
import { explainRefusal, readWorkTree, textOf } from './story-files.ts';

/** Manifest and story files, read and checked: everything a command starts from. */
export type Workspace = {
  readonly manifest: Manifest;
  readonly desired: Desired;
  readonly repository: Repository | undefined;
  /** The checked-out commit, whether or not the files are exactly those of it. */
  readonly head: string | null;
  /** The manifest or a story file is not what the commit holds; with `at`, the manifest alone. */
  readonly dirty: boolean;
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
};

export type OpenedWorkspace = {
  /** There exactly when no problem is an error. */
  readonly workspace?: Workspace;
  readonly problems: readonly Problem[];
  /** The manifest file itself, or a commit that was asked for, could not be read: the command could not run. */
  readonly unreadable: boolean;
  /** Text of a file that problems point into. */
  readonly sourceOf: (file: string) => string | undefined;
  readonly counts: { readonly destinations: number; readonly stories: number; readonly subscriptions: number };
};

/** Reads the manifest and all its story files; offline. */
export async function openWorkspace(
  world: World,
  manifestPath: string,
  { at: atName, base: baseChoice }: OpenOptions = {},
): Promise<OpenedWorkspace> {
  const absolute = resolve(world.directory, manifestPath);
  const folder = dirname(absolute);
  const repository = await openRepository(folder);
  const layout: Layout = { root: repository?.root ?? folder, folder, manifestPath };
  const bytes = await readFileSafely(layout.root, join(folder, basename(absolute)));
  if (!bytes.ok) return couldNotRun(unreadableManifest(manifestPath, explainRefusal(bytes.error)));
  const at = atName === undefined ? ok(undefined) : await namedCommit(repository, { option: '--at', name: atName });
  if (!at.ok) return couldNotRun(at.error);

  const date = world.now().toISOString().slice(0, 10);
  const opened = openManifest({ file: manifestPath, bytes: bytes.value }, { today: date });
  const { manifest, text } = opened;
  if (!manifest) {
    const sourceOf = (file: string): string | undefined => (file === manifestPath ? text : undefined);
    return { problems: opened.problems, unreadable: false, sourceOf, counts: NOTHING };
  }
  const today: Today = { manifest, bytes: bytes.value, layout, date };
  const stories = await readStories(repository, at.value, today);
  if (!stories.ok) return couldNotRun(stories.error);
  const { files, absent } = stories.value;
  const run = await positionOf(repository, at.value, today);
  const base = await chooseBase(repository, baseChoice, { commit: at.value ?? run.head, dirty: run.isAhead });
  if (!base.ok) return couldNotRun(base.error);
  const before = repository && base.value ? await readBefore(repository, base.value, today, files) : new Map();

  const held = new Map([...manifest.stories].filter(([key]) => !absent.has(key)));
  const assembled = assembleDesired({ ...manifest, stories: held }, files, before);
  const result: OpenedWorkspace = {
    problems: [...opened.problems, ...stories.value.problems, ...assembled.problems],
    unreadable: false,
    sourceOf: (file) => (file === manifestPath ? text : textOf(files, file)),
    counts: count(manifest),
  };
  if (!assembled.desired) return result;
  const { head, dirty } = run;
  const workspace: Workspace = {
    manifest,
    desired: assembled.desired,
    repository,
    head,
    dirty,
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
  /** The stories are ahead of the commit they would be counted to. */
  readonly isAhead: boolean;
};

/** Where the files stand to git. Stories of a commit are never dirty. */
async function positionOf(
  repository: Repository | undefined,
  at: string | undefined,
  { manifest, layout }: Today,
): Promise<Position> {
  const stories = at === undefined ? [...manifest.stories.values()].map(({ file }) => file) : [];
  const paths = [basename(layout.manifestPath), ...stories].map((file) => repositoryPath(layout, file));
  const dirty = (await repository?.isDirty(paths)) ?? true;
  const head = (await repository?.head())?.commit ?? null;
  return { head, dirty, isAhead: dirty && at === undefined };
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

const NOTHING: OpenedWorkspace['counts'] = { destinations: 0, stories: 0, subscriptions: 0 };

/** The command ends before there is anything to check. */
export function couldNotRun(problem: Problem): OpenedWorkspace {
  return { problems: [problem], unreadable: true, sourceOf: () => undefined, counts: NOTHING };
}

/** The manifest file itself cannot be read. */
export function unreadableManifest(manifestPath: string, why: string): Problem {
  return {
    code: 'RUN001',
    severity: 'error',
    message: `the manifest ${manifestPath} cannot be read: ${why}`,
    hint: 'run the command in the folder of sync.yaml, or name the file with --manifest',
  };
}

function count({ destinations, stories }: Manifest): OpenedWorkspace['counts'] {
  return {
    destinations: destinations.length,
    stories: stories.size,
    subscriptions: destinations.reduce((sum, { subscriptions }) => sum + subscriptions.length, 0),
  };
}
