import type { Plan, PlannedDestination, PlannedStory, RecordTypeStep } from '../../model/plan.ts';
import { byText } from '../../model/text/order.ts';
import { inMarkdown, name, type Phrase, say } from '../phrase.ts';
import { someNames } from '../reason-words.ts';
import { forecastOf, forecastPhrase, weightyAtVendor } from './native-notes.ts';
import { recordType } from './story-notes.ts';

const SHOWN = 20;

type Consequence = { readonly rank: number; readonly phrase: Phrase };

/**
 * What a reviewer must see before all else, over all destinations: record types that change (data lives in them, and
 * none of it can be taken back), somebody's edits that are overwritten, and what is deleted or left to the vendor there. Same words are one line. Empty when there is none.
 */
export function consequencesAsMarkdown({ destinations }: Plan): string {
  const found = new Map<string, Consequence & { readonly names: Set<string> }>();
  for (const destination of destinations) {
    const atVendor = weightyAtVendor(destination).map((phrase) => ({ rank: 0, phrase }));
    for (const each of [...atVendor, ...forecastsOf(destination), ...destination.stories.flatMap(consequencesOf)]) {
      const text = inMarkdown(each.phrase);
      const known = found.get(text) ?? { ...each, names: new Set<string>() };
      known.names.add(destination.name);
      found.set(text, known);
    }
  }
  if (found.size === 0) return '';
  const lines = [...found]
    .toSorted(([leftText, left], [rightText, right]) => {
      return left.rank - right.rank || right.names.size - left.names.size || byText(leftText, rightText);
    })
    .map(([, { phrase, names }]) => `- ${inMarkdown(say`${someNames([...names].toSorted(byText))}: ${phrase}`)}`);
  const shown = lines.length <= SHOWN + 1 ? lines : lines.slice(0, SHOWN);
  const more = lines.length > shown.length ? [`- … ${lines.length - shown.length} more (see below)`] : [];
  return ['**Look at these first**', '', ...shown, ...more].join('\n');
}

const RANK: { readonly [action in RecordTypeStep['action']]: number } = {
  create_sequential: 2,
  add_fields: 3,
  create: 4,
  reuse: 5,
};

/** Of a destination where everything waits for the rollout nothing comes now. */
function forecastsOf(destination: PlannedDestination): readonly Consequence[] {
  const { native, stories } = destination;
  const comes = stories.some(({ action }) => action === 'create' || action === 'update');
  if (!comes && (native?.consent ?? null) === null) return [];
  return forecastOf(destination)
    .filter(({ action }) => action !== 'reuse')
    .map((step) => ({ rank: RANK[step.action], phrase: forecastPhrase(step) }));
}

function consequencesOf(story: PlannedStory): readonly Consequence[] {
  const { key, action, conflict, drift, recordTypes } = story;
  if (action === 'unchanged' || action === 'skip') return [];
  const overwrites = conflict && action === 'update';
  return [
    ...(overwrites
      ? [{ rank: 1, phrase: say`${name(key)}: conflict: edited there: ${someNames(drift)}; the push overwrites it` }]
      : []),
    ...recordTypes
      .filter((step) => step.action !== 'reuse')
      .map((step) => ({ rank: RANK[step.action], phrase: recordType(step) })),
  ];
}
