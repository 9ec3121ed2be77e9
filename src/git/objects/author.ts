import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';

/** Who commits are by. */
export type Author = { readonly name: string; readonly email: string };

export const DEFAULT_AUTHOR: Author = { name: 'storysync', email: 'storysync@users.noreply.github.com' };

/** `STORYSYNC_GIT_AUTHOR="Name <mail>"`, or ourselves. */
export function authorFrom(environment: { readonly [name: string]: string | undefined }): Result<Author, Problem> {
  const text = environment.STORYSYNC_GIT_AUTHOR?.trim() ?? '';
  if (text === '') return ok(DEFAULT_AUTHOR);
  const [, name, email] = /^([^<>\p{Cc}]*[^<>\p{Cc}\s])\s*<([^<>\p{Cc}\s]+)>$/u.exec(text) ?? [];
  return name === undefined || email === undefined ? fail(noAuthor()) : ok({ name, email });
}

function noAuthor(): Problem {
  return {
    code: 'STA009',
    severity: 'warning',
    message: 'STORYSYNC_GIT_AUTHOR is not a name followed by an address in angle brackets',
    hint: 'write it like this: STORYSYNC_GIT_AUTHOR="Ann Example <ann@example.com>"; until then commits are by storysync',
  };
}
