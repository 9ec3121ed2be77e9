import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, it } from 'vitest';
import { planNow } from '../support/outcomes.ts';
import { Rig } from '../support/rig.ts';
import { storyExport, webhook } from '../support/stories.ts';
import { JobTokens } from '../support/vault/job-tokens.ts';
import { OpenBao } from './support/open-bao.ts';

const CUSTOMERS = Array.from({ length: 1_000 }, (_, index) => `customer-${index}`);
const JOB = { repository_id: '4711', environment: 'production', ref: 'refs/heads/main' };

/** Counts what our HTTP client sends to one server while `use` runs. */
async function counted<T>(
  address: string,
  use: () => Promise<T>,
): Promise<{ readonly value: T; readonly sent: number }> {
  let sent = 0;
  const count = (message: unknown): void => {
    if ((message as { request: { origin: string } }).request.origin === address) sent++;
  };
  subscribe('undici:request:create', count);
  try {
    return { value: await use(), sent };
  } finally {
    unsubscribe('undici:request:create', count);
  }
}

it('a thousand tenants take their keys from a vault by one line of the manifest: one login, one request each, one end', async () => {
  const tenants = CUSTOMERS.map((name) => {
    const keys = [{ key: `key-of-${name}`, kind: 'tenant_owner' as const }];
    return [name, { keys, teams: [{ id: 42, name: 'SOC' }] }] as const;
  });
  await using rig = await Rig.start({ tenants: Object.fromEntries(tenants) });
  await using job = await JobTokens.start(JOB);
  await using bao = await OpenBao.start(job.publicKey);
  await bao.role('plan', { audience: 'https://vault.example', claims: JOB, reads: ['tines/*'] });
  for (let from = 0; from < CUSTOMERS.length; from += 50) {
    const some = CUSTOMERS.slice(from, from + 50);
    await Promise.all(some.map((name) => bao.put(`tines/${name}`, { api_key: `key-of-${name}` })));
  }
  const destinations = CUSTOMERS.map(
    (name) => `  ${name}: { destination_tenant_url: "${rig.url}/${name}", destination_team_id: 42, stories: [one] }\n`,
  );
  rig.write(
    'sync.yaml',
    `version: 1
keys: { vault: { address: "${bao.address}", role: plan, audience: "https://vault.example" } }
stories: { one: {} }
defaults: { destination_tenant_api_key: "\${vault:tines/{destination}#api_key}" }
destinations:
${destinations.join('')}`,
  );
  rig.write('stories/one.json', storyExport({ name: 'One', actions: [webhook('In')] }));
  rig.commit();
  for (const name of Object.keys(rig.environment)) delete rig.environment[name];
  Object.assign(rig.environment, job.environment);

  const { value: plan, sent } = await counted(bao.address, () => planNow(rig));
  expect(plan.code).toBe(0);
  expect(Object.values(plan.stories).filter(({ action }) => action === 'create')).toHaveLength(1_000);
  expect(sent).toBe(1 + 1_000 + 1);
  expect(job.asked).toHaveLength(1);
  expect(await bao.valid()).toBe(0);
});
