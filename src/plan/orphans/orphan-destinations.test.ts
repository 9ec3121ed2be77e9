import { describe, expect, it } from 'vitest';
import { desiredOf, Shop, storyState } from '../../../test/support/planning.ts';
import { fetchAction, storyExport } from '../../../test/support/stories.ts';
import { assemblePlan } from '../plan.ts';
import type { RecordedDestination } from './orphan-destinations.ts';

function orphan(name: string, stories: number, tenantUrl = `https://${name}.example`): RecordedDestination {
  const entries = Array.from({ length: stories }, (_, index) => [`story-${index}`, storyState(index + 1)] as const);
  return {
    name,
    state: { tenantUrl, teamId: 42, stories: Object.fromEntries(entries), recordTypes: {}, last: {}, proven: true },
  };
}

async function planWith(orphans: readonly RecordedDestination[]) {
  const { plan } = await new Shop().plan(
    desiredOf({ triage: storyExport({ name: 'Triage', actions: [fetchAction('Ask', 'https://a.example/')] }) }),
  );
  return assemblePlan(plan.manifest, plan.commit, plan.destinations, orphans);
}

describe('a destination that the manifest no longer has', () => {
  it('is left behind with the number of its stories, by name', async () => {
    const { leftBehindDestinations } = await planWith([orphan('northwind', 2), orphan('fabrikam', 1)]);
    expect(leftBehindDestinations).toEqual([
      { name: 'fabrikam', tenantUrl: 'https://fabrikam.example', teamId: 42, stories: 1 },
      { name: 'northwind', tenantUrl: 'https://northwind.example', teamId: 42, stories: 2 },
    ]);
  });

  it.each([
    ['without stories', orphan('fabrikam', 0)],
    ['that has another name now', orphan('contoso-old', 1, 'https://contoso.example')],
  ])('%s is nothing to tell of', async (_, left) => {
    expect((await planWith([left])).leftBehindDestinations).toEqual([]);
  });

  it('is covered by the digest of no destination', async () => {
    const [without, plan] = [await planWith([]), await planWith([orphan('fabrikam', 1)])];
    expect(plan.destinations).toEqual(without.destinations);
  });
});
