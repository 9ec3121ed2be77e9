import type { Story } from '../model/story.ts';
import { AddressFinder } from '../story/addresses/address-finder.ts';
import { neutralise } from '../story/addresses/neutralise.ts';
import type { LiteralFinding } from './finding.ts';
import { otherSpellings } from './other-spellings.ts';
import { textsOf } from './texts.ts';

const KINDS = {
  path: 'the path of one of its webhooks',
  secret: 'the secret of one of its webhooks',
  url_identifier: 'the address of one of its pages',
} as const;

const REMEDY =
  'remove it there, or quote it unchanged after its URL: a sure match becomes a placeholder, and then the own value of each destination';

/**
 * Where a story still quotes an address of its own once export has put placeholders into the texts: in a name, in another
 * spelling, in a word too common to be replaced, or an address of an embedded sub-story. One finding for each place.
 */
export function findQuotedAddresses(live: Story): readonly LiteralFinding[] {
  const finder = new AddressFinder(live);
  if (finder.isEmpty) return [];
  const spelled = otherSpellings(finder.sureValues);
  const kindIn = (text: string): string | undefined => {
    const option = finder.find(text)[0]?.owner.option;
    if (option !== undefined) return KINDS[option];
    return spelled.isIn(text) ? 'an address of its own, encoded' : undefined;
  };
  const found = new Map<string, string>();
  if (!finder.isComplete) found.set('agents', 'more addresses of unusual form than can be searched');
  for (const { text, name, path, parent } of textsOf(neutralise(live))) {
    const [inText, inName] = [kindIn(text), kindIn(name)];
    if (inText !== undefined && !found.has(path)) found.set(path, inText);
    if (inName !== undefined && !found.has(parent)) found.set(parent, inName);
  }
  // A name may be what quotes the address, and names make up the path.
  return [...found].map(([path, kind]) => ({ path: finder.hide(path), kind, remedy: REMEDY }));
}
