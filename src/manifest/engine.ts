import type { Destination } from '../model/destination.ts';
import type { Finding, Spot } from './finding.ts';
import { quoted } from './finding.ts';
import type { Options } from './options.ts';
import type { Tenancy } from './tenancy.ts';
import type { Cursor } from './tree.ts';
import { childOf, keySpotOf } from './tree.ts';

type EngineName = Destination['engine'];

/** What only a push can honour: the vendor takes a story as a whole, or not at all. */
const PUSH_ONLY = [
  'webhook_urls',
  'on_drift',
  'adopt',
  'folder_id',
  'prerequisites',
  'change_control',
  'pin',
  'detached',
] as const;
const KEY_VERSION = 'destination_tenant_api_key_version';

/** The engine of a destination; undefined where its own word for it is none. */
export function engineOf(cursor: Cursor, own: Options, defaults: Options): EngineName | undefined {
  const written = own.plain.engine;
  if (written === undefined && childOf(cursor, 'engine') !== undefined) return undefined;
  return written ?? defaults.plain.engine ?? 'push';
}

/** Of the defaults what the engine can honour: they are for a fleet that may have both. */
export function defaultsFor(engine: EngineName | undefined, defaults: Options): Options {
  const { keyVersion, ...plain } = defaults.plain;
  if (engine !== 'native') return { ...defaults, plain };
  const { manualSyncOnly } = plain;
  return {
    plain: {
      engine,
      ...(manualSyncOnly === undefined ? {} : { manualSyncOnly }),
      ...(keyVersion === undefined ? {} : { keyVersion }),
    },
    labels: defaults.labels,
    detached: new Map(),
    ...(defaults.hold === undefined ? {} : { hold: defaults.hold }),
  };
}

/** Options that stand at the destination itself, and that its engine has no use for. */
export function checkEngine(
  { name, at, cursor }: { readonly name: string; readonly at: Spot; readonly cursor: Cursor },
  engine: EngineName | undefined,
  { tenancy, origin }: { readonly tenancy: Tenancy; readonly origin: Tenancy | undefined },
): readonly Finding[] {
  const subject = `destination ${quoted(name)}`;
  const refuse = (option: string, why: string, hint: string): readonly Finding[] => {
    const child = childOf(cursor, option);
    if (child === undefined) return [];
    return [{ code: 'MAN061', message: `${quoted(option)} of ${subject} ${why}`, hint, at: keySpotOf(child) }];
  };
  if (engine === 'push') {
    return refuse(KEY_VERSION, 'has no use: a push hands its key to nobody', 'remove it, or write engine: native');
  }
  if (engine !== 'native') return [];
  const findings = PUSH_ONLY.flatMap((option) =>
    refuse(option, 'can be honoured by a push alone', 'remove it, or write engine: push'),
  );
  if (origin === undefined) {
    const message = `${subject} is served by the vendor (engine: native), and there is no origin to sync from`;
    const hint = 'add "origin" with the key of a tenant owner, or write engine: push';
    return [...findings, { code: 'MAN062', message, hint, at }];
  }
  if (tenancy.url === undefined || tenancy.url !== origin.url) return findings;
  return [
    ...findings,
    ...refuse(KEY_VERSION, "has no use: the vendor needs no key for the origin's own tenant", 'remove it'),
  ];
}

const MOST_NAMES = 5;

/** A pin of the whole fleet, where the vendor serves a part of it. */
export function checkFleetPin(
  defaults: Cursor | undefined,
  destinations: readonly Pick<Destination, 'name' | 'engine'>[],
): readonly Finding[] {
  const pin = defaults && childOf(defaults, 'pin');
  const native = destinations.filter(({ engine }) => engine === 'native').map(({ name }) => quoted(name));
  if (pin === undefined || native.length === 0) return [];
  const more = native.length > MOST_NAMES ? ` and ${native.length - MOST_NAMES} more` : '';
  const message = `the pin of "defaults" does not hold for ${native.slice(0, MOST_NAMES).join(', ')}${more}: engine: native carries what is live at the origin`;
  const hint = 'hold these destinations where they must stay too';
  return [{ code: 'MAN063', severity: 'warning', message, hint, at: keySpotOf(pin) }];
}
