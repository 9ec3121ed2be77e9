import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emptyFolder, filesIn, PIN, WORKFLOW } from '../support/empty-folder.ts';

describe('the files that init writes', () => {
  it('name the schema of the installed package, where there is one, and keep packages out of git', async () => {
    await using rig = await emptyFolder();
    rig.write('node_modules/storysync/schemas/sync.schema.json', {});
    expect((await rig.run('init')).code).toBe(0);
    const [first] = rig.read('sync.yaml').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=node_modules/storysync/schemas/sync.schema.json');
    expect(existsSync(join(rig.dir, 'schemas'))).toBe(false);
    expect(rig.read('.gitignore')).toBe('node_modules/\n');
  });

  it.each([
    ['git+ssh://git@github.com/acme/sync.git#', 'acme/sync'],
    ['git+https://github.com/acme/sync#', 'acme/sync'],
    ['git+https://git.acme.example/acme/sync.git#', undefined],
    ['https://registry.acme.example/storysync/-/storysync-0.1.0.tgz?', undefined],
  ])('run the commit that the package was installed from, where it is one of GitHub: %s', async (url, repository) => {
    await using rig = await emptyFolder();
    const commit = 'c0ffee'.repeat(7).slice(0, 40);
    rig.write('node_modules/storysync/schemas/sync.schema.json', {});
    const packages = { 'node_modules/storysync': { version: '0.1.0', resolved: `${url}${commit}` } };
    rig.write('node_modules/.package-lock.json', { lockfileVersion: 3, packages });
    const { out } = await rig.run('init');
    const uses = rig.read(WORKFLOW).match(/uses: \S+sync@\S+/g) ?? [];
    const expected = repository === undefined ? `storysync/storysync@${'0'.repeat(40)}` : `${repository}@${commit}`;
    expect(uses).toEqual(Array.from({ length: 5 }, () => `uses: ${expected}`));
    expect(out.includes(PIN)).toBe(repository === undefined);
    rmSync(join(rig.dir, 'sync.yaml'));
    rmSync(join(rig.dir, WORKFLOW));
    const tagged = await rig.run('init', '--action', 'v9');
    expect(tagged.out).toContain('# a tag or branch can be moved');
    expect(tagged.out).toContain(`git ls-remote https://github.com/storysync/storysync v9 'v9^{}'`);
    expect(rig.read(WORKFLOW).match(/uses: storysync\/storysync@v9$/gm)).toHaveLength(5);
  });

  it('fit a manifest in a folder of a repository: the workflow stands at its top and names the manifest', async () => {
    await using rig = await emptyFolder({ git: true });
    const { code, out } = await rig.run('init', '--manifest', 'customers/eu/sync.yaml');
    expect(code).toBe(0);
    expect(out).toContain('npx storysync validate --manifest customers/eu/sync.yaml');
    expect(filesIn(rig)).toEqual([
      '.github/actionlint.yaml',
      WORKFLOW,
      'customers/eu/.gitattributes',
      'customers/eu/stories/.gitkeep',
      'customers/eu/sync.yaml',
      'schemas/sync.schema.json',
    ]);
    expect(rig.read('customers/eu/sync.yaml')).toContain('$schema=../../schemas/sync.schema.json\n');
    type Step = { readonly uses: string; readonly with: object };
    const { jobs } = parse(rig.read(WORKFLOW)) as { jobs: { [id: string]: { steps: readonly Step[] } } };
    const ours = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses.includes('/storysync@')));
    expect(ours).toHaveLength(5);
    for (const step of ours) expect(step.with).toMatchObject({ manifest: 'customers/eu/sync.yaml' });
    expect((await rig.run('validate', '--manifest', 'customers/eu/sync.yaml')).code).toBe(0);
  });

  it.each([
    ['ref: refs/heads/trunk', '[trunk]'],
    ['ref: refs/heads/on', '["on"]'],
  ])('sync the first branch of a repository without commits: %s', async (head, branches) => {
    await using rig = await emptyFolder({ git: true });
    writeFileSync(join(rig.dir, '.git/HEAD'), `${head}\n`);
    await rig.run('init');
    expect(rig.read(WORKFLOW)).toContain(`    branches: ${branches}\n`);
  });

  it('sync `main` where a feature branch is checked out, and `master` where that is', async () => {
    await using rig = await emptyFolder({ git: true });
    rig.write('README.md', 'mine');
    rig.commit();
    rig.git('switch', '--quiet', '-c', 'feature');
    await rig.run('init');
    expect(rig.read(WORKFLOW)).toContain('branches: [main]');
    rig.git('switch', '--quiet', '-c', 'master');
    for (const file of [WORKFLOW, 'sync.yaml']) rmSync(join(rig.dir, file));
    await rig.run('init');
    expect(rig.read(WORKFLOW)).toContain('branches: [master]');
  });
});
