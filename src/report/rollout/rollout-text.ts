import { wrap } from '../../diagnostics/wrap.ts';
import { inTerminal } from '../phrase.ts';
import { SYMBOLS } from '../reason-words.ts';
import type { TextOptions } from '../text-options.ts';
import { ROLLOUT_TITLE, type RolloutView } from './rollout-view.ts';

/** For a terminal or a log; nothing where nothing moves. */
export function rolloutAsText(view: RolloutView | undefined, { paint, columns }: TextOptions): string[] {
  if (view === undefined || view.lines.length + view.notes.length === 0) return [];
  const paints = { unchanged: paint.green, update: paint.yellow, skip: paint.cyan, blocked: paint.red };
  return [
    paint.bold(`${ROLLOUT_TITLE}:`),
    ...view.lines.flatMap(({ sign, phrase }) =>
      wrap(inTerminal(phrase), `  ${paints[sign](SYMBOLS[sign])} `, '        ', columns),
    ),
    ...view.notes.flatMap((note) => wrap(inTerminal(note), '    ', '      ', columns, paint.yellow)),
    ...view.hints.flatMap((hint) => wrap(`hint: ${inTerminal(hint)}`, '    ', '      ', columns, paint.cyan)),
  ];
}
