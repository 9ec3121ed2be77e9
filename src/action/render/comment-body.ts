import type { Plan } from '../../model/plan.ts';
import { shortId } from '../../model/text/short-id.ts';
import { consequencesAsMarkdown } from '../../report/plan/consequences.ts';
import { planAsMarkdown } from '../../report/plan/plan-markdown.ts';
import { byteLength, trimMiddle } from './trim.ts';

/** GitHub's limit in characters, taken as bytes: the stricter reading. */
const LIMIT = 65_536;
/** Kept free for the banner that an outdated comment gets. */
const BANNER_ROOM = 512;
const CUT = '*Cut here; the totals are exact, and the plan file has everything.*';

/** What a comment is found by: invisible, one for each check name and manifest of a repository. */
export function commentMarker(checkName: string, manifest: string): string {
  return `<!-- storysync:${inMarker(checkName)}:${inMarker(manifest)} -->`;
}

/** Nothing that ends a comment of HTML, and no colon, so that two pairs never look alike. */
function inMarker(text: string): string {
  return text.replaceAll(/[^\w ./]/gu, (character) => `%${(character.codePointAt(0) ?? 0).toString(16)}`);
}

export type CommentOptions = {
  readonly marker: string;
  /** Markdown of ours above the plan. */
  readonly notes?: readonly string[];
};

export type PlanCommentOptions = CommentOptions & {
  /** Recorded state counted that is signed by nobody. */
  readonly unsigned?: boolean;
  /** What changed in each story, drawn: Markdown. */
  readonly pictures?: readonly string[];
};

/**
 * The plan as one comment. When it is too large, the pictures go first, the last of them before the others, then the
 * changes of the stories, then the middle; headline and consequences stay.
 */
export function planComment(
  plan: Plan,
  { marker, notes = [], unsigned = false, pictures = [] }: PlanCommentOptions,
): string {
  const consequences = consequencesAsMarkdown(plan);
  const lead = consequences === '' ? [] : [consequences];
  const above = [marker, ...notes].join('\n\n');
  const room = LIMIT - BANNER_ROOM - byteLength(above) - 2;
  const whole = planAsMarkdown(plan, { changes: 'collapsed', lead, unsigned });
  const fitting = byteLength(whole) <= room ? whole : planAsMarkdown(plan, { changes: 'counted', lead, unsigned });
  const text = trimMiddle(fitting, room, CUT);
  return `${above}\n\n${text}${text === whole ? picturesFor(room - byteLength(text), pictures) : ''}`;
}

/** The first of them that fit. */
function picturesFor(room: number, pictures: readonly string[]): string {
  let text = '';
  for (const picture of pictures) {
    const longer = `${text}\n\n${picture}`;
    if (byteLength(longer) > room) break;
    text = longer;
  }
  return text;
}

/** A comment for something that has no plan, such as findings. */
export function plainComment(markdown: string, { marker, notes = [] }: CommentOptions): string {
  const above = [marker, ...notes].join('\n\n');
  return `${above}\n\n${trimMiddle(markdown, LIMIT - BANNER_ROOM - byteLength(above) - 2, CUT)}`;
}

const BANNER = /\r?\n\r?\n<!-- outdated -->\r?\n[^\n]*\n<!-- \/outdated -->/;

/** The same comment while a newer plan is made; once is enough. */
export function outdated(body: string, marker: string, sha: string): string {
  const rest = body.slice(marker.length).replace(BANNER, '');
  const commit = shortId(sha.replaceAll(/[^0-9a-f]/g, ''));
  const banner = `> **Outdated:** a plan for \`${commit}\` is being made; what stands below belongs to an older commit.`;
  return `${marker}\n\n<!-- outdated -->\n${banner}\n<!-- /outdated -->${rest}`;
}
