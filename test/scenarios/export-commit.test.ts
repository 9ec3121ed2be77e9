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
  expect((await rig.run('export', '--commit')).err).toContain('Nothing to commit: this export changed no file.');
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
  rig.git('remote', 'add', 'origin', 'git@github.example:acme/stories.git');
  const push = await rig.run('export', '--commit', '--push');
  expect(push.code).toBe(1);
  expect(push.out).toContain('GIT018');
  expect(push.out).toContain('the remote "origin" is not reached by https');
  expect(push.out).toContain('0 added, 0 changed, 0 unchanged, 1 error');
  expect(rig.git('status', '--porcelain')).toBe('');
  rig.git('checkout', '--quiet', '--detach');
  const detached = await rig.run('export', '--commit');
  expect(detached.code).toBe(1);
  expect(detached.out).toContain('GIT010');
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
