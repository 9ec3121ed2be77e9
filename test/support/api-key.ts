import { ApiKey } from '../../src/model/api-key.ts';

/** A key of a test, which is always of the right form. */
export function apiKey(text: string): ApiKey {
  const key = ApiKey.from(text);
  if (key === undefined) throw new Error(`${text} is no key`);
  return key;
}
