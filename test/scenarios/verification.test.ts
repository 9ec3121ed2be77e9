import { describe, expect, it } from 'vitest';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, worldOf } from '../support/world-of.ts';

const SCHEMA = { llm_json_schema: '{"type":"object"}' };
const TRIAGE = storyExport({
  name: 'Triage',
  actions: [
    webhook('Intake'),
    recordAction('Keep', 'Alert', [['title', 'TEXT']]),
    fetchAction('Ask', 'https://model.example/', SCHEMA),
    fetchAction('Tell', 'https://chat.example/'),
  ],
});

const world = (): Promise<Rig> => worldOf({ stories: { triage: TRIAGE } });

async function expectSilent(rig: Rig, ...argv: readonly string[]): Promise<void> {
  await rig.takeWrites();
  expect((await syncNow(rig, ...argv)).told).toEqual({ 'contoso/triage': 'synced unchanged' });
  expect(await rig.takeWrites()).toEqual([]);
}

describe('a tenant on a newer release', () => {
  it('with action guids of its own at every import is synced, and the second run is silent', async () => {
    await using rig = await world();
    await rig.switches({ release: 'newer', import_action_guids: 'always_new' });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
    await expectSilent(rig);
    await expectSilent(rig, '--refresh');
    await expectSilent(rig, '--no-state');
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced updated' });
    await expectSilent(rig, '--refresh');
  });

  it('that was upgraded since our last push shows no drift and no change', async () => {
    await using rig = await world();
    await syncNow(rig);
    await rig.switches({ release: 'newer' });
    await expectSilent(rig, '--refresh');
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    const { stories } = await planNow(rig);
    expect(stories['contoso/triage']).toMatchObject({ action: 'update', reason: 'content_changed', drift: [] });
    expect(stories['contoso/triage']?.changes.map(({ path }) => path)).toEqual(['agents[Tell].options.method']);
  });
});

describe('a tenant that loses an action on import', () => {
  async function dropping(rig: Rig): Promise<void> {
    await rig.fault({ method: 'POST', path: '^/stories/import', always: true, fault: { kind: 'drop_action' } });
  }

  it('is verify_failed, is not pushed again without --force, and is synced with it once the fault is gone', async () => {
    await using rig = await world();
    await dropping(rig);
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'failed verify_failed' });
    expect(run.code).toBe(1);
    expect(run.outcomes['contoso/triage']?.error_message).toContain('agents[Tell]');
    expect(run.outcomes['contoso/triage']?.hint).toContain('--force');

    await rig.control('DELETE', 'faults');
    await rig.takeWrites();
    const again = await syncNow(rig);
    expect(again.told).toEqual({ 'contoso/triage': 'failed verify_failed' });
    expect(again.code).toBe(1);
    expect(again.outcomes['contoso/triage']?.hint).toContain('--force');
    expect((await planNow(rig)).stories['contoso/triage']).toMatchObject({
      action: 'blocked',
      reason: 'verify_failed',
    });
    expect(await rig.takeWrites()).toEqual([]);

    expect((await syncNow(rig, '--force')).told).toEqual({ 'contoso/triage': 'synced updated' });
    expect((await rig.tenant('contoso')).stories).toHaveLength(1);
    await expectSilent(rig);
  });

  it('is tried again when git holds something new', async () => {
    await using rig = await world();
    await dropping(rig);
    await syncNow(rig);
    await rig.control('DELETE', 'faults');
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced updated' });
    await expectSilent(rig);
  });

  it('is tried again when somebody edited the story there', async () => {
    await using rig = await world();
    await dropping(rig);
    await syncNow(rig);
    await rig.control('DELETE', 'faults');
    const { id } = await rig.story('contoso', 'Triage');
    await rig.edit('contoso', id, { set: { path: ['agents', 'Ask', 'options', 'method'], value: 'post' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced updated' });
    await expectSilent(rig);
  });

  it('is synced without a push when the customer repaired the story by hand', async () => {
    await using rig = await world();
    await syncNow(rig);
    const whole = (await rig.story('contoso', 'Triage')).content;
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    await dropping(rig);
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed verify_failed' });
    const { id } = await rig.story('contoso', 'Triage');
    for (const part of ['agents', 'links', 'diagram_layout']) {
      await rig.edit('contoso', id, { set: { path: [part], value: whole[part] ?? null } });
    }
    await rig.edit('contoso', id, { set: { path: ['agents', 'Tell', 'options', 'method'], value: 'post' } });
    await expectSilent(rig);
    await expectSilent(rig);
  });

  it('is seen too when a replacing import loses it', async () => {
    await using rig = await world();
    await syncNow(rig);
    publish(rig, 'triage', withOption(TRIAGE, 'Ask', 'method', 'post'));
    await dropping(rig);
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed verify_failed' });
    await rig.takeWrites();
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed verify_failed' });
    expect(await rig.takeWrites()).toEqual([]);
  });
});

describe('--force', () => {
  it('pushes an equal story once more, keeps its id, and saves no version of what is our own', async () => {
    await using rig = await world();
    await syncNow(rig);
    const { id } = await rig.story('contoso', 'Triage');
    const run = await syncNow(rig, '--force');
    expect(run.outcomes['contoso/triage']).toMatchObject({ status: 'synced', did: 'updated', reason: 'forced' });
    expect((await rig.story('contoso', 'Triage')).id).toBe(id);
    expect((await rig.tenant('contoso')).versions).toEqual([]);
    await expectSilent(rig);
  });
});

describe('a dirty work tree', () => {
  it('is refused in CI before anything is asked of a tenant', async () => {
    await using rig = await world();
    rig.environment.CI = 'true';
    rig.write('stories/triage.json', withOption(TRIAGE, 'Tell', 'method', 'post'));
    const run = await rig.runJson('sync');
    expect(run.code).toBe(1);
    expect(run.json).toMatchObject({
      format: 'storysync.findings/1',
      findings: [{ code: 'RUN003', severity: 'error' }],
    });
    expect(await rig.log()).toEqual([]);
    rig.commit();
    expect((await rig.run('sync')).code).toBe(0);
  });

  it('is a warning elsewhere, and the status names no commit', async () => {
    await using rig = await world();
    rig.write('stories/triage.json', withOption(TRIAGE, 'Tell', 'method', 'post'));
    const run = await syncNow(rig);
    expect(run.code).toBe(0);
    expect(run.err).toContain('RUN003');
    expect(run.json.commit).toBeNull();
    expect(run.outcomes['contoso/triage']).toMatchObject({ status: 'synced', commit: null });
    const commit = rig.commit();
    const clean = await syncNow(rig);
    expect(clean.json.commit).toBe(commit);
    expect(clean.err).not.toContain('RUN003');
  });

  it('is nobody’s business when other files are dirty', async () => {
    await using rig = await world();
    rig.environment.CI = 'true';
    rig.write('notes.txt', 'not part of it');
    expect((await rig.run('sync')).code).toBe(0);
  });
});

it('a stamp of an action that a tenant would refuse costs no push, and the second run is silent', async () => {
  await using rig = await world();
  const stamps = ['pack:by-hand:v1', `cloud:${'A'.repeat(32)}:${'b'.repeat(32)}`, ''];
  const agents = TRIAGE.agents as readonly object[];
  publish(rig, 'triage', {
    ...TRIAGE,
    agents: agents.map((action, index) => ({ ...action, origin_story_identifier: stamps[index] ?? null })) as never,
  });
  expect((await rig.run('validate')).code).toBe(0);
  expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
  await expectSilent(rig, '--refresh');
});
