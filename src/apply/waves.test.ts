import { describe, expect, it } from 'vitest';
import { fakeTenant } from '../../test/support/fake-tenant.ts';
import { desiredOf, destinationOf, Shop } from '../../test/support/planning.ts';
import { fetchAction, storyExport, webhook } from '../../test/support/stories.ts';
import type { Outcome } from '../model/status.ts';
import type { Wave } from './apply.ts';
import type { ApplyOptions } from './apply-options.ts';

const story = storyExport({ name: 'Alpha', actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')] });
const WAVES: readonly Wave[] = [['canary'], ['blue', 'green']];

/** Three teams of one tenant, and what is recorded of each. */
async function push(
  waves: readonly Wave[],
  { shop = new Shop(fakeTenant({ teams: [42, 43, 44] })), ...more }: { shop?: Shop } & Partial<ApplyOptions> = {},
) {
  const names = ['canary', 'blue', 'green'];
  const destinations = names.map((name, index) =>
    destinationOf(name, { stories: ['alpha'], tenantUrl: 'https://contoso.example', teamId: 42 + index }),
  );
  const recorded: string[] = [];
  const planning = await shop.plan(desiredOf({ alpha: story }, destinations));
  const saveState: ApplyOptions['saveState'] = async (name, { last }) =>
    void recorded.push(`${name}: ${last.alpha?.status} ${last.alpha?.reason}`);
  const outcomes = await shop.push(planning, { saveState, ...more }, waves);
  return { outcomes: outcomes.map(told), recorded, shop };
}

function told({ destination, status, reason }: Outcome): string {
  return `${destination}: ${status} ${reason}`;
}

describe('waves', () => {
  it('share one ledger: every pair has one outcome, and each destination is recorded in its turn', async () => {
    const turns: string[] = [];
    const { outcomes, recorded } = await push([['green'], ['canary', 'blue']], {
      onDone: (name) => void turns.push(name),
    });
    expect(outcomes).toEqual(['canary: synced new', 'blue: synced new', 'green: synced new']);
    expect(turns).toEqual(['green', 'canary', 'blue']);
    expect(recorded).toHaveLength(3);
  });

  it('do not reach a tenant that an earlier wave had to stop', async () => {
    const tenant = fakeTenant({ teams: [42, 43, 44] });
    const shop = new Shop({
      ...tenant,
      importStory: async (sent) => {
        const answer = await tenant.importStory(sent);
        return answer.ok ? { ok: true, value: { ...answer.value, teamId: 8 } } : answer;
      },
    });
    const { outcomes, recorded } = await push(WAVES, { shop });
    expect(outcomes).toEqual([
      'canary: failed verify_failed',
      'blue: requires_sync halted',
      'green: requires_sync halted',
    ]);
    expect(recorded).toHaveLength(3);
    expect(tenant.writes()).toHaveLength(1);
  });

  it('after a stop are reported and recorded as not reached', async () => {
    const stop = new AbortController();
    const { outcomes, recorded, shop } = await push(WAVES, { stop: stop.signal, onDone: () => stop.abort() });
    const expected = ['canary: synced new', 'blue: requires_sync not_reached', 'green: requires_sync not_reached'];
    expect(outcomes).toEqual(expected);
    expect(recorded.slice(1)).toEqual(expected.slice(1));
    expect(shop.tenant.world.stories.size).toBe(1);
  });

  it.each([
    ['leave a destination out', [['canary'], ['blue']]],
    [
      'name one twice',
      [
        ['canary', 'blue'],
        ['blue', 'green'],
      ],
    ],
    ['name one in the place of another', [['canary', 'blue'], ['blue']]],
    ['name a stranger', [['canary'], ['blue', 'initech']]],
  ])('that %s are a bug, found before the first write', async (_, waves) => {
    const shop = new Shop();
    await expect(push(waves, { shop })).rejects.toThrow('not a partition');
    expect(shop.tenant.world.stories.size).toBe(0);
  });
});
