import { it } from 'vitest';
import { worldOf, tenantWith } from '../support/world-of.ts';
import { storyExport, webhook, fetchAction, withOption } from '../support/stories.ts';
it('prof', async () => {
  const A = storyExport({ name: 'A', actions: [webhook('x'), fetchAction('Fetch', 'https://x/<<CREDENTIAL.vt>>')] });
  await using rig = await worldOf({ stories: { a: A }, destinations: { contoso: { stories: ['a'], options: { prerequisites: 'warn' } } } });
  const r= await rig.run('plan', '--format', 'json'); const r2 = await rig.run('sync', '--format', 'json');
  throw new Error(rig.read('sync.yaml') + r.out + r2.out);
});
