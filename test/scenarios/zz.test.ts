import { it } from 'vitest';
import { openGitStateStore } from '../../src/state/git-store.ts';
import { worldOf } from '../support/world-of.ts';
import { storyExport, webhook } from '../support/stories.ts';
it('prof', async () => {
  await using rig = await worldOf({ stories: { a: storyExport({ name: 'A', actions: [webhook('x')] }) } });
  for (let i = 0; i < 5; i++) {
    let t = performance.now();
    const s = await openGitStateStore({ dir: rig.dir, branch: 'storysync/state', author: { name: 'a', email: 'b' }, now: () => new Date() });
    const lap = (what: string) => { console.log(what, (performance.now() - t).toFixed(0)); t = performance.now(); };
    lap('open');
    if (!s.ok) throw new Error('x');
    await s.value.read('contoso'); lap('read');
    await s.value.write('contoso', `{"a":${i}}`, 'x'); lap('write');
  }
});
