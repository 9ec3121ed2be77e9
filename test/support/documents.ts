import type { JsonObject } from '../../src/json/value.ts';

export type Subscription = {
  readonly story: { readonly key: string; readonly name: string };
  readonly status: string;
  readonly reason: string | null;
  readonly error_message: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly detached: boolean;
  readonly did: string;
  readonly destination_story_id: number | null;
  readonly commit: string | null;
  readonly warnings: readonly string[];
};
export type PlanEntry = {
  readonly key: string;
  readonly action: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly detached: boolean;
  readonly destination_story_id: number | null;
  readonly changes: readonly {
    readonly path: string;
    readonly op: string;
    readonly text: string;
    readonly cause: string;
  }[];
  readonly drift: readonly string[];
  readonly conflict: boolean;
  readonly missing: readonly { readonly kind: string; readonly slug: string }[];
  readonly record_types: readonly {
    readonly name: string;
    readonly action: string;
    readonly target: string;
    readonly fields: readonly string[];
  }[];
  readonly urls: readonly { readonly action: string; readonly kind: string; readonly op: string }[];
  readonly warnings: readonly string[];
};

type StatusDocument = {
  readonly sync_destinations: readonly { readonly name: string; readonly subscriptions: readonly Subscription[] }[];
};
type PlanDocument = {
  readonly destinations: readonly {
    readonly name: string;
    readonly stories: readonly PlanEntry[];
    readonly left_behind: readonly {
      readonly key: string;
      readonly name: string;
      readonly destination_story_id: number;
    }[];
  }[];
};

/** Every pair of a status document, as `contoso/triage`. */
export function outcomesIn(json: JsonObject): { readonly [pair: string]: Subscription } {
  const { sync_destinations } = json as unknown as StatusDocument;
  return Object.fromEntries(
    sync_destinations.flatMap(({ name, subscriptions }) =>
      subscriptions.map((subscription) => [`${name}/${subscription.story.key}`, subscription]),
    ),
  );
}

/** A status document in short: `{ 'contoso/triage': 'synced created new' }`. */
export function told(json: JsonObject): { readonly [pair: string]: string } {
  return Object.fromEntries(
    Object.entries(outcomesIn(json)).map(([pair, { status, did, reason }]) => [
      pair,
      `${status} ${did} ${reason ?? '-'}`,
    ]),
  );
}

/** Every pair of a plan document, as `contoso/triage`. */
export function entriesIn(json: JsonObject): { readonly [pair: string]: PlanEntry } {
  const { destinations } = json as unknown as PlanDocument;
  return Object.fromEntries(
    destinations.flatMap(({ name, stories }) => stories.map((story) => [`${name}/${story.key}`, story])),
  );
}

/** A plan document in short: `{ 'contoso/triage': 'update content_changed' }`. */
export function planned(json: JsonObject): { readonly [pair: string]: string } {
  return Object.fromEntries(
    Object.entries(entriesIn(json)).map(([pair, { action, reason }]) => [pair, `${action} ${reason ?? '-'}`]),
  );
}

export function leftBehindIn(json: JsonObject): readonly string[] {
  const { destinations } = json as unknown as PlanDocument;
  return destinations.flatMap(({ name, left_behind }) => left_behind.map(({ key }) => `${name}/${key}`));
}

/** The one there is: of a document about one pair, or of a list. */
export function only<T>(entries: readonly T[] | { readonly [pair: string]: T }): T {
  const [first, second] = Object.values(entries);
  if (first === undefined || second !== undefined) throw new Error('expected exactly one');
  return first;
}
