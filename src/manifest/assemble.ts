import type { CatalogueStory, Destination, Manifest } from '../model/destination.ts';
import { readCatalogue, type StoryEntry } from './catalogue.ts';
import type { Lines } from './edit/lines.ts';
import { checkEngine, checkFleetPin, defaultsFor, engineOf } from './engine.ts';
import type { Finding } from './finding.ts';
import { quoted } from './finding.ts';
import type { Groups } from './groups.ts';
import { resolveGroups } from './groups.ts';
import type { Options } from './options.ts';
import { mergeOptions, readOptions } from './options.ts';
import { checkPinned } from './pin.ts';
import type { NamedCursor } from './read.ts';
import { entriesAt, textsAt } from './read.ts';
import { checkMembers, type Member, readRollout } from './rollout/read-rollout.ts';
import type { Names } from './story-lists.ts';
import { namesOf } from './story-lists.ts';
import { readSubscriptions } from './subscriptions.ts';
import type { DestinationKeys, Tenancy } from './tenancy.ts';
import { findSharedTeams, originOf, readDestinationTenancy, readOriginTenancy } from './tenancy.ts';
import type { Cursor } from './tree.ts';
import { childOf, fromHere } from './tree.ts';
import { fillingOf, readDefaultKey } from './vault/fill-key.ts';
import { readVault } from './vault/read-vault.ts';

const MAX_SUBSCRIPTIONS = 2_000_000;

export type Assembly = {
  /** Complete only when nothing is wrong with shape or rules; whoever asks checks the findings first. */
  readonly manifest: Manifest;
  readonly findings: readonly Finding[];
};

/** Applies all rules and brings the manifest into its one full form: groups resolved, defaults applied. */
export function assembleManifest(root: Cursor, file: string, today: string, lines: Lines): Assembly {
  const catalogue = readCatalogue(root);
  const writtenGroups = entriesAt(root, 'groups') ?? [];
  const names = namesOf(new Set(catalogue.stories.keys()), new Set(writtenGroups.map((group) => group.name)));
  const { groups, findings: groupFindings } = resolveGroups(writtenGroups, names);
  const defaults = readOptions(childOf(root, 'defaults'), '"defaults"', today);
  const findings = [...catalogue.findings, ...groupFindings, ...defaults.findings];
  findings.push(...checkDefaults(defaults.options, names));

  const vault = readVault(root);
  const origin = readOriginTenancy(root, vault);
  const defaultKey = readDefaultKey(childOf(root, 'defaults'), vault);
  findings.push(...vault.findings, ...(origin?.findings ?? []), ...(defaultKey?.findings ?? []));
  const { rollout, rings, findings: rolloutFindings } = readRollout(root, lines);
  findings.push(...rolloutFindings);
  const keys = { origin: origin?.value, vault, defaultKey, defaults: childOf(root, 'defaults') };
  const context = { names, groups, defaults: defaults.options, keys, today, lines };
  const members: Member[] = [];
  let labelled = hasPlainLabels(childOf(root, 'defaults'));
  const tenancies: { name: string; at: NamedCursor['at']; tenancy: Tenancy }[] = [];
  let subscribed = 0;
  for (const entry of entriesAt(root, 'destinations') ?? []) {
    if (subscribed > MAX_SUBSCRIPTIONS) {
      const message = 'the destinations subscribe to more than two million stories in all';
      findings.push({ code: 'MAN011', message, at: entry.at });
      break;
    }
    const reading = readDestination(entry, context);
    findings.push(...reading.findings);
    tenancies.push({ name: entry.name, at: entry.at, tenancy: reading.tenancy });
    labelled &&= hasPlainLabels(entry.cursor);
    subscribed += reading.destination.subscriptions.length;
    members.push({ destination: reading.destination, at: entry.at });
  }
  const originCursor = childOf(root, 'origin');
  const both = origin && originCursor ? { tenancy: origin.value, cursor: originCursor } : undefined;
  findings.push(...findSharedTeams(tenancies, both));

  findings.push(...(labelled ? checkMembers(rings, members) : []));

  const readOrigin = origin === undefined ? undefined : originOf(root, origin.value);
  const stories = new Map(
    [...catalogue.stories].map(([key, { at, allowed, ...story }]) => [
      key,
      { ...story, ...withPlaces(allowed, lines), place: lines.placeOf(at.span) },
    ]),
  );
  const destinations = members.map(({ destination }) => destination);
  findings.push(...checkFleetPin(childOf(root, 'defaults'), destinations));
  const known = {
    ...(readOrigin === undefined ? {} : { origin: readOrigin }),
    ...(rollout === undefined ? {} : { rollout }),
  };
  const { hold } = defaults.options;
  const held = hold === undefined ? {} : { hold };
  return { manifest: { file, ...known, stories, destinations, ...held }, findings };
}

