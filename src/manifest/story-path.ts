import type { Result } from '../diagnostics/result.ts';
import { fail, ok } from '../diagnostics/result.ts';

/** What is wrong with a path, as the end of a sentence, and what to do. */
export type PathFault = { readonly message: string; readonly hint: string };

/** Checks the path of a story file and brings it into one form: relative to the manifest's folder, no dot segments. */
export function parseStoryPath(text: string): Result<string, PathFault> {
  const wrong = (message: string, hint: string): Result<never, PathFault> => fail({ message, hint });
  if (/\p{Cc}/u.test(text)) return wrong('holds a control character', 'write a plain file name');
  if (text.includes('\\')) return wrong('holds a backslash', 'write forward slashes, also on Windows');
  if (text.startsWith('/') || /^[A-Za-z]:/.test(text)) return wrong('is absolute', RELATIVE);
  const segments: string[] = [];
  for (const segment of text.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return wrong('leaves the folder of the manifest', RELATIVE);
  }
  if (!text.endsWith('.json') || segments.at(-1) === '.json') {
    return wrong('does not end in a file name with .json', 'name the story file, such as stories/phishing-triage.json');
  }
  return ok(segments.join('/'));
}

const RELATIVE = 'write a path relative to the folder of the manifest, such as stories/phishing-triage.json';
