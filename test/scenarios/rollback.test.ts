import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { entriesIn, only, planned, told } from '../support/documents.ts';
import type { Rig } from '../support/rig.ts';
import { stateOf } from '../support/state-branch.ts';
import { type FieldSpec, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, worldOf } from '../support/world-of.ts';
import { ENRICH, smallWorld, TRIAGE } from '../support/worlds.ts';

const CHAT = 'https://chat.example/v2/<<RESOURCE.soc_settings.channel>>';
const OLD = 'https://chat.example/<<RESOURCE.soc_settings.channel>>';

type World = Rig & { readonly first: string; readonly second: string };

/** Two commits: the first with the old address, the second with the new one. */
async function worldOfTwoCommits(): Promise<World> {
  const rig = await smallWorld();
  const first = rig.git('rev-parse', 'HEAD').trim();
  const second = publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'url', CHAT));
  return Object.assign(rig, { first, second });
}

/** The second one is everywhere. */
async function syncedWorld(): Promise<World> {
  const rig = await worldOfTwoCommits();
  await rig.run('sync');
  await rig.takeWrites();
  return rig;
}

async function urlAt(rig: Rig, tenant: string): Promise<unknown> {
  const { content } = await rig.story(tenant, 'Triage');
  return content.agents.map(({ options }) => options as JsonObject).at(-1)?.url;
}

it('a reverted commit and a sync restore the content of before', async () => {
  await using rig = await syncedWorld();
  const { id } = await rig.story('contoso', 'Triage');
  expect(await urlAt(rig, 'contoso')).toBe(CHAT);

  rig.git('revert', '--no-edit', 'HEAD');
  expect((await rig.run('sync')).code).toBe(0);

  expect([await urlAt(rig, 'contoso'), await urlAt(rig, 'fabrikam')]).toEqual([OLD, OLD]);
  expect((await rig.story('contoso', 'Triage')).id).toBe(id);
});

it('sync --at takes one destination back and records that commit; the next plan wants it forward again', async () => {
  await using rig = await syncedWorld();
  // What happens in the work tree is of no interest then.
  rig.write('stories/triage.json', 'in the middle of an edit');

  const plan = await rig.runJson('plan', '--at', 'HEAD~1', '--destination', 'contoso');
  expect(plan.json.commit).toBe(rig.first);
  const sync = await rig.run('sync', '--at', 'HEAD~1', '--destination', 'contoso');

  expect(sync.code).toBe(0);
  expect(sync.out).toContain(`at commit ${rig.first.slice(0, 12)}`);
  expect(sync.err).toContain(`Stories as of commit ${rig.first.slice(0, 12)}`);
  expect([await urlAt(rig, 'contoso'), await urlAt(rig, 'fabrikam')]).toEqual([OLD, CHAT]);
  expect(stateOf(rig, 'contoso').stories.triage).toMatchObject({ commit: rig.first });
  expect(stateOf(rig, 'fabrikam').stories.triage).toMatchObject({ commit: rig.second });

  rig.git('checkout', '--quiet', '--', 'stories/triage.json');
  const next = await rig.runJson('plan');
  expect(planned(next.json)).toMatchObject({
    'contoso/triage': 'update content_changed',
    'fabrikam/triage': 'unchanged -',
  });
  // What was not taken back is as it was.
  expect((await rig.takeWrites()).every(({ tenant }) => tenant === 'contoso')).toBe(true);
});

it('a plan of a commit applies with the same --at, and with no other commit', async () => {
  await using rig = await worldOfTwoCommits();
  await rig.run('plan', '--at', rig.first, '--destination', 'contoso', '--out', 'plan.json');

  const other = await rig.run('sync', '--at', 'HEAD', '--plan', 'plan.json');
  expect(other.code).toBe(2);
  expect(other.err).toContain(`it was made at commit ${rig.first.slice(0, 12)}`);
  expect(await rig.takeWrites()).toEqual([]);

  const sync = await rig.runJson('sync', '--at', rig.first, '--plan', 'plan.json');
  expect(told(sync.json)).toMatchObject({ 'contoso/triage': 'synced created new' });
  expect(await urlAt(rig, 'contoso')).toBe(OLD);
});

