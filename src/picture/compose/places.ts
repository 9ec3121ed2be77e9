import type { DiffChange } from '../../model/story-diff.ts';
import { bounded } from './bounded.ts';

const OF_ACTION = /^(agents|pages|integrations)\[("(?:[^"\\]|\\.)*"(?:#\d+)?|[^\]"]*)\](.*)$/s;
/** How the diff tells of a place whose name may be a secret; else a path that ends here is a whole action. */
const UNNAMED = 'a setting in ';
/** More than anybody reads in a picture. */
const MOST = 40;
const LONGEST = 200;

/** The places inside each action where something changed, by its label, as the diff tells them. */
export function placesByLabel(changes: readonly DiffChange[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const { path, op, text } of changes) {
    const [, where, label, rest = ''] = OF_ACTION.exec(path) ?? [];
    if (label === undefined || (rest === '' && where === 'agents' && op !== 'update' && !text.startsWith(UNNAMED)))
      continue;
    const list = places.get(label) ?? [];
    places.set(label, list);
    if (list.length <= MOST) list.push(list.length === MOST ? '…' : bounded(placeIn(where, rest), LONGEST));
  }
  return places;
}

/** `url` for an option: that it is one says nothing to somebody who looks at a picture. */
function placeIn(where: string | undefined, rest: string): string {
  const place = rest.replace(/^\.(?:options(?=[.[])\.?)?/, '');
  if (where === 'pages') return place === '' ? 'page' : `page ${place}`;
  if (where === 'integrations') return place === '' ? 'template inputs' : `template ${place}`;
  // A place whose name may be a secret.
  return place === '' ? 'a setting' : place;
}
