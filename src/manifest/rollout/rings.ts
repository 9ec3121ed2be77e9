import type { guesser } from '../../diagnostics/suggestion.ts';
import type { Amount, Ring } from '../../model/rollout.ts';
import type { Lines } from '../edit/lines.ts';
import type { Finding, Spot } from '../finding.ts';
import { quoted } from '../finding.ts';
import { entriesAt, itemsAt, textAt } from '../read.ts';
import { MAX_GLOB, MAX_RINGS } from '../shape/schema-rollout.ts';
import { BATCH_WANTED, DURATION_WANTED, MAX_FAILED_WANTED, type Wanted } from '../shape/wanted.ts';
import { subjectOf } from '../subject.ts';
import type { Cursor } from '../tree.ts';
import { childOf, spotOf } from '../tree.ts';
import { type Misread, readAmount, readDuration } from './amounts.ts';
import { checkRingName, findTooMany, unknownRing } from './ring-names.ts';

export type LocatedRing = { readonly ring: Ring; readonly at: Spot };

type RingsReading = {
  readonly rings: readonly LocatedRing[];
  readonly findings: readonly Finding[];
  /** Whether it is known which labels belong to which ring. */
  readonly sure: boolean;
};

const NONE: Amount = { kind: 'count', value: 0 };

export function readRings(
  rollout: Cursor,
  { lines, guess }: { readonly lines: Lines; readonly guess: ReturnType<typeof guesser> },
): RingsReading {
  const items = itemsAt(rollout, 'rings') ?? [];
  const findings: Finding[] = [...findTooMany(items, MAX_RINGS, 'rings')];
  const rings = new Map<string, LocatedRing>();
  for (const [index, cursor] of items.slice(0, MAX_RINGS).entries()) {
    const name = textAt(cursor, 'name');
    if (name === undefined) continue;
    const odd = checkRingName(name);
    const twin = rings.get(name.value);
    if (twin !== undefined) {
      const also = [{ message: 'the first one is here', at: twin.at.span }];
      const message = `there are two rings ${quoted(name.value)}`;
      findings.push({ code: 'MAN050', message, hint: 'rename or remove one of them', at: name.at, also });
      continue;
    }
    const subject = odd.length === 0 ? `ring ${quoted(name.value)}` : subjectOf(['rollout', 'rings', String(index)]);
    const soak = readSoak(cursor, subject, index === 0);
    const batch = readAmountAt(childOf(cursor, 'batch'), `"batch" of ${subject}`, 1, BATCH_WANTED);
    findings.push(...odd, ...soak.findings, ...batch.findings);
    if (odd.length > 0) continue;
    const ring: Ring = {
      name: name.value,
      match: readMatch(cursor),
      soak: soak.length,
      batch: batch.amount,
      maxFailed: NONE,
      place: lines.placeOf(name.at.use ?? name.at.span),
    };
    rings.set(name.value, { ring, at: name.at });
  }
  const order = checkOrder([...rings.values()]);
  findings.push(...order);
  const sure = rings.size === items.length && order.length === 0 && items.every(hasPlainMatch);

  for (const { name, cursor, at } of entriesAt(rollout, 'max_failed') ?? []) {
    const located = rings.get(name);
    const read = readAmountAt(cursor, `"max_failed" of ring ${quoted(name)}`, 0, MAX_FAILED_WANTED);
    if (located === undefined) findings.push(unknownRing({ value: name, at }, '"max_failed"', rings, guess));
    else {
      findings.push(...read.findings);
      rings.set(name, { ...located, ring: { ...located.ring, maxFailed: read.amount ?? NONE } });
    }
  }
  return { rings: [...rings.values()], findings, sure };
}

function readMatch(ring: Cursor): Ring['match'] {
  const entries = entriesAt(ring, 'match');
  if (entries === undefined) return undefined;
  const values = entries.map(({ name, cursor: { node } }) => [name, node.plain] as const);
  return Object.fromEntries(values.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** Else the shape check has said what is wrong with it. */
function hasPlainMatch(ring: Cursor): boolean {
  const { kind, plain } = childOf(ring, 'match')?.node ?? { kind: 'map', plain: { any: '*' } };
  const values = kind === 'map' && plain !== null ? Object.values(plain) : [];
  return values.length > 0 && values.every((value) => typeof value === 'string' && value.length <= MAX_GLOB);
}

/** Whoever writes it on the first ring means the others: they would go at once. */
function readSoak(
  ring: Cursor,
  subject: string,
  first: boolean,
): { readonly length: number; readonly findings: readonly Finding[] } {
  const soak = textAt(ring, 'soak');
  if (soak === undefined) return { length: 0, findings: [] };
  const read = readDuration(soak.value);
  if (!read.ok) {
    const finding = misread(`"soak" of ${subject}`, read.error, DURATION_WANTED);
    return { length: 0, findings: [{ code: 'MAN053', ...finding, at: soak.at }] };
  }
  if (!first || read.value === 0) return { length: read.value, findings: [] };
  const message = `"soak" of ${subject} counts from the ring before, and there is none`;
  const hint = 'give it to the ring that is to wait: soak is how long the ring before must have stood';
  return { length: 0, findings: [{ code: 'MAN052', message, hint, at: soak.at }] };
}

function readAmountAt(
  cursor: Cursor | undefined,
  subject: string,
  least: number,
  wanted: Wanted,
): { readonly amount: Amount | undefined; readonly findings: readonly Finding[] } {
  const value = cursor?.node.plain;
  const read = typeof value === 'number' || typeof value === 'string' ? readAmount(value, least) : undefined;
  if (read?.ok === true) return { amount: read.value, findings: [] };
  // The shape check has words for what is no text, and for numbers out of range.
  if (cursor === undefined || read === undefined || typeof value === 'number')
    return { amount: undefined, findings: [] };
  const finding: Finding = { code: 'MAN054', ...misread(subject, read.error, wanted), at: spotOf(cursor) };
  return { amount: undefined, findings: [finding] };
}

function misread(subject: string, { meant }: Misread, { wanted, hint }: Wanted): Pick<Finding, 'message' | 'hint'> {
  const message = `${subject} has the wrong form, expected ${wanted}`;
  return { message, hint: meant === undefined ? hint : `write ${meant}, without quotes` };
}

/** A ring without labels takes everybody who is left: what stands behind it is never reached. */
function checkOrder(rings: readonly LocatedRing[]): readonly Finding[] {
  return rings.slice(0, -1).flatMap(({ ring, at }, index) => {
    const next = rings[index + 1];
    if (ring.match !== undefined || next === undefined) return [];
    const also = [{ message: `ring ${quoted(next.ring.name)} would have nobody`, at: next.at.span }];
    const message = `ring ${quoted(ring.name)} has no "match", so it takes everybody, and is not the last`;
    return [{ code: 'MAN052', message, hint: 'give it labels to match, or move it to the end', at, also }];
  });
}
