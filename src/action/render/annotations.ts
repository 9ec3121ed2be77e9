import type { Place, Problem } from '../../diagnostics/problem.ts';
import type { Manifest } from '../../model/destination.ts';
import { waitingOf } from '../../model/fact/waits-of.ts';
import type { Plan, PlannedStory } from '../../model/plan.ts';
import type { Awaited } from '../../model/rollout.ts';
import type { Outcome, Reason } from '../../model/status.ts';
import { pinOf } from '../../model/wanted-story.ts';
import { moment } from '../../report/age.ts';
import { isFinding } from '../../report/exit-code.ts';
import { explain, explainIfAny } from '../../report/explain/explain.ts';
import { pinPhrase } from '../../report/note-phrase.ts';
import { inTerminal } from '../../report/phrase.ts';
import { shownCauses } from '../../report/plan/causes.ts';
import { missing as missingWords, OVERWRITTEN, recordType } from '../../report/plan/story-notes.ts';
import { ACTION_WORDS, causesOf, count, REASON_WORDS, STATUS_WORDS, whyWords } from '../../report/reason-words.ts';
import { waitPhrase } from '../../report/rollout/wait-words.ts';
import type { Annotation, AnnotationLevel } from '../ports.ts';
import { messageOf, titleOf } from './annotation-text.ts';
import { placesIn } from './manifest-places.ts';

/** An annotation, and whether it only says that all is well: those are the first to go when there are too many. */
export type Mark = { readonly annotation: Annotation; readonly quiet: boolean };

/** The name of a file in the repository for a name that a place has. */
export type ToRepoPath = (file: string) => string;

/** Findings at their places. One without a place stands in the report alone. */
export function findingAnnotations(problems: readonly Problem[], toRepoPath: ToRepoPath): readonly Mark[] {
  return problems.flatMap(({ code, severity, message, hint, place, related }) => {
    if (place === undefined) return [];
    const see = (related ?? []).map((each) => `See also ${each.place.file}:${each.place.line}: ${each.message}`);
    const annotation = {
      ...at(place, toRepoPath),
      level: severity === 'error' ? ('failure' as const) : ('warning' as const),
      title: titleOf(`${code}: ${severity}`),
      message: messageOf([message, ...see, `hint: ${hint}`]),
    };
    return [{ annotation, quiet: false }];
  });
}

export type PlanAnnotationOptions = {
  readonly toRepoPath: ToRepoPath;
  /** Destinations that were not asked, with the reason. */
  readonly unbound?: ReadonlyMap<string, string>;
};

/** Every pair of the plan at the manifest's entry that asks for it. */
export function planAnnotations(
  plan: Plan,
  manifest: Manifest,
  { toRepoPath, unbound = new Map() }: PlanAnnotationOptions,
): readonly Mark[] {
  const placeOf = placesIn(manifest);
  const pinned = pinnedIn(manifest);
  return plan.destinations.flatMap(({ name, stories }) =>
    stories.map((story) => {
      const level = planLevel(story);
      const why = unbound.get(name);
      const annotation = {
        ...at(placeOf(name, story.key), toRepoPath),
        level,
        title: titleOf(`${name} / ${story.key}: ${waitingOr(story.waits, ACTION_WORDS[story.action])}`),
        message: messageOf([
          ...planLines(story),
          pinLine(pinned.get(name), story.key, story.reason),
          why === undefined ? null : `Planned without asking the tenant: ${why}`,
        ]),
      };
      return { annotation, quiet: level === 'notice' && story.action === 'unchanged' };
    }),
  );
}

/** Every outcome at the manifest's entry that asks for it. */
export function statusAnnotations(
  outcomes: readonly Outcome[],
  manifest: Manifest,
  toRepoPath: ToRepoPath,
): readonly Mark[] {
  const placeOf = placesIn(manifest);
  const pinned = pinnedIn(manifest);
  return outcomes.map((outcome) => {
    const level = statusLevel(outcome);
    const { destination, storyKey, status, warnings, behind } = outcome;
    const { hint } = explainIfAny(outcome.fact);
    const annotation = {
      ...at(placeOf(destination, storyKey), toRepoPath),
      level,
      title: titleOf(`${destination} / ${storyKey}: ${waitingOr(waitingOf(outcome), STATUS_WORDS[status])}`),
      message: messageOf([
        ...becameOf(outcome),
        pinLine(pinned.get(destination), storyKey, outcome.reason),
        behind ? `${count(behind.commits, 'commit')} behind, since ${moment(behind.since)}` : null,
        ...warnings.map((each) => `Warning: ${explain(each).message}`),
        hint === null ? null : `hint: ${hint}`,
      ]),
    };
    return { annotation, quiet: level === 'notice' && status === 'synced' };
  });
}

