import { describe, expect, it } from 'vitest';
import { told } from '../support/documents.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const story = (name: string) =>
  storyExport({ name, actions: [webhook('In'), fetchAction('Tell', `https://${name.toLowerCase()}.example/`)] });
const STORIES = { broken: story('Broken'), good: story('Good') };

/** `uses` takes both stories, `spared` the good one alone. */
async function twoWorlds(text: string): Promise<Rig> {
  const rig = await worldOf({
    stories: STORIES,
    tenants: { uses: tenantWith(), spared: tenantWith() },
    destinations: { uses: { stories: ['broken', 'good'] }, spared: { stories: ['good'] } },
  });
  rig.write('stories/broken.json', text);
  rig.write('stories/good.json', withOption(STORIES.good, 'Tell', 'method', 'post'));
  rig.commit('break a story');
  return rig;
}

const KINDS: readonly (readonly [title: string, text: string, code: string])[] = [
  ['is no JSON', '{', 'STO003'],
  ['is a half merged one', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', 'STO003'],
  ['is a page', '<!DOCTYPE html><html></html>', 'STO007'],
  ['holds something else', '{"name":"Broken"}', 'STO'],
  ['is tagged out of sync', JSON.stringify({ ...STORIES.broken, tags: ['detached-from-sync'] }), 'DES003'],
];

describe.each(KINDS)('a story file that %s', (_, text, code) => {
  it('stops the destinations that take it, and no other', async () => {
    await using rig = await twoWorlds(text);

    const plan = await planNow(rig);
    expect(plan.code).toBe(1);
    expect(Object.entries(plan.stories).map(([pair, { action, reason }]) => `${pair} ${action} ${reason}`)).toEqual([
      'spared/good create new',
      'uses/good blocked unreadable',
      'uses/broken blocked unreadable',
    ]);

    const sync = await rig.runJson('sync');
    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({
      'spared/good': 'synced created new',
      'uses/good': 'failed nothing unreadable',
      'uses/broken': 'failed nothing unreadable',
    });
    expect(sync.err).toContain(code);
    expect((await rig.tenant('spared')).stories.map(({ name }) => name)).toEqual(['Good']);
    expect((await rig.log()).filter(({ tenant }) => tenant === 'uses')).toEqual([]);
  });
});

it('is named, with its place, where it stops something', async () => {
  await using rig = await twoWorlds('{');
  const { outcomes } = await syncNow(rig);
  expect(outcomes['uses/broken']?.error_message).toContain('stories/broken.json:1: ');
  expect(outcomes['uses/good']?.error_message).toContain('takes "broken"');
  expect(outcomes['uses/good']?.hint).toContain('fix that file');
});

it('that nobody takes is a finding of the whole run, and of none that was narrowed', async () => {
  await using rig = await worldOf({ stories: STORIES, destinations: { contoso: { stories: ['good'] } } });
  rig.write('stories/broken.json', '{');
  rig.commit('break a story');
  const whole = await rig.runJson('sync');
  expect([whole.code, told(whole.json)]).toEqual([1, { 'contoso/good': 'synced created new' }]);
  expect(whole.err).toContain('STO003');
  expect((await rig.run('sync', '--destination', 'contoso')).code).toBe(0);
  expect((await rig.run('plan', '--offline')).code).toBe(1);
});

it('leaves what is recorded of it in place: once it is right again, nothing is new and nothing is left behind', async () => {
  await using rig = await worldOf({ stories: STORIES });
  await syncNow(rig);
  rig.write('stories/broken.json', '{');
  rig.commit('break a story');
  expect((await syncNow(rig)).told).toEqual({
    'contoso/broken': 'failed unreadable',
    'contoso/good': 'failed unreadable',
  });
  rig.write('stories/broken.json', STORIES.broken);
  rig.commit('mend it');
  await rig.takeWrites();
  const mended = await syncNow(rig);
  expect(mended.told).toEqual({ 'contoso/broken': 'synced unchanged', 'contoso/good': 'synced unchanged' });
  expect([mended.code, await rig.takeWrites()]).toEqual([0, []]);
});

it('is still an error for validate and for commands that speak of every story', async () => {
  await using rig = await twoWorlds('{');
  expect((await rig.run('validate')).code).toBe(1);
  expect((await rig.run('status')).code).toBe(1);
});
