import { expect } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { syncNow } from './outcomes.ts';
import type { LiveTenant, Rig } from './rig.ts';
import { fetchAction, recordAction, storyExport, webhook } from './stories.ts';
import { tenantWith, worldOf } from './world-of.ts';

/** One story with a webhook, a tag, a record type, a credential and a resource. */
export function keeping(url: string, ...more: readonly (readonly [string, string])[]): JsonObject {
  return storyExport({
    name: 'Triage',
    tags: ['ir'],
    actions: [
      webhook('Intake'),
      recordAction('Keep', 'Alert', [['title', 'TEXT'], ...more]),
      fetchAction('Tell', `${url}<<CREDENTIAL.virustotal>>/<<RESOURCE.soc_settings>>`),
    ],
  });
}
export const TRIAGE = keeping('https://chat.example/');
export const SHARED = { credentials: ['virustotal'], resources: ['soc_settings'] };

export function triageWorld(): Promise<Rig> {
  return worldOf({ stories: { triage: TRIAGE }, tenants: { contoso: tenantWith(SHARED) } });
}

/** One story and one record type, whatever happened on the way. */
export function expectNothingDoubled(tenant: LiveTenant): void {
  expect(tenant.stories.map(({ name }) => name)).toEqual(['Triage']);
  expect(tenant.record_types.map(({ name }) => name)).toEqual(['Alert']);
}

/** The next sync finds all in order and writes nothing. */
export async function expectSilent(rig: Rig, ...argv: readonly string[]): Promise<void> {
  await rig.takeWrites();
  const again = await syncNow(rig, ...argv);
  expect(new Set(Object.values(again.told))).toEqual(new Set(['synced unchanged']));
  expect(again.code).toBe(0);
  expect(await rig.takeWrites()).toEqual([]);
}
