import { inert } from '../diagnostics/inert.ts';
import { printable } from '../diagnostics/printable.ts';
import type { Origin } from '../model/destination.ts';
import type { ChangeSummary, ExportedStory } from '../model/exported.ts';
import { plural } from '../story/addresses/wording.ts';
import { changeSummary } from './change-summary.ts';

const MOST_STORIES = 50;
/** A name may be megabytes long. */
const LONGEST_TEXT = 500;
const ZERO_WIDTH_SPACE = '\u200b';

/** A commit message: who changed in the subject, what changed in the body, in people's words. */
export type ExportMessage = { readonly subject: string; readonly body: string };

/** What an export brought, for a commit or the title of a pull request. */
export function describeExport(exported: readonly ExportedStory[], origin: Pick<Origin, 'tenantUrl'>): ExportMessage {
  const [first] = exported;
  const what = exported.length === 1 && first ? first.key : storyCount(exported.length);
  const onlyPlatform = exported.length > 0 && exported.every(({ kind }) => kind === 'platform');
  const why = onlyPlatform ? ' (platform release only)' : '';
  const shown = exported.slice(0, MOST_STORIES).map((story) => section(changeSummary(story)));
  const more = exported.length - shown.length;
  const body = [...shown, ...(more > 0 ? [`and ${more} more ${more === 1 ? 'story' : 'stories'}`] : [])].join('\n\n');
  return { subject: `Export ${what} from ${hostOf(origin)}${why}`, body };
}

/** `acme.tines.com`, as people call a tenant. */
function hostOf({ tenantUrl }: Pick<Origin, 'tenantUrl'>): string {
  return tenantUrl.replace(/^https?:\/\//, '');
}

function storyCount(count: number): string {
  return plural(count, 'story').replace('storys', 'stories');
}

function section({ key, name, lines }: ChangeSummary): string {
  return [`${key} (${safeText(name)})`, ...lines.map((line) => `- ${safeText(line)}`)].join('\n');
}

/**
 * Names of a tenant must not break a line, call a person, close an issue or tell CI to skip the commit. Beginning every
 * line with our own words keeps trailers such as `Signed-off-by` out as well.
 */
function safeText(text: string): string {
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return inert(printable(shown))
    .replaceAll(/\[(?=\s*(?:skip|ci|no|actions)\b)/gi, `[${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\b(skip)-(?=checks)/gi, `$1-${ZERO_WIDTH_SPACE}`);
}
