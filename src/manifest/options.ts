import type { Destination, Detachment, Hold } from '../model/destination.ts';
import type { Finding, Spot } from './finding.ts';
import { quoted } from './finding.ts';
import type { Located } from './read.ts';
import { entriesAt, flagAt, idAt, textAt, textsAt, wordAt } from './read.ts';
import { optionSchemas } from './shape/schema-destination.ts';
import type { Cursor } from './tree.ts';
import { childOf } from './tree.ts';

export type LocatedDetachment = { readonly detachment: Detachment; readonly at: Spot };

/** Destination options as one place of the manifest gives them: `defaults` or a destination. */
export type Options = {
  readonly plain: Partial<
    Pick<Destination, 'manualSyncOnly' | 'folderId' | 'webhookUrls' | 'changeControl' | 'onDrift' | 'prerequisites'>
  >;
  readonly labels: ReadonlyMap<string, string>;
  readonly detached: ReadonlyMap<string, LocatedDetachment>;
  readonly hold?: Hold;
  readonly adopt?: readonly Located<string>[];
};

export function readOptions(
  cursor: Cursor | undefined,
  subject: string,
  today: string,
): { readonly options: Options; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const manualSyncOnly = flagAt(cursor, 'manual_sync_only');
  const folderId = idAt(cursor, 'folder_id')?.value;
  const webhookUrls = wordAt(cursor, 'webhook_urls', optionSchemas.webhook_urls.enum);
  const changeControl = wordAt(cursor, 'change_control', optionSchemas.change_control.enum);
  const onDrift = wordAt(cursor, 'on_drift', optionSchemas.on_drift.enum);
  const prerequisites = wordAt(cursor, 'prerequisites', optionSchemas.prerequisites.enum);
  const plain = {
    ...(manualSyncOnly === undefined ? {} : { manualSyncOnly }),
    ...(folderId === undefined ? {} : { folderId }),
    ...(webhookUrls === undefined ? {} : { webhookUrls }),
    ...(changeControl === undefined ? {} : { changeControl }),
    ...(onDrift === undefined ? {} : { onDrift }),
    ...(prerequisites === undefined ? {} : { prerequisites }),
  };
  const labels = new Map<string, string>();
  for (const { name, cursor: value } of entriesAt(cursor, 'labels') ?? []) {
    if (typeof value.node.plain === 'string') labels.set(name, value.node.plain);
  }
  const detached = new Map<string, LocatedDetachment>();
  for (const { name, cursor: value, at } of entriesAt(cursor, 'detached') ?? []) {
    const where = `"until" of ${quoted(name)} in "detached" of ${subject}`;
    const read = readDetachment(value);
    findings.push(...checkDate(read.until, where, today, DETACHED));
    detached.set(name, { detachment: read.detachment, at });
  }
  const held = cursor && childOf(cursor, 'hold');
  const hold = held?.node.kind === 'map' ? readDetachment(held) : undefined;
  findings.push(...checkDate(hold?.until, `"until" in "hold" of ${subject}`, today, HELD));
  const adopt = textsAt(cursor, 'adopt');
  const options = {
    plain,
    labels,
    detached,
    ...(hold === undefined ? {} : { hold: hold.detachment }),
    ...(adopt === undefined ? {} : { adopt }),
  };
  return { options, findings };
}

/** A hold is said in the same words. */
function readDetachment(cursor: Cursor): { readonly detachment: Detachment; readonly until?: Located<string> } {
  const reason = textAt(cursor, 'reason')?.value ?? '';
  const owner = textAt(cursor, 'owner')?.value;
  const until = textAt(cursor, 'until');
  const rest = { ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until: until.value }) };
  return { detachment: { reason, ...rest }, ...(until === undefined ? {} : { until }) };
}

/** The destination's own value wins. Maps are merged key by key, lists and single values replaced. */
export function mergeOptions(defaults: Options, own: Options): Options {
  const adopt = own.adopt ?? defaults.adopt;
  // One destination may say better why it is held; none is let go while all are (docs/decisions/0046).
  const hold = own.hold ?? defaults.hold;
  return {
    plain: { ...defaults.plain, ...own.plain },
    labels: new Map([...defaults.labels, ...own.labels]),
    detached: new Map([...defaults.detached, ...own.detached]),
    ...(hold === undefined ? {} : { hold }),
    ...(adopt === undefined ? {} : { adopt }),
  };
}

type Expired = { readonly stays: string; readonly hint: string };
const DETACHED: Expired = { stays: 'the story stays detached', hint: 'reattach the story, or set a later date' };
const HELD: Expired = { stays: 'nothing is pushed there still', hint: 'release the destination, or set a later date' };

function checkDate(
  until: Located<string> | undefined,
  where: string,
  today: string,
  { stays, hint }: Expired,
): readonly Finding[] {
  if (until === undefined) return [];
  if (!isDay(until.value)) {
    const message = `${where} is not a date, expected YYYY-MM-DD`;
    return [{ code: 'MAN043', message, hint: 'write for example 2027-01-31', at: until.at }];
  }
  if (until.value >= today) return [];
  const message = `${where} is in the past (${until.value}); ${stays}`;
  return [{ code: 'MAN044', severity: 'warning', message, hint, at: until.at }];
}

/** A day that the calendar has: 2027-02-30 does not come back as it went in. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
