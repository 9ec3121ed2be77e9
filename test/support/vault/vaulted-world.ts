import type { Rig } from '../rig.ts';
import { smallWorld } from '../worlds.ts';
import { FakeVault } from './fake-vault.ts';
import { JobTokens } from './job-tokens.ts';

export const AUDIENCE = 'https://vault.example';
/** What the token of the job says of it. */
export const JOB = { repository_id: '4711', environment: 'production', ref: 'refs/heads/main' };

/** The keys of the small world, as they lie in the vault. */
export const KEYS = { contoso: 'contoso-secret-key', fabrikam: 'fabrikam-secret-key' } as const;

export type VaultedWorld = {
  readonly rig: Rig;
  readonly vault: FakeVault;
  readonly job: JobTokens;
  readonly close: () => Promise<void>;
};

/** The manifest of the small world, with keys by convention: no destination names one. */
export function vaultedManifest(url: string, address: string): string {
  const destination = (name: string, team: number): string => `  ${name}:
    destination_tenant_url: ${url}/${name}
    destination_team_id: ${team}
    labels: { customer: ${name} }
    stories: [triage, enrich]
`;
  return `version: 1
keys:
  vault:
    address: ${address}
    role: { plan: plan, sync: sync }
    audience: ${AUDIENCE}
stories:
  enrich: {}
  triage: {}
defaults:
  destination_tenant_api_key: \${vault:tines/{label.customer}/{destination}#api_key}
destinations:
${destination('contoso', 42)}${destination('fabrikam', 9)}`;
}

export async function vaultedWorld(): Promise<VaultedWorld> {
  const rig = await smallWorld();
  const job = await JobTokens.start(JOB);
  const vault = await FakeVault.start(job.publicKey);
  for (const role of ['plan', 'sync']) {
    await vault.role(role, { audience: AUDIENCE, claims: JOB, reads: ['tines/*'] });
  }
  for (const [name, key] of Object.entries(KEYS)) await vault.put(`tines/${name}/${name}`, { api_key: key });
  rig.write('sync.yaml', vaultedManifest(rig.url, vault.address));
  rig.commit('keys from the vault');
  for (const name of Object.keys(rig.environment)) delete rig.environment[name];
  const close = async (): Promise<void> => {
    await vault[Symbol.asyncDispose]();
    await job[Symbol.asyncDispose]();
  };
  return { rig, vault, job, close };
}
