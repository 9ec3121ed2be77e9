import type { Place } from '../diagnostics/problem.ts';
import type { Subscription } from '../model/destination.ts';
import type { Finding, Span } from './finding.ts';
import { quoted } from './finding.ts';
import type { Groups } from './groups.ts';
import type { Options } from './options.ts';
import type { Located } from './read.ts';
import type { Names } from './story-lists.ts';
import { findRepeated } from './story-lists.ts';

export type SubscriptionContext = {
  readonly names: Names;
  readonly groups: Groups;
  readonly placeOf: (span: Span) => Place;
};

/** What a destination subscribes to, in the order of its list; a story that several entries bring counts once. */
export function readSubscriptions(
  entries: readonly Located<string>[],
  own: Options,
  merged: Options,
  subject: string,
  { names, groups, placeOf }: SubscriptionContext,
): { readonly subscriptions: readonly Subscription[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [...findRepeated(entries, subject)];
  const adopted = new Set(merged.adopt?.map((entry) => entry.value));
  const subscriptions = new Map<string, Subscription>();
  let unresolved = false;
  for (const entry of entries) {
    const group = entry.value.startsWith('@') ? entry.value.slice(1) : undefined;
    const known = group === undefined ? names.hasStory(entry.value) : names.hasGroup(group);
    if (!known) {
      unresolved = true;
      findings.push(group === undefined ? names.unknownStory(entry, subject) : names.unknownGroup(entry, subject));
      continue;
    }
    // The entry behind an alias is shared by many destinations; the alias is this destination's own line.
    const place = placeOf(entry.at.use ?? entry.at.span);
    for (const storyKey of group === undefined ? [entry.value] : (groups.get(group) ?? [])) {
      if (subscriptions.has(storyKey)) continue;
      const detached = merged.detached.get(storyKey)?.detachment;
      const adopt = adopted.has(storyKey);
      subscriptions.set(storyKey, { storyKey, place, adopt, ...(detached === undefined ? {} : { detached }) });
    }
  }
  for (const [value, { at }] of own.detached) findings.push(...check({ value, at }, 'detached'));
  for (const entry of own.adopt ?? []) findings.push(...check(entry, 'adopt'));
  return { subscriptions: [...subscriptions.values()], findings };

  function check(entry: Located<string>, option: string): readonly Finding[] {
    const where = `"${option}" of ${subject}`;
    if (!names.hasStory(entry.value)) return [names.unknownStory(entry, where)];
    // A misspelt entry of the list explains why this one is not among the stories.
    if (subscriptions.has(entry.value) || unresolved) return [];
    const message = `${where} names ${quoted(entry.value)}, which is not among its stories`;
    const hint = `add ${quoted(entry.value)} to "stories", or remove it here`;
    return [{ code: 'MAN042', message, hint, at: entry.at }];
  }
}
