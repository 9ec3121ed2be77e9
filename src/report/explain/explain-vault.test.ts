import { BUSY, expectWords } from '../../../test/support/explained.ts';
import type { VaultFact } from '../../model/fact/vault-fact.ts';

const IN_VAULT = {
  keyName: 'vault:tines/contoso#api_key',
  address: 'https://vault.example',
  mount: 'secret',
  path: 'tines/contoso',
  field: 'api_key',
  namespace: null,
  role: 'storysync-plan',
};

expectWords<VaultFact>({
  vault_key_missing: [
    [
      { place: IN_VAULT, gap: 'absent' },
      'https://vault.example has no secret secret/tines/contoso',
      'write the key there: vault kv put -mount=secret tines/contoso api_key=-',
    ],
    [
      { place: IN_VAULT, gap: 'deleted' },
      'the newest version of the secret secret/tines/contoso of https://vault.example is deleted',
      'undelete it, or write it anew: vault kv put -mount=secret tines/contoso api_key=-',
    ],
    [
      { place: IN_VAULT, gap: 'forbidden' },
      'https://vault.example forbids the role "storysync-plan" to read the secret secret/tines/contoso',
      'let a policy read "secret/data/tines/contoso"',
    ],
    [
      { place: { ...IN_VAULT, role: null }, gap: 'forbidden' },
      'https://vault.example forbids this token to read the secret secret/tines/contoso',
      'let a policy read "secret/data/tines/contoso"',
    ],
    [
      { place: IN_VAULT, gap: 'no_mount' },
      'https://vault.example has nothing mounted at "secret"',
      'correct "mount" of the vault; the path of a reference begins below it',
    ],
    [
      { place: { ...IN_VAULT, namespace: 'soc' }, gap: 'no_namespace' },
      'https://vault.example has no namespace "soc"',
      'correct "namespace" of the vault',
    ],
    [
      { place: IN_VAULT, gap: 'no_field' },
      'the secret secret/tines/contoso of https://vault.example has no field "api_key"',
      'add the field (vault kv patch -mount=secret tines/contoso api_key=-), or correct "#api_key"',
    ],
    [
      { place: IN_VAULT, gap: 'empty' },
      'the field "api_key" of the secret secret/tines/contoso of https://vault.example is empty',
      'write the key there: vault kv patch -mount=secret tines/contoso api_key=-',
    ],
    [
      { place: IN_VAULT, gap: 'not_text' },
      'the field "api_key" of the secret secret/tines/contoso of https://vault.example is not a text',
      'write the key there: vault kv patch -mount=secret tines/contoso api_key=-',
    ],
  ],
  vault_login_refused: [
    [
      { place: IN_VAULT, status: 400, phrases: ['the claim "environment" is not as the role wants it'] },
      'https://vault.example refused the login as "storysync-plan" (HTTP 400: the claim "environment" is not as the role wants it)',
      'compare the role with this job: its audience, and "bound_claims" such as repository_id, environment and ref',
    ],
  ],
  vault_login_impossible: [
    [
      { place: IN_VAULT, lacks: 'no_id_token' },
      'nothing to log in with at https://vault.example: the job has no token of its own, and STORYSYNC_VAULT_TOKEN is not set',
      'give the job "permissions: id-token: write"; elsewhere set STORYSYNC_VAULT_TOKEN',
    ],
    [
      { place: IN_VAULT, lacks: 'no_token' },
      'nothing to log in with at https://vault.example: STORYSYNC_VAULT_TOKEN is not set',
      'set STORYSYNC_VAULT_TOKEN, or write auth: github-oidc',
    ],
    [
      { place: IN_VAULT, lacks: 'malformed' },
      'STORYSYNC_VAULT_TOKEN contains a space, a line break or another character that no token has; it was not sent',
      'set STORYSYNC_VAULT_TOKEN to the token alone, without quotes or other text',
    ],
  ],
  vault_unread: [
    [
      { place: IN_VAULT, asked: 'secret', evidence: BUSY.evidence },
      'https://vault.example: reading secret/tines/contoso: HTTP 503, after 5 attempts',
      'check that https://vault.example answers, then run again',
    ],
    [
      { place: IN_VAULT, asked: 'id_token', evidence: BUSY.evidence },
      'no token from GitHub to log in with: HTTP 503, after 5 attempts',
      'run the job again',
    ],
  ],
});
