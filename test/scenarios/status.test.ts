import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { outcomesIn, type Subscription } from '../support/documents.ts';
import { syncNow } from '../support/outcomes.ts';
import type { Rig, Run } from '../support/rig.ts';
import { dropState, forgeState, stateOf, stateText } from '../support/state-branch.ts';
import { fetchAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, subscribe, tenantWith, type WorldSpec, worldOf } from '../support/world-of.ts';

const ENRICH = storyExport({
  name: 'Enrich',
  actions: [webhook('Ask'), fetchAction('Look up', 'https://vt.example/')],
});
const TRIAGE = storyExport({
  name: 'Triage',
  actions: [webhook('Intake'), fetchAction('Tell', 'https://chat.example/<<CREDENTIAL.slack>>')],
});
const STORIES = { enrich: ENRICH, triage: TRIAGE };
const CHANGED = withOption(ENRICH, 'Look up', 'method', 'post');
/** Only contoso has the credential that triage names. */
const WORLD: WorldSpec = {
  stories: STORIES,
  tenants: { contoso: tenantWith({ credentials: ['slack'] }), fabrikam: tenantWith() },
  destinations: { contoso: { stories: ['enrich', 'triage'] }, fabrikam: { stories: ['triage', 'enrich'] } },
};

type Standing = Subscription & {
  readonly behind: { readonly commits: number; readonly since: string } | null;
  readonly detachment: JsonObject | null;
  readonly recorded_at: string | null;
};
type Asked = Run & {
  readonly pairs: { readonly [pair: string]: Standing };
  /** `failed rejected` ... by `destination/story`. */
  readonly told: { readonly [pair: string]: string };
};

async function askStatus(rig: Rig, ...argv: readonly string[]): Promise<Asked> {
  const run = await rig.run('status', ...argv, '--format', 'json');
  if (!run.out.includes('"storysync.status/1"')) throw new Error(`status answered no status: ${run.out}${run.err}`);
  const pairs = outcomesIn(JSON.parse(run.out) as JsonObject) as Asked['pairs'];
  const told = Object.entries(pairs).map(([pair, { status, reason }]) => [
    pair,
    reason ? `${status} ${reason}` : status,
  ]);
  return { ...run, pairs, told: Object.fromEntries(told) };
}

function stateTip(rig: Rig): string {
  return rig.git('rev-parse', 'storysync/state').trim();
}

