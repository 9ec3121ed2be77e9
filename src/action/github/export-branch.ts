import { createHash } from 'node:crypto';
import { commentMarker } from '../render/comment-body.ts';

const BRANCH = 'storysync/export';

/**
 * The branch that exports of a manifest go to: always the same one, and another for each manifest, or two pull requests
 * would take the commit from each other. A dash and no slash, because git cannot have both `storysync/export` and
 * `storysync/export/eu`.
 */
export function exportBranch(manifestPath: string): string {
  if (manifestPath === 'sync.yaml') return BRANCH;
  const folder = /^([a-z0-9]+)\/sync\.yaml$/.exec(manifestPath)?.[1];
  if (folder !== undefined) return `${BRANCH}-${folder}`;
  // Two of them must not meet in one name, so what a branch cannot hold is told apart by a digest.
  const readable = manifestPath.replace(/\.ya?ml$/, '').replaceAll(/[^A-Za-z0-9]+/g, '-');
  const digest = createHash('sha256').update(manifestPath).digest('hex').slice(0, 8);
  return `${BRANCH}-${readable.replaceAll(/^-|-$/g, '').slice(0, 60)}-${digest}`;
}

/** What a pull request of ours begins with: invisible, one for each manifest. */
export function exportMarker(manifestPath: string): string {
  return commentMarker('export', manifestPath);
}
