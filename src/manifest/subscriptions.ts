import type { Place } from '../diagnostics/problem.ts';
import type { Subscription } from '../model/destination.ts';
import type { Finding, SourceSpan } from './finding.ts';
import { quoted } from './finding.ts';
import type { Groups } from './groups.ts';
import type { Options } from './options.ts';
import { checkPinned } from './pin.ts';
import type { Located } from './read.ts';
import type { Names } from './story-lists.ts';
import { findRepeated } from './story-lists.ts';

export type SubscriptionContext = {
  readonly names: Names;
  readonly groups: Groups;
  readonly placeOf: (span: SourceSpan) => Place;
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
  const adopted = new Set(merged.adopt?.flatMap((entry) => storiesOf(entry.value)));
  const subscriptions = new Map<string, Subscription>();
  let unresolved = false;
  for (const entry of entries) {
    const unknown = names.findUnknown(entry, subject);
    if (unknown !== undefined) {
      unresolved = true;
      findings.push(unknown);
      continue;
    }
    // The entry behind an alias is shared by many destinations; the alias is this destination's own line.
    const place = placeOf(entry.at.use ?? entry.at.span);
    for (const storyKey of storiesOf(entry.value)) {
      if (subscriptions.has(storyKey)) continue;
      const detached = merged.detached.get(storyKey)?.detachment;
      const adopt = adopted.has(storyKey);
      subscriptions.set(storyKey, { storyKey, place, adopt, ...(detached === undefined ? {} : { detached }) });
    }
  }
  for (const [value, { at }] of own.detached) findings.push(...check({ value, at }, 'detached'));
  for (const entry of own.adopt ?? []) findings.push(...check(entry, 'adopt'));
  for (const entry of own.pin?.stories ?? []) {
    const wrong = checkPinned(entry, subject, names);
    findings.push(...(wrong.length > 0 ? wrong : check(entry, 'pin')));
  }
  return { subscriptions: [...subscriptions.values()], findings };

  /** The stories that an entry of a list brings: itself, or those of its group. */
  function storiesOf(entry: string): readonly string[] {
    return entry.startsWith('@') ? [...(groups.get(entry.slice(1)) ?? [])] : [entry];
  }

  function check(entry: Located<string>, option: string): readonly Finding[] {
    const where = `"${option}" of ${subject}`;
    const unknown = names.findUnknown(entry, where);
    if (unknown !== undefined) return [unknown];
    // A misspelt entry of the list explains why this one is not among the stories. Of a group, one is enough.
    if (storiesOf(entry.value).some((key) => subscriptions.has(key)) || unresolved) return [];
    if (entry.value.startsWith('@')) {
      const message = `${where} names ${quoted(entry.value)}, none of whose stories is among its stories`;
      return [
        { code: 'MAN042', message, hint: `add ${quoted(entry.value)} to "stories", or remove it here`, at: entry.at },
      ];
    }
    const message = `${where} names ${quoted(entry.value)}, which is not among its stories`;
    const hint = `add ${quoted(entry.value)} to "stories", or remove it here`;
    return [{ code: 'MAN042', message, hint, at: entry.at }];
  }
}
