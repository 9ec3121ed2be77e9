import type { PlannedStory, RecordTypeStep, UrlChange } from '../../model/plan.ts';
import type { MissingPrerequisite } from '../../model/prerequisite.ts';
import { explain, explainIfAny } from '../explain/explain.ts';
import { joined, name, type Phrase, say, words } from '../phrase.ts';
import { count, whyWords } from '../reason-words.ts';
import { waitPhrase } from '../rollout/wait-words.ts';
import { shownCauses } from './causes.ts';

/** One line below a story. `tone` says how loud it is; the format decides what that looks like. */
export type Note = { readonly tone: 'cause' | 'next' | 'weighty' | 'plain' | 'warning'; readonly phrase: Phrase };

type Shortening = { readonly verbose: boolean; readonly more: string };

/** How many lines of one sort are shown when not everything is asked for. */
const SHOWN = 12;

/** What stands in the story's own line: key, name, reason, and what a push would do where it has to wait. */
export function storyTitle(story: PlannedStory): Phrase {
  const would = wouldBe(story);
  const title = say`${reasonOf(story)}${would === undefined ? '' : `; ${would}`}`;
  return story.name === story.key ? say`: ${title}` : say` ${words(`"${story.name}"`)}: ${title}`;
}

function reasonOf(story: PlannedStory): Phrase {
  if (story.waits !== undefined) return waitPhrase(story.waits);
  if (isTitledByMissing(story)) return say`missing there: ${missingList(story)}`;
  return [whyWords(story)];
}

/** What the next push would do once somebody lets it go. */
function wouldBe({ would, changes }: PlannedStory): string | undefined {
  if (would === 'create') return 'would be created';
  if (would !== 'update') return undefined;
  return changes.length === 0 ? 'would be updated' : `would be updated (${count(changes.length, 'change')})`;
}

/**
 * Everything there is to say about a story, weightiest first: what stops it, what cannot be undone
 * (record types, addresses), what is lost (drift), then the changes themselves.
 */
export function storyNotes(story: PlannedStory, options: Shortening): readonly Note[] {
  const [before, changes, after] = storyNoteParts(story, options);
  return [...before, ...changes, ...after];
}

/** The same in three parts, so that a view can fold away the changes in the middle. */
export function storyNoteParts(
  story: PlannedStory,
  options: Shortening,
): readonly [before: readonly Note[], changes: readonly Note[], after: readonly Note[]] {
  const records = story.recordTypes.filter(({ action, name: own, target }) => {
    return options.verbose || action !== 'reuse' || (own !== target && story.action !== 'unchanged');
  });
  const causes = shownCauses(story.changes);
  const shortened = (phrases: readonly Phrase[], tone: Note['tone']): Note[] =>
    shorten(phrases, options).map((phrase) => ({ tone, phrase }));
  const titled = isTitledByMissing(story);
  const { message, hint } = explainIfAny(story.fact);
  const before: readonly Note[] = [
    ...(message === null || titled
      ? []
      : [{ tone: story.action === 'blocked' ? 'cause' : 'plain', phrase: [words(message)] } as const]),
    ...(hint === null || titled ? [] : [{ tone: 'next', phrase: hintPhrase(hint) } as const]),
    ...records.map(
      (step) => ({ tone: step.action === 'reuse' ? 'plain' : 'weighty', phrase: recordType(step) }) as const,
    ),
    ...(story.missing.length === 0 || titled
      ? []
      : [{ tone: 'weighty', phrase: say`missing there: ${missingList(story)}` } as const]),
    ...story.urls.map((each) => ({ tone: 'weighty', phrase: address(each) }) as const),
    ...edits(story, options),
    ...(causes.lead === undefined ? [] : [{ tone: 'plain', phrase: [causes.lead] } as const]),
  ];
  const changes = shortened(
    story.changes.map(({ text }, index) => {
      const mark = causes.marks[index];
      return mark ? say`${words(text)} ${mark}` : [words(text)];
    }),
    'plain',
  );
  const after = [
    ...vendorNotes(story),
    ...story.warnings.map((warning) => {
      return { tone: 'warning', phrase: say`warning: ${words(explain(warning).message)}` } as const;
    }),
  ];
  return [before, changes, after];
}

/** The vendor's own word, where all is not well. */
function vendorNotes({ vendorStatus }: PlannedStory): readonly Note[] {
  if (vendorStatus === undefined || vendorStatus === 'synced') return [];
  return [{ tone: 'plain', phrase: say`status at the vendor: ${vendorStatus}` }];
}

function shorten(phrases: readonly Phrase[], { verbose, more }: Shortening): readonly Phrase[] {
  // "1 more" would take the line that the last one needs.
  if (verbose || phrases.length <= SHOWN + 1) return phrases;
  return [...phrases.slice(0, SHOWN), [`… ${phrases.length - SHOWN} more (${more})`]];
}

/** What happens to a record type, as a sentence. */
export function recordType({ name: own, action, target, fields, because }: RecordTypeStep): Phrase {
  const list = joined(
    fields.map((field) => [name(field)]),
    ', ',
  );
  const reason = because === '' ? [] : say`: ${words(because)}`;
  switch (action) {
    case 'reuse':
      return say`record type ${name(own)} uses ${name(target)} as it is${reason}`;
    case 'create':
      return say`record type ${name(target)} is created${fields.length === 0 ? [] : say` (${list})`}${reason}`;
    case 'add_fields':
      return say`record type ${name(target)} gets ${list}${reason}`;
    case 'create_sequential':
      return say`record type ${name(target)} is created beside the one in use${reason}`;
  }
}

/** `hint: create it there`, the same word in every text. */
export function hintPhrase(hint: string): Phrase {
  return say`hint: ${words(hint)}`;
}

/** `credential virustotal`. */
export function missing({ kind, slug }: MissingPrerequisite): Phrase {
  return say`${kind === 'story' ? 'sub-story' : kind} ${name(slug)}`;
}

function missingList(story: PlannedStory): Phrase {
  return joined(story.missing.map(missing), ', ');
}

/** What is missing stands in the title then, and what to do about it once below all stories. */
function isTitledByMissing({ reason, missing: all }: PlannedStory): boolean {
  return reason === 'missing_prerequisite' && all.length > 0;
}

function address({ action, kind, op }: UrlChange): Phrase {
  const what = kind === 'mcp_server' ? 'MCP server' : kind;
  return op === 'add' ? say`new ${what} URL: ${name(action)}` : say`${what} URL removed: ${name(action)}`;
}

/** What somebody did there. It is a conflict when a push would undo it, whatever `on_drift` makes of that. */
function edits({ action, reason, conflict, drift }: PlannedStory, options: Shortening): readonly Note[] {
  // The reason of a story that the edit blocks names the places already.
  if (drift.length === 0 || (action === 'blocked' && reason === 'drift')) return [];
  const places = shorten(
    drift.map((path) => [name(path)]),
    options,
  );
  const list = joined(places, ', ');
  if (!conflict) return [{ tone: 'plain', phrase: say`edited there: ${list}` }];
  return [
    { tone: 'weighty', phrase: say`conflict: edited there: ${list}` },
    ...(action === 'update' ? [{ tone: 'weighty', phrase: [OVERWRITTEN] } as const] : []),
  ];
}

/** What a push does to an edit that was made there. */
export const OVERWRITTEN = 'the push overwrites this edit, and saves what is there as a version first';