/** A reason is asked the same way in a plan and in a status, so that both call the same thing a warning. */
function planLevel({ action, reason, warnings, conflict }: PlannedStory): AnnotationLevel {
  if (action === 'blocked') return 'failure';
  const finding = action === 'skip' && isFinding({ status: 'requires_sync', reason });
  const overwrites = conflict && action === 'update';
  return finding || overwrites || warnings.length > 0 ? 'warning' : 'notice';
}

function statusLevel(outcome: Outcome): AnnotationLevel {
  if (outcome.status === 'failed') return 'failure';
  return isFinding(outcome) || outcome.warnings.length > 0 ? 'warning' : 'notice';
}

/** `waits for ring canary (until 2026-11-30 07:00 UTC)`, where the rollout keeps a pair back. */
function waitingOr(waiting: Awaited | undefined, otherwise: string): string {
  return waiting === undefined ? otherwise : inTerminal(waitPhrase(waiting));
}

const CHANGES = 5;

function planLines(story: PlannedStory): readonly (string | null)[] {
  const { action, reason, changes, missing, recordTypes, warnings } = story;
  const { message, hint } = explainIfAny(story.fact);
  const { marks } = shownCauses(changes);
  const shown = changes.length <= CHANGES + 1 ? changes : changes.slice(0, CHANGES);
  return [
    reason === null ? sentence(action === 'unchanged' ? 'nothing to do' : whyWords(story)) : null,
    ...causesOf(reason, message).map((cause, index) => (index === 0 ? sentence(inTerminal(cause)) : inTerminal(cause))),
    ...(reason === 'missing_prerequisite'
      ? []
      : missing.map((each) => `Missing there: ${inTerminal(missingWords(each))}`)),
    ...recordTypes.filter((step) => step.action !== 'reuse').map((step) => sentence(inTerminal(recordType(step)))),
    ...editLines(story),
    ...shown.map(({ text }, index) => `- ${text} ${marks[index] ?? ''}`.trimEnd()),
    shown.length < changes.length ? `- … ${changes.length - shown.length} more` : null,
    ...warnings.map((each) => `Warning: ${explain(each).message}`),
    hint === null ? null : `hint: ${hint}`,
  ];
}

type Pinned = Manifest['destinations'][number];

function pinnedIn({ destinations }: Manifest): ReadonlyMap<string, Pinned> {
  return new Map(destinations.flatMap((each) => (each.pin === undefined ? [] : [[each.name, each]])));
}

/** Which content it is about, and who says so, where the reason does not tell that already. */
function pinLine(destination: Pinned | undefined, key: string, reason: Reason | null): string | null {
  const pin = reason === 'pinned' || destination === undefined ? undefined : pinOf(destination, key);
  return pin === undefined ? null : sentence(inTerminal(pinPhrase(pin)));
}

function editLines({ action, conflict, drift }: PlannedStory): readonly string[] {
  if (drift.length === 0) return [];
  const more = drift.length > CHANGES + 1 ? [`and ${drift.length - CHANGES} more`] : [];
  const places = [...(more.length > 0 ? drift.slice(0, CHANGES) : drift), ...more].join(', ');
  if (!conflict) return [`edited there: ${places}`];
  return [`conflict: edited there: ${places}`, ...(action === 'update' ? [sentence(OVERWRITTEN)] : [])];
}

const DID_WORDS: { readonly [did in Outcome['did']]: string } = {
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Nothing to do: in sync with git',
  nothing: 'Nothing was done',
};

/** Why a story was pushed no longer holds once it is there; a message says it better than "nothing". */
function becameOf({ status, did, reason, fact }: Outcome): readonly (string | null)[] {
  const { message } = explainIfAny(fact);
  if (status === 'synced') {
    const done = did === 'nothing' ? 'In sync with git' : DID_WORDS[did];
    return [reason === null || reason === 'new' ? done : `${done} (${REASON_WORDS[reason]})`, message];
  }
  const causes = causesOf(reason, message).map((cause) => inTerminal(cause));
  return causes.length === 0 ? [DID_WORDS[did]] : causes.map((cause, index) => (index === 0 ? sentence(cause) : cause));
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function at(place: Place, toRepoPath: ToRepoPath): Pick<Annotation, 'path' | 'startLine' | 'endLine'> {
  return { path: toRepoPath(place.file), startLine: place.line, endLine: place.line };
}
