import { hexOf } from '../domain/identity.ts';
import type { EmulatorConfig, StoryConfig } from './config.ts';

/** Used when no config is given: an origin with stories in one of two teams, and two customers, for a first try. */
export const DEFAULT_CONFIG: EmulatorConfig = {
  tenants: {
    acme: {
      keys: [{ key: 'acme-emulator-key', kind: 'tenant_owner' }],
      teams: [
        {
          id: 7,
          name: 'Content',
          stories: [
            // The same stories after a restart, so that files in git go on fitting.
            { id: 9981, content: reportedMail('Phishing triage'), keep_guid: true, change_control: true },
            { id: 9982, content: reportedMail('Phishing triage (experiments)'), keep_guid: true },
          ],
        },
        { id: 8, name: 'Staging' },
      ],
    },
    contoso: {
      keys: [{ key: 'contoso-emulator-key', kind: 'tenant_owner' }],
      teams: [{ id: 42, name: 'SOC' }],
    },
    fabrikam: {
      keys: [{ key: 'fabrikam-emulator-key', kind: 'tenant_owner' }],
      teams: [{ id: 9, name: 'Security' }],
    },
  },
};

/** A reported mail comes in, repeats are dropped, and what is left is summed up. It needs nothing from its tenant. */
function reportedMail(name: string): NonNullable<StoryConfig['content']> {
  const agents = [
    action('Report received', 'WebhookAgent', { path: '', secret: '', verbs: 'post' }),
    action('Drop repeats', 'EventTransformationAgent', {
      mode: 'deduplicate',
      path: '=report_received.body.message_id',
      lookback: '500',
      period: '86400',
    }),
    action('Sum up', 'EventTransformationAgent', {
      mode: 'message_only',
      payload: { sender: '<<report_received.body.from>>', subject: '<<report_received.body.subject>>' },
    }),
  ].map((agent) => ({ ...agent, guid: hexOf(`${name}/${agent.name}`) }));
  return {
    schema_version: 28,
    standard_lib_version: 90,
    action_runtime_version: 75,
    name,
    guid: hexOf(name),
    description: null,
    agents,
    links: agents.slice(1).map((_, index) => ({ source: index, receiver: index + 1 })),
    diagram_notes: [],
    diagram_layout: JSON.stringify(Object.fromEntries(agents.map(({ guid }, index) => [guid, [0, index * 150]]))),
    sections: [],
    pages: [],
    integrations: [],
    send_to_stories: [],
    send_to_story_enabled: false,
    entry_agent_guid: null,
    exit_agent_guids: [],
    recipients: [],
    keep_events_for: 604_800,
    tags: [],
  };
}

function action(name: string, type: string, options: { readonly [key: string]: unknown }) {
  return {
    type: `Agents::${type}`,
    name,
    disabled: false,
    description: null,
    options,
    reporting: { time_saved_value: 0, time_saved_unit: 'minutes' },
    monitoring: { monitor_all_events: false, monitor_failures: false, monitor_no_events_emitted: null },
    template: { created_from_template_guid: null, created_from_template_version: null, template_tags: [] },
    width: null,
  };
}
