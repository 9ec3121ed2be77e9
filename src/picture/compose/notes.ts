import type { Story } from '../../model/story.ts';
import type { CanvasSpot, PictureNode } from '../picture.ts';
import { bounded } from './bounded.ts';
import { listIn, sameSpot, spotIn } from './canvas.ts';

type Note = { readonly guid: string; readonly text: string; readonly at: CanvasSpot; readonly width: number | null };

const ELSEWHERE: CanvasSpot = { x: 0, y: 0 };

/**
 * The notes of both sides. One and the same is what has the same guid, else the same text; `same`: the comparison found
 * no difference among them, so that each has a partner, whatever its guid.
 */
export function notesOf(before: Story | undefined, after: Story | undefined, same: boolean): readonly PictureNode[] {
  const [old, now] = [notesIn(before), notesIn(after)];
  const partners = new Map<Note, Note>();
  const taken = new Set<Note>();
  const pair = (key: (note: Note) => string): void => {
    const waiting = Map.groupBy(
      // Backwards, and taken from the end: from the front, each of many that are alike would move all others.
      old.filter((note) => !taken.has(note)).toReversed(),
      key,
    );
    for (const note of now) {
      const partner = partners.has(note) ? undefined : waiting.get(key(note))?.pop();
      if (partner === undefined) continue;
      partners.set(note, partner);
      taken.add(partner);
    }
  };
  pair(({ guid, text }) => guid || `\n${text}`);
  pair(({ text }) => text);
  if (same) pair(() => '');
  return [
    ...now.map((note) => {
      const partner = partners.get(note);
      if (partner === undefined) return asNode(note, 'added', null);
      const moved = sameSpot(partner.at, note.at) ? null : partner.at;
      return asNode(
        note,
        same || (partner.text === note.text && partner.width === note.width) ? 'unchanged' : 'changed',
        moved,
      );
    }),
    ...old.filter((note) => !taken.has(note)).map((note) => asNode(note, 'removed', null)),
  ];
}

function notesIn(story: Story | undefined): readonly Note[] {
  return listIn(story?.diagram_notes).map((note) => ({
    guid: typeof note.guid === 'string' ? note.guid : '',
    text: typeof note.content === 'string' ? note.content : '',
    at: spotIn(note.position) ?? ELSEWHERE,
    width: typeof note.width === 'number' && Number.isFinite(note.width) && note.width > 0 ? note.width : null,
  }));
}

function asNode({ text, at, width }: Note, mark: PictureNode['mark'], from: CanvasSpot | null): PictureNode {
  const none: readonly string[] = [];
  return {
    kind: 'note',
    mark,
    name: bounded(text),
    type: '',
    at,
    from,
    width,
    disabled: false,
    places: none,
    tools: none,
  };
}
