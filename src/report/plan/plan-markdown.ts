import type { Plan, PlannedStory } from '../../model/plan.ts';
import { shortId } from '../../model/text/short-id.ts';
import { costPhrase } from '../forecast-phrase.ts';
import { notePhrase, pinPhrase } from '../note-phrase.ts';
import { inMarkdown, joined, name, type Phrase, say, words } from '../phrase.ts';
import { ACTION_WORDS, count, REASON_WORDS, someNames } from '../reason-words.ts';
import { planRollout } from '../rollout/plan-rollout.ts';
import { rolloutInDetails } from '../rollout/rollout-markdown.ts';
import { type Block, enginePhrase, foldPlan, ringPhrase, type UnreadGroup } from './fold.ts';
import { blockSummary, planTotals } from './headline.ts';
import {
  type LeftBehindList,
  leftBehindLists,
  leftBehindNotes,
  leftBehindTitle,
  leftBehindTotals,
} from './left-behind.ts';
import { MISSING_HINT, MISSING_TITLE, missingPhrases } from './missing.ts';
import { type OnboardingBlock, onboardingBlocks } from './onboarding.ts';
import { type Note, storyNoteParts, storyTitle } from './story-notes.ts';

/** A thousand names are no help in a comment, and comments have a size limit. */
const NAMES = 100;
const CAUSES = 10;
const MORE = 'see the plan file';

export type PlanMarkdownOptions = {
  /** How the changes of a story are shown: as lines, as lines folded away, or as their number. */
  readonly changes?: 'listed' | 'collapsed' | 'counted';
  /** Markdown that stands right below the headline. */
  readonly lead?: readonly string[];
  /** Recorded state counted that is signed by nobody. */
  readonly unsigned?: boolean;
};

/** The plan for a pull request, a check run or a job summary. Headline first: that is what a narrow view shows. */
export function planAsMarkdown(
  plan: Plan,
  { changes = 'listed', lead = [], unsigned = false }: PlanMarkdownOptions = {},
): string {
  const { unread, blocks, upToDate } = foldPlan(plan);
  const commit =
    plan.commit === null ? ['as it stands in the work tree'] : say`at commit ${name(shortId(plan.commit))}`;
  const source = say`${name(plan.manifest)} ${commit}, digest ${name(plan.digest.replace(/^sha256:/, '').slice(0, 12))}`;
  const rest =
    upToDate.length > 0 && unread.length + blocks.length > 0
      ? [`${count(upToDate.length, 'destination has', 'destinations have')} nothing to change.`]
      : [];
  const totals = leftBehindTotals(plan).map((phrase) => inMarkdown(phrase));
  const sections = [
    `### ${planTotals(plan.destinations, plan.commit)}`,
    inMarkdown(source),
    ...(plan.forecast === undefined ? [] : [`${inMarkdown(costPhrase(plan.forecast))}.`]),
    ...lead,
    ...rolloutInDetails(planRollout(plan, { fold: true, unsigned })),
    ...missingSection(plan),
    ...onboardingBlocks(plan).map(onboardingSection),
    ...unread.map(unreadSection),
    ...blocks.map((block) => blockSection(block, changes)),
    ...rest,
    ...(totals.length > 0 ? [totals.join(' ')] : []),
    ...leftBehindLists(plan).map(leftBehindSection),
  ];
  return `${sections.join('\n\n')}\n`;
}

function unreadSection({ reason, stories, causes }: UnreadGroup): string {
  const names = causes.flatMap(({ destinations }) => destinations.map((each) => each.name)).toSorted();
  const title = say`${someNames(names)}: ${REASON_WORDS[reason]} (${count(stories, 'story', 'stories')} blocked)`;
  const items = causes.slice(0, CAUSES).flatMap(({ destinations, message, hint }) => {
    const who = causes.length === 1 ? [] : say`${someNames(destinations.map((each) => each.name))}: `;
    return [
      ...(message === null ? [] : [`- ${inMarkdown(say`${who}${words(message)}`)}`]),
      ...(hint === null ? [] : [`  - **hint:** ${inMarkdown([words(hint)])}`]),
    ];
  });
  if (causes.length > CAUSES) items.push(`- … ${causes.length - CAUSES} more (${MORE})`);
  return section(title, names, items, true);
}

