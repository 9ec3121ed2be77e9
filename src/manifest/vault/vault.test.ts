import { describe, expect, it } from 'vitest';
import { openManifest } from '../open.ts';

type Written = {
  readonly keys?: string;
  readonly key?: string;
  readonly byDefault?: string;
  readonly labels?: string;
  readonly name?: string;
  readonly origin?: string;
};

const VAULT = '{ vault: { address: "https://vault.acme.example", role: storysync } }';

function open({ keys = VAULT, key, byDefault, labels, name = 'contoso', origin }: Written) {
  const text = `version: 1
${keys === '' ? '' : `keys: ${keys}\n`}${origin === undefined ? '' : `origin: { tenant_url: "https://acme.tines.com", team_id: 7, api_key: "${origin}" }\n`}stories: { a: { id: 1 } }
defaults:
  labels: { region: eu }
${byDefault === undefined ? '' : `  destination_tenant_api_key: ${byDefault}\n`}destinations:
  ${name}:
    destination_tenant_url: https://contoso.tines.com
    destination_team_id: 42
${key === undefined ? '' : `    destination_tenant_api_key: ${key}\n`}${labels === undefined ? '' : `    labels: ${labels}\n`}    stories: [a]
`;
  return openManifest({ file: 'sync.yaml', bytes: new TextEncoder().encode(text) }, { today: '2026-11-29' });
}

function keyOf(written: Written): string {
  const { manifest, problems } = open(written);
  if (manifest === undefined) return problems.map(({ code, place }) => `${code} ${place?.line}`).join(', ');
  return manifest.destinations.map(({ keyName }) => keyName).join(', ');
}

describe('a key in a vault', () => {
  it.each<readonly [string, Written, string]>([
    ['of its own', { key: '${vault:tines/contoso#api_key}' }, 'vault:tines/contoso#api_key'],
    [
      'by the name of the destination',
      { byDefault: '${vault:tines/{destination}#api_key}' },
      'vault:tines/contoso#api_key',
    ],
    ['by a name with dots', { byDefault: '${vault:t/{destination}#k}', name: 'a.b' }, 'vault:t/a.b#k'],
    ['by a label of all', { byDefault: '${vault:{label.region}/{destination}#k}' }, 'vault:eu/contoso#k'],
    [
      'by a label of its own, which wins',
      { byDefault: '${vault:{label.region}/x#k}', labels: '{ region: us-1 }' },
      'vault:us-1/x#k',
    ],
    [
      'that is another one to write with',
      { byDefault: '${vault:{destination}/{access}#k}' },
      'vault:contoso/{access}#k',
    ],
    [
      'where one of its own wins over the default',
      { byDefault: '${vault:{destination}#k}', key: '${OWN_KEY}' },
      'OWN_KEY',
    ],
    ['between braces, in quotes', { key: '"${vault:tines/contoso#api_key}"' }, 'vault:tines/contoso#api_key'],
  ])('%s', (_, written, key) => {
    expect(keyOf(written)).toBe(key);
  });

  it.each<readonly [string, Written, string]>([
    ['a label that is not there', { byDefault: '${vault:{label.customer}#k}' }, 'MAN066 8'],
    ['a label that leads up', { byDefault: '${vault:t/{label.x}#k}', labels: '{ x: ".." }' }, 'MAN067 11'],
    ['a label that leads on', { byDefault: '${vault:t/{label.x}#k}', labels: '{ x: "a/b" }' }, 'MAN067 11'],
    ['a label that begins with a dot', { byDefault: '${vault:t/{label.x}#k}', labels: '{ x: ".a" }' }, 'MAN067 11'],
    ['a label with a percent sign', { byDefault: '${vault:t/{label.x}#k}', labels: '{ x: "%2e%2e" }' }, 'MAN067 11'],
    ['a label with a placeholder', { byDefault: '${vault:t/{label.x}#k}', labels: '{ x: "{access}" }' }, 'MAN067 11'],
    ['an empty label', { byDefault: '${vault:t/{label.x}#k}', labels: '{ x: "" }' }, 'MAN067 11'],
    ['a name that ends in a dot', { byDefault: '${vault:t/{destination}#k}', name: 'a.' }, 'MAN067 8'],
    ['a placeholder that is none', { key: '${vault:t/{ring}#k}' }, 'MAN064 10'],
    ['no field', { key: '${vault:tines/contoso}' }, 'MAN064 10'],
    ['a placeholder as the field', { key: '${vault:t#{access}}' }, 'MAN064 10'],
    ['a path that leads up', { key: '${vault:t/../x#k}' }, 'MAN064 10'],
    ['a path that begins at the root', { key: '${vault:/t#k}' }, 'MAN064 10'],
    ['a path without end', { key: `\${vault:${'t/'.repeat(200)}x#k}` }, 'MAN064 10'],
    ['a query', { key: '${vault:t?version=1#k}' }, 'MAN064 10'],
    ['a manifest without a vault', { keys: '', key: '${vault:t#k}' }, 'MAN065 9'],
    ['a default without a vault', { keys: '', byDefault: '${vault:{destination}#k}' }, 'MAN065 5'],
    ['one key for all tenants', { byDefault: '${vault:tines#api_key}' }, 'MAN065 6'],
    ['one variable for all tenants', { byDefault: '${ALL_KEY}' }, 'MAN065 6'],
    ['an origin that is looked for as a destination', { origin: '${vault:{destination}#k}', key: '${K}' }, 'MAN065 3'],
    ['another program', { key: '${exec:cat#k}' }, 'MAN027 10'],
  ])('is refused where it stands: %s', (_, written, problem) => {
    expect(keyOf(written)).toBe(problem);
  });

  it('is never shown where it may be a real key, and a reference is', () => {
    const literal = open({ key: '${vault:hunter2}' }).problems[0];
    expect([literal?.hideSource, JSON.stringify(literal).includes('hunter2')]).toEqual([true, false]);
  });

  it('is the origin’s for a destination of its tenant that names none, whatever the default', () => {
    const text = `version: 1
keys: ${VAULT}
origin: { tenant_url: "https://acme.tines.com", team_id: 7, api_key: "\${vault:tines/origin/{access}#k}" }
stories: { a: { id: 1 } }
defaults: { destination_tenant_api_key: "\${vault:tines/{destination}#k}" }
destinations:
  staging: { destination_tenant_url: "https://acme.tines.com", destination_team_id: 8, stories: [a] }
`;
    const { manifest } = openManifest(
      { file: 'sync.yaml', bytes: new TextEncoder().encode(text) },
      { today: '2026-11-29' },
    );
    expect(manifest?.destinations[0]?.keyName).toBe('vault:tines/origin/{access}#k');
    expect(manifest?.origin?.vaultKey?.path).toBe('tines/origin/{access}');
  });
});

