import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import { Rig } from './rig.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook } from './stories.ts';

const TEAM = { credentials: ['virustotal'], resources: ['soc_settings'] };

export const SMALL_CONFIG: EmulatorConfig = {
  tenants: {
    contoso: { keys: [{ key: 'contoso-secret-key', kind: 'tenant_owner' }], teams: [{ id: 42, name: 'SOC', ...TEAM }] },
    fabrikam: {
      keys: [{ key: 'fabrikam-secret-key', kind: 'tenant_owner' }],
      teams: [{ id: 9, name: 'SOC', ...TEAM }],
    },
  },
};

export const ENRICH = storyExport({
  name: 'Enrich',
  actions: [webhook('Ask'), fetchAction('Look up', 'https://vt.example/<<CREDENTIAL.virustotal>>')],
});

export const TRIAGE = storyExport({
  name: 'Triage',
  actions: [
    webhook('Intake'),
    callStory('Enrich it', 'enrich'),
    recordAction('Keep', 'Alert', [
      ['title', 'TEXT'],
      ['severity', 'TEXT_ENUM', ['low', 'high']],
    ]),
    fetchAction('Tell', 'https://chat.example/<<RESOURCE.soc_settings.channel>>'),
  ],
});

export function manifestFor(url: string, extra = ''): string {
  return `version: 1
stories:
  enrich: {}
  triage: {}
destinations:
  contoso:
    destination_tenant_url: ${url}/contoso
    destination_tenant_api_key: \${CONTOSO_KEY}
    destination_team_id: 42
    stories: [triage, enrich]
${extra}  fabrikam:
    destination_tenant_url: ${url}/fabrikam
    destination_tenant_api_key: \${FABRIKAM_KEY}
    destination_team_id: 9
    stories: [triage, enrich]
`;
}

/** Two tenants, two stories (one calls the other), committed and ready. */
export async function smallWorld(config: EmulatorConfig = SMALL_CONFIG): Promise<Rig> {
  const rig = await Rig.start(config);
  rig.write('sync.yaml', manifestFor(rig.url));
  rig.write('stories/enrich.json', ENRICH);
  rig.write('stories/triage.json', TRIAGE);
  rig.commit('start');
  return rig;
}
