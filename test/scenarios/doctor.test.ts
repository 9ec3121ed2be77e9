import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { doctorSchema, type WireDoctor } from '../../src/documents/doctor/doctor-schema.ts';
import type { TeamConfig } from '../../src/emulator/control/config.ts';
import type { Rig } from '../support/rig.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook } from '../support/stories.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const LOOKUP = storyExport({
  name: 'Lookup',
  actions: [
    webhook('In'),
    fetchAction('Ask', 'https://vt.example/<<CREDENTIAL.virustotal>>/<<RESOURCE.settings.limit>>'),
    callStory('Enrich', 'enrich'),
    recordAction('Keep', 'Alert', [['title', 'TEXT']]),
  ],
});
const ENRICH = storyExport({ name: 'Enrich', actions: [webhook('Ask'), fetchAction('Get', 'https://x.example')] });
const THEIRS = storyExport({ name: 'Theirs', actions: [fetchAction('Ask', 'https://b.example/')] });
const ALL: Partial<TeamConfig> = {
  credentials: ['virustotal'],
  resources: ['settings'],
  stories: [{ content: ENRICH }],
};

function world(team: Partial<TeamConfig> = ALL): Promise<Rig> {
  return worldOf({ tenants: { contoso: tenantWith(team) }, stories: { lookup: LOOKUP } });
}

type Told = { readonly code: number; readonly json: WireDoctor };

async function examine(rig: Rig, ...flags: readonly string[]): Promise<Told> {
  await rig.control('DELETE', 'log');
  const { code, json } = await rig.runJson('doctor', ...flags);
  return { code, json: json as unknown as WireDoctor };
}

describe('try', () => {
  it('shows', async () => {
    await using rig = await world();
    const text = await rig.run('doctor');
    console.log(text.code, text.out, text.err);
    const md = await rig.run('doctor', '--format', 'markdown');
    console.log(md.out);
    const told = await examine(rig);
    console.log(JSON.stringify(told.json, null, 1));
    expect(new Ajv2020({ strict: true, allowUnionTypes: true }).compile(doctorSchema)(told.json)).toBe(true);
    console.log((await rig.log()).map((e) => `${e.method} ${e.path}`).join('\n'));
  });
  it('shows lack', async () => {
    await using rig = await world({ stories: [{ content: THEIRS }] });
    const text = await rig.run('doctor');
    console.log(text.code, text.out, text.err);
  });
});
