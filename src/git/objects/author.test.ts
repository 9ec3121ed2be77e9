import { expect, it } from 'vitest';
import { authorFrom, DEFAULT_AUTHOR } from './author.ts';

it('the author of commits is storysync, unless another is named in full', () => {
  const read = (text?: string): unknown => {
    const author = authorFrom(text === undefined ? {} : { STORYSYNC_GIT_AUTHOR: text });
    return author.ok ? author.value : author.error.code;
  };
  expect([read(), read(' ')]).toEqual([DEFAULT_AUTHOR, DEFAULT_AUTHOR]);
  expect(read('Ann Éxample <ann@example.com>')).toEqual({ name: 'Ann Éxample', email: 'ann@example.com' });
  for (const text of [
    'Ann',
    '<ann@example.com>',
    'Ann <ann@example.com',
    'Ann <>',
    'Ann <a@b>\nBob <c@d>',
    'A<b> <c>',
  ]) {
    expect([text, read(text)]).toEqual([text, 'STA009']);
  }
});
