import { expect, it } from 'vitest';
import { systemCode, systemHint, systemWords } from './system-code.ts';

it.each([
  ['ENOSPC', 'the disk is full (ENOSPC)', 'free space'],
  ['EDQUOT', 'the disk quota is used up (EDQUOT)', 'free space'],
  ['EROFS', 'the file system is read-only (EROFS)', 'mount it writable'],
  ['EACCES', 'permission denied (EACCES)', 'let this user write there'],
  ['EWHATEVER', 'the system refuses it (EWHATEVER)', 'look there'],
])('%s is told in words, with something to do', (code, words, hint) => {
  expect(systemWords(code)).toBe(words);
  expect(systemHint(code, 'look there')).toContain(hint);
});

it('an error without a code is unknown', () => {
  expect(systemCode(new Error('hm'))).toBe('unknown');
});
