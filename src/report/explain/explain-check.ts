import { unreachable } from '../../diagnostics/result.ts';
import type { CheckName, FoundCheck, RunCheck } from '../../model/diagnosis.ts';
import type { Words } from '../../model/fact/fact.ts';
import { moment } from '../age.ts';
import { inDocument } from '../phrase.ts';
import { recordType } from '../plan/story-notes.ts';
import { count } from '../reason-words.ts';
import { explain } from './explain.ts';
import { describeTenantFailure } from './explain-tenant.ts';

/** What one check of a destination found. */
export function explainCheck({ check, fact }: FoundCheck): Words {
  switch (fact.kind) {
    case 'in_order':
      return { message: IN_ORDER[check], hint: null };
    case 'key_in_vault': {
      const as = (role: string | null): string => (role === null ? '' : ` as "${role}"`);
      const { forSync } = fact;
      const untried = forSync === 'same' ? '' : `; what a sync reads there${as(forSync.role)} is not tried`;
      return { message: `read from ${fact.address}${as(fact.role)}, and accepted${untried}`, hint: null };
    }
    case 'not_looked_at':
      return { message: 'not looked at', hint: null };
    case 'left_to_vendor':
      return { message: "left to the vendor's own syncing, and not looked at", hint: null };
    case 'out_of_reach':
      return { message: OUT_OF_REACH[check] ?? 'not read: the requests of a doctor were used up', hint: ASK_MORE };
    case 'part_unread':
      return { message: `not told: ${describeTenantFailure(fact.failure)}`, hint: null };
    case 'would_make':
      return { message: inDocument(recordType(fact.step)), hint: null };
    case 'clock_apart': {
      const how = fact.seconds > 0 ? 'ahead of' : 'behind';
      return {
        message: `the tenant's clock is ${spanOf(Math.abs(fact.seconds))} ${how} this machine's`,
        hint: 'set both by a time server: ages in reports, and how long a tenant asks to wait, are off by as much',
      };
    }
    case 'no_time_told':
      return {
        message: 'the answers carry no time, so no time of an edit is trusted and every run compares in full',
        hint: 'ask who runs the proxy or gateway in between to let the "Date" header through',
      };
    case 'as_planned':
      return explain(fact.by);
    default:
      return unreachable(fact);
  }
}

const OUT_OF_REACH: { readonly [check in CheckName]?: string } = {
  ownership: 'to find out whose stories stand there takes more requests than a doctor sends',
  content: 'to compare what stands there takes more requests than a doctor sends',
};
const ASK_MORE = '"storysync plan" asks as often as it takes';

/** What is true where nothing is wrong. */
const IN_ORDER: { readonly [check in CheckName]: string } = {
  files: 'the files of its stories can be used',
  key: 'accepted',
  tenant: 'answers',
  team: 'visible to the key',
  stories: 'listed completely',
  ownership: 'no story of somebody else is in the way',
  change_control: 'off for every story that would be written to',
  credentials: 'every one that is named is there',
  resources: 'every one that is named is there',
  sub_stories: 'every one that is named is there, or comes along',
  record_types: 'used as they are',
  content: 'nothing else is in the way of a push',
  clock: "within a minute of this machine's",
};

function spanOf(seconds: number): string {
  return seconds >= 120 ? count(Math.floor(seconds / 60), 'minute') : count(seconds, 'second');
}

/** What holds for all destinations alike. */
export function explainRunCheck({ fact }: RunCheck): Words {
  switch (fact.kind) {
    case 'no_repository':
      return {
        message: 'the manifest is not in a git repository, so nothing is recorded between runs',
        hint: 'keep it in git: edits at a destination can then be told from changes in git',
      };
    case 'no_remote':
      return {
        message: 'none; recorded state stays in this clone',
        hint: 'add one that is reached by https: git remote add origin URL',
      };
    case 'remote_unusable':
      return {
        message: `"${fact.remote}" ${fact.why}; recorded state stays in this clone`,
        hint: fact.hint ?? 'check "git remote -v", and STORYSYNC_GIT_TOKEN where it needs a token',
      };
    case 'remote_reached':
      return { message: `"${fact.remote}" can be read and pushed to`, hint: null };
    case 'remote_read_only':
      return {
        message: `"${fact.remote}" can be read, not pushed to: it ${fact.why}`,
        hint: 'give the job that syncs "permissions: contents: write"; elsewhere set STORYSYNC_GIT_TOKEN',
      };
    case 'state_unused':
      return { message: 'not used', hint: null };
    case 'no_state_yet':
      return { message: `"${fact.branch}" is not there yet; the first sync creates it`, hint: null };
    case 'state_read':
      return { message: `"${fact.branch}" can be read; last written ${moment(fact.writtenAt)}`, hint: null };
    case 'state_trouble':
      return { message: fact.message, hint: fact.hint };
    case 'state_key_given':
      return { message: 'given; state is signed and verified', hint: null };
    case 'no_state_key':
      return {
        message: 'none; recorded state is only a hint',
        hint: 'give the jobs that write a secret as STORYSYNC_STATE_KEY (in the Action: state-key)',
      };
    default:
      return unreachable(fact);
  }
}

/** What no request can tell, and only the first sync will. */
export const UNTOLD = [
  'whether a key may write: no request tells its role, and an import needs Editor',
  'whether new stories of a team are under change control by default',
  'whether the rules of the state branch let a push through',
] as const;
