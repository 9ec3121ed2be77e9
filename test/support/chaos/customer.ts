import type { JsonObject } from '../../../src/json/value.ts';
import type { LiveStory } from '../rig.ts';
import { type Dice, type Move, pick } from './move.ts';
import type { ChaosWorld } from './world.ts';

type Edit = (world: ChaosWorld, story: LiveStory, dice: number) => JsonObject | undefined;

/** Text that a customer wrote: it must be found again somewhere, whatever a run does. */
export const MARK = /customer-mark-[0-9]+-/g;
const mark = (world: ChaosWorld): string => `customer-mark-${world.next()}-`;

const EDITS: { readonly [name: string]: Edit } = {
  editAction: (world, story) =>
    story.content.agents.some(({ name }) => name === 'Fetch')
      ? { set: { path: ['agents', 'Fetch', 'options', 'url'], value: `https://${mark(world)}` } }
      : undefined,
  editStory: (world) => ({ set: { path: ['description'], value: mark(world) } }),
  rename: (world) => ({ rename: `Theirs ${world.next()}` }),
  renameAsOurs: (_, __, dice) => ({ rename: pick(['Watch', 'Keep', 'Call', 'Feed', 'Own'], dice) }),
  renameHook: (_, { content: { agents } }, dice) => {
    const hook = agents[0]?.type === 'Agents::WebhookAgent' ? (agents[0].name ?? null) : null;
    return hook === null
      ? undefined
      : { set: { path: ['agents', hook, 'name'], value: pick(['In', 'Intake', 'Door'], dice) } };
  },
  detachTag: () => ({ add_tags: ['detached-from-sync'] }),
  attachTag: () => ({ remove_tags: ['detached-from-sync'] }),
  tags: (world, _, dice) =>
    dice % 3 === 0 ? { remove_tags: ['ir', 'old', 'soc'] } : { add_tags: [`cust-${world.next()}`] },
  tagAsOurs: (_, __, dice) => ({ add_tags: [pick(['ir', 'old', 'soc'], dice)] }),
  settings: (_, __, dice) => ({
    settings: { disabled: dice % 2 === 0, priority: dice % 3 === 0, owners: [dice % 5] },
    recipients: [`a${dice}@customer.example`],
  }),
  lock: (_, story) => ({ settings: { locked: !story.locked } }),
  changeControl: (_, story) => ({ change_control: story.change_control_enabled !== true }),
  delete: () => ({ delete: true }),
};

function edit(change: Edit): Move {
  return async (world, dice) => {
    const found = await chooseStory(world, dice);
    const body = found && change(world, found.story, dice[2]);
    if (!found || !body) return;
    world.note(`  story ${found.story.id} "${found.story.name}" of ${found.tenant}: ${JSON.stringify(body)}`);
    await world.rig.edit(found.tenant, found.story.id, body);
  };
}

async function chooseStory(
  world: ChaosWorld,
  [a, b]: Dice,
): Promise<{ readonly tenant: string; readonly story: LiveStory } | undefined> {
  const seen = await world.look();
  const tenant = pick(Object.keys(seen), a);
  const stories = seen[tenant]?.stories ?? [];
  // Mostly stories that came from us: what happens to others matters less.
  const ours = stories.filter((story) => world.isOurs(story));
  const among = b % 8 === 7 || ours.length === 0 ? stories : ours;
  return among.length === 0 ? undefined : { tenant, story: pick(among, b) };
}

/** What a destination's own people do there. */
export const CUSTOMER: { readonly [name: string]: Move } = {
  ...Object.fromEntries(Object.entries(EDITS).map(([name, change]) => [name, edit(change)])),
  duplicate: async (world, dice) => {
    const found = await chooseStory(world, dice);
    if (!found) return;
    const duplicate = dice[2] % 2 === 0 ? {} : { name: `Copy ${world.next()}` };
    const { duplicate: copy } = (await world.rig.edit(found.tenant, found.story.id, { duplicate })) as {
      readonly duplicate?: { readonly id: number };
    };
    if (copy) world.copies.add(copy.id);
    else throw new Error('the emulator does not say which copy it made');
  },
  moveToTeam: async (world, dice) => {
    const found = await chooseStory(world, [0, dice[1], dice[2]]);
    if (!found) return;
    await world.rig.edit(found.tenant, found.story.id, { move_to_team: found.story.team_id === 42 ? 43 : 42 });
    world.copies.add(found.story.id);
  },
  ownStory: async (world, [a, b]) => {
    const tenant = pick(['contoso', 'fabrikam'], a);
    const name = pick(['Watch', 'Keep', 'Call', 'Feed'], b);
    const { id } = (await world.ask(tenant, 'POST', '/stories', { name, team_id: 42 })) as { readonly id: number };
    await world.rig.edit(tenant, id, { set: { path: ['description'], value: mark(world) } });
  },
  editRecordType: async (world, [a, b]) => {
    const tenant = pick(['contoso', 'fabrikam'], a);
    const types = (await world.rig.tenant(tenant)).record_types;
    if (types.length === 0) return;
    const fields = [{ name: `theirs ${world.next()}`, result_type: 'TEXT' }];
    await world.ask(tenant, 'PUT', `/record_types/${pick(types, b).id}`, { fields });
  },
};
