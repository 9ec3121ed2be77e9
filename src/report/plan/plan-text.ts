import type { Paint } from '../../diagnostics/paint.ts';
import { wrap } from '../../diagnostics/wrap.ts';
import type { Plan, PlanAction, PlannedStory } from '../../model/plan.ts';
import { shortId } from '../../model/text/short-id.ts';
import { costPhrase } from '../forecast-phrase.ts';
import { notePhrase, pinPhrase } from '../note-phrase.ts';
import { inTerminal, joined, name, type Phrase, say, words } from '../phrase.ts';
import { count, REASON_WORDS, SYMBOLS, someNames } from '../reason-words.ts';
import { planRollout } from '../rollout/plan-rollout.ts';
import { rolloutAsText } from '../rollout/rollout-text.ts';
import type { RolloutView } from '../rollout/rollout-view.ts';
import type { TextOptions } from '../text-options.ts';
import { type Block, enginePhrase, type FoldedPlan, foldPlan, ringPhrase, type UnreadGroup } from './fold.ts';
import { blockSummary, planTotals } from './headline.ts';
import {
  type LeftBehindList,
  leftBehindLists,
  leftBehindNotes,
  leftBehindTitle,
  leftBehindTotals,
} from './left-behind.ts';
import { legendOf } from './legend.ts';
import { MISSING_HINT, MISSING_TITLE, missingPhrases } from './missing.ts';
import { type OnboardingBlock, onboardingBlocks } from './onboarding.ts';
import { hintPhrase, type Note, storyNotes, storyTitle } from './story-notes.ts';

/** Destinations left behind that are named, and the vendor's. */
const SHOWN = 10;
const MORE = '--verbose shows all';

export type PlanTextOptions = TextOptions & {
  /** Recorded state counted that is signed by nobody. */
  readonly unsigned?: boolean;
};

