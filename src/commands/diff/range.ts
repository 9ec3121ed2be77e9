import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';

/** A version of the files: a commit by the name that somebody gave it, or the work tree. */
export type VersionName = { readonly kind: 'commit'; readonly name: string } | { readonly kind: 'work_tree' };

export type VersionRange = { readonly from: VersionName; readonly to: VersionName };

const WORK_TREE: VersionName = { kind: 'work_tree' };
const HEAD: VersionName = { kind: 'commit', name: 'HEAD' };

/** As in git: `A..B` from one commit to the other, a side left out is HEAD, `A` alone goes to the work tree. */
export function parseRange(text: string | undefined): Result<VersionRange, Problem> {
  if (text === undefined) return ok({ from: HEAD, to: WORK_TREE });
  const at = text.indexOf('..');
  if (at === -1)
    return text.trim() === '' ? fail(misread(text)) : ok({ from: { kind: 'commit', name: text }, to: WORK_TREE });
  const [from, to] = [text.slice(0, at), text.slice(at + 2)];
  if ((from === '' && to === '') || to.startsWith('.') || to.includes('..')) return fail(misread(text));
  const named = (name: string): VersionName => (name === '' ? HEAD : { kind: 'commit', name });
  return ok({ from: named(from), to: named(to) });
}

function misread(text: string): Problem {
  const three = text.includes('...');
  return {
    code: 'DIF002',
    severity: 'error',
    message: `${JSON.stringify(text)} does not say which versions to compare`,
    hint: three
      ? 'write two dots: A..B compares the two commits themselves'
      : 'write A..B for two commits, A for a commit and the work tree, or nothing for HEAD and the work tree',
  };
}