it('a destination that detached the story since then stays detached, and a later story stays out of it', async () => {
  await using rig = await worldOfTwoCommits();
  rig.write('stories/later.json', storyExport({ name: 'Later', actions: [webhook('In')] }));
  rig.write(
    'sync.yaml',
    rig
      .read('sync.yaml')
      .replace('  triage: {}', '  triage: {}\n  later: {}')
      .replaceAll('stories: [triage, enrich]', 'stories: [triage, enrich, later]')
      .replace(
        '    destination_team_id: 9',
        '    destination_team_id: 9\n    detached: { triage: { reason: theirs } }',
      ),
  );
  rig.commit('a third story, and one that is detached');
  await rig.run('sync');

  const plan = await rig.runJson('plan', '--at', rig.first);

  expect(planned(plan.json)).toEqual({
    'contoso/enrich': 'unchanged -',
    'contoso/triage': 'update content_changed',
    'fabrikam/enrich': 'unchanged -',
    'fabrikam/triage': 'skip detached',
  });
  expect(plan.json.destinations).toMatchObject([{ left_behind: [] }, { left_behind: [] }]);
  expect(plan.err).toContain('GIT006');
  expect(plan.err).toContain('story "later" is not part of this run');
  const selected = await rig.run('sync', '--at', rig.first, '--story', 'later');
  expect(selected.code).toBe(2);
  expect(selected.err).toContain('--story later matches no story that the commit holds');
});

it('a record type that has grown is not cut back: the plan says which fields stay, and where the story goes instead', async () => {
  const alerting = (...fields: readonly FieldSpec[]): JsonObject =>
    storyExport({ name: 'Alerting', actions: [webhook('In'), recordAction('Keep', 'Alert', fields)] });
  await using rig = await worldOf({ stories: { alerting: alerting(['title', 'TEXT']) } });
  await rig.run('sync');
  publish(rig, 'alerting', alerting(['title', 'TEXT'], ['owner', 'TEXT']));
  await rig.run('sync');

  const plan = await rig.runJson('plan', '--at', 'HEAD~1');

  const because =
    'field "owner" was removed; "Alert" stays as it is, with all its fields and rows; no rows move to "Alert (1)"';
  expect(only(entriesIn(plan.json)).record_types).toMatchObject([
    { action: 'create_sequential', target: 'Alert (1)', because },
  ]);
});

it('a commit that cannot be read ends the run: exit 2, the reason, and nothing pushed', async () => {
  await using rig = await worldOfTwoCommits();
  const wrong: readonly (readonly [string, string, string])[] = [
    ['no-such', 'GIT001', 'is not a branch, tag or commit of this clone'],
    ['1'.repeat(40), 'GIT001', 'if the remote has it: git fetch origin 1111'],
    ['HEAD~7', 'GIT001', 'goes back further than history does'],
    ['both', 'GIT002', 'write which one: tags/both, heads/both'],
  ];
  rig.git('tag', 'both', 'HEAD');
  rig.git('branch', 'both', 'HEAD~1');
  for (const [name, code, reason] of wrong) {
    const run = await rig.run('sync', '--at', name);
    expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
    expect(run.err).toContain(code);
    expect(run.err).toContain(reason);
  }
  const clone = mkdtempSync(join(rig.dir, '.git/shallow-'));
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${rig.dir}`, clone]);
  const shallow = await rig.run('sync', '--at', 'HEAD~1', '--manifest', join(clone, 'sync.yaml'));
  expect(shallow.code).toBe(2);
  expect(shallow.err).toContain('GIT003');
  expect(shallow.err).toContain('fetch-depth: 0');
  rmSync(clone, { recursive: true });
  expect(await rig.takeWrites()).toEqual([]);
});

it('a plan says which files of the repository its change set touches, and from where it counts', async () => {
  await using rig = await smallWorld();
  const start = rig.git('rev-parse', 'HEAD').trim().slice(0, 12);
  rig.write('notes/readme.json', {});
  rig.write('stories/enrich.json', { ...ENRICH, description: 'new' });
  rig.commit();
  expect((await rig.run('plan')).err).toContain(`Since commit ${start}: stories/enrich.json changed\n`);
  rig.git('mv', 'stories/enrich.json', 'stories/shared.json');
  rig.write('sync.yaml', rig.read('sync.yaml').replace('enrich: {}', 'enrich: { file: stories/shared.json }'));
  expect((await rig.run('plan')).err).not.toContain('Change set');
  rig.commit();
  expect((await rig.run('plan')).err).toContain(
    ': stories/enrich.json renamed to stories/shared.json, sync.yaml changed\n',
  );
});
