import { optionsOf } from '../../../story/actions.ts';
import type { IngressMatching } from '../../../story/addresses/carry-addresses.ts';
import type { StoryChange } from '../../../story/compare/compare.ts';

const ADDRESS_OPTIONS = ['path', 'secret', 'url_identifier'];

/** Under `webhook_urls: export` the file's own addresses count; places are named, values never. */
export function compareAddresses(matching: IngressMatching): readonly StoryChange[] {
  return matching.pairs.flatMap(({ wanted, live }) =>
    ADDRESS_OPTIONS.filter((key) => optionsOf(wanted.action)[key] !== optionsOf(live.action)[key]).map((key) => ({
      path: `agents[${wanted.name}].options.${key}`,
      op: 'update' as const,
      text: `address (${key}) of "${wanted.name}" set from the file`,
      part: `agents[${wanted.names[0]}]`,
      subject: `address (${key}) of "${wanted.name}"`,
    })),
  );
}
