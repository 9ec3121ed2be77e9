import { createHash } from 'node:crypto';
import { commentMarker } from './comment-body.ts';

const BRANCH = 'storysync/export';

/**
 * The branch that exports of a manifest go to: always the same one, and another for each manifest and for each `base`
 * beside the default branch, or two pull requests would take the commit from each other. A dash and no slash, because git
 * cannot have both `storysync/export` and `storysync/export/eu`.
 */
export function exportBranch(manifestPath: string, base?: string): string {
  if (base === undefined && manifestPath === 'sync.yaml') return BRANCH;
  const folder = /^([a-z0-9]+)\/sync\.yaml$/.exec(manifestPath)?.[1];
  if (base === undefined && folder !== undefined) return `${BRANCH}-${folder}`;
  // Two of them must not meet in one name, so what a branch cannot hold is told apart by a digest.
  const whole = base === undefined ? manifestPath : `${manifestPath}:${base}`;
  const readable = whole.replace(/\.ya?ml$/, '').replaceAll(/[^A-Za-z0-9]+/g, '-');
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  return `${BRANCH}-${readable.replaceAll(/^-|-$/g, '').slice(0, 60)}-${digest}`;
}

/** What a pull request of ours begins with: invisible, one for each manifest. */
export function exportMarker(manifestPath: string): string {
  return commentMarker('export', manifestPath);
}
