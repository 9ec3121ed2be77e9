import { manifestKeysSchema } from '../vault/schema-keys.ts';
import { destinationSchema, optionSchemas } from './schema-destination.ts';
import {
  DEFAULT_KEY_REFERENCE,
  KEY_REFERENCE,
  NAME,
  NOT_BLANK,
  STORY_ENTRY,
  TENANT_URL,
  uniqueList,
} from './schema-parts.ts';
import { manifestRolloutSchema } from './schema-rollout.ts';

/** The one JSON Schema of the manifest: editors read it from `schemas/sync.schema.json`, the opener checks with it. */
export const manifestSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'storysync manifest',
  description: 'sync.yaml: which destinations (tenant and team) receive which stories of the origin.',
  type: 'object',
  additionalProperties: false,
  required: ['version', 'stories', 'destinations'],
  properties: {
    version: {
      description: 'Version of the manifest format. The only one so far is 1.',
      type: 'integer',
      const: 1,
      examples: [1],
    },
    origin: {
      description:
        'The tenant and team that the published stories come from. Needed by `export` and by destinations in the same tenant.',
      type: 'object',
      additionalProperties: false,
      required: ['tenant_url', 'team_id', 'api_key'],
      properties: {
        tenant_url: {
          description: 'Address of the origin tenant. https, except for loopback hosts; a path prefix is allowed.',
          type: 'string',
          pattern: TENANT_URL,
          examples: ['https://acme.tines.com'],
        },
        team_id: {
          description: 'Number of the team that owns the stories.',
          type: 'integer',
          minimum: 1,
          maximum: Number.MAX_SAFE_INTEGER,
          examples: [7],
        },
        api_key: {
          description:
            'Reference to the API key of the origin, `${NAME}` or `${vault:PATH#FIELD}`. Never the key itself.',
          type: 'string',
          pattern: KEY_REFERENCE,
          examples: ['${ACME_TINES_API_KEY}', '${vault:tines/origin/{access}#api_key}'],
        },
        require_change_control: {
          description: 'Export only stories that are under change control, so that git holds what was approved.',
          type: 'boolean',
          default: true,
          examples: [false],
        },
      },
      examples: [{ tenant_url: 'https://acme.tines.com', team_id: 7, api_key: '${ACME_TINES_API_KEY}' }],
    },
    stories: {
      description: 'The catalogue: every story of the repository. The key names the file, stories/<key>.json.',
      type: 'object',
      propertyNames: { pattern: NAME },
      additionalProperties: {
        description: 'A story of the catalogue.',
        type: ['object', 'null'],
        additionalProperties: false,
        properties: {
          id: {
            description: 'Number of the story on the origin tenant. Required when there is an `origin`.',
            type: 'integer',
            minimum: 1,
            maximum: Number.MAX_SAFE_INTEGER,
            examples: [9981],
          },
          file: {
            description:
              'Path of the story file, relative to the folder of the manifest and inside it. Default: stories/<key>.json.',
            type: 'string',
            pattern: '^[^/\\\\].*\\.json$',
            examples: ['stories/ir/incident-response.json'],
          },
          allow_literals: {
            description:
              'Literals of this story that look like credentials and may be exported all the same: the place as the message of `export` names it, and the reason.',
            type: 'object',
            additionalProperties: {
              description: 'Why the literal is no secret. People read it when they review the manifest.',
              type: 'string',
              pattern: NOT_BLANK,
              examples: ['public demo key from the documentation of the vendor'],
            },
            examples: [
              {
                'agents[Get report].options.headers.X-API-Key': 'public demo key from the documentation of the vendor',
              },
            ],
          },
        },
        examples: [{ id: 9981 }, { id: 9983, file: 'stories/ir/incident-response.json' }],
      },
      examples: [{ 'phishing-triage': { id: 9981 }, 'ioc-enrichment': { id: 9982 } }],
    },
    groups: {
      description: 'Named lists of stories. A destination subscribes to a whole group with "@name".',
      type: 'object',
      propertyNames: { pattern: NAME },
      additionalProperties: {
        description: 'Story keys, or "@group" for all stories of another group.',
        ...uniqueList(STORY_ENTRY, 'A story key of the catalogue, or "@group".'),
        examples: [
          ['phishing-triage', 'ioc-enrichment'],
          ['@baseline', 'incident-response'],
        ],
      },
      examples: [{ baseline: ['phishing-triage', 'ioc-enrichment'] }],
    },
    defaults: {
      description:
        "Options for every destination. A destination's own value wins; maps such as `labels` are merged key by key.",
      type: 'object',
      additionalProperties: false,
      properties: {
        ...optionSchemas,
        destination_tenant_api_key: {
          description:
            "Where the key of every destination lies that names none: `${vault:PATH#FIELD}`, with `{destination}` or `{label.NAME}` in PATH. One in the origin's own tenant uses the key of the origin.",
          type: 'string',
          pattern: DEFAULT_KEY_REFERENCE,
          examples: ['${vault:tines/{destination}#api_key}'],
        },
      },
      examples: [
        { webhook_urls: 'keep' },
        { destination_tenant_api_key: '${vault:tines/{destination}#api_key}', webhook_urls: 'keep' },
      ],
    },
    keys: manifestKeysSchema,
    rollout: manifestRolloutSchema,
    destinations: {
      description: 'Who receives stories. The key is the name in reports and selectors.',
      type: 'object',
      propertyNames: { pattern: NAME },
      additionalProperties: destinationSchema,
      examples: [
        {
          contoso: {
            destination_tenant_url: 'https://contoso.tines.com',
            destination_tenant_api_key: '${CONTOSO_TINES_API_KEY}',
            destination_team_id: 42,
            stories: ['@baseline', 'incident-response'],
            labels: { region: 'eu', ring: 'canary' },
          },
        },
      ],
    },
  },
  examples: [
    {
      version: 1,
      origin: { tenant_url: 'https://acme.tines.com', team_id: 7, api_key: '${ACME_TINES_API_KEY}' },
      stories: { 'phishing-triage': { id: 9981 } },
      destinations: {
        contoso: {
          destination_tenant_url: 'https://contoso.tines.com',
          destination_tenant_api_key: '${CONTOSO_TINES_API_KEY}',
          destination_team_id: 42,
          stories: ['phishing-triage'],
        },
      },
    },
  ],
} as const satisfies object;
