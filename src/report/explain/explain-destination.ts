import { unreachable } from '../../diagnostics/result.ts';
import type { DestinationFact } from '../../model/fact/destination-fact.ts';
import type { Words } from '../../model/fact/fact.ts';
import { describeTenantFailure, hintForTenantFailure } from './explain-tenant.ts';
import { explainVault } from './explain-vault.ts';

const KEYS_SHOWN = 3;

/** Why nothing is known of a destination. */
export function explainDestination(fact: DestinationFact): Words & { readonly hint: string } {
  switch (fact.kind) {
    case 'key_missing':
      return {
        message: `the environment variable ${fact.keyName} is ${fact.empty ? 'empty' : 'not set'}`,
        hint: `set ${fact.keyName} to an API key of the ${fact.of} tenant`,
      };
    case 'key_not_given': {
      const set = fact.inEnvironment ? '; it is set in the environment' : '';
      return {
        message: `${fact.keyName} is not in api-keys, and env-keys (${fact.envKeys.join(', ')}) does not name it${set}`,
        hint: `give ${fact.keyName} through api-keys, or list it in env-keys and set it in the environment`,
      };
    }
    case 'key_malformed':
      return {
        message: `${fact.keyName} contains a space, a line break or another character that no API key has; it was not sent`,
        hint: `set ${fact.keyName} to the API key alone, without quotes or other text`,
      };
    case 'vault_key_missing':
    case 'vault_login_refused':
    case 'vault_login_impossible':
    case 'vault_unread':
      return explainVault(fact);
    case 'destination_unreadable':
      return {
        message: describeTenantFailure(fact.failure),
        hint: hintForTenantFailure(fact.failure, { ...fact, purpose: 'read', of: 'destination' }),
      };
    case 'given_to_vendor':
      return {
        message: `the manifest gives this destination to the vendor's own syncing (engine: native), so nothing is pushed there`,
        hint: 'write engine: push to have storysync push there',
      };
    case 'interrupted':
      return { message: 'interrupted', hint: 'run the same command again to continue' };
    case 'story_file_unusable':
      return {
        message: `the file of story "${fact.key}" cannot be used: ${fact.at}: ${fact.finding.message}`,
        hint: fact.finding.hint ?? 'fix the file',
      };
    case 'waits_for_story_files': {
      const names = fact.keys.slice(0, KEYS_SHOWN).map((key) => `"${key}"`);
      const more = fact.keys.length > names.length ? ` and ${fact.keys.length - names.length} more` : '';
      return {
        message: `nothing is planned for this destination: it takes ${names.join(', ')}${more}, whose file cannot be used`,
        hint: 'fix that file; destinations that do not take the story are not affected',
      };
    }
    default:
      return unreachable(fact);
  }
}
