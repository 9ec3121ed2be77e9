import { unreachable } from '../../diagnostics/result.ts';
import type { Pin } from '../../model/destination.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { PinFact, PinTrouble } from '../../model/fact/pin-fact.ts';
import { shortId } from '../../model/text/short-id.ts';
import { describeNote } from './explain-story.ts';

/** What a pin makes of a pair. */
export function explainPin(fact: PinFact): Words {
  if (fact.kind === 'pinned')
    return { message: `pinned to ${shortId(fact.pin.commit)}: ${describeNote(fact.pin)}`, hint: null };
  return explainTrouble(fact.because, fact.pin);
}

const FULL_HISTORY = 'bring the history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)';

function explainTrouble(because: PinTrouble, { commit }: Pin): { readonly message: string; readonly hint: string } {
  const pin = `pin ${shortId(commit)}`;
  switch (because.kind) {
    case 'no_repository':
      return {
        message: `${pin} needs git history, and the manifest is in no git repository`,
        hint: 'run the command in a clone of the repository',
      };
    case 'unknown_commit':
      return {
        message: `${pin} is no commit of this clone`,
        hint: 'pin to a commit of the default branch; git log --oneline lists them',
      };
    case 'ambiguous_commit': {
      const { commits } = because;
      const some = commits.slice(0, 3).map((each) => each.slice(0, 16));
      return {
        message: `${pin} can mean ${commits.length} commits of the default branch`,
        hint: `write more of it: ${some.join(', ')}${commits.length > some.length ? ', …' : ''}`,
      };
    }
    case 'not_merged':
      return {
        message: `${pin} is not part of the default branch`,
        hint: 'pin to a commit that was merged; git log --oneline lists them',
      };
    case 'history_missing':
      return historyMissing(pin, because.clone, commit);
    case 'tip_missing':
      return {
        message: `${pin} cannot be looked up: this clone lacks ${shortId(because.tip)}, the tip of the default branch`,
        hint: `bring it: git fetch origin (in a workflow: fetch-depth: 0 for actions/checkout)`,
      };
    case 'git_unreadable':
    case 'story_clashes':
      return { message: `${pin}: ${because.finding.message}`, hint: because.finding.hint ?? ANOTHER };
    case 'story_absent':
      return {
        message: `${pin} has no such story: there is no ${because.at}`,
        hint: 'pin to a commit that has it, or leave the story out of "pin.stories"',
      };
    case 'story_unusable':
      return { message: `${pin}: ${because.at}: ${because.finding.message}`, hint: ANOTHER };
    default:
      return unreachable(because);
  }
}

const ANOTHER = 'pin to another commit, or take the pin out: storysync unpin --destination NAME';

function historyMissing(pin: string, clone: 'shallow' | 'partial' | 'full', commit: string) {
  switch (clone) {
    case 'shallow':
      return { message: `${pin} cannot be looked up: this clone is shallow`, hint: FULL_HISTORY };
    case 'partial':
      return {
        message: `${pin} cannot be read: this clone is partial`,
        hint: 'bring what was left out: git fetch --refetch --no-filter',
      };
    case 'full':
      return { message: `a part of ${pin} is not in this clone`, hint: `bring it: git fetch origin ${commit}` };
  }
}
