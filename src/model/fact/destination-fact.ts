import type { TenantFailure } from './tenant-failure.ts';
import type { VaultFact } from './vault-fact.ts';

/** The run was asked to stop, or its time was over. */
export type Interrupted = { readonly kind: 'interrupted' };

/** Why nothing is known of a destination: it holds for every story there. */
export type DestinationFact =
  | Interrupted
  | {
      readonly kind: 'key_missing';
      readonly keyName: string;
      readonly empty: boolean;
      readonly of: 'origin' | 'destination';
    }
  /** An Action's job names the variables that may be keys, and this one is not among them. */
  | {
      readonly kind: 'key_not_given';
      readonly keyName: string;
      readonly envKeys: readonly string[];
      readonly inEnvironment: boolean;
    }
  /** Characters that no API key has; it was not sent. */
  | { readonly kind: 'key_malformed'; readonly keyName: string }
  | VaultFact
  | {
      readonly kind: 'destination_unreadable';
      readonly failure: TenantFailure;
      readonly keyName: string;
      readonly tenantUrl: string;
      readonly teamId: number;
    }
  /** The manifest has the vendor's own syncing serve it: no push may write there. */
  | { readonly kind: 'given_to_vendor' }
  | {
      readonly kind: 'story_file_unusable';
      readonly key: string;
      /** The file, with the line where it is known. */
      readonly at: string;
      /** What is wrong with it, as the finding says. */
      readonly finding: { readonly message: string; readonly hint: string | null };
    }
  /** Other stories of the destination, whose files cannot be used. */
  | { readonly kind: 'waits_for_story_files'; readonly keys: readonly string[] };