describe('status', () => {
  it('writes figures for Prometheus and nothing else on stdout, also where the manifest does not hold', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const told = await rig.run('status', '--format', 'prometheus');
    expect(told.code).toBe(1);
    expect(told.out).toContain('storysync_pairs{status="failed",reason="missing_prerequisite"} 1\n');
    expect(told.out).toContain('storysync_pairs{status="synced",reason=""} 3\n');
    expect(told.out).toMatch(/^(?:(?:# (?:HELP|TYPE) )?storysync_[^\n]+\n)+$/);
    writeFileSync(join(rig.dir, 'sync.yaml'), 'version: 1\nwhat: this\n');
    const refused = await rig.run('status', '--format', 'prometheus');
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('what');
    const plan = await rig.run('plan', '--format', 'prometheus');
    expect([plan.code, plan.err]).toEqual([2, expect.stringContaining('text, json, markdown')]);
  });

  it('says what the sync said, as long as nothing moved; no tenant is asked, no key is needed', async () => {
    await using rig = await worldOf(WORLD);
    const synced = await syncNow(rig);
    expect(synced.told['fabrikam/triage']).toBe('failed missing_prerequisite');
    await rig.control('DELETE', 'log');
    delete rig.environment.CONTOSO_KEY;
    delete rig.environment.FABRIKAM_KEY;
    const { code, pairs, told } = await askStatus(rig);
    expect(told).toEqual({
      'contoso/enrich': 'synced',
      'contoso/triage': 'synced',
      'fabrikam/triage': 'failed missing_prerequisite',
      'fabrikam/enrich': 'synced',
    });
    expect(code).toBe(1);
    const failure = ({
      error_message,
      message,
      hint,
      commit,
      destination_story_id,
    }: Partial<Subscription> = {}): unknown[] => [error_message, message, hint, commit, destination_story_id];
    expect(failure(pairs['fabrikam/triage'])).toEqual(failure(synced.outcomes['fabrikam/triage']));
    expect(failure(pairs['contoso/enrich'])).toEqual(failure(synced.outcomes['contoso/enrich']));
    expect(await rig.log()).toEqual([]);
    const { out } = await rig.run('status');
    expect(out).toContain('! fabrikam / triage: missing there: credential "slack"');
    expect(out).toMatch(/^As recorded \d{4}-\d\d-\d\d \d\d:\d\d UTC \(less than a minute ago\)/m);
  });

  it('remembers a tenant without a key, keeps its receipts, and a silent run records nothing', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const { stories } = stateOf(rig, 'contoso');
    const key = rig.environment.CONTOSO_KEY;
    delete rig.environment.CONTOSO_KEY;
    await syncNow(rig);
    expect((await askStatus(rig)).told).toMatchObject({
      'contoso/enrich': 'failed missing_key',
      'fabrikam/enrich': 'synced',
    });
    expect(stateOf(rig, 'contoso').stories).toEqual(stories);
    const tip = stateTip(rig);
    await syncNow(rig);
    expect(stateTip(rig)).toBe(tip);
    rig.environment.CONTOSO_KEY = key;
    await syncNow(rig);
    expect((await askStatus(rig)).told['contoso/enrich']).toBe('synced');
    expect(stateTip(rig)).not.toBe(tip);
  });

  it('tells how many commits a destination is behind, and since when', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    publish(rig, 'enrich', CHANGED);
    rig.commit('nothing of it');
    publish(rig, 'enrich', withOption(CHANGED, 'Look up', 'timeout', 9));
    const { code, pairs, told } = await askStatus(rig, '--destination', 'contoso');
    expect(code).toBe(0);
    expect(told).toEqual({ 'contoso/enrich': 'requires_sync content_changed', 'contoso/triage': 'synced' });
    expect(pairs['contoso/enrich']?.behind).toMatchObject({ commits: 2 });
    expect(pairs['contoso/triage']?.behind).toBeNull();
    const { out } = await rig.run('status', '--destination', 'contoso', '--live');
    expect(out).toContain('~ contoso: 1 of 2 synced; 2 commits behind for less than a minute (enrich)');
    const pushedFrom = rig.git('rev-parse', 'HEAD~3').trim();
    rmSync(join(rig.dir, '.git/objects', pushedFrom.slice(0, 2), pushedFrom.slice(2)));
    rig.write('.git/shallow', `${rig.git('rev-parse', 'HEAD~2')}`);
    const shallow = await askStatus(rig, '--destination', 'contoso');
    expect(shallow.pairs['contoso/enrich']?.behind).toBeNull();
    expect(shallow.err).toContain('STA016');
  });

  it('tells who is detached until when, and what has expired', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const detached = { enrich: { reason: 'customer tunes it', owner: '@acme/soc', until: '2026-01-31' } };
    subscribe(rig, { ...WORLD, destinations: { contoso: { stories: ['enrich', 'triage'], options: { detached } } } });
    publish(rig, 'enrich', CHANGED);
    const { pairs, told } = await askStatus(rig);
    expect(told).toEqual({ 'contoso/enrich': 'requires_sync detached', 'contoso/triage': 'synced' });
    expect(pairs['contoso/enrich']).toMatchObject({
      detached: true,
      detachment: { reason: 'customer tunes it', owner: '@acme/soc', until: '2026-01-31' },
      behind: { commits: 1 },
    });
    const { out } = await rig.run('status');
    expect(out).toMatch(
      /\. contoso \/ enrich: detached by @acme\/soc until 2026-01-31 \(expired \d+ days ago\): customer/,
    );
  });

  it('asked of the tenants sees what was edited and deleted there, and writes nothing', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const { id } = await rig.story('contoso', 'Enrich');
    await rig.edit('contoso', id, { set: { path: ['agents', 'Look up', 'options', 'method'], value: 'put' } });
    await rig.edit('contoso', (await rig.story('contoso', 'Triage')).id, { delete: true });
    await rig.takeWrites();
    const tip = stateTip(rig);
    expect((await askStatus(rig)).told).toMatchObject({ 'contoso/enrich': 'synced', 'contoso/triage': 'synced' });
    const live = await askStatus(rig, '--live');
    expect(live.told).toEqual({
      'contoso/enrich': 'requires_sync drift',
      'contoso/triage': 'requires_sync recreated',
      'fabrikam/triage': 'failed missing_prerequisite',
      'fabrikam/enrich': 'synced',
    });
    expect(live.code).toBe(1);
    expect(live.pairs['fabrikam/enrich']).toMatchObject({ did: 'nothing', recorded_at: null });
    expect(await rig.takeWrites()).toEqual([]);
    expect(stateTip(rig)).toBe(tip);
  });

  it('without the state branch knows of no sync, and the tenants still know better', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    dropState(rig);
    const { code, told, pairs } = await askStatus(rig, '--destination', 'contoso');
    expect(told).toEqual({ 'contoso/enrich': 'requires_sync new', 'contoso/triage': 'requires_sync new' });
    expect(pairs['contoso/enrich']).toMatchObject({ message: 'never synced', recorded_at: null });
    expect(code).toBe(0);
    expect((await askStatus(rig, '--live', '--destination', 'contoso')).told).toEqual({
      'contoso/enrich': 'synced',
      'contoso/triage': 'synced',
    });
  });

  it('does not claim to know what a record that cannot be used says, nor lets a failed read replace it', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const newer = stateText(rig, 'contoso').replace('storysync.state/2', 'storysync.state/7');
    forgeState(rig, 'contoso', newer);
    const { err, told, pairs } = await askStatus(rig, '--destination', 'contoso', '--story', 'enrich');
    expect(err).toContain('STA002');
    expect(told).toEqual({ 'contoso/enrich': 'requires_sync' });
    expect(pairs['contoso/enrich']?.message).toContain('unknown');
    delete rig.environment.CONTOSO_KEY;
    await syncNow(rig);
    expect(stateText(rig, 'contoso')).toBe(newer);
  });

  it('refuses a selector that matches nothing, and options that need a tenant to ask', async () => {
    await using rig = await worldOf({ stories: { enrich: ENRICH } });
    for (const [code, ...argv] of [
      ['RUN002', '--destination', 'nobody'],
      ['RUN020', '--refresh'],
      ['RUN020', '--no-state'],
    ]) {
      const run = await rig.run('status', ...argv);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain(code);
    }
  });
});
