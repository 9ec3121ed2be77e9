import { describe, expect, it } from 'vitest';
import { fakeTenant } from '../../test/support/fake-tenant.ts';
import { desiredOf, destinationOf, Shop } from '../../test/support/planning.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook } from '../../test/support/stories.ts';
import type { Cause } from '../model/fact/fact.ts';
import type { Outcome } from '../model/status.ts';

const plain = (name: string, url = 'https://a.example/') =>
  storyExport({ name, actions: [webhook('In'), fetchAction('Ask', url)] });
const keeping = (name: string) => storyExport({ name, actions: [recordAction('Keep', 'Alert', [['title', 'TEXT']])] });
const calling = (name: string, ...slugs: readonly string[]) =>
  storyExport({ name, actions: [webhook('In'), ...slugs.map((slug, index) => callStory(`Call ${index}`, slug))] });

function told(outcomes: readonly Outcome[]): { readonly [key: string]: string } {
  return Object.fromEntries(
    outcomes.map(({ storyKey, status, reason, did }) => [storyKey, `${status} ${did} ${reason}`]),
  );
}

function answeringWithAnotherTeam() {
  const tenant = fakeTenant();
  const shop = new Shop({
    ...tenant,
    importStory: async (story) => {
      const answer = await tenant.importStory(story);
      return answer.ok ? { ok: true, value: { ...answer.value, teamId: 8 } } : answer;
    },
  });
  return { tenant, shop };
}

