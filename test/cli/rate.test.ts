import { expect, it } from 'vitest';
import { emptyFolder } from '../support/empty-folder.ts';
import { originWorld } from '../support/origin-world.ts';
import { fetchAction, storyExport } from '../support/stories.ts';

const stories = {
  enrich: { content: storyExport({ name: 'Enrich', actions: [fetchAction('Ask', 'https://a.example/')] }) },
};
const CONTOSO = ['--destination', 'contoso'];
const ENRICH = ['--story', 'enrich'];

it('--rate limits every command that asks a tenant, and nothing else does', async () => {
  await using rig = await originWorld({ stories });
  const ratesOf = async (argv: readonly string[], rate: readonly string[] = ['--rate', '77']) => {
    rig.watches.length = 0;
    const { code, err } = await rig.run(...argv, ...rate);
    const rates = new Set(rig.watches.map((watch) => watch.rate));
    return { argv: argv.join(' '), usage: code === 2 ? err : '', rates: [...rates] };
  };
  const limited = (argv: readonly string[]) => ({ argv: argv.join(' '), usage: '', rates: [77] });
  const commit = () => rig.commit('next');

  for (const argv of [
    ['export'],
    ['doctor'],
    ['plan'],
    ['plan', '--refresh'],
    ['sync'],
    ['status', '--live'],
    ['diff', 'enrich', ...CONTOSO],
    ['rollback', ...CONTOSO, '--reason', 'incident', '--to', 'HEAD'],
    ['unpin', ...CONTOSO],
  ]) {
    expect(await ratesOf(argv)).toEqual(limited(argv));
    commit();
  }
  await rig.run('detach', ...CONTOSO, ...ENRICH, '--reason', 'tunes it');
  commit();
  expect(await ratesOf(['reattach', ...CONTOSO, ...ENRICH])).toEqual(limited(['reattach', ...CONTOSO, ...ENRICH]));
  expect((await ratesOf(['plan'], [])).rates).toEqual([undefined]);
  await using empty = await emptyFolder();
  rig.watches.length = 0;
  const from = ['--from', `${rig.url}/acme`, '--team', '7', '--key-env', 'ACME_KEY', '--rate', '77'];
  await rig.runIn(empty.dir, ['init', ...from]);
  expect(rig.watches.map(({ rate }) => rate)).toEqual([77]);
});