describe('a vault', () => {
  const vaultOf = (vault: string) => {
    const { manifest, problems } = open({ keys: `{ vault: ${vault} }`, key: '${vault:t#k}' });
    return manifest?.destinations[0]?.vaultKey?.vault ?? problems.map(({ code, place }) => `${code} ${place?.line}`);
  };

  it('has its defaults, and one form of its address', () => {
    expect(vaultOf('{ address: "https://VAULT.acme.example:443/pre/" }')).toEqual({
      address: 'https://vault.acme.example/pre',
      mount: 'secret',
      auth: 'github-oidc',
      authMount: 'jwt',
      roles: {},
    });
  });

  it('is taken as it is written', () => {
    const written =
      '{ address: "http://127.0.0.1:8200", mount: kv/team/, auth_mount: gh, role: { plan: p, sync: s }, audience: a, namespace: admin/ }';
    expect(vaultOf(written)).toEqual({
      address: 'http://127.0.0.1:8200',
      mount: 'kv/team',
      auth: 'github-oidc',
      authMount: 'gh',
      roles: { read: 'p', write: 's' },
      audience: 'a',
      namespace: 'admin',
    });
  });

  it.each([
    ['no address', '{ role: a }', 'MAN019 2'],
    ['http', '{ address: "http://vault.acme.example" }', 'MAN031 2'],
    ['a password', '{ address: "https://u:p@vault.acme.example" }', 'MAN032 2'],
    ['the path of the API', '{ address: "https://vault.acme.example/v1" }', 'MAN030 2'],
    ['another login', '{ address: "https://vault.acme.example", auth: approle }', 'MAN021 2'],
    ['a mount that leads up', '{ address: "https://vault.acme.example", mount: a/../b }', 'MAN025 2'],
    ['one role of two', '{ address: "https://vault.acme.example", role: { plan: p } }', 'MAN019 2'],
    ['an unknown key', '{ address: "https://vault.acme.example", token: hvs.secret }', 'MAN014 2'],
  ])('with %s is refused where it stands', (_, vault, problem) => {
    expect(vaultOf(vault)).toEqual([problem]);
  });
});
