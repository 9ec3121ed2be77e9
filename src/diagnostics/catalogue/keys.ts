import type { CodeCatalogue } from './entry.ts';

/** Keys from a vault: what the manifest says of them, and what is left behind there. */
export const keysCodes = {
  MAN064: {
    title: 'A reference to a vault cannot be read',
    cause:
      'The value begins with `${vault:` and is not of the form `${vault:PATH#FIELD}`. PATH may hold letters, digits, `_`, `-`, `/`, dots inside its parts, and the placeholders `{destination}`, `{label.NAME}` and `{access}`; FIELD the same without `/` and placeholders. The value is not shown: it may be a key.',
    fix: 'Write for example `${vault:tines/{destination}#api_key}`, in quotes where it stands between braces.',
  },
  MAN065: {
    title: 'A reference to a vault that cannot be filled in or has no vault',
    cause:
      'The manifest has no `keys.vault`; or the origin’s key is looked for by `{destination}` or a label, and the origin has neither; or a default names one key for every customer.',
    fix: 'Add `keys: { vault: { address: … } }`, or write a path that holds what the hint says.',
  },
  MAN066: {
    title: 'A label is missing that a key is looked for by',
    cause: 'The path of the key holds `{label.NAME}`, and the destination has no label of that name.',
    fix: 'Give the destination the label, or a `destination_tenant_api_key` of its own.',
  },
  MAN067: {
    title: 'A name or label cannot stand in the path of a key',
    cause:
      'What is filled into the path may hold letters, digits, `_` and `-`, and dots inside. Anything else could make it the path of somebody else’s key.',
    fix: 'Change the label, or give the destination a `destination_tenant_api_key` of its own.',
  },
  MAN068: {
    title: 'An option of the vault has no use',
    cause:
      'With `auth: token` the token in STORYSYNC_VAULT_TOKEN is used as it is, so no role, audience or login mount is asked for.',
    fix: 'Remove the option, or write `auth: github-oidc`.',
  },
  RUN070: {
    title: 'The token of the vault is still valid',
    cause:
      'The run logged in at the vault, and the vault did not confirm that the token was revoked when the run ended.',
    fix: 'It expires by itself after the time that the message names. Keep `token_ttl` of the role short; revoke the token by its accessor if it must not wait.',
  },
} as const satisfies CodeCatalogue;
