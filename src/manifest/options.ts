import type { Destination, Detachment } from '../model/destination.ts';
import type { Finding, Spot } from './finding.ts';
import { quoted } from './finding.ts';
import type { Located } from './read.ts';
import { entriesAt, flagAt, idAt, textAt, textsAt, wordAt } from './read.ts';
import { optionSchemas } from './shape/schema-destination.ts';
import type { Cursor } from './tree.ts';

export type LocatedDetachment = { readonly detachment: Detachment; readonly at: Spot };

/** Destination options as one place of the manifest gives them: `defaults` or a destination. */
export type Options = {
  readonly plain: Partial<
    Pick<Destination, 'manualSyncOnly' | 'folderId' | 'webhookUrls' | 'changeControl' | 'onDrift' | 'prerequisites'>
  >;
  readonly labels: ReadonlyMap<string, string>;
  readonly detached: ReadonlyMap<string, LocatedDetachment>;
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
    const reason = textAt(value, 'reason')?.value ?? '';
    const owner = textAt(value, 'owner')?.value;
    const until = textAt(value, 'until');
    if (until !== undefined) findings.push(...checkDate(until, where, today));
    const rest = { ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until: until.value }) };
    detached.set(name, { detachment: { reason, ...rest }, at });
  }
  const adopt = textsAt(cursor, 'adopt');
  return { options: { plain, labels, detached, ...(adopt === undefined ? {} : { adopt }) }, findings };
}

/** The destination's own value wins. Maps are merged key by key, lists and single values replaced. */
export function mergeOptions(defaults: Options, own: Options): Options {
  const adopt = own.adopt ?? defaults.adopt;
  return {
    plain: { ...defaults.plain, ...own.plain },
    labels: new Map([...defaults.labels, ...own.labels]),
    detached: new Map([...defaults.detached, ...own.detached]),
    ...(adopt === undefined ? {} : { adopt }),
  };
}

function checkDate(until: Located<string>, where: string, today: string): readonly Finding[] {
  if (!isDay(until.value)) {
    const message = `${where} is not a date, expected YYYY-MM-DD`;
    return [{ code: 'MAN043', message, hint: 'write for example 2027-01-31', at: until.at }];
  }
  if (until.value >= today) return [];
  const message = `${where} is in the past (${until.value}); the story stays detached`;
  return [
    { code: 'MAN044', severity: 'warning', message, hint: 'reattach the story, or set a later date', at: until.at },
  ];
}

/** A day that the calendar has: 2027-02-30 does not come back as it went in. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
