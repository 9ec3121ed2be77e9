import type { guesser } from '../../diagnostics/suggestion.ts';
import type { Window } from '../../model/rollout.ts';
import type { Finding } from '../finding.ts';
import { quoted } from '../finding.ts';
import type { Located } from '../read.ts';
import { itemsAt, textAt, textsAt } from '../read.ts';
import { MAX_WINDOWS } from '../shape/schema-rollout.ts';
import { WINDOW_WANTED } from '../shape/wanted.ts';
import { findRepeated } from '../story-lists.ts';
import { subjectOf } from '../subject.ts';
import type { Cursor } from '../tree.ts';
import { childOf, keySpotOf } from '../tree.ts';
import { findTooMany, hiding, unknownRing } from './ring-names.ts';
import { isTimeZone, meantZone } from './time-zone.ts';
import { readWindowTime } from './window-time.ts';

type Context = {
  readonly rings: ReadonlyMap<string, unknown>;
  readonly guess: ReturnType<typeof guesser>;
};

export function readWindows(
  rollout: Cursor,
  context: Context,
): { readonly windows: readonly Window[]; readonly findings: readonly Finding[] } {
  const items = itemsAt(rollout, 'windows') ?? [];
  const read = items
    .slice(0, MAX_WINDOWS)
    .map((cursor, index) => readWindow(cursor, subjectOf(['rollout', 'windows', String(index)]), context));
  return {
    windows: read.flatMap(({ window }) => window ?? []),
    findings: [...findTooMany(items, MAX_WINDOWS, 'windows'), ...read.flatMap(({ findings }) => findings)],
  };
}

function readWindow(
  cursor: Cursor,
  subject: string,
  { rings, guess }: Context,
): { readonly window?: Window; readonly findings: readonly Finding[] } {
  if (cursor.node.kind !== 'map') return { findings: [] };
  const findings: Finding[] = [];
  const kinds = (['allow', 'deny'] as const).filter((key) => childOf(cursor, key) !== undefined);
  const [kind = 'allow'] = kinds;
  if (kinds.length !== 1) {
    const found = kinds.length === 0 ? 'neither "allow" nor "deny"' : 'both "allow" and "deny"';
    const hint = kinds.length === 0 ? WINDOW_WANTED.hint : 'write it as two windows';
    findings.push({ code: 'MAN057', message: `${subject} has ${found}, expected one of them`, hint, at: spot(cursor) });
  }
  const written = textAt(cursor, kind);
  const when = written === undefined ? undefined : readWindowTime(written.value);
  if (written !== undefined && when?.ok === false) {
    const { problem, hint } = when.error;
    findings.push({
      code: 'MAN055',
      message: `${quoted(kind)} of ${subject} ${problem}`,
      hint,
      at: written.at,
      ...hiding(written.value),
    });
  }
  const zone = textAt(cursor, 'tz');
  if (zone !== undefined && !isTimeZone(zone.value)) findings.push(unknownZone(zone, subject));
  const named = textsAt(cursor, 'rings');
  findings.push(...findRepeated(named ?? [], `"rings" of ${subject}`));
  for (const name of named ?? []) {
    if (!rings.has(name.value)) findings.push(unknownRing(name, `"rings" of ${subject}`, rings, guess));
  }
  if (written === undefined || when?.ok !== true) return { findings };
  const window: Window = {
    kind,
    when: when.value,
    timeZone: zone?.value ?? 'UTC',
    rings: named && [...new Set(named.map(({ value }) => value))],
    reason: textAt(cursor, 'reason')?.value,
    text: written.value,
  };
  return { window, findings };
}

function unknownZone({ value, at }: Located<string>, subject: string): Finding {
  const hint = meantZone(value) ?? 'write the IANA name of a region and a city, such as Europe/Dublin, or UTC';
  return { code: 'MAN056', message: `"tz" of ${subject} is not a time zone that is known`, hint, at, ...hiding(value) };
}

/** At its first key: the whole map would be marked else. */
function spot(cursor: Cursor): Finding['at'] {
  const first = cursor.node.kind === 'map' ? cursor.node.entries.keys().next().value : undefined;
  return keySpotOf((first === undefined ? undefined : childOf(cursor, first)) ?? cursor);
}