/** The plan for a terminal or a log: what is blocked, what will happen, what waits, then the totals. */
export function planAsText(plan: Plan, options: PlanTextOptions): string {
  const { paint, columns } = options;
  const folded = foldPlan(plan);
  const rollout = planRollout(plan, { fold: !options.verbose, unsigned: options.unsigned ?? false });
  const sections = [
    wrap(inTerminal(header(plan)), '', '  ', columns, paint.dim),
    ...folded.unread.map((group) => unreadLines(group, options)),
    ...folded.blocks.map((block) => blockLines(block, options)),
    upToDateLines(folded, options),
    rolloutAsText(rollout, options),
    missingLines(plan, options),
    ...onboardingBlocks(plan).map((block) => onboardingLines(block, options)),
    leftBehindTotals(plan).flatMap((phrase) => wrap(inTerminal(phrase), '', '  ', columns)),
    ...leftBehindLists(plan).map((listing) => leftBehindLines(listing, options)),
    [
      ...wrap(planTotals(plan.destinations, plan.commit), '', '  ', columns, paint.bold),
      ...(plan.forecast === undefined ? [] : wrap(inTerminal(costPhrase(plan.forecast)), '', '  ', columns)),
      paint.dim(`Digest: ${forDigest(plan.digest)}`),
    ],
    // A legend is for a person; whoever reads a file or a log searches it.
    ...(columns === undefined ? [] : [legendLines(folded, rollout, options)]),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Nothing where the plan shows no sign. */
function legendLines(folded: FoldedPlan, rollout: RolloutView | undefined, { paint, columns }: TextOptions): string[] {
  const legend = legendOf(folded, rollout?.lines);
  return legend === '' ? [] : wrap(legend, '', '', columns, paint.dim);
}

function header({ manifest, commit }: Plan): Phrase {
  const at = commit === null ? ['as it stands in the work tree'] : say`at commit ${name(shortId(commit))}`;
  return say`Plan for ${name(manifest)} ${at}`;
}

/** Enough of the digest to compare by eye; the plan file holds it whole. */
function forDigest(digest: string): string {
  return inTerminal([name(digest.replace(/^sha256:/, '').slice(0, 12))]);
}

function unreadLines({ reason, stories, causes }: UnreadGroup, options: TextOptions): string[] {
  const { paint, verbose, columns } = options;
  const names = causes.flatMap(({ destinations }) => destinations.map((each) => each.name)).toSorted();
  const title = say`${shownNames(names, verbose)}: ${REASON_WORDS[reason]} (${count(stories, 'story', 'stories')} blocked)`;
  const shown = verbose || causes.length <= 4 ? causes : causes.slice(0, 3);
  const lines = wrap(inTerminal(title), `${paint.red('!')} `, '    ', columns, paint.bold);
  for (const cause of shown) {
    const who = causes.length === 1 ? [] : say`${someNames(cause.destinations.map((each) => each.name))}: `;
    if (cause.message !== null)
      lines.push(...noteLines({ tone: 'cause', phrase: say`${who}${words(cause.message)}` }, 4, options));
    if (cause.hint !== null) lines.push(...noteLines({ tone: 'next', phrase: hintPhrase(cause.hint) }, 4, options));
  }
  if (shown.length < causes.length) lines.push(`    … ${causes.length - shown.length} more (${MORE})`);
  return lines;
}

function shownNames(names: readonly string[], verbose: boolean): Phrase {
  if (!verbose) return someNames(names);
  return joined(
    names.map((each) => [name(each)]),
    ', ',
  );
}

function blockLines(block: Block, options: TextOptions): string[] {
  const { paint, verbose, columns } = options;
  const names = block.destinations.map((each) => each.name);
  const [only] = block.destinations;
  const address =
    only !== undefined && names.length === 1 ? say` (${name(only.tenantUrl)}, team ${String(only.teamId)})` : [];
  const manual = block.manualSyncOnly ? ', manual sync only' : '';
  const title = say`${shownNames(names, verbose)}${address}${enginePhrase(block)}${ringPhrase(block)}${manual}: ${blockSummary(block)}`;
  const lines = wrap(inTerminal(title), '', '    ', columns, paint.bold);
  if (block.hold) lines.push(...noteLines({ tone: 'plain', phrase: notePhrase('held', block.hold) }, 4, options));
  if (block.pin) lines.push(...noteLines({ tone: 'plain', phrase: pinPhrase(block.pin) }, 4, options));
  for (const note of block.native) lines.push(...noteLines(note, 4, options));
  for (const story of block.stories) lines.push(...storyLines(story, options));
  for (const left of block.leftBehind) {
    lines.push(...wrap(inTerminal(leftBehindTitle(left)), '  . ', '      ', columns, paint.dim));
    for (const note of leftBehindNotes(left)) lines.push(...noteLines(note, 6, options));
  }
  return lines;
}

function storyLines(story: PlannedStory, options: TextOptions): string[] {
  const { paint, verbose, columns } = options;
  const symbol = symbolPaint(story.action, paint)(SYMBOLS[story.action]);
  const key = paint.bold(inTerminal([name(story.key)]));
  const [first = '', ...rest] = wrap(`${key}${inTerminal(storyTitle(story))}`, `  ${symbol} `, '        ', columns);
  const notes = storyNotes(story, { verbose, more: MORE });
  return [first, ...rest, ...notes.flatMap((note) => noteLines(note, 6, options))];
}

function symbolPaint(action: PlanAction, paint: Paint): (text: string) => string {
  return { create: paint.green, update: paint.yellow, blocked: paint.red, skip: paint.cyan, unchanged: paint.dim }[
    action
  ];
}

function noteLines({ tone, phrase }: Note, indent: number, { paint, columns }: TextOptions): string[] {
  const style = { cause: paint.red, next: paint.cyan, weighty: paint.yellow, plain: undefined, warning: paint.yellow }[
    tone
  ];
  const space = ' '.repeat(indent);
  return wrap(inTerminal(phrase), space, `${space}  `, columns, style);
}

function missingLines(plan: Plan, { paint, columns }: TextOptions): string[] {
  const all = missingPhrases(plan);
  if (all.length === 0) return [];
  return [
    MISSING_TITLE,
    ...all.flatMap((phrase) => wrap(inTerminal(phrase), '    ', '      ', columns, paint.yellow)),
    ...wrap(MISSING_HINT, '    ', '      ', columns, paint.cyan),
  ];
}

function onboardingLines({ title, lines, hint }: OnboardingBlock, { paint, columns }: TextOptions): string[] {
  return [
    ...wrap(inTerminal(title), '', '    ', columns, paint.bold),
    ...lines.flatMap((phrase) => wrap(inTerminal(phrase), '    ', '      ', columns)),
    ...(hint.length === 0 ? [] : wrap(inTerminal(hint), '    ', '      ', columns, paint.cyan)),
  ];
}

/** What the manifest no longer has, one line each. */
function leftBehindLines({ title, phrases, next }: LeftBehindList, { paint, verbose, columns }: TextOptions): string[] {
  if (phrases.length === 0) return [];
  const shown = verbose || phrases.length <= SHOWN + 1 ? phrases : phrases.slice(0, SHOWN);
  const more = shown.length < phrases.length ? [`    … ${phrases.length - shown.length} more (${MORE})`] : [];
  return [
    ...wrap(title, '', '  ', columns, paint.dim),
    ...shown.flatMap((phrase) => wrap(inTerminal(phrase), '  . ', '      ', columns, paint.dim)),
    ...more,
    ...wrap(next, '    ', '      ', columns, paint.cyan),
  ];
}

function upToDateLines({ unread, blocks, upToDate }: FoldedPlan, { verbose, paint, columns }: TextOptions): string[] {
  const [first] = upToDate;
  // The last line says it all when there is nothing else.
  if (first === undefined || (!verbose && unread.length + blocks.length === 0)) return [];
  const sentence = `${count(upToDate.length, 'destination has', 'destinations have')} nothing to change`;
  if (!verbose) return [paint.dim(`${sentence}.`)];
  return wrap(
    inTerminal(
      say`${sentence}: ${shownNames(
        upToDate.map((each) => each.name),
        true,
      )}`,
    ),
    '',
    '  ',
    columns,
    paint.dim,
  );
}
