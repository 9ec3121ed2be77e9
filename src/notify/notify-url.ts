import { fail, ok, type Result } from '../diagnostics/result.ts';
import { isLoopback } from '../model/tenant/loopback.ts';

/** The address of a webhook. It is a secret as a whole, so what is wrong with it is said without a part of it. */
export function parseNotifyUrl(text: string): Result<URL, string> {
  if (/[\s\p{Cc}]/u.test(text)) return fail('it holds white space, expected one address');
  const url = URL.parse(text);
  if (url === null) return fail('it is not a URL, expected https://…');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    return fail('it does not begin with https:// (http is for localhost, 127.0.0.0/8 and [::1] only)');
  if (url.username !== '' || url.password !== '') return fail('it holds a user name or password; remove it');
  if (url.hash !== '') return fail('it holds a fragment ("#…"); remove it');
  return ok(url);
}

/** All texts to be masked: whoever has the path has the address. */
export function masksForUrl({ href, pathname, search }: URL): readonly string[] {
  const path = `${pathname}${search}`;
  return path.length < SHORTEST_PATH ? [href] : [href, path];
}

/** A path such as `/` would black out every log. */
const SHORTEST_PATH = 8;
