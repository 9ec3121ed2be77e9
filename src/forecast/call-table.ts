/** Listings cost a call for each page. */
export type Cost = {
  readonly calls?: number;
  /** Listings of a team's stories. */
  readonly storyLists?: number;
  readonly typeLists?: number;
  /** The vendor's list of sync destinations, at the origin. */
  readonly vendorLists?: number;
};

/**
 * What each kind of work costs a tenant at most, the plan being made. This is the one place with these numbers, and
 * test/scenarios/forecast.test.ts counts each of them at a tenant where all of it is needed.
 */
export const CALL_TABLE = {
  /** Import, tags, reading back; and the team's listing right before. */
  create: { calls: 3, storyLists: 1 },
  /** The listing after all creates of a team. */
  creates: { storyLists: 1 },
  /** A look (3), a saved version (2 where the tenant has none), a name for that moment, import, settings (2), reading back (2). */
  update: { calls: 11 },
  /** The look once more, where record types were written in between. */
  updateBesideTypes: { calls: 2 },
  /** A caller inside a cycle, once more: the same without the saved version, and its settings read the first time. */
  again: { calls: 10 },
  typeUsed: { typeLists: 1 },
  /** Made or extended, between two listings. */
  typeWritten: { calls: 1, typeLists: 2 },
  /** After each story that uses record types: an import may have made some. */
  storyBesideTypes: { typeLists: 1 },
  /** A look (2), the delete, and a look for whether it is gone. */
  deletion: { calls: 4 },
  nativeWrite: { calls: 1 },
  /** Between two looks at the vendor's list. */
  nativeCreate: { calls: 1, vendorLists: 2 },
  nativeDelete: { calls: 1, vendorLists: 1 },
  /** Begun, story by story. */
  nativeTrigger: { calls: 1 },
  /** At the destination, where its key is at hand and the vendor's word says nothing: twice a listing and an export. */
  nativeStory: { calls: 2, storyLists: 2 },
  /** The first copy of a takeover, before and after. */
  nativeTakeover: { calls: 4, storyLists: 2 },
  /** Whether copies that the vendor let go were disabled. */
  released: { storyLists: 2 },
} as const satisfies { readonly [work: string]: Cost };

/** What a listing's page holds at most. */
const PAGE = 500;

/** What the listings of one place cost. */
export type Pages = { readonly stories: number; readonly types: number; readonly vendor: number };

export function pagesOf(entries: number): number {
  return Math.max(1, Math.ceil(entries / PAGE));
}

export function callsOf({ calls = 0, storyLists = 0, typeLists = 0, vendorLists = 0 }: Cost, pages: Pages): number {
  return calls + storyLists * pages.stories + typeLists * pages.types + vendorLists * pages.vendor;
}
