import { describe, expect, it } from 'vitest';
import { ActionRig } from '../support/action-rig.ts';
import { storyExport, webhook } from '../support/stories.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const NAMES = Array.from({ length: 52 }, (_, at) => `tenant-${at}`);
const KEYS = Array.from({ length: 10 }, (_, at) => `story-${at}`);

describe('520 pairs, of which 60 fail', () => {
  it('are reported with the failures first, exact totals and few calls', async () => {
    const stories = Object.fromEntries(KEYS.map((key) => [key, storyExport({ name: key, actions: [webhook('In')] })]));
    const tenants = Object.fromEntries(NAMES.map((name) => [name, tenantWith()]));
    const destinations = Object.fromEntries(NAMES.map((name) => [name, { stories: KEYS }]));
    await using action = await ActionRig.around(worldOf({ stories, tenants, destinations }));
    const fault = { kind: 'error', status: 403 };
    for (const tenant of NAMES.slice(-6)) await action.rig.fault({ tenant, always: true, fault });
    const run = await action.run(action.push());
    expect(run).toMatchObject({ code: 1, outputs: { created: '460', synced: '460', failed: '60' } });
    const { requests } = action.github;
    expect(requests.every(({ status }) => status < 300)).toBe(true);
    expect(requests.length).toBeLessThanOrEqual(10);
    // Whatever updates of the progress stand before it.
    const first = requests
      .map(({ body }) => JSON.stringify(body) ?? '')
      .find((body) => body.includes('"annotations":[{'));
    expect(first?.match(/"annotation_level":"failure"/g)).toHaveLength(50);
    expect(action.check.annotations.map(({ annotation_level }) => annotation_level)).toEqual(Array(60).fill('failure'));
    expect(action.check.output.summary).toContain('60 shown of 520 annotations.');
    expect(action.check.output.title).toContain('460 synced (460 created), 60 failed');
  });
});
