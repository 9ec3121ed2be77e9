import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, filesIn, PIN, WORKFLOW } from '../support/empty-folder.ts';
import type { Rig, Run } from '../support/rig.ts';
import { storyExport } from '../support/stories.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const fromAcme = (rig: Rig, ...more: readonly string[]): Promise<Run> =>
  rig.run('init', '--from', `${rig.url}/acme`, '--team', '7', ...more);

const CONTOSO = (url: string) => `destinations:
  contoso:
    destination_tenant_url: ${url}/contoso
    destination_tenant_api_key: \${CONTOSO_TINES_API_KEY}
    destination_team_id: 42
    stories: [phishing-triage]
`;

const FROM_NOTHING = `  + stories/.gitkeep
  + schemas/sync.schema.json
  + .gitattributes
  + .github/actionlint.yaml
  + .github/workflows/storysync.yml
  + sync.yaml

Next:
  # keep all this in git
  git init -b main
  # fill in origin and destinations, and check them
  npx storysync validate
  # the workflow runs nothing until it is pinned: the last line of this names the commit
  ${PIN}
`;

const FROM_ORIGIN = `  + stories/phishing-triage.json
  + schemas/sync.schema.json
  + .gitattributes
  + .github/actionlint.yaml
  + .github/workflows/storysync.yml
  + sync.yaml

Added to the catalogue:
  phishing-triage: id 9981, "Phishing triage"
Left out, because they are not under change control; turn it on, or set "require_change_control: false" under "origin":
  id 9982, "Phishing triage (experiments)"

1 added, 0 changed, 0 unchanged from HOST/acme

Next:
  # once a destination is written down and its key is in the environment: see what a sync would do
  npx storysync plan
  # push it
  npx storysync sync
  # the workflow runs nothing until it is pinned: the last line of this names the commit
  ${PIN}
`;

const MARKDOWN = `### Set up

- added \`stories/.gitkeep\`
- added \`schemas/sync.schema.json\`
- added \`.gitattributes\`
- added \`.github/actionlint.yaml\`
- added \`.github/workflows/storysync.yml\`
- \`sync.yaml\` HERE

Next:

`;

describe('init', () => {
  it('makes a repository that validates out of an empty folder, and says what comes next', async () => {
    await using rig = await emptyFolder();
    expect(await rig.run('init')).toEqual({ code: 0, out: FROM_NOTHING, err: '' });
    expect(await rig.run('validate')).toMatchObject({ code: 0, out: 'No findings (0 stories, 0 destinations)\n' });
    expect(filesIn(rig)).toEqual([
      '.gitattributes',
      '.github/actionlint.yaml',
      WORKFLOW,
      'schemas/sync.schema.json',
      'stories/.gitkeep',
      'sync.yaml',
    ]);
    expect(rig.read(WORKFLOW)).toBe(readFileSync(join(ROOT, 'examples/workflows/storysync.yml'), 'utf8'));
    expect(rig.read('schemas/sync.schema.json')).toBe(readFileSync(join(ROOT, 'schemas/sync.schema.json'), 'utf8'));
    expect(await rig.log()).toEqual([]);
  });

  it('a manifest stays valid when its examples are filled in as they stand', async () => {
    await using rig = await emptyFolder();
    await rig.run('init');
    const filled = rig
      .read('sync.yaml')
      .replace('destinations: {}\n', '')
      .replace(/^(# Which.*)\n/m, '$1\ndestinations:\n')
      .replaceAll(/^# (origin:| {2})/gm, '$1')
      .replace('stories: {}', 'stories: { phishing-triage: { id: 1 } }');
    rig.write('sync.yaml', filled);
    rig.write('stories/phishing-triage.json', storyExport({ name: 'Triage', actions: [{ name: 'Begin' }] }));
    expect(await rig.run('validate')).toMatchObject({ code: 0, out: 'No findings (1 story, 1 destination)\n' });
  });

  it('goes from an empty folder to a first synced story, and the second sync is silent', async () => {
    await using rig = await emptyFolder({ git: true });
    const { code, out } = await fromAcme(rig);
    expect(code).toBe(0);
    expect(out.replaceAll(new URL(rig.url).host, 'HOST')).toBe(FROM_ORIGIN);
    expect(await rig.takeWrites()).toEqual([]);
    expect((await rig.run('validate')).code).toBe(0);
    expect((await rig.run('export', '--check')).code).toBe(0);

    rig.write('sync.yaml', rig.read('sync.yaml').replace('destinations: {}\n', CONTOSO(rig.url)));
    rig.commit('Start with storysync');
    expect((await rig.run('plan')).out).toContain('Plan: 1 to create, 0 to update');
    expect(await rig.run('sync')).toMatchObject({ code: 0, out: expect.stringContaining('1 synced (1 created)') });
    expect(await rig.story('contoso', 'Phishing triage')).toMatchObject({ team_id: 42 });
    await rig.takeWrites();
    expect(await rig.run('sync')).toMatchObject({ code: 0, out: expect.stringContaining('1 synced, 0 failed') });
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('tells a script in JSON which files are new, and what the origin has beside them', async () => {
    await using rig = await emptyFolder();
    const { code, json } = await rig.runJson('init', '--from', `${rig.url}/acme/`, '--team', '7');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      format: 'storysync.findings/1',
      totals: { stories: 1, destinations: 0, errors: 0, warnings: 0 },
      files: [
        { path: 'stories/phishing-triage.json', change: 'add' },
        { path: 'schemas/sync.schema.json', change: 'add' },
        { path: '.gitattributes', change: 'add' },
        { path: '.github/actionlint.yaml', change: 'add' },
        { path: WORKFLOW, change: 'add' },
        { path: 'sync.yaml', change: 'add' },
      ],
      discovered: [{ id: 9981, key: 'phishing-triage' }],
      left_out: [{ id: 9982, reason: 'no_change_control' }],
    });
  });

  it('says the same in Markdown', async () => {
    await using rig = await emptyFolder();
    const { out } = await rig.run('init', '--format', 'markdown');
    expect(out.startsWith(MARKDOWN.replace('`sync.yaml` HERE', 'added `sync.yaml`'))).toBe(true);
    expect(out).toContain('1. keep all this in git: `git init -b main`\n');
  });

  it('says of a team without stories that it has none', async () => {
    await using rig = await emptyFolder();
    const { code, out } = await rig.run('init', '--from', `${rig.url}/acme`, '--team', '8');
    expect({ code, says: out.includes('The team has no stories yet.') }).toEqual({ code: 0, says: true });
    expect((await rig.run('validate')).code).toBe(0);
  });
});

it('in CI the origin that the caller names is read, though no default branch vouches for it', async () => {
  await using rig = await emptyFolder({ git: true });
  rig.environment.CI = 'true';
  rig.git('remote', 'add', 'origin', 'https://127.0.0.1:1/acme/stories.git');
  expect((await fromAcme(rig)).code).toBe(0);
});
