import { type Drawing, element, written } from '../drawing.ts';
import type { PictureNode } from '../picture.ts';
import { ACTION_HEIGHT, ACTION_WIDTH, NOTE_LINE, NOTE_PAD, NOTE_SIZE, type PlacedNode } from '../place/place-nodes.ts';
import { inRoom, oneLine, widthOf, wrapText } from '../words.ts';
import { type Colour, painted } from './colours.ts';
import { badge, colourOf, type Look } from './marks.ts';
import { titleOfNode } from './titles.ts';

const PAD = 11;
const KIND_SIZE = 10;
const NAME_SIZE = 12.5;
/** Bold letters are wider. */
const BOLD = 1.12;
const PLACE_SIZE = 10.5;

export function drawNode(placed: PlacedNode, look: Look): Drawing {
  const { node, box } = placed;
  const attributes = { class: `sp-node sp-${look}`, transform: `translate(${box.x} ${box.y})` };
  const title = written('title', {}, titleOfNode(node, look));
  const inside = node.kind === 'note' ? drawNote(placed, look) : drawAction(node, look);
  const mark = look === 'unchanged' ? [] : [badge(look, box.width - 3, 3)];
  return element('g', attributes, [title, ...inside, ...mark]);
}

function drawAction(node: PictureNode, look: Look): readonly Drawing[] {
  const { name, kind, disabled, places } = node;
  const isQuiet = look === 'unchanged';
  const frame = {
    ...painted({ fill: groundOf(look), stroke: colourOf(look) }),
    'stroke-width': isQuiet ? 1 : 2,
    ...dashesOf(look),
  };
  const size = { x: 0, y: 0, width: ACTION_WIDTH, height: ACTION_HEIGHT, rx: 8 };
  const room = ACTION_WIDTH - 2 * PAD;
  const shown = oneLine(name);
  const told = look === 'changed' ? placesLine(places, room) : undefined;
  const lines = shown === '' ? ['(no name)'] : wrapText(shown, room / BOLD, NAME_SIZE, told === undefined ? 3 : 2);
  // Few lines stand in the middle of the room that many would take.
  const rows = lines.length * 14 + (told === undefined ? 0 : 14);
  const first = 22 + Math.max(0, (ACTION_HEIGHT - 25 - rows) / 2) + 11;
  const struck = look === 'removed' ? { 'text-decoration': 'line-through' } : {};
  return [
    ...(kind === 'group' ? [element('rect', { ...size, ...frame, x: 4, y: -4 })] : []),
    element('rect', { ...size, ...frame }),
    ...(kind === 'page'
      ? [
          element('path', {
            d: `M1 8Q1 1 8 1H${ACTION_WIDTH - 8}Q${ACTION_WIDTH - 1} 1 ${ACTION_WIDTH - 1} 8Z`,
            ...painted({ fill: isQuiet ? 'wire' : colourOf(look) }),
          }),
        ]
      : []),
    kindGlyph(node.type, isQuiet ? 'wire' : colourOf(look)),
    written(
      'text',
      { x: PAD + 13, y: 18, 'font-size': KIND_SIZE, ...painted({ fill: 'muted' }) },
      inRoom(`${oneLine(node.type)}${disabled ? ', disabled' : ''}`, room - 24, KIND_SIZE),
    ),
    ...lines.map((line, at) =>
      written(
        'text',
        {
          x: PAD,
          y: first + at * 14,
          'font-size': NAME_SIZE,
          'font-weight': 600,
          ...painted({ fill: look === 'removed' || disabled ? 'muted' : 'ink' }),
          ...struck,
        },
        line,
      ),
    ),
    ...(told === undefined
      ? []
      : [
          written(
            'text',
            { x: PAD, y: first + lines.length * 14, 'font-size': PLACE_SIZE, ...painted({ fill: 'changed' }) },
            told,
          ),
        ]),
  ];
}

function drawNote({ box, lines }: PlacedNode, look: Look): readonly Drawing[] {
  const { width, height } = box;
  const frame = {
    ...painted({ fill: look === 'unchanged' ? 'note' : groundOf(look), stroke: colourOf(look) }),
    ...dashesOf(look),
  };
  return [
    element('rect', { x: 0, y: 0, width, height, rx: 2, ...frame, 'stroke-width': look === 'unchanged' ? 0.75 : 1.5 }),
    element('rect', {
      x: 0,
      y: 0,
      width: 3,
      height,
      ...painted({ fill: look === 'unchanged' ? 'wire' : colourOf(look) }),
    }),
    ...lines.flatMap((line, at) =>
      line === ''
        ? []
        : [
            written(
              'text',
              {
                x: NOTE_PAD + 1,
                y: NOTE_PAD + 11 + at * NOTE_LINE,
                'font-size': NOTE_SIZE,
                ...painted({ fill: 'muted' }),
                ...(look === 'removed' ? { 'text-decoration': 'line-through' } : {}),
              },
              line,
            ),
          ],
    ),
  ];
}

function groundOf(look: Look): Colour {
  return look === 'unchanged' ? 'box' : `${look}-box`;
}

function dashesOf(look: Look): Drawing['attributes'] {
  return look === 'removed' ? { 'stroke-dasharray': '6 4' } : look === 'rewired' ? { 'stroke-dasharray': '2 3' } : {};
}

/** `url, headers.Accept +2`: as many places as fit. */
function placesLine(places: readonly string[], room: number): string | undefined {
  const [first, ...more] = places.map(oneLine);
  if (first === undefined) return undefined;
  let line = first;
  for (const [at, place] of more.entries()) {
    const rest = more.length - at - 1;
    const longer = `${line}, ${place}`;
    if (widthOf(`${longer}${rest > 0 ? ` +${rest}` : ''}`, PLACE_SIZE) > room) {
      return inRoom(line, room - widthOf(` +${rest + 1}`, PLACE_SIZE), PLACE_SIZE).concat(` +${rest + 1}`);
    }
    line = longer;
  }
  return inRoom(line, room, PLACE_SIZE);
}

const GLYPHS: ReadonlyMap<string, string> = new Map([
  ['webhook', 'M0 1H5V-2L9 2.5L5 7V4H0Z'],
  ['condition', 'M4.5 -2L9 2.5L4.5 7L0 2.5Z'],
  ['HTTP request', 'M0 2.5A4.5 4.5 0 1 1 9 2.5A4.5 4.5 0 1 1 0 2.5ZM2 2.5H7'],
  ['event transform', 'M0 -1H9V1H0ZM0 2H6V4H0ZM0 5H8V7H0Z'],
  ['send email', 'M0 -1H9V6H0ZM0 -1L4.5 3L9 -1'],
  ['receive email', 'M0 -1H9V6H0ZM0 6L4.5 2L9 6'],
  ['send to story', 'M0 -1H6V1.5H9L6 7V4H0Z'],
  ['page', 'M1 -2H8V7H1Z'],
  ['group', 'M0 -2H6V4H0ZM3 1H9V7H3Z'],
  ['AI agent', 'M4.5 -3L6 1L10 2.5L6 4L4.5 8L3 4L-1 2.5L3 1Z'],
]);
const DOT = 'M1 2.5A3.5 3.5 0 1 1 8 2.5A3.5 3.5 0 1 1 1 2.5Z';

/** What kind of action it is, to be told apart at a glance. */
function kindGlyph(type: string, colour: Colour): Drawing {
  return element('path', {
    d: GLYPHS.get(type) ?? DOT,
    transform: `translate(${PAD} 12)`,
    ...painted({ stroke: colour }),
    'stroke-width': 1.3,
    'stroke-linejoin': 'round',
  });
}
