import { inMarkdown, say } from '../phrase.ts';
import { ROLLOUT_TITLE, type RolloutView } from './rollout-view.ts';

/** More lines than a person reads in a comment; the plan and the status file have all. */
const SHOWN = 50;

/** Folded away, with what counts in the line that stays: for a plan, where changes come first. */
export function rolloutInDetails(view: RolloutView | undefined): readonly string[] {
  const items = itemsOf(view);
  if (view === undefined || items.length === 0) return [];
  const open = view.lines.some(({ sign }) => sign === 'blocked') ? ' open' : '';
  return [
    [
      `<details${open}><summary>${inMarkdown(say`${ROLLOUT_TITLE}: ${view.summary}`, 'html')}</summary>`,
      '',
      ...items,
      '',
      '</details>',
    ].join('\n'),
  ];
}

/** As a list with a title of its own. */
export function rolloutAsList(view: RolloutView | undefined): readonly string[] {
  const items = itemsOf(view);
  return items.length === 0 ? [] : [`#### ${ROLLOUT_TITLE}`, items.join('\n')];
}

function itemsOf(view: RolloutView | undefined): readonly string[] {
  if (view === undefined) return [];
  const lines = view.lines.length <= SHOWN + 1 ? view.lines : view.lines.slice(0, SHOWN);
  const more = view.lines.length - lines.length;
  return [
    ...lines.map(({ phrase }) => `- ${inMarkdown(phrase)}`),
    ...(more > 0 ? [`- … ${more} more`] : []),
    ...view.notes.map((note) => `- ${inMarkdown(note)}`),
    ...view.hints.map((hint) => `- **hint:** ${inMarkdown(hint)}`),
  ];
}
