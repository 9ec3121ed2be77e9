import type { Destination, Detachment, Hold } from '../model/destination.ts';
import type { Finding, Spot } from './finding.ts';
import { quoted } from './finding.ts';
import { checkUntil, type Expired, readNote } from './note.ts';
import type { LocatedPin } from './pin.ts';
import { readPin } from './pin.ts';
import type { Located } from './read.ts';
import { entriesAt, flagAt, idAt, textsAt, wordAt } from './read.ts';
import { optionSchemas } from './shape/schema-destination.ts';
import type { Cursor } from './tree.ts';
import { childOf } from './tree.ts';

export type LocatedDetachment = { readonly detachment: Detachment; readonly at: Spot };

/** Destination options as one place of the manifest gives them: `defaults` or a destination. */
export type Options = {
  readonly plain: Partial<
    Pick<
      Destination,
      | 'engine'
      | 'keyVersion'
      | 'manualSyncOnly'
      | 'folderId'
      | 'webhookUrls'
      | 'changeControl'
      | 'onDrift'
      | 'prerequisites'
    >
  >;
  readonly labels: ReadonlyMap<string, string>;
  readonly detached: ReadonlyMap<string, LocatedDetachment>;
  readonly hold?: Hold;
  readonly pin?: LocatedPin;
  readonly adopt?: readonly Located<string>[];
};

export function readOptions(
  cursor: Cursor | undefined,
  subject: string,
  today: string,
): { readonly options: Options; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const engine = wordAt(cursor, 'engine', optionSchemas.engine.enum);
  const keyVersion = idAt(cursor, 'destination_tenant_api_key_version')?.value;
  const manualSyncOnly = flagAt(cursor, 'manual_sync_only');
  const folderId = idAt(cursor, 'folder_id')?.value;
  const webhookUrls = wordAt(cursor, 'webhook_urls', optionSchemas.webhook_urls.enum);
  const changeControl = wordAt(cursor, 'change_control', optionSchemas.change_control.enum);
  const onDrift = wordAt(cursor, 'on_drift', optionSchemas.on_drift.enum);
  const prerequisites = wordAt(cursor, 'prerequisites', optionSchemas.prerequisites.enum);
  const plain = {
    ...(engine === undefined ? {} : { engine }),
    ...(keyVersion === undefined ? {} : { keyVersion }),
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
    const { note, until } = readNote(value);
    findings.push(...checkUntil(until, where, today, DETACHED));
    detached.set(name, { detachment: note, at });
  }
  const held = cursor && childOf(cursor, 'hold');
  const hold = held?.node.kind === 'map' ? readNote(held) : undefined;
  findings.push(...checkUntil(hold?.until, `"until" in "hold" of ${subject}`, today, HELD));
  const { pin, findings: pinFindings } = readPin(cursor, subject, today);
  findings.push(...pinFindings);
  const adopt = textsAt(cursor, 'adopt');
  const options = {
    plain,
    labels,
    detached,
    ...(hold === undefined ? {} : { hold: hold.note }),
    ...(pin === undefined ? {} : { pin }),
    ...(adopt === undefined ? {} : { adopt }),
  };
  return { options, findings };
}

/** The destination's own value wins. Maps are merged key by key, lists and single values replaced. */
export function mergeOptions(defaults: Options, own: Options): Options {
  const adopt = own.adopt ?? defaults.adopt;
  // One destination may say better why it is held; none is let go while all are (docs/decisions/0046).
  const hold = own.hold ?? defaults.hold;
  const pin = own.pin ?? defaults.pin;
  return {
    plain: { ...defaults.plain, ...own.plain },
    labels: new Map([...defaults.labels, ...own.labels]),
    detached: new Map([...defaults.detached, ...own.detached]),
    ...(hold === undefined ? {} : { hold }),
    ...(pin === undefined ? {} : { pin }),
    ...(adopt === undefined ? {} : { adopt }),
  };
}

const DETACHED: Expired = { stays: 'the story stays detached', hint: 'reattach the story, or set a later date' };
const HELD: Expired = { stays: 'nothing is pushed there still', hint: 'release the destination, or set a later date' };
