import { normalised } from '../model/normal-form.ts';
import type { Finding, Spot } from './finding.ts';
import { quoted } from './finding.ts';
import { entriesAt, idAt, textAt } from './read.ts';
import { parseStoryPath } from './story-path.ts';
import type { Cursor } from './tree.ts';
import { childOf } from './tree.ts';

export type StoryEntry = {
  readonly key: string;
  readonly id?: number;
  readonly file: string;
  readonly allowed: readonly { readonly path: string; readonly reason: string; readonly at: Spot }[];
  readonly at: Spot;
};

/** Reads `stories:`. An entry with a mistake is still known by its key, so that it is not called unknown elsewhere. */
export function readCatalogue(root: Cursor): {
  readonly stories: ReadonlyMap<string, StoryEntry>;
  readonly findings: readonly Finding[];
} {
  const stories = new Map<string, StoryEntry>();
  const findings: Finding[] = [];
  const files = new Map<string, { readonly path: string; readonly at: Spot }>();
  const ids = new Map<number, Spot>();
  const hasOrigin = childOf(root, 'origin') !== undefined;

  for (const { name: key, cursor, at } of entriesAt(root, 'stories') ?? []) {
    const subject = `story ${quoted(key)}`;
    const id = idAt(cursor, 'id');
    const written = textAt(cursor, 'file');
    const path = parseStoryPath(written?.value ?? `stories/${key}.json`);
    const fileAt = written?.at ?? at;
    const allowed = allowancesIn(cursor);
    const file = path.ok ? path.value : '';
    stories.set(key, { key, file, allowed, at, ...(id === undefined ? {} : { id: id.value }) });

    if (!path.ok && written !== undefined) {
      const { message, hint } = path.error;
      findings.push({ code: 'MAN038', message: `"file" of ${subject} ${message}`, hint, at: fileAt });
    }
    const other = path.ok ? files.get(onAnyDisk(path.value)) : undefined;
    if (path.ok && other !== undefined) {
      const also = [{ message: 'the other one is here', at: other.at.span }];
      const same = path.value === other.path ? '' : `, as ${quoted(other.path)}: macOS and Windows take both for one`;
      const message = `${subject} uses the file ${quoted(path.value)}, which another story uses already${same}`;
      findings.push({ code: 'MAN039', message, hint: 'give each story its own file', at: fileAt, also });
    } else if (path.ok) files.set(onAnyDisk(path.value), { path: path.value, at: fileAt });

    const twin = id === undefined ? undefined : ids.get(id.value);
    if (id !== undefined && twin !== undefined) {
      const also = [{ message: 'the other one is here', at: twin.span }];
      const message = `${subject} has the id ${id.value}, which another story has already`;
      findings.push({ code: 'MAN040', message, hint: 'look the id up on the origin tenant', at: id.at, also });
    } else if (id !== undefined) ids.set(id.value, id.at);

    if (hasOrigin && childOf(cursor, 'id') === undefined && isMapOrEmpty(cursor)) {
      const hint = 'add "id:" with the number of the story on the origin tenant';
      findings.push({ code: 'MAN041', message: `${subject} has no id, and the manifest has an origin`, hint, at });
    }
  }
  return { stories, findings };
}

/** Two names that some file system takes for one would overwrite each other there. */
function onAnyDisk(path: string): string {
  return normalised(path, 'NFC').toLowerCase();
}

function allowancesIn(story: Cursor): StoryEntry['allowed'] {
  return (entriesAt(story, 'allow_literals') ?? []).flatMap(({ name, cursor, at }) =>
    typeof cursor.node.plain === 'string' ? [{ path: name, reason: cursor.node.plain, at }] : [],
  );
}

function isMapOrEmpty({ node }: Cursor): boolean {
  return node.kind === 'map' || node.plain === null;
}
