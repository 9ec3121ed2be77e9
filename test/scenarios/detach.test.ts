import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { only } from '../support/documents.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport, withOption } from '../support/stories.ts';
import { keyReference, publish, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [fetchAction('Fetch', 'https://feed.example/1')] });
const SWEEP = storyExport({ name: 'Sweep', actions: [fetchAction('Fetch', 'https://sweep.example/1')] });
const WATCH_2 = withOption(WATCH, 'Fetch', 'method', 'post');
const SWEEP_2 = withOption(SWEEP, 'Fetch', 'url', 'https://sweep.example/2');

/** As a person writes it: comments, uneven spaces, quotes. */
function manifest({ url }: Rig): string {
  const fields = (tenant: string) => `destination_tenant_url: ${url}/${tenant}
    destination_tenant_api_key: ${keyReference(tenant)}
    destination_team_id:   42`;
  return `# Who gets what.
version: 1
stories: { watch: {}, sweep: {} }

destinations:
  contoso:   # the first customer
    ${fields('contoso')}
    stories: [watch, "sweep"]

  # the second one
  fabrikam:
    ${fields('fabrikam')}
    stories: [sweep]
`;
}

/** Two tenants that have everything; the first edited its "Watch". */
async function editedWorld(): Promise<Rig> {
  const rig = await worldOf({
    tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
    stories: { watch: WATCH, sweep: SWEEP },
    destinations: {},
  });
  rig.write('sync.yaml', manifest(rig));
  rig.commit();
  await rig.run('sync');
  const { id } = await rig.story('contoso', 'Watch');
  await rig.edit('contoso', id, {
    set: { path: ['agents', 'Fetch', 'options', 'url'], value: 'https://customer.example/' },
  });
  return rig;
}

const PAIR = ['--destination', 'contoso', '--story', 'watch'];

it('a story is detached, falls behind, shows what coming back costs, and is overwritten after its edit was saved', async () => {
  await using rig = await editedWorld();
  const before = rig.read('sync.yaml');
  const detached = await rig.runJson('detach', ...PAIR, '--reason', 'customer tunes it', '--until', '2099-01-31');
  expect(detached).toMatchObject({
    code: 0,
    err: '',
    json: { format: 'storysync.findings/1', findings: [], files: [{ path: 'sync.yaml', change: 'update' }] },
  });
  expect(rig.read('sync.yaml')).toBe(
    before.replace(
      'stories: [watch, "sweep"]\n',
      'stories: [watch, "sweep"]\n    detached:\n      watch: { reason: customer tunes it, until: 2099-01-31 }\n',
    ),
  );
  publish(rig, 'watch', WATCH_2);
  publish(rig, 'sweep', SWEEP_2);

  const plan = (await rig.run('plan', '--destination', 'contoso')).out;
  expect(plan).toContain(
    '  . watch "Watch": detached from sync; would be updated (2 changes)\n      customer tunes it (until 2099-01-31)\n',
  );
  expect((await rig.run('plan', '--format', 'markdown')).out).toContain(
    '"Watch": detached from sync; would be updated (2 changes)',
  );
  expect((await syncNow(rig)).told).toEqual({
    'contoso/sweep': 'synced updated',
    'contoso/watch': 'requires_sync detached',
    'fabrikam/sweep': 'synced updated',
  });

  await rig.takeWrites();
  const back = await rig.runJson('reattach', ...PAIR);
  expect(back.code).toBe(0);
  expect(back.json).toMatchObject({
    format: 'storysync.plan/1',
    commit: null,
    totals: { create: 0, update: 1, unchanged: 0, skip: 0, blocked: 0 },
    destinations: [
      {
        name: 'contoso',
        stories: [{ key: 'watch', detached: false, drift: expect.arrayContaining(['agents[Fetch].options.url']) }],
      },
    ],
  });
  expect(back.err).toContain('The next sync pushes 1 story.\nCommit sync.yaml if that is what you want.\n');
  expect(back.err).toContain('Edited at contoso: the edit is saved as a named version there, then overwritten.\n');
  expect(rig.read('sync.yaml')).toBe(before);
  expect(await rig.takeWrites()).toEqual([]);

  rig.commit('bring watch back');
  expect((await syncNow(rig)).told).toMatchObject({ 'contoso/watch': 'synced updated' });
  expect((await rig.tenant('contoso')).versions).toMatchObject([{ name: expect.stringContaining('storysync') }]);
});

