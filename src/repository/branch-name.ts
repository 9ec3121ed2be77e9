/** The part of git's rules that keeps a name inside its folder of refs and away from lock files. */
export function isBranchName(branch: string): boolean {
  const forbidden = /[\s\p{Cc}\\~^:?*[]|\.\.|@\{|^[.-]|\.$|\.lock$/u;
  return branch.split('/').every((part) => part !== '' && !forbidden.test(part));
}
