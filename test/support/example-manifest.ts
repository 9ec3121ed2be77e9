import type { Problem } from '../../src/diagnostics/problem.ts';
import { type OpenedManifest, openManifest } from '../../src/manifest/open.ts';

// For tests: small manifests, and what opening them says in one line each.

export function open(text: string): OpenedManifest {
  return openManifest({ file: 'sync.yaml', bytes: new TextEncoder().encode(text) }, { today: '2026-11-22' });
}

/** `MAN014 5:3 hint`, or without the hint. */
export function brief(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

export const head = `version: 1
stories: { a: {}, b: {}, c: {} }
groups: { ab: [a, b], all: ["@ab", c] }
destinations:
`;

/** A manifest with one destination `d` on line 5; `extra` begins on line 9 unless it replaces a field. */
export function destination(extra: string, fields: { url?: string; key?: string; team?: string } = {}): string {
  return `${head}  d:
    destination_tenant_url: ${fields.url ?? 'https://d.tines.com'}
    destination_tenant_api_key: ${fields.key ?? '${D_KEY}'}
    destination_team_id: ${fields.team ?? '4'}
${extra}
`;
}

export const full = `version: 1
origin: { tenant_url: https://ACME.tines.com/, team_id: 7, api_key: "\${ACME_KEY}" }
stories:
  a: { id: 1 }
  b: { id: 2, file: ./x/../stories/b2.json, allow_literals: { "agents[Get].options.url": demo key } }
groups: { ab: [a, b] }
defaults:
  labels: { region: eu, ring: late }
  detached: { b: { reason: later } }
  on_drift: keep
  adopt: [a]
destinations:
  contoso:
    destination_tenant_url: https://contoso.tines.com
    destination_tenant_api_key: \${CONTOSO_KEY}
    destination_team_id: 42
    stories: ["@ab"]
    labels: { ring: canary }
    folder_id: 3
  staging:
    destination_tenant_url: https://acme.tines.com
    destination_team_id: 8
    stories: [a]
    adopt: []
    on_drift: overwrite
    manual_sync_only: true
`;
