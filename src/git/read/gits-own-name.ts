/**
 * Whether some file system takes this name for git's own folder: macOS overlooks characters that show nothing, Windows
 * dots and blanks at the end, and knows `git~1` as its short name. Git refuses to check such a name out.
 */
export function isGitsOwnName(name: string): boolean {
  const seen = name.replaceAll(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '');
  return /^(?:\.git|git~1)[. ]*(?::.*)?$/is.test(seen);
}
