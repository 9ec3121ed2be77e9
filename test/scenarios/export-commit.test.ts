import { expect, it } from 'vitest';
import { told } from '../support/documents.ts';
import { idOf, originWorld } from '../support/origin-world.ts';
import { fetchAction, storyExport, webhook } from '../support/stories.ts';

const TRIAGE = storyExport({
  name: 'Triage',
  actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')],
});
const ENRICH = storyExport({ name: 'Enrich', actions: [webhook('Ask')] });
const stories = { triage: { content: TRIAGE }, enrich: { content: ENRICH } };
const edit = { set: { path: ['agents', 'Fetch', 'options', 'method'], value: 'post' } };

it('commits a published change, which commit message, plan and statuses tell alike', async () => {
  await using rig = await originWorld({ stories });
  await rig.run('export', '--commit', '-m', 'Bring the stories in');
  expect(rig.git('log', '-1', '--format=%s', '--name-only')).toBe(
    'Bring the stories in\n\nstories/enrich.json\nstories/triage.json\n',
  );
  expect((await rig.run('sync')).code).toBe(0);
  await rig.edit('acme', idOf(0), edit);
  rig.write('notes.txt', 'mine');

  const run = await rig.run('export', '--commit');
  expect(run.code).toBe(0);
  expect(run.err).toMatch(/^Committed [0-9a-f]{12} on main\.$/m);
  const message = rig.git('log', '-1', '--format=%B', '--name-only');
  expect(message).toMatch(/^Export triage from 127\.0\.0\.1:\d+\/acme\n\ntriage \(Triage\)\n- .*Fetch/);
  expect(message.trim().split('\n').at(-1)).toBe('stories/triage.json');
  expect(rig.git('status', '--porcelain')).toBe('?? notes.txt\n');
  const changed = /Fetch[^\n]*/.exec(message)?.[0] ?? 'nothing';
  expect((await rig.run('plan')).out).toContain(changed);
  expect(told((await rig.runJson('sync')).json)).toEqual({
    'contoso/triage': 'synced updated content_changed',
    'contoso/enrich': 'synced unchanged -',
  });
  expect((await rig.run('export', '--commit')).err).toContain('Nothing to commit: git has these files already.');
});

it('commits what an earlier export wrote and could not commit, told from the commit and not from the work tree', async () => {
  await using rig = await originWorld({ stories });
  await rig.run('export');
  const late = await rig.run('export', '--commit');
  expect(late.out).toContain('  + triage "Triage" stories/triage.json\n      new: 2 actions\n');
  expect(rig.git('log', '-1', '--format=%b')).toContain('triage (Triage)\n- new: 2 actions');
  expect(rig.git('status', '--porcelain')).toBe('');

  await rig.edit('acme', idOf(0), edit);
  rig.write('stories/triage.json', rig.read('stories/triage.json').replace('feed.example/1', 'feed.example/9'));
  rig.write('stories/enrich.json', rig.read('stories/enrich.json').replace('Ask', 'Beg'));
  expect((await rig.run('export', '--commit', '--branch', 'storysync/export')).code).toBe(0);
  for (const branch of ['storysync/export', 'main']) {
    if (branch === 'main') await rig.run('export', '--commit');
    expect(rig.git('log', '-1', '--format=%b', branch)).toMatch(
      /^triage \(Triage\)\n- option method of "Fetch": "get" → "post"\n\n(?:Storysync|$)/,
    );
    expect(rig.git('diff', '--stat', `${branch}^`, branch)).toContain('1 file changed, 1 insertion(+), 1 deletion(-)');
  }
  expect(rig.git('status', '--porcelain')).toBe('');
});

it('commits to another branch without touching the work tree, and again on top of what a person did there', async () => {
  await using rig = await originWorld({ stories });
  const head = rig.git('rev-parse', 'HEAD');
  const run = await rig.run('export', '--commit', '--branch', 'storysync/export');
  expect(run).toMatchObject({ code: 0 });
  expect(rig.git('rev-parse', 'HEAD')).toBe(head);
  expect(rig.git('status', '--porcelain')).toBe('');
  expect(rig.git('diff', '--name-only', 'main', 'storysync/export')).toBe('stories/enrich.json\nstories/triage.json\n');
  expect((await rig.run('export', '--commit', '--branch', 'storysync/export')).err).toMatch(/^Found /m);
});

it('refuses what cannot be committed or pushed, and says what to do', async () => {
  await using rig = await originWorld({ stories });
  expect((await rig.run('export', '--commit', '--push')).out).toContain('hint: add one with "git remote add origin');
  rig.git('remote', 'add', 'origin', 'git@github.example:acme/stories.git');
  const push = await rig.run('export', '--commit', '--push');
  expect(push.code).toBe(1);
  expect(push.out).toContain('GIT018');
  expect(push.out).toContain('the remote "origin" is not reached by https');
  expect(push.out).toContain('0 added, 0 changed, 0 unchanged, 1 error');
  expect(rig.git('status', '--porcelain')).toBe('');
  for (const branch of ['main', 'storysync/state', 'HEAD', 'refs/heads/x', 'a b', '']) {
    const named = await rig.run('export', '--commit', '--branch', branch);
    expect(named.code).toBe(2);
    expect(named.err).toContain('GIT015');
  }
  rig.git('checkout', '--quiet', '--detach');
  const detached = await rig.run('export', '--commit');
  expect(detached.code).toBe(1);
  expect(detached.out).toContain('GIT010');
  expect(rig.git('status', '--porcelain')).toBe('');
  for (const alone of [
    ['--push'],
    ['--branch', 'x'],
    ['-m', 'x'],
    ['--discover', '--commit'],
    ['--check', '--commit'],
  ]) {
    expect((await rig.run('export', ...alone)).code).toBe(2);
  }
});
