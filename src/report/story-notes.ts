import type { MissingPrerequisite, PlannedStory, RecordTypeStep, UrlChange } from '../model/plan.ts';
import { shownCauses } from './causes.ts';
import { joined, name, type Phrase, say, words } from './phrase.ts';
import { ACTION_WORDS, count, REASON_WORDS } from './wording.ts';

/** One line below a story. `tone` says how loud it is; the format decides what that looks like. */
export type Note = { readonly tone: 'cause' | 'next' | 'weighty' | 'plain' | 'warning'; readonly phrase: Phrase };

type Shortening = { readonly verbose: boolean; readonly more: string };

/** How many lines of one sort are shown when not everything is asked for. */
const SHOWN = 12;

/** What stands in the story's own line: key, name, reason. */
export function storyTitle(story: PlannedStory): Phrase {
  const reason = (story.reason === null ? ACTION_WORDS[story.action] : REASON_WORDS[story.reason]) + distance(story);
  return story.name === story.key ? say`: ${reason}` : say` ${words(`"${story.name}"`)}: ${reason}`;
}

/** How far a detached story is from git. Without changes it may be equal, absent or not compared: other lines say which. */
function distance({ detached, action, changes }: PlannedStory): string {
  return detached && action === 'skip' && changes.length > 0 ? `, ${count(changes.length, 'change')} behind` : '';
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
  const before: readonly Note[] = [
    ...(story.message === null
      ? []
      : [{ tone: story.action === 'blocked' ? 'cause' : 'plain', phrase: [words(story.message)] } as const]),
    ...(story.hint === null ? [] : [{ tone: 'next', phrase: say`next: ${words(story.hint)}` } as const]),
    ...records.map(
      (step) => ({ tone: step.action === 'reuse' ? 'plain' : 'weighty', phrase: recordType(step) }) as const,
    ),
    ...story.missing.map((each) => ({ tone: 'weighty', phrase: missing(each) }) as const),
    ...story.urls.map((each) => ({ tone: 'weighty', phrase: address(each) }) as const),
    ...edits(story, options).map((phrase) => ({ tone: story.conflict ? 'weighty' : 'plain', phrase }) as const),
    ...(causes.lead === undefined ? [] : [{ tone: 'plain', phrase: [causes.lead] } as const]),
  ];
  const changes = shortened(
    story.changes.map(({ text }, index) => {
      const mark = causes.marks[index];
      return mark ? say`${words(text)} ${mark}` : [words(text)];
    }),
    'plain',
  );
  const after = story.warnings.map((each) => ({ tone: 'warning', phrase: say`warning: ${words(each)}` }) as const);
  return [before, changes, after];
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

/** What the destination lacks, as a sentence. */
export function missing({ kind, slug }: MissingPrerequisite): Phrase {
  return say`missing at the destination: ${kind} ${name(slug)}`;
}

function address({ action, kind, op }: UrlChange): Phrase {
  const what = kind === 'mcp_server' ? 'MCP server' : kind;
  return op === 'add' ? say`new address: ${what} ${name(action)}` : say`address disappears: ${what} ${name(action)}`;
}

/** What somebody did there. It is a conflict when a push would undo it, whatever `on_drift` makes of that. */
function edits({ action, conflict, drift }: PlannedStory, options: Shortening): readonly Phrase[] {
  if (drift.length === 0) return [];
  const places = shorten(
    drift.map((path) => [name(path)]),
    options,
  );
  const list = joined(places, ', ');
  if (!conflict) return [say`edited at the destination: ${list}`];
  if (action !== 'update') return [say`conflict: a push would overwrite an edit made there: ${list}`];
  return [say`conflict: the push overwrites an edit made there: ${list}; saved as a version first`];
}
