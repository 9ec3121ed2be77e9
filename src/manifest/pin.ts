import type { Pin } from '../model/destination.ts';
import type { Finding } from './finding.ts';
import { quoted } from './finding.ts';
import { checkUntil, type Expired, readNote } from './note.ts';
import type { Located } from './read.ts';
import { textAt, textsAt } from './read.ts';
import { PIN_COMMIT } from './shape/schema-parts.ts';
import type { Names } from './story-lists.ts';
import { findRepeated } from './story-lists.ts';
import type { Cursor } from './tree.ts';
import { childOf } from './tree.ts';

export type LocatedPin = { readonly pin: Pin; readonly stories: readonly Located<string>[] };

const PINNED: Expired = { stays: 'the pin stays', hint: 'unpin the destination, or set a later date' };
const COMMIT = new RegExp(PIN_COMMIT);

export function readPin(
  options: Cursor | undefined,
  subject: string,
  today: string,
): { readonly pin?: LocatedPin; readonly findings: readonly Finding[] } {
  const cursor = options && childOf(options, 'pin');
  if (cursor?.node.kind !== 'map') return { findings: [] };
  const { note, until } = readNote(cursor);
  const commit = textAt(cursor, 'commit');
  const stories = textsAt(cursor, 'stories');
  const pin: Pin = {
    commit: commit?.value.toLowerCase() ?? '',
    ...note,
    ...(stories === undefined ? {} : { stories: [...new Set(stories.map(({ value }) => value))] }),
  };
  const findings = [...checkUntil(until, `"until" in "pin" of ${subject}`, today, PINNED)];
  if (commit !== undefined && !COMMIT.test(commit.value)) {
    const message = `"commit" in "pin" of ${subject} is not the hash of a commit, expected 7 to 64 of its digits (0-9, a-f)`;
    // A name is what people write here most, and it would move under the pin.
    const hint = 'a branch or a tag may move: write what "git rev-parse NAME" prints';
    findings.push({ code: 'MAN049', message, hint, at: commit.at });
  }
  findings.push(...findRepeated(stories ?? [], `"pin" of ${subject}`));
  return { pin: { pin, stories: stories ?? [] }, findings };
}

/** Entries of a pin's list that the catalogue does not have, or that name more than one story. */
export function checkPinned({ value, at }: Located<string>, subject: string, names: Names): readonly Finding[] {
  const where = `"pin" of ${subject}`;
  if (value.startsWith('@') && names.hasGroup(value.slice(1))) {
    const message = `${where} names the group ${quoted(value)}, expected stories`;
    return [{ code: 'MAN034', message, hint: 'write the keys of its stories one by one', at }];
  }
  return [names.findUnknown({ value, at }, where) ?? []].flat();
}
