import { describe, expect, it } from 'vitest';
import { desiredOf, destinationOf, Shop } from '../../../test/support/planning.ts';
import { fetchAction, storyExport } from '../../../test/support/stories.ts';
import { digestPlan, planToJson, withDigest } from '../../documents/plan/plan-json.ts';
import { canonicalJson } from '../../json/canonical.ts';
import type { Desired } from '../../model/desired.ts';
import type { Plan } from '../../model/plan.ts';
import type { Seal } from '../../state/envelope.ts';
import { StateKeys } from '../../state/state-keys.ts';
import { planDocument } from '../plan-document.ts';
import { findStale, readApprovedPlan, selectionOf, unread } from './approved-plan.ts';

const story = (url: string) => storyExport({ name: 'Triage', actions: [fetchAction('Ask', url)] });
const STORIES = { triage: story('https://a.example/') };

function desired(stories = STORIES, options: Parameters<typeof destinationOf>[1] = {}): Desired {
  return desiredOf(stories, [
    destinationOf('contoso', { stories: ['triage'], ...options }),
    destinationOf('fabrikam', { stories: ['triage'] }),
  ]);
}

async function planned(wanted: Desired = desired(), shop = new Shop()): Promise<Plan> {
  return withDigest((await shop.plan(wanted)).plan);
}

function saved(plan: Plan): string {
  return canonicalJson(planToJson(plan));
}

describe('a saved plan', () => {
  it('is read back as it was', async () => {
    const plan = await planned();
    expect(readApprovedPlan(saved(plan), 'plan.json', undefined)).toEqual({ ok: true, value: plan });
  });

  const edits: readonly (readonly [string, (text: string) => string])[] = [
    ['another action', (text) => text.replace('"action": "create"', '"action": "update"')],
    ['another team', (text) => text.replace('"destination_team_id": 42', '"destination_team_id": 43')],
    ['another story', (text) => text.replace('"key": "triage"', '"key": "other"')],
    ['another commit', (text) => text.replace('"commit": null', '"commit": "abc"')],
    ['another digest', (text) => text.replace(/"digest": "sha256:./, '"digest": "sha256:f')],
    [
      'a destination less',
      (text) => JSON.stringify({ ...JSON.parse(text), destinations: JSON.parse(text).destinations.slice(1) }),
    ],
    ['a key that nobody knows', (text) => text.replace('"commit"', '"comit": 1, "commit"')],
    ['half of it', (text) => text.slice(0, text.length / 2)],
    ['nothing', () => ''],
    ['another format', (text) => text.replace('storysync.plan/1', 'storysync.plan/2')],
  ];
  it.each(edits)('with %s is refused', async (_, edit) => {
    const text = saved(await planned());
    const edited = edit(text);
    expect(edited).not.toBe(text);
    const read = readApprovedPlan(edited, 'plan.json', undefined);
    expect(read).toMatchObject({ ok: false, error: { code: 'RUN005', hint: expect.stringContaining('plan --out') } });
  });
});

it.each([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'it cannot be read (EACCES)'],
])('a plan file that answers %s is told in words where there are any', (code, words) => {
  expect(unread('plan.json', code).message).toBe(`the plan plan.json cannot be applied: ${words}`);
});

describe('with a state key a saved plan', () => {
  const sealOf = (key: string, repository = 'git.example/sync'): Seal => {
    const keys = StateKeys.read(key);
    if (!keys.ok || keys.value === undefined) throw new Error('no key');
    return { keys: keys.value, repository };
  };
  const [old, fresh] = ['o'.repeat(32), 'n'.repeat(32)];

  it('that was made with it is read, also after the key was followed by another', async () => {
    const plan = await planned();
    const text = planDocument(plan, sealOf(old));
    expect(readApprovedPlan(text, 'plan.json', sealOf(old))).toEqual({ ok: true, value: plan });
    expect(readApprovedPlan(text, 'plan.json', sealOf(`${fresh},${old}`))).toEqual({ ok: true, value: plan });
    // Without the key its signature says nothing, and does no harm.
    expect(readApprovedPlan(text, 'plan.json', undefined)).toEqual({ ok: true, value: plan });
  });

  it('is refused without its signature, of another key or repository, and when a digest was made to fit', async () => {
    const plan = await planned();
    const text = planDocument(plan, sealOf(old));
    const forged = { ...plan, destinations: plan.destinations.slice(1) };
    const totals = { ...plan.totals, create: 1 };
    const fitting = planToJson({ ...forged, totals, digest: digestPlan(forged) });
    const { signature } = JSON.parse(text);
    expect(readApprovedPlan(canonicalJson(fitting), 'plan.json', undefined).ok).toBe(true);
    for (const [given, seal] of [
      [saved(plan), sealOf(old)],
      [text, sealOf(fresh)],
      [text, sealOf(old, 'git.example/other')],
      [canonicalJson({ ...fitting, signature }), sealOf(old)],
    ] as const) {
      expect(readApprovedPlan(given, 'plan.json', seal)).toMatchObject({ ok: false, error: { code: 'RUN039' } });
    }
  });
});

describe('the pairs of a saved plan', () => {
  it('are what is applied, and destinations that it does not hold back count as named', async () => {
    const wanted = desired(STORIES, { manualSyncOnly: true });
    const selection = selectionOf(await planned(wanted), wanted.destinations);
    expect(selection.ok && [...selection.value.selected.keys()]).toEqual(['contoso', 'fabrikam']);
    expect(selection.ok && [...selection.value.named]).toEqual(['fabrikam']);
  });

  it('must still be asked for by the manifest', async () => {
    const plan = await planned();
    const without = [destinationOf('contoso', { stories: ['triage'] })];
    expect(selectionOf(plan, without)).toMatchObject({
      ok: false,
      error: [{ code: 'RUN005', message: expect.stringContaining('fabrikam/triage') }],
    });
  });
});

describe('a destination is stale', () => {
  const wanted = desired();
  const changes: readonly (readonly [string, (shop: Shop) => Promise<Plan>])[] = [
    ['when git asks for something else', (shop) => planned(desired({ triage: story('https://b.example/') }), shop)],
    ['when an option changed that the push uses', (shop) => planned(desired(STORIES, { folderId: 5 }), shop)],
    [
      'when something is there now',
      async (shop) => {
        const [first] = wanted.stories.values();
        if (first) shop.tenant.world.add(42, first.story);
        return planned(wanted, shop);
      },
    ],
  ];
  it.each(changes)('%s', async (_, change) => {
    const shop = new Shop();
    const approved = await planned(wanted, shop);
    expect(findStale(approved, await planned(wanted, shop))).toEqual(new Set());
    expect(findStale(approved, await change(shop))).toContain('contoso');
  });

  it('alone: the others go on', async () => {
    const approved = await planned(wanted);
    const fresh = await planned(desired(STORIES, { webhookUrls: 'export' }));
    expect([...findStale(approved, fresh)]).toEqual(['contoso']);
  });
});
