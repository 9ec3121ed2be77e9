import type { Place } from '../diagnostics/problem.ts';
import type { VaultKey } from './keys/vault.ts';
import type { Rollout } from './rollout.ts';

export type Detachment = {
  readonly reason: string;
  readonly owner?: string;
  /** ISO date, `2027-01-31`. */
  readonly until?: string;
};

/** Nothing is pushed to the destination and nothing deleted there, whoever asks; said in the words of a detachment. */
export type Hold = Detachment;

/** The stories of one commit instead of those of today, until somebody takes the pin out. */
export type Pin = Detachment & {
  /** Digits of the hash, at least 7, lower case. */
  readonly commit: string;
  /** The stories that it is about; undefined is all that the destination takes. */
  readonly stories?: readonly string[];
};

/** One subscription of a destination: which story, and the manifest entry that asks for it. */
export type Subscription = {
  readonly storyKey: string;
  readonly place: Place;
  readonly detached?: Detachment;
  /** The manifest allows taking over a same-named story that is not ours. */
  readonly adopt: boolean;
};

export type Destination = {
  readonly name: string;
  /** Normalised: lower-case host, no trailing slash, path prefix kept. */
  readonly tenantUrl: string;
  readonly teamId: number;
  /** What people call the key: the variable that holds it, or `vault:PATH#FIELD`; never a key. */
  readonly keyName: string;
  /** Where a key lies that no variable holds. */
  readonly vaultKey?: VaultKey;
  /** Goes up when the vendor's syncing is to be given the key again. */
  readonly keyVersion?: number;
  /** Who brings the stories: we do, or the vendor's own syncing. */
  readonly engine: 'push' | 'native';
  readonly subscriptions: readonly Subscription[];
  readonly manualSyncOnly: boolean;
  readonly hold?: Hold;
  readonly pin?: Pin;
  readonly labels: { readonly [name: string]: string };
  readonly folderId?: number;
  readonly webhookUrls: 'keep' | 'export';
  readonly changeControl: 'fail';
  readonly onDrift: 'overwrite' | 'keep' | 'fail';
  readonly prerequisites: 'fail' | 'warn';
  readonly place: Place;
};

export type Origin = {
  readonly tenantUrl: string;
  readonly teamId: number;
  readonly keyName: string;
  readonly vaultKey?: VaultKey;
  readonly requireChangeControl: boolean;
};

/** A literal that looks like a credential and may stand in git all the same (docs/decisions/0013). */
export type AllowedLiteral = {
  /** Place inside the story, such as `agents[Get report].options.headers.Authorization`. */
  readonly path: string;
  readonly reason: string;
  readonly place: Place;
};

/** A catalogue entry: a story the repository holds. `file` is relative to the manifest's folder, with forward slashes. */
export type CatalogueStory = {
  readonly key: string;
  readonly id?: number;
  readonly file: string;
  readonly allowedLiterals?: readonly AllowedLiteral[];
  readonly place: Place;
};

/** The manifest in its one full form: groups resolved, defaults applied, order of the file kept. */
export type Manifest = {
  readonly file: string;
  readonly origin?: Origin;
  readonly stories: ReadonlyMap<string, CatalogueStory>;
  readonly destinations: readonly Destination[];
  /** Of `defaults`: it holds everybody, also who is no longer written down. */
  readonly hold?: Hold;
  /** Without it every change goes everywhere at once. */
  readonly rollout?: Rollout;
};
