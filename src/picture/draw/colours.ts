import type { Drawing } from '../drawing.ts';

/** Light and dark. Each text colour is readable on each ground that it is used on. */
const COLOURS = {
  paper: ['#ffffff', '#0d1117'],
  box: ['#ffffff', '#161b22'],
  ink: ['#1f2328', '#e6edf3'],
  muted: ['#59636e', '#9198a1'],
  line: ['#c8d0d8', '#3d444d'],
  wire: ['#8c959f', '#656c76'],
  note: ['#f6f8fa', '#1c2128'],
  sign: ['#ffffff', '#0d1117'],
  added: ['#1a7f37', '#3fb950'],
  'added-box': ['#e6f9ea', '#12261e'],
  removed: ['#c93036', '#ff7b72'],
  'removed-box': ['#fff1f0', '#2a171b'],
  changed: ['#8a5a00', '#e3b341'],
  'changed-box': ['#fff6dc', '#2b2312'],
  rewired: ['#7a3fd0', '#bc8cff'],
  'rewired-box': ['#f7f0ff', '#211a33'],
  moved: ['#0969da', '#58a6ff'],
  'moved-box': ['#eaf5ff', '#131f33'],
} as const;

export type Colour = keyof typeof COLOURS;
const NAMES = Object.keys(COLOURS) as readonly Colour[];

/**
 * What a picture looks like. A page sets it once for all pictures and may set the variables anew; the attributes that
 * `painted` gives beside the classes are for viewers that know no variables.
 */
export const PICTURE_STYLE = [
  `.sp{${variables(0)}}`,
  `@media (prefers-color-scheme:dark){.sp{${variables(1)}}}`,
  ...NAMES.map((name) => `.sp .sp-f-${name}{fill:var(--sp-${name})}.sp .sp-s-${name}{stroke:var(--sp-${name})}`),
].join('\n');

function variables(side: 0 | 1): string {
  return NAMES.map((name) => `--sp-${name}:${COLOURS[name][side]}`).join(';');
}

/** The attributes of something filled and drawn in these colours. */
export function painted({ fill, stroke }: { readonly fill?: Colour; readonly stroke?: Colour }): Drawing['attributes'] {
  const classes = [...(fill ? [`sp-f-${fill}`] : []), ...(stroke ? [`sp-s-${stroke}`] : [])];
  return {
    class: classes.join(' '),
    fill: fill ? COLOURS[fill][0] : 'none',
    ...(stroke ? { stroke: COLOURS[stroke][0] } : {}),
  };
}
