import { rmSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { smallWorld } from '../support/worlds.ts';

it('the demo plays the whole loop, and its second run writes nothing', async () => {
  await using rig = await smallWorld();
  const { code, out } = await rig.run('demo');
  const folder = /storysync plan --manifest (\S+)\/sync\.yaml/.exec(out)?.[1];
  expect(folder).toBeDefined();
  rmSync(folder ?? '', { recursive: true, force: true });
  expect(code).toBe(0);
  // One published change, told by the export, the commit and the plan; then an edit of it, told as one.
  expect(out.match(/option lookback of "Drop repeats": "500" → "1000"/g)).toHaveLength(3);
  expect(out).toContain('option lookback of "Drop repeats": edited there; git has "1000"');
  expect(out).toContain('  │ Export phishing-triage from 127.0.0.1:');
  expect(out).toContain('record type Alert gets "Source IP"');
  expect(out).toContain('conflict: edited there: "agents[Drop repeats].options.lookback"');
  expect(out).toMatch(/^Versions of the story at contoso: "before storysync overwrote it/m);
  expect(out).toContain('record type "Alert (1)" is created beside the one in use');
  expect(out).toMatch(/^ {2}Alert {6}id \d+ +3 records/m);
  expect(out).toMatch(/^ {2}Alert \(1\) {2}id \d+ +0 records/m);
  expect(out).toMatch(/^= contoso, northwind: all 3 synced$/m);
  expect(out).toContain('Writes that reached the tenants in the second run: 0.');
  expect(out).not.toContain('exit code');
});

it('a demo without room for its folder says so, and nothing of an internal error', async () => {
  await using rig = await smallWorld();
  vi.stubEnv('TMPDIR', `${rig.dir}/nowhere`);
  const { code, out, err } = await rig.run('demo');
  vi.unstubAllEnvs();
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('The demo did not start: cannot create a folder in');
  expect(err).toContain('hint: point TMPDIR at a writable folder');
});