describe('coming back', () => {
  it('is refused while a destination cannot be read, unless nobody wants to know: then it says how little it knows', async () => {
    await using rig = await editedWorld();
    await rig.run('detach', ...PAIR, '--reason', 'x');
    const detached = rig.read('sync.yaml');
    rig.environment.CONTOSO_KEY = undefined;

    const unread = await rig.runJson('reattach', ...PAIR);
    expect(unread.code).toBe(1);
    expect(unread.json).toMatchObject({ format: 'storysync.plan/1', totals: { blocked: 1 } });
    expect(unread.err).toContain(
      'error RUN016  the manifest was not edited, because it is not known what destination "contoso" would lose',
    );
    expect(rig.read('sync.yaml')).toBe(detached);

    const offline = await rig.run('reattach', ...PAIR, '--offline');
    expect(offline).toMatchObject({ code: 0, err: expect.stringContaining('Reading destinations') });
    expect(offline.out).toContain('not compared with the tenant; last pushed');
    expect(offline.out).toContain('Offline: no tenant was asked');
    expect(rig.read('sync.yaml')).toBe(manifest(rig));
  });

  it('says that the tag of the destination must go too, and edits the manifest all the same', async () => {
    await using rig = await editedWorld();
    await rig.run('detach', ...PAIR, '--reason', 'x');
    const { id } = await rig.story('contoso', 'Watch');
    await rig.edit('contoso', id, { add_tags: ['detached-from-sync'] });

    const back = await rig.run('reattach', ...PAIR, '--format', 'markdown');
    expect(back.code).toBe(0);
    expect(back.out).toContain('Also detached by its tag at `contoso`: remove the tag "detached-from-sync"');
    expect(back.out).not.toContain('The next sync pushes');
    expect(rig.read('sync.yaml')).toBe(manifest(rig));
    expect(only((await planNow(rig, ...PAIR)).stories)).toMatchObject({ action: 'skip', reason: 'detached' });
  });
});

describe('with a manifest that nobody can edit so', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await worldOf({ stories: { watch: WATCH }, destinations: {} });
    rig.write('sync.yaml', manifest(rig));
    rig.write('stories/sweep.json', SWEEP);
  });
  afterAll(() => rig[Symbol.asyncDispose]());

  const WHY = ['--reason', 'customer tunes it'];

  it.each([
    [['detach', ...PAIR], 2, "required option '--reason <text>' not specified"],
    [['detach', '--destination', 'contoso', ...WHY], 2, "required option '--story <keys...>' not specified"],
    [['reattach', '--story', 'watch'], 2, "required option '--destination <names...>' not specified"],
    [['detach', '--destination', 'contosso', '--story', 'watch', ...WHY], 2, 'did you mean "contoso"?'],
    [['detach', '--destination', 'contoso', '--story', 'wach', ...WHY], 2, 'did you mean "watch"?'],
    [
      ['detach', '--destination', 'fabrikam', '--story', 'watch', ...WHY],
      2,
      'RUN011 sync.yaml:13:3  destination "fabrikam" does not subscribe to "watch"',
    ],
    [['detach', '--destination', 'fab*', '--story', 'watch', ...WHY], 2, 'no story matches all selectors'],
    [['detach', ...PAIR, '--reason', ' '], 2, 'RUN010  --reason is empty'],
    [['detach', ...PAIR, ...WHY, '--owner', ''], 2, 'RUN010  --owner is empty'],
    [['detach', ...PAIR, ...WHY, '--until', '2020-01-31'], 2, 'RUN010  --until 2020-01-31 is in the past'],
    [
      ['detach', ...PAIR, ...WHY, '--until', '2099-02-30'],
      2,
      'RUN010  --until 2099-02-30 is not a day of the calendar',
    ],
    [['reattach', ...PAIR, '--offline', '--refresh'], 2, "cannot be used with option '--refresh'"],
    [['reattach', ...PAIR], 1, 'RUN012 sync.yaml:10:15  "watch" is not detached at destination "contoso"'],
  ])('%j ends with %i and says: %s', async (argv, code, told) => {
    const run = await rig.run(...argv);
    expect(run.code).toBe(code);
    expect(code === 2 ? run.err : run.out).toContain(told);
    expect(code === 2 ? run.out : run.err).toBe('');
    expect(rig.read('sync.yaml')).toBe(manifest(rig));
    expect(await rig.log()).toEqual([]);
  });

  it('a read-only file is left alone', async () => {
    chmodSync(join(rig.dir, 'sync.yaml'), 0o444);
    const { code, out, err } = await rig.run('detach', ...PAIR, ...WHY);
    chmodSync(join(rig.dir, 'sync.yaml'), 0o644);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('RUN015  the manifest sync.yaml cannot be written: it is read-only');
    expect(rig.read('sync.yaml')).toBe(manifest(rig));
  });

  it('other errors come first', async () => {
    rig.write('sync.yaml', manifest(rig).replace('version: 1', 'version: 2'));
    const { code, out } = await rig.run('detach', ...PAIR, ...WHY);
    expect(code).toBe(1);
    expect(out).toContain('MAN018');
  });

  it('a detachment whose day has passed is a warning of every run, and gets a later day in place', async () => {
    const dated = (until: string) =>
      manifest(rig).replace(
        '"sweep"]\n',
        `"sweep"]\n    detached: { watch: { until: ${until}, owner: me, reason: x } } # so\n`,
      );
    rig.write('sync.yaml', dated('2020-01-31'));
    expect((await rig.run('plan', '--offline')).err).toContain('warning MAN044 sync.yaml:11:33');
    const { code, out } = await rig.run('detach', ...PAIR, '--reason', 'x', '--until', '2099-01-31');
    expect(code).toBe(0);
    expect(out).toContain('watch was already detached at contoso; its note is updated\n');
    expect(rig.read('sync.yaml')).toBe(dated('2099-01-31'));
  });
});
