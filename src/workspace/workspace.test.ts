import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { codesOf, manifestText, StoryRepository, storyText } from '../../test/support/story-repository.ts';
import type { OpenedWorkspace } from './workspace.ts';

let repo: StoryRepository;

beforeEach(() => {
  repo = new StoryRepository();
  onTestFinished(() => repo.remove());
});

/** Descriptions of the stories, by key. */
function contentOf({ workspace, problems }: OpenedWorkspace): object {
  if (!workspace) throw new Error(problems.map(({ message }) => message).join('\n'));
  return Object.fromEntries([...workspace.desired.stories].map(([key, each]) => [key, each.story.description]));
}

describe('at a commit', () => {
  it('the stories are those of the commit, and all else is as the manifest has it now', async () => {
    const first = repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': storyText('one') });
    const second = repo.commit({ 'stories/triage.json': storyText('two') });
    const detached = { triage: { reason: 'theirs' } };
    repo.commit({ 'sync.yaml': manifestText({ triage: {} }, { detached, destination_team_id: 43 }) });
    repo.write('stories/triage.json', 'not even JSON');

    const opened = await repo.open({ at: 'HEAD~2' });

    expect(contentOf(opened)).toEqual({ triage: 'one' });
    expect(opened.workspace).toMatchObject({ at: first, commit: first, dirty: false });
    expect(opened.workspace?.desired.destinations).toMatchObject([
      { teamId: 43, subscriptions: [{ storyKey: 'triage', detached: { reason: 'theirs' } }] },
    ]);
    expect((await repo.open({ at: second.slice(0, 9) })).workspace?.commit).toBe(second);
  });

  it('a story lies where that commit’s own manifest had it, by key or by its id at the origin', async () => {
    const origin = { origin: { tenant_url: 'https://acme.tines.com', team_id: 7, api_key: '${ACME}' } };
    const withOrigin = (stories: { readonly [key: string]: object }): string =>
      JSON.stringify({ ...JSON.parse(manifestText(stories)), ...origin });
    repo.commit({
      'sync.yaml': withOrigin({ triage: { id: 1, file: 'old/place.json' }, former: { id: 2 } }),
      'old/place.json': storyText('moved since'),
      'stories/former.json': storyText('of another key', 'Enrich'),
    });
    repo.commit({
      'sync.yaml': withOrigin({ triage: { id: 1 }, enrich: { id: 2 } }),
      'old/place.json': undefined,
      'stories/former.json': undefined,
      'stories/triage.json': storyText('now'),
      'stories/enrich.json': storyText('now', 'Enrich'),
    });
    expect(contentOf(await repo.open({ at: 'HEAD^' }))).toEqual({ triage: 'moved since', enrich: 'of another key' });
  });

  it('a key or a file that was another story’s then does not bring that story’s content', async () => {
    const manifest = (stories: { readonly [key: string]: object }): string =>
      JSON.stringify({
        ...JSON.parse(manifestText(stories)),
        origin: { tenant_url: 'https://acme.tines.com', team_id: 7, api_key: '${ACME}' },
      });
    repo.commit({
      'sync.yaml': manifest({ triage: { id: 1 }, enrich: { id: 2 }, third: { id: 3 } }),
      'stories/triage.json': storyText('first', 'Triage'),
      'stories/enrich.json': storyText('second', 'Enrich'),
      'stories/third.json': storyText('third', 'Third'),
    });
    repo.commit({
      'sync.yaml': manifest({ triage: { id: 4 }, enrich: { id: 3 }, third: { id: 2 }, former: { id: 1 } }),
      'stories/triage.json': storyText('new', 'New'),
      'stories/former.json': storyText('now', 'Triage'),
    });
    const opened = await repo.open({ at: 'HEAD^' });
    expect(contentOf(opened)).toEqual({ former: 'first', enrich: 'third', third: 'second' });
    expect([...(opened.workspace?.absent ?? [])]).toEqual(['triage']);
  });

  it('a story that the commit does not hold is no part of the run, and told', async () => {
    repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': storyText('one') });
    repo.commit({
      'sync.yaml': manifestText({ triage: {}, later: {} }),
      'stories/later.json': storyText('later', 'Later'),
    });
    const opened = await repo.open({ at: 'HEAD~1' });
    expect(contentOf(opened)).toEqual({ triage: 'one' });
    expect(opened.workspace?.absent).toEqual(new Set(['later']));
    // Still asked for: it must not be taken for left behind.
    expect(opened.workspace?.desired.destinations[0]?.subscriptions).toHaveLength(2);
    expect(codesOf(opened)).toEqual(['warning GIT006']);
    expect(opened.problems[0]?.message).toMatch(
      /^story "later" is not part of this run: there is no [0-9a-f]{12}:stories\/later\.json$/,
    );
  });

  it('that has none of the stories the run ends', async () => {
    repo.commit({ readme: 'x' });
    repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': storyText('one') });
    const opened = await repo.open({ at: 'HEAD~1' });
    expect(codesOf(opened)).toEqual(['error GIT006']);
    expect(opened.unreadable).toBe(true);
  });

  it('whose manifest has errors, stories lie where today’s has them, with a warning', async () => {
    repo.commit({ 'sync.yaml': 'version: 9', 'stories/triage.json': storyText('one') });
    repo.commit({ 'sync.yaml': manifestText({ triage: {} }) });
    const opened = await repo.open({ at: 'HEAD~1' });
    expect(contentOf(opened)).toEqual({ triage: 'one' });
    expect(codesOf(opened)).toEqual(['warning GIT007']);
  });

  it('a broken story is an error with its place in that commit, and its text', async () => {
    repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': '{ "name": ' });
    const broken = repo.git('rev-parse', 'HEAD').slice(0, 12);
    repo.commit({ 'stories/triage.json': storyText('fine') });
    const opened = await repo.open({ at: 'HEAD~1' });
    expect(codesOf(opened)).toEqual(['error STO003']);
    expect(opened.problems[0]?.place?.file).toBe(`${broken}:stories/triage.json`);
    expect(opened.sourceOf(`${broken}:stories/triage.json`)).toBe('{ "name": ');
  });

  it.skipIf(process.platform === 'win32')(
    'symbolic links count as the commit has them, and never lead out of it',
    async () => {
      repo.write('stories/real.json', storyText('through a link'));
      symlinkSync('real.json', join(repo.dir, 'stories/triage.json'));
      symlinkSync('stories', join(repo.dir, 'linked'));
      symlinkSync('/etc/hostname', join(repo.dir, 'stories/absolute.json'));
      symlinkSync('../../outside.json', join(repo.dir, 'stories/above.json'));
      symlinkSync('loop.json', join(repo.dir, 'stories/loop.json'));
      repo.commit({ 'sync.yaml': manifestText({ triage: {}, other: { file: 'linked/triage.json' } }) });
      rmSync(join(repo.dir, 'stories/real.json'));
      writeFileSync(join(repo.dir, '../outside.json'), storyText('stolen'));
      repo.write('sync.yaml', manifestText({ triage: {} }));
      expect(contentOf(await repo.open({ at: 'HEAD' }))).toEqual({ triage: 'through a link' });

      repo.write('sync.yaml', manifestText({ triage: {}, absolute: {}, above: {}, loop: {} }));
      const refused = await repo.open({ at: 'HEAD' });
      expect(refused.problems.map(({ code, message }) => `${code} ${message.split('cannot be read: ')[1]}`)).toEqual([
        'DES001 a symbolic link there leads out of the repository',
        'DES001 a symbolic link there leads out of the repository',
        'DES001 there is a folder, a submodule or a loop of symbolic links in its place',
      ]);
    },
  );

  it('only the manifest can be dirty', async () => {
    repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': storyText('one') });
    repo.write('stories/triage.json', storyText('changed'));
    expect((await repo.open({ at: 'HEAD' })).workspace?.dirty).toBe(false);
    repo.write('sync.yaml', manifestText({ triage: {} }, { manual_sync_only: true }));
    expect((await repo.open({ at: 'HEAD' })).workspace).toMatchObject({
      dirty: true,
      commit: repo.git('rev-parse', 'HEAD'),
    });
  });

  it('whose content this clone lacks, the run ends and says what to fetch', async () => {
    repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': storyText('one') });
    const old = repo.git('rev-parse', 'HEAD');
    repo.commit({ 'stories/triage.json': storyText('two') });
    repo.git('config', 'uploadpack.allowFilter', 'true');
    for (const [flag, hint] of [
      ['--depth=1', 'git fetch --unshallow'],
      ['--filter=blob:none', 'git fetch --refetch --no-filter'],
    ] as const) {
      const opened = await repo.open({ at: old }, repo.clone(flag));
      expect(codesOf(opened)).toEqual(['error GIT003']);
      expect(opened.unreadable).toBe(true);
      expect(opened.problems[0]?.hint).toContain(hint);
    }
  });

  it('a repository with other object names, or none at all, says so', async () => {
    repo.write('sync.yaml', manifestText({ triage: {} }));
    repo.git('config', 'core.repositoryformatversion', '1');
    repo.git('config', 'extensions.objectformat', 'sha256');
    expect(codesOf(await repo.open({ at: 'HEAD' }))).toEqual(['error GIT004']);
    rmSync(join(repo.dir, '.git'), { recursive: true });
    expect(codesOf(await repo.open({ at: 'HEAD' }))).toEqual(['error GIT005']);
  });

  it('works in a folder below, and in a linked work tree', async () => {
    repo.commit({ 'conf/sync.yaml': manifestText({ triage: {} }), 'conf/stories/triage.json': storyText('one') });
    repo.commit({ 'conf/stories/triage.json': storyText('two') });
    const linked = join(repo.parent, 'linked');
    repo.git('worktree', 'add', '--quiet', '--detach', linked);
    expect(contentOf(await repo.open({ at: 'HEAD~1' }, join(repo.dir, 'conf')))).toEqual({ triage: 'one' });
    expect(contentOf(await repo.open({ at: 'HEAD~1' }, linked, 'conf/sync.yaml'))).toEqual({ triage: 'one' });
  });
});
