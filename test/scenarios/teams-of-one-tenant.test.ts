import { expect, it } from 'vitest';
import { told } from '../support/documents.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, guidOf, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const TEAMS = [41, 42, 43];
const NAMES = ['one', 'two', 'three'];

/** By team: what a neighbour's push must never touch, and the content that ours brings. */
async function liveOf(rig: Rig) {
  const { stories } = await rig.tenant('contoso');
  return stories
    .map(({ id, team_id, name, content }) => ({
      own: [id, team_id, content.agents[0]?.options],
      pushed: [name, content.agents[1]?.options],
    }))
    .toSorted((a, b) => Number(a.own[1]) - Number(b.own[1]));
}

it.each([['team'], ['tenant']] as const)(
  'teams of one tenant keep to themselves, wherever a replacement looks for its name: %s',
  async (scope) => {
    const destinations = NAMES.map((name, index) => [
      name,
      { tenant: 'contoso', team: TEAMS[index], stories: ['watch'] },
    ]);
    await using rig = await worldOf({
      stories: { watch: WATCH },
      switches: { import_name_scope: scope },
      tenants: { contoso: tenantWith({}, { teams: TEAMS.map((id) => ({ id, name: `Team ${id}` })) }) },
      destinations: Object.fromEntries(destinations),
    });
    const all = (outcome: string) => Object.fromEntries(NAMES.map((name) => [`${name}/watch`, outcome]));
    expect(told((await rig.runJson('sync')).json)).toEqual(all('synced created new'));
    const before = await liveOf(rig);
    expect(new Set(before.map(({ own }) => JSON.stringify(own[2]))).size).toBe(3);

    const changed = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2');
    publish(rig, 'watch', changed);
    expect(told((await rig.runJson('sync')).json)).toEqual(all('synced updated content_changed'));
    publish(rig, 'watch', { ...changed, guid: guidOf('Watch'), name: 'Feed watch' });
    expect(told((await rig.runJson('sync')).json)).toEqual(all('synced updated renamed'));

    const after = await liveOf(rig);
    expect(after.map(({ own }) => own)).toEqual(before.map(({ own }) => own));
    expect(new Set(after.map(({ pushed }) => JSON.stringify(pushed))).size).toBe(1);
  },
);
