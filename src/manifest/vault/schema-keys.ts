import { TENANT_URL } from '../shape/schema-parts.ts';

/** A mount or a namespace: names in a row, no dot at the end of one. */
const MOUNT = '^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$';
const ROLE = '^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$';
const MAX = 200;

const role = (description: string, example: string) =>
  ({ description, type: 'string', pattern: ROLE, maxLength: MAX, examples: [example] }) as const;

/** Where keys are that no variable holds. */
export const manifestKeysSchema = {
  description: 'Where keys are that no variable holds. Taken from the default branch alone, as are the references.',
  type: 'object',
  additionalProperties: false,
  required: ['vault'],
  properties: {
    vault: {
      description:
        'A HashiCorp Vault or an OpenBao (KV version 2). A key there is referred to as `${vault:PATH#FIELD}`; `{destination}`, `{label.NAME}` and `{access}` in PATH are filled in.',
      type: 'object',
      additionalProperties: false,
      required: ['address'],
      properties: {
        address: {
          description: 'Address of the vault. https, except for loopback hosts; a path prefix is allowed.',
          type: 'string',
          pattern: TENANT_URL,
          examples: ['https://vault.acme.example'],
        },
        mount: {
          description: 'Where the KV engine is mounted.',
          type: 'string',
          pattern: MOUNT,
          maxLength: MAX,
          default: 'secret',
          examples: ['secret'],
        },
        auth: {
          description:
            "github-oidc: log in with the job's own token (permission `id-token: write`); where there is none, STORYSYNC_VAULT_TOKEN is used. token: STORYSYNC_VAULT_TOKEN alone.",
          type: 'string',
          enum: ['github-oidc', 'token'],
          default: 'github-oidc',
          examples: ['github-oidc'],
        },
        auth_mount: {
          description: 'Where the JWT login is mounted.',
          type: 'string',
          pattern: MOUNT,
          maxLength: MAX,
          default: 'jwt',
          examples: ['jwt'],
        },
        role: {
          description:
            "The role to log in with: one for all runs, or one for those that only read and one for those that write. Default: the login's own default role.",
          type: ['string', 'object'],
          pattern: ROLE,
          maxLength: MAX,
          additionalProperties: false,
          required: ['plan', 'sync'],
          properties: {
            plan: role('For every command that only reads.', 'storysync-plan'),
            sync: role('For a sync.', 'storysync-sync'),
          },
          examples: ['storysync', { plan: 'storysync-plan', sync: 'storysync-sync' }],
        },
        audience: {
          description:
            "Whom the job's token is made out to. Default: GitHub's own, the address of the repository's owner.",
          type: 'string',
          pattern: '^[!-~]+$',
          maxLength: MAX,
          examples: ['https://vault.acme.example'],
        },
        namespace: {
          description: 'Namespace of Vault Enterprise, HCP or OpenBao.',
          type: 'string',
          pattern: MOUNT,
          maxLength: MAX,
          examples: ['soc'],
        },
      },
      examples: [
        {
          address: 'https://vault.acme.example',
          role: { plan: 'storysync-plan', sync: 'storysync-sync' },
          audience: 'https://vault.acme.example',
        },
      ],
    },
  },
  examples: [{ vault: { address: 'https://vault.acme.example', role: 'storysync' } }],
} as const;
