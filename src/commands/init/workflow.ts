import { type ActionRef, commitCommand, isCommit } from './action-ref.ts';
import template from './workflow.json' with { type: 'json' };

export type WorkflowSettings = {
  /** Without it the zeros of the example stay: GitHub runs no such commit, so nothing runs before somebody pins it. */
  readonly action?: ActionRef;
  /** Path of the manifest in the repository. */
  readonly manifest: string;
  /** The branch whose merges are synced. */
  readonly branch: string;
};

/** `owner/name@000… # v1.2.3`, as the examples write it. */
const PLACEHOLDER = /storysync\/storysync@0{40} # v[\w.-]+/g;
/** A step of ours, down to where its inputs begin. */
const OUR_STEP = /^( +)- uses: storysync\/storysync@0{40} # v[\w.-]+\n(?: +id: .*\n)? +with:\n/gm;
/** The first of the numbered steps on top of the file. */
const PIN_STEP = /^# 1\. Pin\.[^\n]*\n(?:# {4}[^\n]*\n)*/m;

/** The workflow that examples/workflows shows, for one repository. */
export function workflowText({ action, manifest, branch }: WorkflowSettings): string {
  let text = template.join('\n');
  if (manifest !== 'sync.yaml') {
    text = text.replaceAll(OUR_STEP, (step, indent: string) => `${step}${indent}    manifest: ${scalar(manifest)}\n`);
  }
  if (branch !== 'main') text = text.replace('branches: [main]', () => `branches: [${scalar(branch)}]`);
  if (action === undefined) return text;
  const used = `${action.repository}${action.path}@${action.ref}`;
  return text.replace(PIN_STEP, () => pinStep(action)).replaceAll(PLACEHOLDER, () => used);
}

function pinStep(action: ActionRef): string {
  const { repository, ref } = action;
  const lines = isCommit(action)
    ? [`# 1. Pinned: every step runs this commit of ${repository}.`]
    : [
        `# 1. Pin. ${ref} of ${repository} can be moved, a commit cannot. Replace it by what the last line of this command says:`,
        `#      ${commitCommand(action)}`,
      ];
  return `${lines.join('\n')}\n`;
}

/** As YAML reads it back, whatever it holds. */
function scalar(text: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
