import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { outcomesIn } from '../support/documents.ts';
import { NativeWorld } from '../support/native-world.ts';

/** What somebody at a tenant may have put into the vendor's message. */
const HOSTILE = [
  '\u001b[31m::error file=x::owned\r\n::add-mask::a\n</details><h1>x</h1> **b** @acme/soc [x](https://evil.example/hook/0123456789abcdef0123456789abcdef)',
  'key contoso-secret-key refused',
  'x'.repeat(300_000),
].join(' ');

async function failing(world: NativeWorld): Promise<void> {
  await world.rig.fault({ tenant: 'acme', method: 'POST', times: 9, fault: { kind: 'sync_fails', text: HOSTILE } });
}

describe('one remote tenant that is down and one wrong key', () => {
  it('fail alone, at the create and at a later sync; the others are synced', async () => {
    await using world = await NativeWorld.start({
      tenants: ['contoso', 'fabrikam', 'northwind', 'tailspin'],
      switches: { sync_duration: 'at_once' },
    });
    world.rig.environment.FABRIKAM_KEY = 'wrong-key';
    const first = await world.statuses('sync');
    expect(first.code).toBe(1);
    const failed = first.pairs.filter((pair) => !pair.includes(': synced'));
    expect(new Set(failed.map((pair) => pair.split('/')[0]))).toEqual(new Set(['fabrikam']));
    expect(first.pairs.filter((pair) => pair.includes(': synced'))).toHaveLength(9);
    expect((await world.vendor()).length).toBe(3);
  });

  it('fail alone also where the tenant went down after it was synced, and are made good once it is back', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso', 'fabrikam'] });
    expect((await world.statuses('sync')).code).toBe(0);
    await world.rig.fault({ tenant: 'fabrikam', fault: { kind: 'down' } });
    const { code, json } = await world.rig.runJson('sync', '--force');
    expect(code).toBe(1);
    const pairs = Object.entries(outcomesIn(json));
    expect(pairs.filter(([pair]) => pair.startsWith('contoso/')).every(([, { status }]) => status === 'synced')).toBe(
      true,
    );
    for (const [, { status, error_message: why }] of pairs.filter(([pair]) => pair.startsWith('fabrikam/'))) {
      expect([status, why]).toEqual([
        'failed',
        "the vendor's sync failed: Could not connect to the destination tenant",
      ]);
    }
    await world.rig.control('DELETE', 'faults');
    expect((await world.statuses('sync')).pairs.every((pair) => pair.includes(': synced'))).toBe(true);
    await world.takeWrites();
    expect((await world.run('sync')).code).toBe(0);
    expect(await world.takeWrites()).toEqual([]);
  });

  it('are told in the words of the vendor, made safe, in text, JSON and the state', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso'], switches: { sync_duration: 'at_once' } });
    await failing(world);
    const { code, out, err } = await world.run('sync', '--verbose');
    expect(code).toBe(1);
    const told = `${out}${err}`;
    expect(told).toContain("contoso / triage: the vendor's sync failed: ");
    expect(told).not.toContain('rejected by the tenant: the vendor');
    expect(told).not.toContain('contoso-secret-key');
    await failing(world);
    const { json } = await world.rig.runJson('sync');
    const state = world.rig.git('show', 'storysync/state:destinations/contoso.json');
    for (const text of [told, JSON.stringify(json), state]) {
      expect(text).not.toContain('0123456789abcdef');
      expect(text).not.toContain('\u001b');
      expect(text).not.toContain(
        'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'.repeat(5),
      );
      expect(text.length).toBeLessThan(20_000);
    }
    // No line of a workflow command.
    expect(told.split(/\r?\n/).filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });
});

describe('a list of sync destinations that is out of its mind', () => {
  const make = (world: NativeWorld, more: JsonObject) =>
    world.origin('POST', '/admin/sync_destinations', {
      destination_tenant_url: `${world.rig.url}/contoso`,
      destination_tenant_api_key: 'contoso-secret-key',
      destination_team_id: 42,
      team_id: 7,
      story_ids: [301, 302, 303],
      ...more,
    });

  it.each(['short_count', 'truncated_page', 'missing_meta', 'wrong_shape', 'truncated_json'])(
    'is not believed, and nothing is made: %s',
    async (kind) => {
      await using world = await NativeWorld.start({
        tenants: ['contoso'],
        switches: { sync_unreachable_save: 'accepted' } as never,
      });
      await make(world, {});
      await make(world, { destination_team_id: 43 });
      await world.takeWrites();
      await world.rig.fault({ tenant: 'acme', path: 'sync_destinations', times: 99, fault: { kind } });
      const { code, pairs } = await world.statuses('sync');
      expect({ code, failed: pairs.filter((pair) => pair.includes(': failed')).length }).toEqual({
        code: 1,
        failed: 3,
      });
      expect(await world.takeWrites()).toEqual([]);
    },
  );
});