describe('a push', () => {
  it('stops a tenant that makes record types of its own, after the first of them', async () => {
    const shop = new Shop();
    const { world } = shop.tenant;
    shop.tenant.before('importStory', () => void world.createRecordType(42, 'Alert (1)', []));
    const outcomes = await shop.sync(desiredOf({ alpha: keeping('Alpha'), beta: keeping('Beta') }));
    expect(told(outcomes)).toEqual({ alpha: 'failed created verify_failed', beta: 'requires_sync nothing halted' });
    expect(outcomes[0]?.fact).toEqual({ kind: 'record_types_unplanned', names: ['Alert (1)'] });
    expect(world.stories.size).toBe(1);
    expect(shop.state?.stories.alpha).toMatchObject({ status: 'failed', reason: 'verify_failed' });
  });

  it('does not replace a story that was edited while record types were extended for it', async () => {
    const shop = new Shop();
    const { world } = shop.tenant;
    await shop.sync(desiredOf({ alpha: keeping('Alpha') }));
    const [id = 0] = world.stories.keys();
    shop.tenant.before('updateRecordType', () => world.edit(id, (story) => ({ ...story, disabled: true })));
    const wider = [
      recordAction('Keep', 'Alert', [
        ['title', 'TEXT'],
        ['level', 'TEXT'],
      ]),
    ];
    const outcomes = await shop.sync(desiredOf({ alpha: storyExport({ name: 'Alpha', actions: wider }) }));
    expect(told(outcomes)).toEqual({ alpha: 'requires_sync nothing plan_stale' });
    expect(shop.tenant.calls.filter(({ method }) => method === 'importStory')).toHaveLength(1);
  });

  it('reads the listing again before a create that follows a push of which not all is known', async () => {
    const shop = new Shop();
    const planning = await shop.plan(desiredOf({ alpha: plain('Alpha'), beta: plain('Beta'), gamma: plain('Gamma') }));
    shop.tenant.fail('exportStory', { failure: { kind: 'unreachable' } });
    const outcomes = await shop.push(planning);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'synced', 'synced']);
    const order = shop.tenant.calls.map(({ method }) => method).filter((method) => /^(list|import)/.test(method));
    const before = ['listStories', 'importStory'];
    // To plan, twice before creates, and after them.
    expect(order).toEqual(['listStories', ...before, ...before, 'importStory', 'listStories']);
  });

  it('stops a tenant that answers with a story of another team', async () => {
    const { tenant, shop } = answeringWithAnotherTeam();
    const outcomes = await shop.sync(desiredOf({ alpha: plain('Alpha'), beta: plain('Beta') }));
    expect(told(outcomes)).toEqual({ alpha: 'failed nothing verify_failed', beta: 'requires_sync nothing halted' });
    expect(tenant.writes()).toHaveLength(1);
  });

  it('stops all teams of such a tenant', async () => {
    const { tenant, shop } = answeringWithAnotherTeam();
    const teams = [42, 43].map((teamId) => destinationOf(`team-${teamId}`, { stories: ['alpha'], teamId }));
    const tenantUrl = 'https://contoso.example';
    const destinations = teams.map((destination) => ({ ...destination, tenantUrl }));
    const outcomes = await shop.sync(desiredOf({ alpha: plain('Alpha') }, destinations));
    expect(outcomes.map(({ destination, reason }) => [destination, reason])).toEqual([
      ['team-42', 'verify_failed'],
      ['team-43', 'halted'],
    ]);
    expect(tenant.writes()).toHaveLength(1);
  });

  it('goes on with the other teams of a tenant after a refused key, which may be of one team alone', async () => {
    const shop = new Shop();
    shop.tenant.fail('importStory', { failure: { kind: 'unauthorized', effect: 'none' } });
    const tenantUrl = 'https://contoso.example';
    const teams = [42, 8].map((teamId) => destinationOf(`team-${teamId}`, { stories: ['alpha'], teamId }));
    const destinations = teams.map((destination) => ({ ...destination, tenantUrl }));
    const outcomes = await shop.sync(desiredOf({ alpha: plain('Alpha') }, destinations));
    expect(outcomes.map(({ destination, status, reason }) => [destination, status, reason])).toEqual([
      ['team-42', 'failed', 'unauthorized'],
      ['team-8', 'synced', 'new'],
    ]);
  });

  it('sends nothing more to a team after its key was refused', async () => {
    const shop = new Shop();
    shop.tenant.fail('importStory', { failure: { kind: 'unauthorized', effect: 'none' } });
    expect(told(await shop.sync(desiredOf({ alpha: plain('Alpha'), beta: plain('Beta') })))).toEqual({
      alpha: 'failed nothing unauthorized',
      beta: 'requires_sync nothing halted',
    });
    expect(shop.tenant.world.stories.size).toBe(0);
  });

  it('fails a story whose recipients the tenant did not keep', async () => {
    const tenant = fakeTenant();
    const shop = new Shop({
      ...tenant,
      importStory: (story) => tenant.importStory({ ...story, data: { ...story.data, recipients: [] } }),
    });
    const [pushed] = await shop.sync(desiredOf({ alpha: plain('Alpha') }));
    tenant.world.edit(pushed?.destinationStoryId ?? 0, (story) => ({
      ...story,
      data: { ...story.data, recipients: ['soc@contoso.example'] },
    }));
    expect(told(await shop.sync(desiredOf({ alpha: plain('Alpha', 'https://b.example/') })))).toEqual({
      alpha: 'failed updated verify_failed',
    });
  });

  it('sends what git changed of a story that is known to have stayed as it was', async () => {
    const shop = new Shop();
    const asking = (url: string) => desiredOf({ alpha: plain('Alpha', url) });
    await shop.sync(asking('https://a.example/'));
    await shop.sync(asking('https://a.example/'));
    expect(shop.state?.stories.alpha?.editedAtTrusted).toBe(true);
    expect(told(await shop.sync(asking('https://b.example/')))).toEqual({ alpha: 'synced updated content_changed' });
  });

  it('goes on with the next story after one that was refused, and holds back its caller', async () => {
    const shop = new Shop();
    shop.tenant.fail('importStory', { failure: { kind: 'rejected', effect: 'none' } });
    const stories = { beta: plain('Beta'), callee: plain('Callee'), caller: calling('Caller', 'callee') };
    shop.tenant.fail('importStory', { nth: 2, failure: { kind: 'rejected', effect: 'none' } });
    expect(told(await shop.sync(desiredOf(stories)))).toEqual({
      beta: 'failed nothing rejected',
      callee: 'failed nothing rejected',
      caller: 'requires_sync nothing not_reached',
    });
    expect(told(await shop.sync(desiredOf(stories)))).toEqual({
      beta: 'synced created new',
      callee: 'synced created new',
      caller: 'synced created new',
    });
  });

  it('sends a caller whose callee failed but is live there', async () => {
    const shop = new Shop();
    const stories = (url: string) => ({ callee: plain('Callee', url), caller: calling('Caller', 'callee') });
    await shop.sync(desiredOf(stories('https://a.example/')));
    const changed = desiredOf({
      ...stories('https://b.example/'),
      caller: { ...calling('Caller', 'callee'), description: 'new' },
    });
    shop.tenant.fail('importStory', { failure: { kind: 'rejected', effect: 'none' } });
    expect(told(await shop.sync(changed))).toEqual({
      callee: 'failed nothing rejected',
      caller: 'synced updated content_changed',
    });
  });

  it('sends the story of a cycle that came too early once more, and no other', async () => {
    const shop = new Shop();
    const stories = { ping: calling('Ping', 'pong'), pong: calling('Pong', 'ping') };
    expect(told(await shop.sync(desiredOf(stories)))).toEqual({
      ping: 'synced created new',
      pong: 'synced created new',
    });
    const sent = shop.tenant.calls.filter(({ method }) => method === 'importStory').map(({ args }) => args[0]);
    expect(sent).toMatchObject([
      { name: 'Pong', mode: 'new' },
      { name: 'Ping', mode: 'new' },
      { name: 'Pong', mode: 'versionReplace' },
    ]);
    // Content and time stamp are read side by side after a push: only a run that reads them in turn may trust the stamp.
    const trusted = () => Object.values(shop.state?.stories ?? {}).map(({ editedAtTrusted }) => editedAtTrusted);
    expect(new Set(trusted())).toEqual(new Set([undefined]));
    await shop.sync(desiredOf(stories));
    expect(new Set(trusted())).toEqual(new Set([true]));
    const before = shop.tenant.calls.length;
    await shop.sync(desiredOf(stories));
    expect(shop.tenant.calls.slice(before).map(({ method }) => method)).toEqual(['listStories']);
  });

  it('does not send a story of a cycle once more when it was edited in between', async () => {
    const shop = new Shop();
    const { world } = shop.tenant;
    const ours = () => [...world.stories.values()].find(({ name }) => name === 'Pong');
    shop.tenant.before('importStory', () => world.edit(ours()?.id ?? 0, (story) => ({ ...story, disabled: true })), 2);
    const stories = { ping: calling('Ping', 'pong'), pong: calling('Pong', 'ping') };
    expect(told(await shop.sync(desiredOf(stories)))).toMatchObject({ pong: 'requires_sync nothing plan_stale' });
    expect(shop.tenant.calls.filter(({ method }) => method === 'importStory')).toHaveLength(2);
    expect(ours()?.disabled).toBe(true);
  });

  it('says of a bug of ours that it is one, and reports every other pair', async () => {
    const shop = new Shop();
    const desired = desiredOf({ alpha: plain('Alpha'), beta: plain('Beta') });
    const planning = await shop.plan(desired);
    shop.tenant.before('importStory', () => {
      throw new Error('Internal error: oops');
    });
    const outcomes = await shop.push(planning);
    expect(told(outcomes)).toEqual({ alpha: 'failed nothing internal', beta: 'failed nothing internal' });
    expect(outcomes[0]?.fact).toEqual({ kind: 'internal', text: 'Internal error: oops' });
  });

  it.each<[Cause, readonly string[]]>([
    [{ kind: 'superseded' }, []],
    [{ kind: 'stale', stale: { since: 'other_plan' } }, ['requires_sync plan_stale']],
  ])('that is held back by %j leaves the status %j', async (cause, expected) => {
    const shop = new Shop();
    const planning = await shop.plan(desiredOf({ alpha: plain('Alpha') }));
    await shop.push(planning, { heldBack: () => cause });
    const last = Object.values(shop.state?.last ?? {});
    expect(last.map(({ status, reason }) => `${status} ${reason}`)).toEqual(expected);
    expect(shop.state?.stories ?? {}).toEqual({});
  });

  it('warns of what a story lacks that it sends all the same, and of nothing else', async () => {
    const lacking = storyExport({ name: 'Lacking', actions: [fetchAction('Ask', '<<CREDENTIAL.nowhere>>')] });
    const contoso = destinationOf('contoso', { stories: ['alpha', 'lacking'], prerequisites: 'warn' });
    const outcomes = await new Shop().sync(desiredOf({ alpha: plain('Alpha'), lacking }, [contoso]));
    expect(outcomes.map(({ status, warnings }) => [status, warnings.map(({ kind }) => kind)])).toEqual([
      ['synced', []],
      ['synced', ['prerequisites_absent']],
    ]);
  });

  it('leaves what was skipped or blocked as it is, and writes nothing for it', async () => {
    const shop = new Shop();
    const lacking = storyExport({ name: 'Lacking', actions: [fetchAction('Ask', '<<CREDENTIAL.nowhere>>')] });
    const stories = { alpha: plain('Alpha'), lacking };
    const held = destinationOf('contoso', { stories: ['alpha', 'lacking'], manualSyncOnly: true });
    expect(told(await shop.sync(desiredOf(stories, [held])))).toEqual({
      alpha: 'requires_sync nothing manual_sync_only',
      lacking: 'requires_sync nothing manual_sync_only',
    });
    expect(told(await shop.sync(desiredOf(stories, [held]), { manual: 'all' }))).toEqual({
      alpha: 'synced created new',
      lacking: 'failed nothing missing_prerequisite',
    });
    expect(shop.tenant.world.stories.size).toBe(1);
  });
});
