import type { Problem } from '../diagnostics/problem.ts';
import type { Story } from '../model/story.ts';
import { danglingPlaceholders, fixedHosts } from '../story/addresses/quoted-places.ts';

const SHOWN = 5;

/** What a story file quotes of its own addresses, and what a push could not put right. */
export function checkQuotedAddresses(story: Story, file: string): readonly Problem[] {
  const place = { file, line: 1, column: 1 };
  const dangling = danglingPlaceholders(story);
  const hosts = fixedHosts(story);
  const problems: Problem[] = [];
  if (dangling.length > 0) {
    problems.push({
      code: 'STO013',
      severity: 'error',
      message: `${file} holds a placeholder for an address that none of its actions has, at ${listed(dangling)}`,
      hint: 'export the story again, or name the guid of a webhook, page or MCP server of this story',
      place,
      hideSource: true,
    });
  }
  if (hosts.length > 0) {
    problems.push({
      code: 'STO014',
      severity: 'warning',
      message: `${file} calls its own webhook or page at a fixed host, at ${listed(hosts)}; path and secret become those of each destination, the host does not`,
      hint: 'write https://<<META.tenant.domain>>/… in Tines, so that each copy calls its own tenant',
      place,
      hideSource: true,
    });
  }
  return problems;
}

function listed(places: readonly string[]): string {
  const more = places.length > SHOWN ? ` and ${places.length - SHOWN} more places` : '';
  return `${places.slice(0, SHOWN).join(', ')}${more}`;
}
