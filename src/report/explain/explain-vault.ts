import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { VaultFact, VaultGap, VaultPlace } from '../../model/fact/vault-fact.ts';
import { describeEvidence, hintForWay } from './explain-tenant.ts';

/** Why a vault gave no key: each case in its own words, and none of the vault's. */
export function explainVault(fact: VaultFact): Words & { readonly hint: string } {
  const { place } = fact;
  switch (fact.kind) {
    case 'vault_key_missing':
      return GAPS[fact.gap](place);
    case 'vault_login_refused': {
      const why = fact.phrases.map((phrase) => `: ${phrase}`).join('');
      return {
        message: `${place.address} refused the login${as(place)} (HTTP ${fact.status}${why})`,
        hint: 'compare the role with this job: its audience, and "bound_claims" such as repository_id, environment and ref',
      };
    }
    case 'vault_login_impossible':
      return LACKS[fact.lacks](place);
    case 'vault_unread': {
      const who = fact.asked === 'id_token' ? 'no token from GitHub to log in with' : place.address;
      const what = { id_token: '', login: 'the login', secret: `reading ${secretOf(place)}` }[fact.asked];
      return {
        message: `${who}: ${what === '' ? '' : `${what}: `}${describeEvidence(fact.evidence)}`,
        hint:
          hintForWay(fact.evidence) ??
          (fact.asked === 'id_token' ? RUN_AGAIN : `check that ${place.address} answers, then run again`),
      };
    }
    default:
      return unreachable(fact);
  }
}

const RUN_AGAIN = 'run the job again';

type Said = (place: VaultPlace) => Words & { readonly hint: string };

const GAPS: { readonly [gap in VaultGap]: Said } = {
  absent: (place) => ({
    message: `${place.address} has no secret ${secretOf(place)}`,
    hint: `write the key there: ${command(place, 'put')}`,
  }),
  deleted: (place) => ({
    message: `the newest version of the secret ${secretOf(place)} of ${place.address} is deleted`,
    hint: `undelete it, or write it anew: ${command(place, 'put')}`,
  }),
  forbidden: (place) => ({
    message: `${place.address} forbids${by(place)} to read the secret ${secretOf(place)}`,
    hint: `let a policy read "${place.mount}/data/${place.path}"`,
  }),
  no_mount: (place) => ({
    message: `${place.address} has nothing mounted at "${place.mount}"`,
    hint: 'correct "mount" of the vault; the path of a reference begins below it',
  }),
  no_namespace: (place) => ({
    message: `${place.address} has no namespace "${place.namespace ?? ''}"`,
    hint: 'correct "namespace" of the vault',
  }),
  no_field: (place) => ({
    message: `the secret ${secretOf(place)} of ${place.address} has no field "${place.field}"`,
    hint: `add the field (${command(place, 'patch')}), or correct "#${place.field}"`,
  }),
  empty: (place) => ({
    message: `the field "${place.field}" of the secret ${secretOf(place)} of ${place.address} is empty`,
    hint: `write the key there: ${command(place, 'patch')}`,
  }),
  not_text: (place) => ({
    message: `the field "${place.field}" of the secret ${secretOf(place)} of ${place.address} is not a text`,
    hint: `write the key there: ${command(place, 'patch')}`,
  }),
};

const LACKS: { readonly [lacks in Extract<VaultFact, { kind: 'vault_login_impossible' }>['lacks']]: Said } = {
  no_id_token: ({ address }) => ({
    message: `nothing to log in with at ${address}: the job has no token of its own, and STORYSYNC_VAULT_TOKEN is not set`,
    hint: 'give the job "permissions: id-token: write"; elsewhere set STORYSYNC_VAULT_TOKEN',
  }),
  no_token: ({ address }) => ({
    message: `nothing to log in with at ${address}: STORYSYNC_VAULT_TOKEN is not set`,
    hint: 'set STORYSYNC_VAULT_TOKEN, or write auth: github-oidc',
  }),
  malformed: () => ({
    message:
      'STORYSYNC_VAULT_TOKEN contains a space, a line break or another character that no token has; it was not sent',
    hint: 'set STORYSYNC_VAULT_TOKEN to the token alone, without quotes or other text',
  }),
};

function secretOf({ mount, path }: VaultPlace): string {
  return `${mount}/${path}`;
}

function as({ role }: VaultPlace): string {
  return role === null ? '' : ` as "${role}"`;
}

function by({ role }: VaultPlace): string {
  return role === null ? ' this token' : ` the role "${role}"`;
}

/** The value is read from the terminal: on a command line it would stay in a history. */
function command({ mount, path, field }: VaultPlace, verb: 'put' | 'patch'): string {
  return `vault kv ${verb} -mount=${mount} ${path} ${field}=-`;
}
