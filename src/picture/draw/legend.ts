import { type Drawing, element, written } from '../drawing.ts';
import type { Picture } from '../picture.ts';
import { inRoom, oneLine, widthOf, wrapText } from '../words.ts';
import { painted } from './colours.ts';
import { badge, LOOKS } from './marks.ts';
import { remarksOn } from './titles.ts';

const NAME_SIZE = 16;
const SIZE = 12;
const SMALL = 11;

export type Legend = { readonly parts: readonly Drawing[]; readonly height: number };

/** The name, what became of how many, and what else must be known; as high as its lines are. */
export function drawLegend(drawn: Picture, whole: Picture, moved: boolean, width: number): Legend {
  const name = oneLine(drawn.name) || '(no name)';
  const parts: Drawing[] = [
    element('g', {}, [
      written('title', {}, name),
      written(
        'text',
        { x: 0, y: 16, 'font-size': NAME_SIZE, 'font-weight': 700, ...painted({ fill: 'ink' }) },
        inRoom(name, width, NAME_SIZE),
      ),
    ]),
  ];
  let [x, y] = [0, 42];
  const place = (text: string, sign: (typeof LOOKS)[number] | undefined): void => {
    const wide = widthOf(text, SIZE) + (sign === undefined ? 0 : 22) + 16;
    if (x > 0 && x + wide > width) [x, y] = [0, y + 24];
    if (sign !== undefined) parts.push(badge(sign, x + 9, y - 4));
    const left = x + (sign === undefined ? 0 : 23);
    parts.push(written('text', { x: Math.round(left), y, 'font-size': SIZE, ...painted({ fill: 'ink' }) }, text));
    x = Math.round(x + wide);
  };
  const { counts } = whole;
  for (const look of LOOKS) {
    if (counts[look] > 0 && (look !== 'moved' || moved)) place(`${counts[look]} ${look}`, look);
  }
  const touched = LOOKS.some((look) => look !== 'moved' && counts[look] > 0);
  if (counts.unchanged > 0) place(`${counts.unchanged} ${touched ? 'unchanged' : plural(counts.unchanged)}`, undefined);
  if (counts.unchanged === 0 && !touched) place('no actions', undefined);
  const remarks = remarksOn(drawn, whole).join(' ');
  for (const line of remarks === '' ? [] : wrapText(remarks, width, SMALL, 4)) {
    y += parts.length > 1 ? 20 : 0;
    parts.push(written('text', { x: 0, y, 'font-size': SMALL, ...painted({ fill: 'muted' }) }, line));
  }
  return { parts, height: y + 14 };
}

function plural(count: number): string {
  return count === 1 ? 'action' : 'actions';
}
