import type { Buffer } from 'node:buffer';
import { fail, type Result } from '../diagnostics/result.ts';
import { isBlob } from '../git/objects/blob-id.ts';
import { type CommittedFileRefusal, findCommittedFile } from '../git/read/committed-file.ts';
import { CommittedTree } from '../git/read/committed-tree.ts';
import type { Repository } from '../git/read/repository.ts';
import { openManifest } from '../manifest/open.ts';
import type { CatalogueStory, Manifest } from '../model/destination.ts';
import { type Layout, manifestInGit, repositoryPath } from './layout.ts';

/** The manifest of today, and where it lies. */
export type Today = {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array;
  readonly layout: Layout;
  /** ISO date. */
  readonly date: string;
};

/** The stories of today's catalogue as a commit holds them. Missing objects throw `NotFoundError`. */
export class CommitStories {
  readonly commit: string;
  /** The commit has a manifest, but none that says where its stories lie. */
  readonly manifestIsBroken: boolean;
  readonly #tree: CommittedTree;
  readonly #layout: Layout;
  readonly #then: Catalogued;
  readonly #today: Catalogued;

  private constructor(commit: string, tree: CommittedTree, today: Today, then: Manifest | 'broken' | undefined) {
    this.commit = commit;
    this.manifestIsBroken = then === 'broken';
    this.#tree = tree;
    this.#layout = today.layout;
    this.#today = catalogued(today.manifest.stories);
    this.#then = catalogued(then === undefined || then === 'broken' ? new Map() : then.stories);
  }

  static async open(repository: Repository, commit: string, today: Today): Promise<CommitStories> {
    const tree = new CommittedTree(repository.objects, commit);
    return new CommitStories(commit, tree, today, await manifestIn(tree, today));
  }

  /** Where the commit's own manifest has the story; else where today's has it. */
  pathOf(story: CatalogueStory): string {
    return repositoryPath(this.#layout, (this.#entryOf(story) ?? story).file);
  }

  /** What the commit's own manifest has under a key. */
  named(key: string): CatalogueStory | undefined {
    return this.#then.byKey.get(key);
  }

  /** Keys of the commit's own manifest. */
  get keys(): Iterable<string> {
    return this.#then.byKey.keys();
  }

  /** The blob id of the story's file. A file that was another story's then is not this one's. */
  async find(story: CatalogueStory): Promise<Result<string, CommittedFileRefusal>> {
    const taken = !this.#entryOf(story) && this.#then.files.has(story.file);
    return taken ? fail('absent') : findCommittedFile(this.#tree, this.pathOf(story));
  }

  /** By its id at the origin, else by its key, unless that stood for a story then which has another key today. */
  #entryOf(story: CatalogueStory): CatalogueStory | undefined {
    const sameId = this.#then.byId.get(story.id);
    const sameKey = this.#then.byKey.get(story.key);
    const elsewhere = this.#today.byId.get(sameKey?.id);
    return sameId ?? (elsewhere === undefined || elsewhere.key === story.key ? sameKey : undefined);
  }

  read(blob: string): Promise<Buffer> {
    return this.#tree.blob(blob);
  }
}

/** A catalogue to look things up in: each of thousands of stories asks. */
type Catalogued = {
  readonly byKey: ReadonlyMap<string, CatalogueStory>;
  /** Without those that have no id. */
  readonly byId: ReadonlyMap<number | undefined, CatalogueStory>;
  readonly files: ReadonlySet<string>;
};

function catalogued(byKey: ReadonlyMap<string, CatalogueStory>): Catalogued {
  const stories = [...byKey.values()];
  const byId = new Map(stories.flatMap((story) => (story.id === undefined ? [] : [[story.id, story]])));
  return { byKey, byId, files: new Set(stories.map(({ file }) => file)) };
}

async function manifestIn(tree: CommittedTree, today: Today): Promise<Manifest | 'broken' | undefined> {
  const { layout, manifest, bytes, date } = today;
  const blob = await findCommittedFile(tree, manifestInGit(layout));
  if (!blob.ok) return undefined;
  if (isBlob(bytes, blob.value)) return manifest;
  const then = openManifest({ file: layout.manifestPath, bytes: await tree.blob(blob.value) }, { today: date });
  return then.manifest ?? 'broken';
}
