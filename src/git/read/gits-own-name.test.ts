import { expect, it } from 'vitest';
import { isGitsOwnName } from './gits-own-name.ts';

it('knows git’s own folder by every name that a file system takes for it, and no other', () => {
  const own = [
    '.git',
    '.GIT',
    '.git.',
    '.git ',
    '.git . ',
    'git~1',
    'GIT~1',
    '.g\u200cit',
    '\ufeff.git',
    '.git::$INDEX_ALLOCATION',
  ];
  expect(own.filter((name) => !isGitsOwnName(name))).toEqual([]);
  const others = ['.gitignore', '.github', 'git', 'git~2', '.git-old', 'x.git', '..git', 'digit~1'];
  expect(others.filter(isGitsOwnName)).toEqual([]);
});
