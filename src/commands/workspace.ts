import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { assembleDesired, type StoryFile } from '../desired/assemble.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { unreachable } from '../diagnostics/result.ts';
import { openManifest } from '../manifest/open.ts';
import type { Desired } from '../model/desired.ts';
import type { Manifest } from '../model/destination.ts';
import { openRepository, type Repository } from '../repository/repository.ts';
import { type FileRefusal, readFileSafely } from '../repository/safe-file.ts';
import type { World } from './ports.ts';

/** Manifest and story files, read and checked: everything a command starts from. */
export type Workspace = {
  readonly manifest: Manifest;
  readonly desired: Desired;
  readonly repository: Repository | undefined;
  /** The checked-out commit, whether or not the files are exactly those of it. */
  readonly head: string | null;
  /** The manifest or a story file is not what the commit holds. */
  readonly dirty: boolean;
};

export type OpenedWorkspace = {
  /** There exactly when no problem is an error. */
  readonly workspace?: Workspace;
  readonly problems: readonly Problem[];
  /** The manifest file itself could not be read: the command could not run. */
  readonly unreadable: boolean;
  /** Text of a file that problems point into. */
  readonly sourceOf: (file: string) => string | undefined;
  readonly counts: { readonly destinations: number; readonly stories: number; readonly subscriptions: number };
};

/** Reads the manifest and all its story files; offline. */
export async function openWorkspace(world: World, manifestPath: string): Promise<OpenedWorkspace> {
  const absolute = resolve(world.directory, manifestPath);
  const folder = dirname(absolute);
  const repository = await openRepository(folder);
  const root = repository?.root ?? folder;
  const bytes = await readFileSafely(root, join(folder, basename(absolute)));
  if (!bytes.ok) return unreadableManifest(manifestPath, bytes.error);

  const today = world.now().toISOString().slice(0, 10);
  const opened = openManifest({ file: manifestPath, bytes: bytes.value }, { today });
  const files = opened.manifest ? await readStoryFiles(opened.manifest, root, folder, manifestPath) : new Map();
  const assembled = opened.manifest ? assembleDesired(opened.manifest, files) : { problems: [] };
  const problems = [...opened.problems, ...assembled.problems];
  const sourceOf = (file: string): string | undefined => (file === manifestPath ? opened.text : textOf(files, file));
  const base = { problems, unreadable: false, sourceOf, counts: count(opened.manifest) };
  if (!opened.manifest || !assembled.desired) return base;
  const paths = [absolute, ...[...opened.manifest.stories.values()].map(({ file }) => join(folder, file))];
  const workspace: Workspace = {
    manifest: opened.manifest,
    desired: assembled.desired,
    repository,
    head: (await repository?.head())?.commit ?? null,
    dirty: (await repository?.isDirty(paths.map((path) => toPosix(relative(root, path))))) ?? true,
  };
  return { ...base, workspace };
}

async function readStoryFiles(
  manifest: Manifest,
  root: string,
  folder: string,
  manifestPath: string,
): Promise<ReadonlyMap<string, StoryFile>> {
  const files = new Map<string, StoryFile>();
  for (const { key, file } of manifest.stories.values()) {
    const shown = toPosix(join(dirname(manifestPath), file));
    const read = await readFileSafely(root, join(folder, file));
    files.set(
      key,
      read.ok
        ? { kind: 'bytes', bytes: read.value, shown }
        : { kind: 'unreadable', why: explainRefusal(read.error), shown },
    );
  }
  return files;
}

function textOf(files: ReadonlyMap<string, StoryFile>, shown: string): string | undefined {
  for (const file of files.values()) {
    if (file.shown === shown && file.kind === 'bytes') return new TextDecoder().decode(file.bytes);
  }
  return undefined;
}

/** The manifest file itself cannot be read. */
export function unreadableManifest(manifestPath: string, refusal: FileRefusal): OpenedWorkspace {
  const problem: Problem = {
    code: 'RUN001',
    severity: 'error',
    message: `the manifest ${manifestPath} cannot be read: ${explainRefusal(refusal)}`,
    hint: 'run the command in the folder of sync.yaml, or name the file with --manifest',
  };
  const counts = { destinations: 0, stories: 0, subscriptions: 0 };
  return { problems: [problem], unreadable: true, sourceOf: () => undefined, counts };
}

/** Why a file was not read, after a colon. */
export function explainRefusal(refusal: FileRefusal): string {
  switch (refusal.kind) {
    case 'missing':
      return 'there is no such file';
    case 'outside':
      return 'its real place is outside the repository';
    case 'not_a_file':
      return 'it is not a regular file';
    case 'too_large':
      return `it is ${Math.round(refusal.bytes / 1_000_000)} MB large`;
    case 'unreadable':
      return `the system refuses it (${refusal.code})`;
    default:
      return unreachable(refusal);
  }
}

function count(manifest: Manifest | undefined): OpenedWorkspace['counts'] {
  const destinations = manifest?.destinations ?? [];
  return {
    destinations: destinations.length,
    stories: manifest?.stories.size ?? 0,
    subscriptions: destinations.reduce((sum, { subscriptions }) => sum + subscriptions.length, 0),
  };
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}