function missingSection(plan: Plan): readonly string[] {
  const items = missingPhrases(plan).map((phrase) => `- ${inMarkdown(phrase)}`);
  if (items.length === 0) return [];
  return [[`**${MISSING_TITLE}**`, '', ...items, `- ${MISSING_HINT.replace(/^\w+:/, '**$&**')}`].join('\n')];
}

function onboardingSection({ title, lines, hint }: OnboardingBlock): string {
  const items = lines.map((phrase) => `- ${inMarkdown(phrase)}`);
  const next = hint.length === 0 ? [] : [`- ${inMarkdown(hint).replace(/^\w+:/, '**$&**')}`];
  return [`**${inMarkdown(title)}**`, '', ...items, ...next].join('\n');
}

type Changes = NonNullable<PlanMarkdownOptions['changes']>;

function blockSection(block: Block, changes: Changes): string {
  const names = block.destinations.map((each) => each.name);
  const [only] = block.destinations;
  const address =
    only !== undefined && names.length === 1 ? say` (${name(only.tenantUrl)}, team ${String(only.teamId)})` : [];
  const manual = block.manualSyncOnly ? ', manual sync only' : '';
  const title = say`${someNames(names)}${address}${enginePhrase(block)}${ringPhrase(block)}${manual}: ${blockSummary(block)}`;
  const items = [
    ...(block.hold === undefined ? [] : [`- ${inMarkdown(notePhrase('held', block.hold))}`]),
    ...(block.pin === undefined ? [] : [`- ${inMarkdown(pinPhrase(block.pin))}`]),
    ...block.native.map((note) => noteItem(note).replace(/^ {2}/, '')),
    ...block.stories.flatMap((story) => storyItems(story, changes)),
  ];
  for (const left of block.leftBehind) {
    items.push(`- **left behind** ${inMarkdown(leftBehindTitle(left))}`, ...leftBehindNotes(left).map(noteItem));
  }
  return section(
    title,
    names,
    items,
    block.stories.some(({ action }) => action === 'blocked'),
  );
}

function leftBehindSection({ title, phrases, next }: LeftBehindList): string {
  const shown = phrases.slice(0, CAUSES).map((phrase) => `- ${inMarkdown(phrase)}`);
  const more = phrases.length > CAUSES ? [`- … ${phrases.length - CAUSES} more (${MORE})`] : [];
  return [`**${title}**`, '', ...shown, ...more, `- ${next.replace(/^\w+:/, '**$&**')}`].join('\n');
}

/** Blocked things stay open; what is folded for many destinations names them inside. */
function section(title: Phrase, names: readonly string[], items: readonly string[], open: boolean): string {
  if (names.length === 1) return [`**${inMarkdown(title)}**`, '', ...items].join('\n');
  const shown = names.slice(0, NAMES).map((each): Phrase => [name(each)]);
  const more = names.length > NAMES ? [`, … ${names.length - NAMES} more (${MORE})`] : [];
  const list = names.length > 3 ? ['', inMarkdown(say`On ${joined(shown, ', ')}${more}`)] : [];
  const head = `<details${open ? ' open' : ''}><summary>${inMarkdown(title, 'html')}</summary>`;
  return [head, '', ...items, ...list, '', '</details>'].join('\n');
}

function storyItems(story: PlannedStory, changes: Changes): readonly string[] {
  const title = `- **${story.waits ? 'waiting' : ACTION_WORDS[story.action]}** ${inMarkdown(say`${name(story.key)}${storyTitle(story)}`)}`;
  const [before, middle, after] = storyNoteParts(story, { verbose: false, more: MORE });
  return [title, ...before.map(noteItem), ...changeItems(middle.map(noteItem), story, changes), ...after.map(noteItem)];
}

function changeItems(items: readonly string[], story: PlannedStory, changes: Changes): readonly string[] {
  const amount = count(story.changes.length, 'change');
  // One line folded away would take one line.
  if (changes === 'listed' || items.length < 2) return items;
  if (changes === 'counted') return [`  - ${amount} (${MORE})`];
  return [
    `  - <details><summary>${amount}</summary>`,
    '',
    ...items.map((item) => `  ${item}`),
    '',
    '    </details>',
    '',
  ];
}

function noteItem({ tone, phrase }: Note): string {
  const text = inMarkdown(phrase);
  return tone === 'next' || tone === 'warning' || tone === 'weighty'
    ? `  - ${text.replace(/^\w+:/, '**$&**')}`
    : `  - ${text}`;
}
