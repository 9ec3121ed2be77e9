import { createHash } from 'node:crypto';
import { clip } from '../../report/escape.ts';
import type { PullRequest } from '../ports.ts';
import { byteLength, trimMiddle } from './trim.ts';

/** GitHub's limits; of the body in characters, taken as bytes: the stricter reading. */
const TITLE = 256;
const BODY = 65_536;

export type PullRequestText = Pick<PullRequest, 'title' | 'body'>;

/** What we want to say. */
export type OurText = {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** What our part of the body begins with, invisible. */
  readonly marker: string;
};

/** Of a new pull request. */
export function newText(wanted: OurText): PullRequestText {
  const title = clip(wanted.title, TITLE);
  return { title, body: bodyOf(wanted, title, { before: '', after: '' }) };
}

/**
 * Of one that is open. Ours stands between two hidden marks; what people wrote around it stays, and so does a title that
 * they changed. Undefined when a mark is missing: then all of it is theirs.
 */
export function renewedText(wanted: OurText, current: PullRequestText): PullRequestText | undefined {
  const found = findOurs(current.body, wanted.marker);
  if (found === undefined) return undefined;
  const title = clip(wanted.title, TITLE);
  const isTheirs = found.title !== digestOf(current.title);
  return { title: isTheirs ? current.title : title, body: bodyOf(wanted, title, found) };
}

type Around = { readonly before: string; readonly after: string };

/** The end mark holds the title that we gave, so that another one is known to be a person's. */
function bodyOf({ marker, body }: OurText, title: string, { before, after }: Around): string {
  const end = `<!-- /storysync title:${digestOf(title)} -->`;
  const room = BODY - byteLength(`${before}${marker}${end}${after}`) - 4;
  const ours = trimMiddle(body.trim(), room, '*Cut here; the commit has everything.*');
  return `${before}${marker}\n\n${ours}\n\n${end}${after}`;
}

function findOurs(body: string, marker: string): (Around & { readonly title: string }) | undefined {
  // GitHub stores line ends as it likes.
  const text = body.replaceAll('\r\n', '\n');
  const begin = text.indexOf(marker);
  const end = END.exec(text.slice(begin));
  if (begin < 0 || end === null) return undefined;
  const [mark, title = ''] = end;
  return { before: text.slice(0, begin), after: text.slice(begin + end.index + mark.length), title };
}

const END = /<!-- \/storysync title:([0-9a-f]{8}) -->/;

function digestOf(title: string): string {
  return createHash('sha256').update(title).digest('hex').slice(0, 8);
}
