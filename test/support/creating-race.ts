import { ok } from '../../src/diagnostics/result.ts';
import type { Copy, CopyOptions } from '../../src/engine/push/copies.ts';
import type { Outcome } from '../../src/model/status.ts';
import type { StoryImport } from '../../src/tenant/port.ts';
import { type FakeTenant, fakeTenant } from './fake-tenant.ts';
import type { FakeStory } from './fake-world.ts';
import { desiredOf, Shop } from './planning.ts';
import { callStory, fetchAction, storyExport, webhook } from './stories.ts';

export const TRIAGE = storyExport({
  name: 'Triage',
  actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')],
});
export const ONE = desiredOf({ triage: TRIAGE });
export const CALLER = storyExport({ name: 'Caller', actions: [callStory('Call', 'triage')] });
export const CALLED = desiredOf({
  triage: TRIAGE,
  caller: CALLER,
});

export const TEAM = 42;

export class Copies {
  readonly kept: Copy[] = [];
  readonly options: CopyOptions = {
    keep: async (copy) => {
      this.kept.push(copy);
      return ok(`state:pruned/${copy.key}-${copy.storyId}.json`);
    },
    flush: async () => ok(null),
    findSecrets: async () => [],
  };
}

/** One run, and what another one creates at the same moment: it sends what ours sends. */
export class Race {
  readonly tenant: FakeTenant = fakeTenant();
  readonly shop: Shop;
  readonly copies = new Copies();
  /** The other run's story. */
  other = 0;
  #reversed = false;
  /** The tenant lists the newest story first. */
  readonly reverse = () => {
    this.#reversed = true;
  };

  constructor(moment: 'before' | 'after' | 'never', { name = 'Triage' } = {}) {
    const { tenant } = this;
    const importStory = async (story: StoryImport) => {
      const races = story.mode === 'new' && story.name === name;
      if (races && moment === 'before') this.create(story);
      const answer = await tenant.importStory(story);
      if (races && moment === 'after') this.create(story);
      return answer;
    };
    const listStories: FakeTenant['listStories'] = async (team) => {
      const listing = await tenant.listStories(team);
      return listing.ok && this.#reversed ? ok(listing.value.toReversed()) : listing;
    };
    this.shop = new Shop({ ...tenant, importStory, listStories });
    this.shop.copies = this.copies.options;
  }

  create(story: StoryImport): void {
    const made = this.tenant.world.import(structuredClone(story)) as FakeStory;
    this.other = made.id;
  }

  get triages(): readonly number[] {
    return [...this.tenant.world.stories.values()].filter(({ name }) => name === 'Triage').map(({ id }) => id);
  }
}

export function told(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(({ storyKey, status, reason, did }) => `${storyKey} ${status} ${did} ${reason}`);
}
