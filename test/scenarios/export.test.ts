import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { asCustomer } from '../support/customer.ts';
import { entriesIn, planned, told } from '../support/documents.ts';
import { exportNow, idOf, ORIGIN_TEAM, OTHER_TEAM, originWorld } from '../support/origin-world.ts';
import { fetchAction, pageAction, pageOf, recordAction, storyExport, webhook } from '../support/stories.ts';

const TRIAGE = storyExport({
  name: 'Triage',
  actions: [
    webhook('Intake'),
    fetchAction('Fetch', 'https://feed.example/1'),
    recordAction('Keep', 'Alert', [['title', 'TEXT']]),
  ],
  recipients: ['owner@acme.example'],
});
const ENRICH = storyExport({
  name: 'Enrich',
  actions: [pageAction('Form')],
  pages: [pageOf('Enrich', 0, 'Form')],
});
const BOTH = { triage: { content: TRIAGE }, enrich: { content: ENRICH } };

// In pieces, so that no scanner of this repository takes them for real ones.
const AWS_KEY = ['AKIA', 'Z7QX4MEW2PLKT5RB'].join('');
const SLACK_TOKEN = ['xoxb', '123456789012', '1234567890123', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-');

it('writes canonical files with placeholders, and the same again touches no byte', async () => {
  await using rig = await originWorld({ stories: BOTH });

  const first = await rig.run('export');

  expect(first.code).toBe(0);
  expect(first.out).toBe(`  + triage "Triage" stories/triage.json
      new: 3 actions
      record type "Alert" (title): created at the destinations that lack it
  + enrich "Enrich" stories/enrich.json
      new: 1 action

2 added, 0 changed, 0 unchanged from ${rig.url.replace('http://', '')}/acme
`);
  const triage = JSON.parse(rig.read('stories/triage.json'));
  expect(triage.agents[0].options).toMatchObject({
    path: 'storysync:destination-owned',
    secret: 'storysync:destination-owned',
  });
  expect(triage).toMatchObject({ recipients: [], guid: TRIAGE.guid });
  expect(triage).not.toHaveProperty('exported_at');
  expect(JSON.parse(rig.read('stories/enrich.json')).agents[0].options.url_identifier).toBe(
    'storysync:destination-owned',
  );
  const writes = (await rig.takeWrites()).length;
  expect(writes).toBe(0);

  rig.commit('exported');
  const before = filesOf(rig.dir);
  const second = await rig.run('export');
  expect(second.code).toBe(0);
  expect(second.out).toContain('Nothing to write: 2 files match ');
  expect(filesOf(rig.dir)).toEqual(before);
  expect(rig.git('status', '--porcelain')).toBe('');
});

it('brings a published change to git, and export, plan and sync tell the same story', async () => {
  await using rig = await originWorld({ stories: BOTH });
  await rig.run('export');
  rig.commit('exported');
  expect((await rig.runJson('sync')).code).toBe(0);
  const set = { path: ['agents', 'Fetch', 'options', 'method'], value: 'post' };
  await rig.edit('acme', idOf(0), { set });

  const check = await exportNow(rig, '--check');
  expect(check).toMatchObject({
    code: 1,
    found: [],
    files: ['update stories/triage.json', 'unchanged stories/enrich.json'],
  });
  expect(rig.git('status', '--porcelain')).toBe('');

  const text = await rig.run('export', '--story', 'tri*');
  expect(text.out).toContain(
    '  ~ triage "Triage" stories/triage.json\n      option method of "Fetch": "get" → "post"\n',
  );
  rig.commit('exported again');
  const plan = await rig.runJson('plan');
  expect(planned(plan.json)).toEqual({ 'contoso/triage': 'update content_changed', 'contoso/enrich': 'unchanged -' });
  expect(entriesIn(plan.json)['contoso/triage']?.changes.map((change) => change.text)).toEqual([
    'option method of "Fetch": "get" → "post"',
  ]);
  expect(told((await rig.runJson('sync')).json)).toEqual({
    'contoso/triage': 'synced updated content_changed',
    'contoso/enrich': 'synced unchanged -',
  });
  expect((await exportNow(rig, '--check')).code).toBe(0);
});

it('leaves files alone where only the stamps of a release differ, and says so where it added keys', async () => {
  await using rig = await originWorld({ stories: BOTH });
  await rig.run('export');
  const stamped = {
    ...JSON.parse(rig.read('stories/triage.json')),
    schema_version: 27,
    exported_at: '2026-01-01T00:00:00Z',
  };
  rig.write('stories/triage.json', stamped);
  const kept = rig.read('stories/triage.json');
  rig.write('stories/enrich.json', JSON.stringify(JSON.parse(rig.read('stories/enrich.json'))));

  const formatted = await rig.run('export');
  expect(formatted.out).toContain('layout of the file only, the content is the same');
  expect(formatted.out).toContain('0 added, 1 changed, 1 unchanged');
  expect(rig.read('stories/triage.json')).toBe(kept);

  await rig.switches({ release: 'newer' });
  const newer = await rig.run('export');
  expect(newer.out.match(/platform release only: nothing that a sync pushes has changed/g)).toHaveLength(2);
  expect((await exportNow(rig)).files).toEqual(['unchanged stories/triage.json', 'unchanged stories/enrich.json']);
});

it('stops at an AWS key and a Slack token with place and hint, writes nothing, and lets pass what the manifest allows', async () => {
  const leaky = storyExport({
    name: 'Leaky',
    actions: [
      fetchAction('Get report', 'https://s3.example/', { headers: { Authorization: `AWS ${AWS_KEY}` } }),
      fetchAction('Tell', 'https://slack.example/', { payload: { text: `as ${SLACK_TOKEN}` } }),
    ],
  });
  await using rig = await originWorld({ stories: { ...BOTH, leaky: { content: leaky } } });

  for (const format of ['text', 'markdown', 'json']) {
    const { code, out, err } = await rig.run('export', '--format', format);
    expect(code).toBe(1);
    const heard = `${out}${err}`.replaceAll('\\', '');
    expect(heard).toContain('agents[Get report].options.headers.Authorization');
    expect(heard).toContain('agents[Tell].options.payload.text');
    expect(heard).toContain('make it a credential in Tines');
    for (const secret of [AWS_KEY, SLACK_TOKEN]) expect(heard).not.toContain(secret.slice(0, 12));
  }
  expect(existsSync(join(rig.dir, 'stories'))).toBe(false);
  expect(await exportNow(rig)).toMatchObject({ found: ['error EXP012', 'error EXP012'], files: [] });

  const allowed = `
      "agents[Get report].options.headers.Authorization": the public key of the demo bucket
      "agents[Tell].options.payload.text": revoked
      "agents[Tell].options.url": never needed`;
  rig.write(
    'sync.yaml',
    rig.read('sync.yaml').replace('leaky: { id: 9003 }', `leaky:\n    id: 9003\n    allow_literals:${allowed}`),
  );
  expect(await exportNow(rig)).toMatchObject({ code: 0, found: ['warning EXP013'] });
  expect(readdirSync(join(rig.dir, 'stories')).sort()).toEqual(['enrich.json', 'leaky.json', 'triage.json']);
});

it('repeats no credential that is the name of a story, whatever else is to be said of it', async () => {
  const named = (name: string) => ({ content: storyExport({ name, actions: [webhook('In')] }), disabled: true });
  await using rig = await originWorld({ stories: { leaky: named(`As ${SLACK_TOKEN}`) } });
  for (const flags of [['--verbose'], ['--format', 'markdown'], ['--commit', '--format', 'json']]) {
    const { code, out, err } = await rig.run('export', ...flags);
    expect(code).toBe(1);
    expect(out).toContain('EXP012');
    expect(`${out}${err}`.replaceAll('\\', '')).not.toContain(SLACK_TOKEN.slice(0, 12));
  }
});

it('keeps the file of a story that vanished, moved, lost change control, was tagged or cannot be read, and exports the rest', async () => {
  const plain = (name: string) => ({ content: storyExport({ name, actions: [webhook('In')] }) });
  const names = ['fine', 'gone', 'moved', 'wild', 'tagged', 'broken'];
  await using rig = await originWorld({ stories: Object.fromEntries(names.map((name) => [name, plain(name)])) });
  await rig.run('export');
  rig.commit('exported');
  const before = filesOf(rig.dir);
  const id = (name: string): number => idOf(names.indexOf(name));
  for (const name of names) await rig.edit('acme', id(name), { set: { path: ['description'], value: 'new' } });
  await rig.edit('acme', id('gone'), { delete: true });
  await rig.edit('acme', id('moved'), { move_to_team: OTHER_TEAM });
  await rig.edit('acme', id('wild'), { change_control: false });
  await rig.edit('acme', id('tagged'), { add_tags: ['detached-from-sync'] });
  await rig.fault({ tenant: 'acme', path: `/stories/${id('broken')}/export`, times: 9, fault: { kind: 'html' } });

  const result = await exportNow(rig);

  expect(result.code).toBe(1);
  expect(result.found).toEqual(['error EXP004', 'error EXP005', 'error EXP006', 'error EXP008', 'error EXP007']);
  expect(result.files).toEqual(['update stories/fine.json']);
  const changed = [...filesOf(rig.dir)].filter(([file, seen]) => before.get(file) !== seen).map(([file]) => file);
  expect(changed).toEqual(['fine.json']);
  const text = (await rig.run('export')).out;
  expect(text).toContain(
    'story "gone" (id 9002) is no longer at the origin, or not visible to the key; stories/gone.json is kept as it is',
  );
  expect(text).toContain('story "moved" (id 9003, "moved") is in team 8 of the origin, expected team 7');
  expect(text).toContain('0 added, 0 changed, 1 unchanged, 5 errors');
});

it('warns of a story that is disabled or was renamed, exports it, and the rename reaches the destination', async () => {
  await using rig = await originWorld({ stories: BOTH });
  await rig.run('export');
  rig.commit('exported');
  await rig.run('sync');
  await rig.edit('acme', idOf(0), { rename: 'Triage 2', settings: { disabled: true } });

  const result = await rig.run('export');

  expect(result.code).toBe(0);
  expect(result.out).toContain('is disabled at the origin');
  expect(result.out).toContain('story "triage" was renamed at the origin, from "Triage" to "Triage 2"');
  expect(result.out).toContain('renamed from "Triage" to "Triage 2"');
  rig.commit('renamed');
  expect(told((await rig.runJson('sync')).json)).toMatchObject({ 'contoso/triage': 'synced updated renamed' });
});

it('exports without change control where the manifest says so', async () => {
  const stories = { triage: { content: TRIAGE, change_control: false } };
  await using rig = await originWorld({ stories, requireChangeControl: false });
  expect(await exportNow(rig)).toMatchObject({ code: 0, files: ['add stories/triage.json'] });
});

it('takes the live version, never a draft', async () => {
  const content = storyExport({ name: 'Watch', actions: [fetchAction('Fetch', 'https://feed.example/1')] });
  await using rig = await originWorld({ stories: { watch: { content } } });
  await rig.run('export');
  await asCustomer(rig, 'acme', 'POST', '/stories/import', {
    new_name: 'Watch',
    data: { ...content, description: 'not approved yet' },
    team_id: ORIGIN_TEAM,
    mode: 'versionReplace',
    draft_name: 'next',
  });
  expect((await rig.tenant('acme')).drafts).toHaveLength(1);
  expect(await exportNow(rig, '--check')).toMatchObject({ code: 0, files: ['unchanged stories/watch.json'] });
});

it('lists what the catalogue lacks, and adds it with its file, keeping every comment', async () => {
  const other = (name: string, rest = {}) => ({ content: storyExport({ name, actions: [webhook('In')] }), ...rest });
  await using rig = await originWorld({
    stories: BOTH,
    unknown: [
      other('Block [EU] hosts'),
      other('triage'),
      other('報告'),
      other('Wild', { change_control: false }),
      other('Apart', { tags: ['detached-from-sync'] }),
    ],
  });
  const manifest = rig.read('sync.yaml');

  const listed = await rig.run('export', '--discover');
  expect(listed.code).toBe(0);
  expect(listed.out).toBe(`Not in the catalogue yet; "storysync export --discover --add" adds them:
  block-eu-hosts: id 9003, "Block [EU] hosts"
  triage-2: id 9004, "triage"
  story-9005: id 9005, "報告"
Left out, because they are not under change control; turn it on, or set "require_change_control: false" under "origin":
  id 9006, "Wild"
Left out, because they carry the tag "detached-from-sync"; remove it on the origin first:
  id 9007, "Apart"

3 stories not in the catalogue, 2 left out; nothing was written.
`);
  expect(rig.read('sync.yaml')).toBe(manifest);
  expect(existsSync(join(rig.dir, 'stories'))).toBe(false);

  const added = await rig.runJson('export', '--discover', '--add');
  expect(added.code).toBe(0);
  expect(added.json.discovered).toHaveLength(3);
  expect(added.json.left_out).toEqual([
    { id: 9007, name: 'Apart', reason: 'detached' },
    { id: 9006, name: 'Wild', reason: 'no_change_control' },
  ]);
  expect(readdirSync(join(rig.dir, 'stories')).sort()).toEqual([
    'block-eu-hosts.json',
    'story-9005.json',
    'triage-2.json',
  ]);
  const text = rig.read('sync.yaml');
  expect(text).toContain('  triage: { id: 9001 } # triage\n');
  expect(parse(text).stories).toMatchObject({
    'block-eu-hosts': { id: 9003 },
    'triage-2': { id: 9004 },
    'story-9005': { id: 9005 },
  });
  await rig.run('export');
  expect((await rig.run('validate')).code).toBe(0);
  expect((await rig.run('export', '--add')).out).toContain(
    'Nothing to discover: an export would take none of the 2 stories',
  );
});

it('adds no story while one of them holds a credential, and shows the lines of the manifest that there is', async () => {
  const leaky = storyExport({ name: 'Leaky', actions: [fetchAction('Get', 'https://svc:S3cretPass@h.example/')] });
  const off = storyExport({ name: 'Off', actions: [webhook('In')] });
  await using rig = await originWorld({
    stories: BOTH,
    unknown: [{ content: leaky }, { content: off, disabled: true }],
  });
  const manifest = rig.read('sync.yaml');
  rig.write('sync.yaml', `${manifest}# half done\n`);
  expect((await rig.run('export', '--add', '--commit')).out).toContain('GIT019');
  expect(rig.read('sync.yaml')).toBe(`${manifest}# half done\n`);
  rig.write('sync.yaml', manifest.replaceAll('\n', '\r\n'));
  expect((await rig.run('export', '--add', '--commit')).out).toContain('EXP012');
  rig.write('sync.yaml', manifest);
  const refused = await rig.run('export', '--add', '--commit');
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('error EXP012  story "leaky"');
  expect(refused.out).not.toContain('destination_t');
  expect(refused.err).not.toContain('commit');
  expect(rig.read('sync.yaml')).toBe(manifest);
  await rig.edit('acme', idOf(2), { set: { path: ['agents', 'Get', 'options', 'url'], value: 'https://h.example/' } });
  const added = await rig.run('export', '--add', '--commit');
  expect(added.out).toMatch(/EXP010 sync\.yaml:11:3 .*\n +11 \| {3}off: \{ id: 9004 \}\n/);
  expect(rig.git('status', '--porcelain')).toBe('');
  expect(rig.git('log', '-1', '--format=', '--name-only')).toBe('stories/leaky.json\nstories/off.json\nsync.yaml\n');
});

it('refuses to write through a link that leads out of the repository, and writes the other files', async () => {
  await using rig = await originWorld({ stories: BOTH });
  const outside = mkdtempSync(join(tmpdir(), 'storysync-outside-'));
  mkdirSync(join(rig.dir, 'stories'));
  writeFileSync(join(outside, 'a.json'), 'theirs');
  symlinkSync(join(outside, 'new.json'), join(rig.dir, 'stories/triage.json'));

  const result = await exportNow(rig);

  expect(result).toMatchObject({ code: 1, found: ['error EXP014'], files: ['add stories/enrich.json'] });
  expect(readdirSync(outside)).toEqual(['a.json']);
  rmSync(outside, { recursive: true });
});

it('says what is missing before anything is asked: an origin, a key, a complete listing', async () => {
  await using rig = await originWorld({ stories: BOTH });
  await rig.fault({ tenant: 'acme', path: '^/stories', times: 9, fault: { kind: 'html' } });
  expect(await exportNow(rig)).toMatchObject({ code: 1, found: ['error EXP003'], files: [] });
  rig.environment.ACME_KEY = '';
  expect(await exportNow(rig)).toMatchObject({ code: 1, found: ['error EXP002'] });
  rig.write('sync.yaml', rig.read('sync.yaml').replace(/^origin:\n(?: {2}.*\n)+/m, ''));
  expect(await exportNow(rig)).toMatchObject({ code: 1, found: ['error EXP001'] });
  expect((await rig.run('export', '--commit')).err).toBe('');
  const none = await rig.run('export', '--story', 'triag');
  expect(none.code).toBe(2);
  expect(none.err).toContain('did you mean "triage"?');
  expect((await rig.run('export', '--add', '--check')).code).toBe(2);
  expect(existsSync(join(rig.dir, 'stories'))).toBe(false);
});

/** Inode, time and size of every story file: a file that was written again has another inode. */
function filesOf(dir: string): ReadonlyMap<string, string> {
  const folder = join(dir, 'stories');
  return new Map(
    readdirSync(folder).map((file) => {
      const { ino, mtimeMs, size } = statSync(join(folder, file));
      return [file, `${ino} ${mtimeMs} ${size}`];
    }),
  );
}

it.each([
  ['deleted since it was listed', '^/stories/[0-9]+(/export)?$', 'is no longer at the origin'],
  ['there, and its export is not', '/export$', 'could not be exported'],
])('says of a story that it is %s', async (_, path, words) => {
  await using rig = await originWorld({ stories: BOTH });
  await rig.fault({ path, always: true, fault: { kind: 'error', status: 404 } });
  const { code, out, err } = await rig.run('export', '--story', 'triage');
  expect(code).toBe(1);
  expect(out + err).toContain(words);
});
