import { describe, expect, it } from 'vitest';
import { openManifest } from '../manifest/open.ts';
import type { Manifest } from '../model/destination.ts';
import { bind, unboundOf } from './bind.ts';
import { nobody, type Trust } from './trust.ts';

const contoso = { url: 'https://contoso.tines.com', key: '${CONTOSO_KEY}', team: 42 };
const fabrikam = { url: 'https://fabrikam.tines.com/eu', key: '${FABRIKAM_KEY}', team: 9 };
const staging = { url: 'https://acme.tines.com', team: 8 };

type Entry = { readonly url: string; readonly key?: string; readonly team: number };

const HEAD = 'version: 1\nstories: { a: { id: 1 } }\n';

function textOf(destinations: { readonly [name: string]: Entry }, origin = 'https://acme.tines.com'): string {
  const entries = Object.entries(destinations).map(([name, { url, key, team }]) => {
    const keyLine = key === undefined ? '' : `\n    destination_tenant_api_key: ${key}`;
    return `  ${name}:\n    destination_tenant_url: ${url}${keyLine}\n    destination_team_id: ${team}\n    stories: [a]\n`;
  });
  return `${HEAD}origin: { tenant_url: "${origin}", team_id: 7, api_key: "\${ACME_KEY}" }\ndestinations:\n${entries.join('')}`;
}

function tryOpen(text: string): Manifest | undefined {
  return openManifest({ file: 'sync.yaml', bytes: new TextEncoder().encode(text) }, { today: '2026-11-22' }).manifest;
}

function open(text: string): Manifest {
  const manifest = tryOpen(text);
  if (manifest === undefined) throw new Error(`the manifest of the test does not hold:\n${text}`);
  return manifest;
}

const trusted = open(textOf({ contoso, fabrikam, staging }));

function vaulted({ name = 'contoso', label = 'contoso' }, vault: { readonly [option: string]: string }): string {
  const keys = JSON.stringify({ vault: { address: 'https://vault.example', role: 'plan', ...vault } });
  return `${HEAD}keys: ${keys}
defaults: { destination_tenant_api_key: "\${vault:t/{destination}/{label.customer}#k}" }
destinations:
  ${name}: { destination_tenant_url: "https://contoso.tines.com", destination_team_id: 42, stories: [a], labels: { customer: ${label} } }
`;
}

/** Names that get their key, then `name!` for those that do not. */
function outcome(head: string, manifest = trusted): readonly string[] {
  const { destinations } = open(head);
  const unbound = unboundOf(bind(trust(manifest)), destinations, manifest.origin);
  const names = destinations.map(({ name }) => name).sort();
  return [...names.filter((name) => !unbound.has(name)), ...[...unbound.keys()].sort().map((name) => `${name}!`)];
}

function trust(manifest: Manifest): Trust {
  return { kind: 'default_branch', branch: { name: 'main', tip: 'a'.repeat(40) }, manifest };
}

