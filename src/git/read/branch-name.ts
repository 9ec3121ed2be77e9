/**
 * The part of git's rules that keeps a name inside its folder of refs and away from lock files; and no name that git
 * would read as something else.
 */
export function isBranchName(branch: string): boolean {
  const forbidden = /[\s\p{Cc}\\~^:?*[]|\.\.|@\{|^[.-]|\.$|\.lock$/u;
  if (branch === 'HEAD' || branch.startsWith('refs/')) return false;
  return branch.split('/').every((part) => part !== '' && !forbidden.test(part));
}
