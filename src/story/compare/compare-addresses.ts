import type { Story } from '../../model/story.ts';
import { optionsOf } from '../actions.ts';
import { type IngressMatching, ingressPoints } from '../addresses/carry-addresses.ts';
import { actionLabels } from '../label.ts';
import type { StoryChange } from './change.ts';
import { matchActions } from './match.ts';
import { actionPart } from './parts.ts';

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

/** Addresses that differ between two versions in git; none where both hold placeholders. */
export function addressChanges(before: Story, story: Story): readonly StoryChange[] {
  const live = Map.groupBy(ingressPoints(before), ({ top }) => top);
  const wanted = Map.groupBy(ingressPoints(story), ({ top }) => top);
  const labels = actionLabels(before);
  return matchActions(before, story).pairs.flatMap((pair) => {
    const from = live.get(pair.before) ?? [];
    const pairs = (wanted.get(pair.after) ?? []).flatMap((point) => {
      const partner = from.find(({ trail }) => trail === point.trail);
      return partner ? [{ live: partner, wanted: point }] : [];
    });
    const part = actionPart(labels[pair.before] ?? '');
    return compareAddresses({ pairs, appearing: [], disappearing: [] }).map((change) => ({ ...change, part }));
  });
}
