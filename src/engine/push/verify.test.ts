import { describe, expect, it } from 'vitest';
import { type FakeTenant, fakeTenant } from '../../../test/support/fake-tenant.ts';
import { desiredOf, Shop } from '../../../test/support/planning.ts';
import { callStory, fetchAction, storyExport, webhook } from '../../../test/support/stories.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Outcome } from '../../model/status.ts';
import type { Tenant } from '../../tenant/port.ts';

const plain = (more: object = {}) => ({
  ...storyExport({ name: 'Alpha', actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')] }),
  ...more,
});
const calling = (name: string, slug: string, url: string) =>
  storyExport({ name, actions: [webhook('In'), callStory('Call', slug), fetchAction('Ask', url)] });

function told(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(({ storyKey, status, did, reason, fact }) => {
    const places = fact?.kind === 'differs_after_push' ? ` ${fact.places.join()}` : '';
    return `${storyKey} ${status} ${did} ${reason}${places}`;
  });
}

/** Synced once, then edited by its customer; what comes back of it later is as `answers` has it. */
async function settledThen(
  answers: (tenant: FakeTenant) => Partial<Tenant>,
  customer: Partial<StoryInfo> = {},
): Promise<{ shop: Shop; tenant: FakeTenant; live: () => Partial<StoryInfo>; methods: () => readonly string[] }> {
  const tenant = fakeTenant({ tags: ['soc'] });
  const given: Tenant = { ...tenant };
  const shop = new Shop({ ...tenant, ...given });
  await shop.sync(desiredOf({ alpha: plain() }));
  const [id = 0] = tenant.world.stories.keys();
  const story = tenant.world.stories.get(id);
  if (story) tenant.world.stories.set(id, { ...story, ...customer });
  const count = tenant.calls.length;
  const changed = new Shop({ ...tenant, ...answers(tenant) });
  changed.state = shop.state;
  return {
    shop: changed,
    tenant,
    live: () => tenant.world.stories.get(id) ?? {},
    methods: () => tenant.calls.slice(count).map(({ method }) => method),
  };
}

/** An import that takes the settings back to the vendor's own, and answers with the story as it was before. */
function resetting(tenant: FakeTenant): Partial<Tenant> {
  return {
    importStory: async (sent) => {
      const [before] = [...tenant.world.stories.values()];
      const answer = await tenant.importStory(sent);
      if (!before || !answer.ok) return answer;
      const now = tenant.world.stories.get(before.id);
      if (now) tenant.world.stories.set(before.id, { ...now, disabled: false, priority: false });
      const { data: _, ...listed } = before;
      return { ok: true, value: listed };
    },
  };
}

/** An update that says yes to everything, and does nothing. */
function echoing(tenant: FakeTenant): Partial<Tenant> {
  return {
    updateStory: async (id, patch) => {
      const now = await tenant.getStory(id);
      if (!now.ok) return now;
      const tags = [...now.value.tags, ...(patch.addTags ?? [])];
      return { ok: true, value: { ...now.value, ...patch, tags, editedAt: '2030-01-01T00:00:00Z' } };
    },
  };
}

const CHANGED = desiredOf({ alpha: plain({ description: 'changed' }) });

describe('what is live after a push', () => {
  it.each(['disabled', 'priority'] as const)(
    '%s, which an import took without saying so, is found and put back',
    async (setting) => {
      const { shop, live } = await settledThen(resetting, { [setting]: true });
      expect(told(await shop.sync(CHANGED))).toEqual(['alpha synced updated content_changed']);
      expect(live()[setting]).toBe(true);
    },
  );

  it('has a setting that an update confirmed and did not set: the story is not synced', async () => {
    const lying = (tenant: FakeTenant) => ({ ...resetting(tenant), ...echoing(tenant) });
    const { shop, live } = await settledThen(lying, { disabled: true });
    expect(told(await shop.sync(CHANGED))).toEqual(['alpha failed updated verify_failed disabled']);
    expect(live().disabled).toBe(false);
  });

  it('lacks a tag that an update confirmed and did not set: the story is not synced', async () => {
    const { shop } = await settledThen(echoing);
    const outcomes = await shop.sync(desiredOf({ alpha: plain({ tags: ['soc'] }) }));
    expect(told(outcomes)).toEqual(['alpha failed updated verify_failed addTags']);
  });

  it('is asked for by its id where exports are too old to hold any', async () => {
    const old = (tenant: FakeTenant) => ({
      exportStory: async (id: number) => {
        const answer = await tenant.exportStory(id);
        if (!answer.ok) return answer;
        const { tags: _, ...story } = answer.value;
        return { ...answer, value: story };
      },
    });
    const { shop } = await settledThen(old);
    const tagged = desiredOf({ alpha: plain({ tags: ['soc'], description: 'changed' }) });
    expect(told(await shop.sync(tagged))).toEqual(['alpha synced updated content_changed']);
    expect(shop.tenant.world.stories.values().next().value?.tags).toEqual(['soc']);
  });

  it('is not looked at where the answer to a replacement names another story: the tenant is stopped', async () => {
    const { shop, tenant } = await settledThen((other) => ({
      importStory: async (sent) => {
        const answer = await other.importStory(sent);
        return answer.ok ? { ...answer, value: { ...answer.value, id: 999 } } : answer;
      },
    }));
    const before = tenant.calls.length;
    const both = desiredOf({
      alpha: plain({ description: 'changed' }),
      beta: calling('Beta', 'alpha', 'https://b.example/'),
    });
    expect(told(await shop.sync(both))).toEqual([
      'alpha failed nothing verify_failed',
      'beta requires_sync nothing halted',
    ]);
    const reads = tenant.calls.slice(before).filter(({ method }) => method === 'exportStory');
    expect(reads.map(({ args }) => args)).not.toContainEqual([999]);
  });

  it('is asked for by its id only where an import could take a setting away', async () => {
    const plainly = await settledThen(() => ({}));
    await plainly.shop.sync(CHANGED);
    expect(plainly.methods()).not.toContain('getStory');
    const disabled = await settledThen(() => ({}), { disabled: true });
    await disabled.shop.sync(CHANGED);
    expect(disabled.methods().filter((method) => method === 'getStory')).toHaveLength(1);
  });

  it('is sent once more in a cycle, whatever stamp the answer to its first import bore', async () => {
    const tenant = fakeTenant();
    const answering: FakeTenant = {
      ...tenant,
      importStory: async (sent) => {
        const answer = await tenant.importStory(sent);
        return answer.ok ? { ok: true, value: { ...answer.value, editedAt: '2020-01-01T00:00:00Z' } } : answer;
      },
    };
    const shop = new Shop(answering);
    const cycle = (url: string) =>
      desiredOf({ alpha: calling('Alpha', 'beta', url), beta: calling('Beta', 'alpha', url) });
    expect((await shop.sync(cycle('https://a.example/'))).map(({ status }) => status)).toEqual(['synced', 'synced']);
    expect((await shop.sync(cycle('https://b.example/'))).map(({ status }) => status)).toEqual(['synced', 'synced']);
  });
});
