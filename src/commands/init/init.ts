import { join } from 'node:path';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { readFileSafely } from '../../files/safe-file.ts';
import { manifestSchema } from '../../manifest/shape/schema.ts';
import { parseTenantUrl } from '../../manifest/tenant-url.ts';
import type { Discovery, ExportedFile, ExportedStory } from '../../model/exported.ts';
import { type Layout, manifestFile, manifestInGit } from '../../workspace/layout.ts';
import { countManifest, type ManifestCounts } from '../../workspace/manifest-bytes.ts';
import { openSource, type StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { destinationRefusal } from '../../workspace/refused-destination.ts';
import { todayOf } from '../../workspace/surroundings.ts';
import { cannotRun, type Ended, finding } from '../ended.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import type { ReadSettings } from '../settings.ts';
import type { RequestSettings } from '../with-tenants.ts';
import type { ActionRef } from './action-ref.ts';
import { createFiles, type NewFile } from './create-files.ts';
import { SCHEMA_FILE } from './installed-package.ts';
import { manifestText, type NamedOrigin, withDestinationsIn } from './manifest-text.ts';
import { destinationLines } from './native-text.ts';
import { type OriginStories, readOriginStories } from './read-origin-stories.ts';
import { findSetupPlace, fromFolder, isThere, type SetupPlace } from './setup-place.ts';
import { type TakenOver, type TakeOver, takeOver } from './take-over.ts';
import { workflowText } from './workflow.ts';

export type InitSettings = RequestSettings &
  Pick<ReadSettings, 'readTimeout'> & {
    /** As the user wrote it. */
    readonly manifest: string;
    /** A tenant to begin with, its URL as the user wrote it. */
    readonly origin?: NamedOrigin;
    /** Whether the vendor's sync destinations of that tenant are taken over as they are. */
    readonly native: boolean;
    /** Without it: the commit that the installed package is of, where npm knows one. */
    readonly action?: ActionRef;
  };

export type InitRun = {
  readonly layout: Layout;
  readonly inRepository: boolean;
  /** Relative to the manifest's folder; `unchanged`: was there, and stays as it is. */
  readonly files: readonly ExportedFile[];
  readonly counts: ManifestCounts;
  /** The manifest as it was written. */
  readonly text: string;
  readonly exported: readonly ExportedStory[];
  /** The origin, and what was found there; absent when none was named. */
  readonly tenantUrl?: string;
  readonly discovered?: Discovery;
  /** What the vendor's own syncing serves, as it was written down; absent when nobody asked. */
  readonly takenOver?: readonly TakenOver[];
  /** Warnings. */
  readonly problems: readonly Problem[];
  /** Whether this run wrote the workflow. */
  readonly wroteWorkflow: boolean;
  /** What it runs; absent where it waits for somebody to write a commit there. */
  readonly action?: ActionRef;
};

/** Sets up a repository that validates: every file is new, all are written or none. */
export async function initCommand(
  world: CommandPorts,
  settings: InitSettings,
  progress: Progress,
): Promise<Ended<InitRun>> {
  const origin = checkOrigin(settings.origin);
  if (!origin.ok) return cannotRun([origin.error]);
  const place = await findSetupPlace(world.directory, settings.manifest);
  const { layout, repository } = place;
  if (await isThere(manifestFile(layout))) return finding([isSetUp(settings.manifest)]);
  const schema = fromFolder(layout, place.installed?.schema ?? join(layout.root, SCHEMA_FILE));
  const action = settings.action ?? place.installed?.source;
  const draft = openDraft(world, place, manifestText(schema, origin.value));
  const read =
    origin.value === undefined
      ? ok<OriginStories | undefined>(undefined)
      : await readOriginStories(world, draft.catalogue, settings, progress);
  if (!read.ok) return read;
  const taken = origin.value && read.value && (await takeOverFrom(draft.catalogue, origin.value, read.value));
  const listed = read.value?.text ?? draft.text;
  const isFilled = taken !== undefined && taken.destinations.length > 0;
  const text = isFilled ? withDestinationsIn(listed, destinationLines(taken.destinations)) : listed;
  const wanted = [...scaffold(place, action, read.value), { path: manifestFile(layout), text }];
  const missing = await Array.fromAsync(wanted, async (file) => ({ file, isNew: !(await isThere(file.path)) }));
  const created = missing.filter(({ isNew }) => isNew).map(({ file }) => file);
  const written = await createFiles(layout, created);
  if (!written.ok) return finding([written.error]);
  const files = missing.map(({ file, isNew }): ExportedFile => {
    return { path: fromFolder(layout, file.path), change: isNew ? 'add' : 'unchanged' };
  });
  return ok({
    layout,
    inRepository: repository !== undefined,
    files: [...files, ...(read.value?.unchanged ?? []).map((path) => ({ path, change: 'unchanged' as const }))],
    counts: countManifest(openDraft(world, place, text).catalogue.manifest),
    text,
    exported: read.value?.exported ?? [],
    ...(read.value === undefined ? {} : { discovered: read.value.discovered }),
    ...(origin.value === undefined ? {} : { tenantUrl: origin.value.tenantUrl }),
    ...(taken === undefined ? {} : { takenOver: taken.destinations }),
    problems: [...(read.value?.problems ?? []), ...(taken?.problems ?? [])],
    wroteWorkflow: created.some(({ path }) => path === workflowFile(layout)),
    ...(action === undefined ? {} : { action }),
    exitCode: 0,
  });
}

function checkOrigin(origin: NamedOrigin | undefined): Result<NamedOrigin | undefined, Problem> {
  if (origin === undefined) return ok(undefined);
  const url = parseTenantUrl(origin.tenantUrl);
  if (url.ok) return ok({ ...origin, tenantUrl: url.value });
  const { message, hint = 'write the address of the tenant, such as https://acme.tines.com' } = url.error;
  return fail({ code: 'INI004', severity: 'error', message: `--from ${message}`, hint });
}

/** The vendor's sync destinations in the manifest's terms, by the rules that "validate" will hold against them. */
async function takeOverFrom(
  { layout, ...draft }: StoryCatalogue,
  origin: NamedOrigin,
  { text, vendor, discovered, exported, unchanged }: OriginStories,
): Promise<TakeOver | undefined> {
  if (vendor === undefined) return undefined;
  const source = { file: layout.manifestPath, bytes: new TextEncoder().encode(text) };
  const { catalogue } = openSource(source, { ...draft, layout });
  if (catalogue === undefined) throw new Error('Internal error: the catalogue that init wrote does not open.');
  const written = new Map(exported.map((story) => [story.file, new TextEncoder().encode(story.text)]));
  for (const path of unchanged) {
    const there = await draft.read(path);
    if (there.ok) written.set(path, new Uint8Array(there.value));
  }
  const texts = new Map(
    [...catalogue.manifest.stories.values()].flatMap(({ key, file }) => {
      const bytes = written.get(file);
      return bytes === undefined ? [] : [[key, bytes] as const];
    }),
  );
  return takeOver(vendor, origin, discovered, destinationRefusal(catalogue.manifest, texts));
}

function isSetUp(manifest: string): Problem {
  return {
    code: 'INI001',
    severity: 'error',
    message: `${manifest} is there already; nothing was written`,
    hint: 'go on with "storysync validate", or name another place with --manifest',
  };
}

/** The manifest as if it were written; what we write ourselves has no mistake. */
function openDraft(
  world: Pick<CommandPorts, 'directory' | 'clock'>,
  { layout, repository }: SetupPlace,
  text: string,
): { readonly catalogue: StoryCatalogue; readonly text: string } {
  const source = { file: layout.manifestPath, bytes: new TextEncoder().encode(text) };
  const read: StoryCatalogue['read'] = (file) => readFileSafely(layout.root, join(layout.folder, file));
  const { catalogue, problems } = openSource(source, { layout, repository, today: todayOf(world), read });
  if (catalogue === undefined) throw new Error(`Internal error: init wrote ${problems.map(({ code }) => code).join()}`);
  return { catalogue, text };
}

function workflowFile({ root }: Layout): string {
  return join(root, '.github', 'workflows', 'storysync.yml');
}

/** Everything beside the manifest, which comes last: with it the repository is set up. */
function scaffold(
  { layout, branch, installed, hasPackages }: SetupPlace,
  action: ActionRef | undefined,
  read: OriginStories | undefined,
): readonly NewFile[] {
  const { root, folder } = layout;
  const manifest = manifestInGit(layout);
  const stories = (read?.exported ?? []).map(({ file, text }) => ({ path: join(folder, file), text }));
  const isEmpty = stories.length + (read?.unchanged.length ?? 0) === 0;
  return [
    ...stories,
    ...(isEmpty ? [{ path: join(folder, 'stories', '.gitkeep'), text: '' }] : []),
    ...(installed === undefined
      ? [{ path: join(root, SCHEMA_FILE), text: `${JSON.stringify(manifestSchema, null, 2)}\n` }]
      : []),
    ...(hasPackages ? [{ path: join(root, '.gitignore'), text: 'node_modules/\n' }] : []),
    { path: join(folder, '.gitattributes'), text: ATTRIBUTES },
    { path: join(root, '.github', 'actionlint.yaml'), text: LINT_EXCEPTION },
    {
      path: workflowFile(layout),
      text: workflowText({ manifest, branch, ...(action === undefined ? {} : { action }) }),
    },
  ];
}

const ATTRIBUTES = `# Stories are exported with line feeds. Their links name actions by position, so merging two edits of one story line by
# line could connect the wrong ones: git reports a conflict instead. Export the story again then.
stories/** text eol=lf -merge
`;

/** The workflow has a key of GitHub's that this linter takes for a mistake. */
export const LINT_EXCEPTION = `# What actionlint 1.7.12 does not know yet, and nothing else.
paths:
  .github/workflows/storysync.yml:
    ignore:
      - 'unexpected key "queue" for "concurrency" section'
`;
