import type { JsonValue } from '../json/value.ts';
import { isArray, isObject } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import type { Literal } from '../push/copies.ts';

const KINDS: readonly (readonly [kind: string, form: RegExp])[] = [
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/],
  ['Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}|hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/],
  ['API key', /\bsk-[A-Za-z0-9_-]{20,}/],
  ['name and password in an address', /:\/\/[^\s/:@<{]+:[^\s/:@<{]+@/],
  ['authorization header', /^\s*(?:Basic|Bearer)\s+[A-Za-z0-9+/_.=-]{8,}\s*$/i],
];

/** Places of a story whose text has the form of a credential. The one place where the detector is chosen. */
export async function findLiterals(story: Story): Promise<readonly Literal[]> {
  const found: Literal[] = [];
  const visit = (value: JsonValue | undefined, path: string): void => {
    if (typeof value === 'string') {
      const kind = KINDS.find(([, form]) => form.test(value))?.[0];
      if (kind !== undefined) found.push({ path, kind });
    } else if (isArray(value)) {
      for (const [index, entry] of value.entries()) {
        const named = isObject(entry) && typeof entry.name === 'string' ? entry.name : index;
        visit(entry, `${path}[${named}]`);
      }
    } else if (isObject(value)) {
      for (const [key, entry] of Object.entries(value)) visit(entry, path === '' ? key : `${path}.${key}`);
    }
  };
  visit(story, '');
  return found;
}