/** Where one is no text, the shape check has said so, and which ring was meant is not known. */
function hasPlainLabels(options: Cursor | undefined): boolean {
  return (entriesAt(options, 'labels') ?? []).every(({ cursor }) => typeof cursor.node.plain === 'string');
}

function withPlaces(allowed: StoryEntry['allowed'], lines: Lines): Pick<CatalogueStory, 'allowedLiterals'> {
  if (allowed.length === 0) return {};
  return { allowedLiterals: allowed.map(({ at, ...literal }) => ({ ...literal, place: lines.placeOf(at.span) })) };
}

/** Names under `defaults` need only exist: they apply where the story is subscribed to. */
function checkDefaults(defaults: Options, names: Names): readonly Finding[] {
  const detached = [...defaults.detached].map(([value, { at }]) => ({ entry: { value, at }, option: 'detached' }));
  const adopted = (defaults.adopt ?? []).map((entry) => ({ entry, option: 'adopt' }));
  const pinned = defaults.pin?.stories.flatMap((entry) => checkPinned(entry, '"defaults"', names));
  const unknown = [...detached, ...adopted].flatMap(
    ({ entry, option }) => names.findUnknown(entry, `"${option}" of "defaults"`) ?? [],
  );
  return [...unknown, ...(pinned ?? [])];
}

type DestinationContext = {
  readonly names: Names;
  readonly groups: Groups;
  readonly defaults: Options;
  readonly keys: Omit<DestinationKeys, 'filling'> & { readonly defaults: Cursor | undefined };
  readonly today: string;
  readonly lines: Lines;
};

function readDestination(
  entry: NamedCursor,
  { names, groups, defaults, keys, today, lines }: DestinationContext,
): { readonly destination: Destination; readonly tenancy: Tenancy; readonly findings: readonly Finding[] } {
  const { name } = entry;
  const subject = `destination ${quoted(name)}`;
  // Only aliases inside the destination tell it apart from the others.
  const cursor = fromHere(entry.cursor);
  const filling = fillingOf({ ...entry, cursor }, keys.defaults);
  const tenancy = readDestinationTenancy({ ...entry, cursor }, { ...keys, filling });
  const own = readOptions(cursor, subject, today);
  const engine = engineOf(cursor, own.options, defaults);
  const merged = mergeOptions(defaultsFor(engine, defaults), own.options);
  const stories = textsAt(cursor, 'stories');
  const context = { names, groups, placeOf: lines.placeOf };
  // Without a list there is nothing that `detached` and `adopt` could be compared with.
  const subscriptions =
    stories === undefined
      ? { subscriptions: [], findings: [] }
      : readSubscriptions(stories, own.options, merged, subject, context);
  const destination: Destination = {
    name,
    tenantUrl: tenancy.value.url ?? '',
    teamId: tenancy.value.teamId ?? 0,
    ...(tenancy.value.key ?? { keyName: '' }),
    subscriptions: subscriptions.subscriptions,
    engine: 'push',
    manualSyncOnly: false,
    labels: Object.fromEntries(merged.labels),
    webhookUrls: 'keep',
    changeControl: 'fail',
    onDrift: 'overwrite',
    prerequisites: 'fail',
    ...merged.plain,
    ...(merged.hold === undefined ? {} : { hold: merged.hold }),
    ...(merged.pin === undefined ? {} : { pin: merged.pin.pin }),
    place: lines.placeOf(entry.at.span),
  };
  return {
    destination,
    tenancy: tenancy.value,
    findings: [
      ...tenancy.findings,
      ...own.findings,
      ...checkEngine({ ...entry, cursor }, engine, { tenancy: tenancy.value, origin: keys.origin }),
      ...subscriptions.findings,
    ],
  };
}