describe('bind', () => {
  it('binds everything when nothing about tenants changed', () => {
    expect(outcome(textOf({ contoso, fabrikam, staging }))).toEqual(['contoso', 'fabrikam', 'staging']);
  });

  it('binds a destination that is renamed', () => {
    expect(outcome(textOf({ renamed: contoso, staging }))).toEqual(['renamed', 'staging']);
  });

  it('does not bind another team of a known tenant: whoever proposes it must learn nothing of that team', () => {
    const head = textOf({ contoso, second: { ...contoso, team: 44 }, staging: { ...staging, team: 9 } });
    expect(outcome(head)).toEqual(['contoso', 'second!', 'staging!']);
  });

  it('binds spellings that are the same tenant', () => {
    const head = textOf({
      contoso: { ...contoso, url: 'https://CONTOSO.tines.com:443/' },
      fabrikam: { ...fabrikam, url: '"https://fabrikam.tines.com/x/../eu/"' },
    });
    expect(outcome(head)).toEqual(['contoso', 'fabrikam']);
  });

  it.each([
    ['another host', 'https://evil.example'],
    ['a subdomain', 'https://x.contoso.tines.com'],
    ['a longer host', 'https://contoso.tines.com.evil.example'],
    ['another port', 'https://contoso.tines.com:8443'],
    ['a path prefix', 'https://contoso.tines.com/proxy'],
    ['an encoded path', 'https://contoso.tines.com/%2e%2e%2fproxy'],
    ['a lookalike in punycode', 'https://xn--contso-e1a.tines.com'],
    ['a loopback host', 'http://127.0.0.1:4010/contoso'],
    ['the tenant of another destination', 'https://fabrikam.tines.com/eu'],
    ['another case of the path', 'https://fabrikam.tines.com/EU'],
  ])('does not bind a key to %s', (_, url) => {
    expect(outcome(textOf({ contoso: { ...contoso, url }, staging }))).toEqual(['staging', 'contoso!']);
  });

  it.each([
    'https://contoso.tines.com.',
    'https://contoso.tines.com@evil.example',
    'https://user:pw@contoso.tines.com',
    'https://contoso.tines.com?x=@evil.example',
    'https://contoso.tines.com#@evil.example',
    'https://contoso。tines.com',
    'https://cоntoso.tines.com',
    'https:\\\\contoso.tines.com',
    'http://contoso.tines.com',
    'https://contoso.tines.com%2eevil.example',
    'https://0x7f.1',
  ])('leaves %s to the rules of the manifest, which refuse it', (url) => {
    expect(tryOpen(textOf({ contoso: { ...contoso, url: JSON.stringify(url) } }))).toBeUndefined();
  });

  it('does not bind another key to a known tenant', () => {
    const head = textOf({
      contoso: { ...contoso, key: '${FABRIKAM_KEY}' },
      fabrikam: { ...fabrikam, key: '${DEPLOY_TOKEN}' },
    });
    expect(outcome(head)).toEqual(['contoso!', 'fabrikam!']);
  });

  it('does not bind keys that two destinations swapped', () => {
    const head = textOf({
      contoso: { ...contoso, key: fabrikam.key },
      fabrikam: { ...fabrikam, key: contoso.key },
      staging,
    });
    expect(outcome(head)).toEqual(['staging', 'contoso!', 'fabrikam!']);
  });

  it('does not bind a new destination that takes a known key elsewhere, and keeps the honest one beside it', () => {
    const head = textOf({ contoso, evil: { ...contoso, url: 'https://evil.example' } });
    expect(outcome(head)).toEqual(['contoso', 'evil!']);
  });

  it('does not bind the origin’s key when the origin moves along with its same-tenant destinations', () => {
    const moved = textOf({ staging: { ...staging, url: 'https://evil.example' }, contoso }, 'https://evil.example');
    expect(outcome(moved)).toEqual(['contoso', 'staging!']);
  });

  it('binds the origin’s key by what is filled in, spelt out or not', () => {
    expect(outcome(textOf({ staging: { ...staging, key: '${ACME_KEY}' } }))).toEqual(['staging']);
  });

  it('does not bind a destination by the origin’s own triple, nor the origin by a destination’s', () => {
    const there = open(textOf({ contoso }));
    expect(outcome(textOf({ acme: { ...staging, team: 8, key: '${ACME_KEY}' } }), there)).toEqual(['acme!']);
    const use = { tenantUrl: contoso.url, teamId: contoso.team, keyName: 'CONTOSO_KEY', requireChangeControl: true };
    expect(bind(trust(there)).ofOrigin(use).ok).toBe(false);
  });

  it.each([
    ['as it is there', {}, true],
    ['with another key', { keyName: 'CONTOSO_KEY' }, false],
    ['at another host', { tenantUrl: 'https://evil.example' }, false],
    ['of another team', { teamId: 8 }, false],
  ])('binds the origin only as it stands there: %s', (_, change, bound) => {
    const use = { tenantUrl: 'https://acme.tines.com', teamId: 7, keyName: 'ACME_KEY', requireChangeControl: true };
    expect(bind(trust(trusted)).ofOrigin({ ...use, ...change }).ok).toBe(bound);
  });

  it('takes from there whether the origin’s stories must have been approved', () => {
    const use = { tenantUrl: 'https://acme.tines.com', teamId: 7, keyName: 'ACME_KEY', requireChangeControl: false };
    const required = (from: Trust): boolean | undefined => {
      const bound = bind(from).ofOrigin(use);
      return bound.ok ? bound.value.origin.requireChangeControl : undefined;
    };
    expect(required(trust(trusted))).toBe(true);
    expect(required({ kind: 'worktree' })).toBe(false);
  });

  it('sees through anchors, aliases and merge keys', () => {
    const head = `${HEAD}destinations:
  contoso: &c
    destination_tenant_url: https://contoso.tines.com
    destination_tenant_api_key: &key "\${CONTOSO_KEY}"
    destination_team_id: 42
    stories: [a]
  merged: { <<: *c, destination_tenant_url: "https://evil.example" }
  aliased: { destination_tenant_url: "https://evil.example/2", destination_tenant_api_key: *key, destination_team_id: 1, stories: [a] }
  listed:
    <<: [{ destination_tenant_url: "https://evil.example/3" }, *c]
`;
    expect(outcome(head)).toEqual(['contoso', 'aliased!', 'listed!', 'merged!']);
  });

  it.each([
    ['as it stands there', {}, {}, true],
    ['under another name, where the name is part of the path', { name: 'renamed' }, {}, false],
    ['with a label of somebody else', { label: 'fabrikam' }, {}, false],
    ['of another vault', {}, { address: 'https://evil.example' }, false],
    ['of another mount', {}, { mount: 'other' }, false],
    ['of another namespace', {}, { namespace: 'other' }, false],
    ['by another role', {}, { role: 'admin' }, true],
    ['by another login', {}, { auth_mount: 'evil' }, true],
    ['for another audience', {}, { audience: 'evil' }, true],
  ])('compares a key of a vault as it is filled in: %s', (_, destination, vault, bound) => {
    const there = open(vaulted({}, {}));
    const [proposed] = open(vaulted(destination, vault)).destinations;
    const use = proposed && bind(trust(there)).of(proposed);
    expect(use?.ok).toBe(bound);
    // How to log in is never what is proposed.
    if (use?.ok) expect(use.value.vaultKey).toEqual(there.destinations[0]?.vaultKey);
  });

  it('says in which vault a key lies there', () => {
    const [moved] = open(vaulted({}, { address: 'https://evil.example' })).destinations;
    expect(moved && bind(trust(open(vaulted({}, {})))).of(moved)).toEqual({
      ok: false,
      error:
        'a key is used only where the default branch uses it, and there vault:t/contoso/contoso#k lies in "secret" of https://vault.example, not in "secret" of https://evil.example',
    });
  });

  it('says where a key belongs, or that it is new', () => {
    const head = textOf({
      contoso: { ...contoso, url: 'https://evil.example' },
      newcomer: { url: 'https://newcomer.tines.com', key: '${NEWCOMER_KEY}', team: 1 },
      second: { ...contoso, team: 43 },
    });
    const unbound = unboundOf(bind(trust(trusted)), open(head).destinations, undefined);
    expect(unbound.get('contoso')).toMatch(
      /CONTOSO_KEY belongs to https:\/\/contoso\.tines\.com, not to https:\/\/evil/,
    );
    expect(unbound.get('newcomer')).toMatch(/there NEWCOMER_KEY does not occur$/);
    expect(unbound.get('second')).toMatch(
      /CONTOSO_KEY belongs to team 42 of https:\/\/contoso\.tines\.com, not to team 43$/,
    );
  });

  it('binds nothing where nobody is trusted, and says why', () => {
    const keys = bind(nobody('it has no sync.yaml'));
    const unbound = unboundOf(keys, trusted.destinations, undefined);
    expect([...unbound.keys()]).toEqual(['contoso', 'fabrikam', 'staging']);
    for (const why of unbound.values())
      expect(why).toMatch(/where the default branch uses it, and it has no sync\.yaml$/);
    expect(trusted.origin && keys.ofOrigin(trusted.origin).ok).toBe(false);
  });

  it('binds everything on somebody’s own machine', () => {
    expect(unboundOf(bind({ kind: 'worktree' }), trusted.destinations, undefined).size).toBe(0);
  });
});
