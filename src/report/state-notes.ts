import type { Problem } from '../diagnostics/problem.ts';
import { type Phrase, say, words } from './phrase.ts';

/** Trouble with recorded state, as a report tells it: what was not written is missing in the next run. */
export type StateNote = { readonly phrase: Phrase; readonly hint: string };

export const STATE_TITLE = 'Recorded state';

export function stateNotes(problems: readonly Problem[]): readonly StateNote[] {
  return problems.map(({ code, message, hint }) => ({
    phrase: say`${code} ${words(message)}`,
    hint,
  }));
}
