import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../../src/json/value.ts';
import type { LiveStory } from '../rig.ts';
import { MARK } from './customer.ts';
import { type ChaosWorld, OUR_STAMPS, type Snapshot } from './world.ts';

/** What a run was allowed to take away, by what it said. */
export type Announced = {
  /** Content of the copies that a prune kept, by tenant and story id. */
  readonly pruned: ReadonlyMap<string, string>;
  /** Stories for which the plan announced an address that goes. */
  readonly addressesGo: ReadonlySet<number>;
  /** Something was made to fail: settings that an import moved may wait for the next run. */
  readonly faulty: boolean;
};

const SETTINGS = [
  'team_id',
  'folder_id',
  'user_id',
  'disabled',
  'priority',
  'locked',
  'owners',
  'change_control_enabled',
];

/** What must hold between what was there before a run and what is there after it. */
export function violations(
  world: ChaosWorld,
  before: Snapshot,
  after: Snapshot,
  announced: Announced,
): readonly string[] {
  const found: string[] = [];
  for (const [tenant, { stories }] of Object.entries(before)) {
    const now = after[tenant];
    if (!now) throw new Error(`no tenant ${tenant}`);
    for (const was of stories) {
      const is = now.stories.find(({ id }) => id === was.id);
      const place = `${tenant}, story ${was.id} "${was.name}"`;
      const copy = announced.pruned.get(`${tenant}/${was.id}`);
      const kept = [is, ...now.versions.filter(({ story_id }) => story_id === was.id), copy].map(
        (each) => JSON.stringify(each) ?? '',
      );
      for (const [mark] of JSON.stringify(was.content).matchAll(MARK)) {
        const excused = world.switches.version_api === 'absent' && is !== undefined;
        if (!excused && !kept.some((text) => text.includes(mark))) found.push(`${place}: ${mark} is lost`);
      }
      if (!world.isOurs(was) && !isDeepStrictEqual(was, is)) found.push(`${place} is not ours, and was changed`);
      if (!is && copy === undefined) found.push(`${place} was deleted`);
      if (is) found.push(...changes(was, is, announced).map((change) => `${place}: ${change}`));
    }
    found.push(...doubles(world, tenant, now.stories));
  }
  return [...found, ...writtenThoughHeld(world, before, after)];
}

/** No flag, fault or interruption lets anything reach a destination that the manifest holds. */
function writtenThoughHeld(world: ChaosWorld, before: Snapshot, after: Snapshot): readonly string[] {
  const { destinations, defaults } = world.manifest;
  return Object.entries(destinations).flatMap(([name, { destination_team_id: team, hold }]) => {
    if (hold === undefined && defaults?.hold === undefined) return [];
    const storiesOf = (all: Snapshot) => all[world.tenantOf(name)]?.stories.filter(({ team_id }) => team_id === team);
    return isDeepStrictEqual(storiesOf(before), storiesOf(after)) ? [] : [`${name} is held, and was written to`];
  });
}

function changes(was: LiveStory, is: LiveStory, { addressesGo, faulty }: Announced): readonly string[] {
  const moved = SETTINGS.filter((key) => !isDeepStrictEqual(was[key], is[key]));
  const found = faulty
    ? []
    : moved.map((key) => `setting ${key} changed from ${JSON.stringify(was[key])} to ${JSON.stringify(is[key])}`);
  if (!isDeepStrictEqual(was.content.recipients, is.content.recipients)) found.push('recipients changed');
  const lost = was.tags.filter((tag) => /^cust-|^detached/.test(tag) && !is.tags.includes(tag));
  if (lost.length > 0) found.push(`the customer's tags ${lost.join(', ')} are gone`);
  const addresses = new Set(addressesOf(is));
  const gone = addressesOf(was).filter((address) => !addresses.has(address));
  if (gone.length > 0 && !addressesGo.has(was.id)) found.push('an address is gone that no plan announced');
  return found;
}

function addressesOf({ content }: LiveStory): readonly string[] {
  return content.agents
    .filter(({ type }) => type === 'Agents::WebhookAgent')
    .map(({ options }) => JSON.stringify([(options as JsonObject).path, (options as JsonObject).secret]));
}

/** Two stories with one stamp of ours in a team, neither of which the customer made. */
function doubles(world: ChaosWorld, tenant: string, stories: readonly LiveStory[]): readonly string[] {
  // A tenant that writes stamps of its own leaves nothing but our memory (docs/decisions/0005).
  if (world.forgot && (world.switches.import_stamp ?? 'from_file') !== 'from_file') return [];
  const seen = new Map<string, number>();
  for (const { id, team_id, content } of stories) {
    const stamp = world.made.get(id) ?? content.origin_story_identifier;
    if (world.copies.has(id) || !OUR_STAMPS.has(stamp)) continue;
    const story = JSON.stringify([team_id, stamp]);
    seen.set(story, (seen.get(story) ?? 0) + 1);
  }
  return [...seen].filter(([, count]) => count > 1).map(([stamp]) => `${tenant}: two stories of ours: ${stamp}`);
}
