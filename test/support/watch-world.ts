import type { JsonObject } from '../../src/json/value.ts';
import type { LiveStory, Rig, Run } from './rig.ts';
import { fetchAction, guidOf, storyExport, webhook, withOption } from './stories.ts';
import { tenantWith, worldOf } from './world-of.ts';

export const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')] });
export const CHANGED = withOption(WATCH, 'Ask', 'url', 'https://b.example/');
export const OWN = storyExport({
  name: 'Own work',
  guid: guidOf('theirs'),
  actions: [fetchAction('Ask', 'https://own.example/')],
});

export async function worldWith(options: JsonObject = {}): Promise<Rig> {
  const rig = await worldOf({
    stories: { watch: WATCH },
    tenants: { contoso: tenantWith({ stories: [{ content: OWN, keep_guid: true }] }) },
    destinations: { contoso: { stories: ['watch'], options } },
  });
  return rig;
}

export const codesIn = (run: Run): readonly string[] => run.err.match(/\bSTA\d+/g) ?? [];

export async function editByCustomer(rig: Rig): Promise<LiveStory> {
  const { id } = await rig.story('contoso', 'Watch');
  const set = { path: ['agents', 'Ask', 'options', 'url'], value: 'https://customer.example/' };
  await rig.edit('contoso', id, { set });
  return rig.story('contoso', 'Watch');
}
