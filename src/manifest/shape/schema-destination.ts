import { KEY_REFERENCE, NAME, NOT_BLANK, PIN_COMMIT, STORY_ENTRY, TENANT_URL, uniqueList } from './schema-parts.ts';

const detachment = {
  description: 'Why this story is left alone at the destination, by whom, and until when.',
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: {
    reason: {
      description: 'Why the story is detached. Shown in every plan and report.',
      type: 'string',
      pattern: NOT_BLANK,
      examples: ['customer tunes thresholds'],
    },
    owner: {
      description: 'Who to ask about it.',
      type: 'string',
      minLength: 1,
      examples: ['@acme/soc'],
    },
    until: {
      description:
        'Last day of the detachment, YYYY-MM-DD. When it has passed, validate warns; the story stays detached.',
      type: 'string',
      pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
      examples: ['2027-01-31'],
    },
  },
  examples: [{ reason: 'customer tunes thresholds', owner: '@acme/soc', until: '2027-01-31' }],
} as const;

const hold = {
  description:
    'Nothing is pushed to the destination and nothing deleted there, whatever a sync is asked for; its stories are still compared and reported. In "defaults" it stops the whole fleet.',
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: {
    reason: {
      description: 'Why nothing is pushed. Shown in every plan and report.',
      type: 'string',
      pattern: NOT_BLANK,
      examples: ['audit'],
    },
    owner: detachment.properties.owner,
    until: {
      ...detachment.properties.until,
      description: 'Last day of the hold, YYYY-MM-DD. When it has passed, validate warns; the destination stays held.',
    },
  },
  examples: [{ reason: 'audit', owner: '@acme/soc', until: '2027-01-31' }],
} as const;

const pin = {
  description:
    'The destination keeps the stories of one commit, whatever is merged since, until somebody takes the pin out. In "defaults" it pins the whole fleet.',
  type: 'object',
  additionalProperties: false,
  required: ['commit', 'reason'],
  properties: {
    commit: {
      description:
        'At least 7 digits of the hash of a commit that the default branch holds. In quotes: YAML reads digits alone, or digits with one "e", as a number.',
      type: 'string',
      pattern: PIN_COMMIT,
      examples: ['4f2e91c', '4f2e91c0d6b1a7e35c88a1f0f4d1c2b3a4958677'],
    },
    reason: {
      description: 'Why the destination stays there. Shown in every plan and report.',
      type: 'string',
      pattern: NOT_BLANK,
      examples: ['incident 4711'],
    },
    owner: detachment.properties.owner,
    until: {
      ...detachment.properties.until,
      description: 'Last day of the pin, YYYY-MM-DD. When it has passed, validate warns; the pin stays.',
    },
    stories: {
      description: 'Keys of the stories that it is about. Default: all that the destination takes.',
      minItems: 1,
      ...uniqueList(NAME, 'A story key of the catalogue.'),
      examples: [['phishing-triage']],
    },
  },
  examples: [{ commit: '4f2e91c', reason: 'incident 4711', owner: '@acme/soc', until: '2027-01-15' }],
} as const;

/** What both a destination and `defaults` may hold. */
export const optionSchemas = {
  engine: {
    description:
      "push: storysync imports the stories itself. native: the vendor's own Story syncing carries what is live at the origin, and the manifest decides what it is told; needs the key of a tenant owner at the origin.",
    type: 'string',
    enum: ['push', 'native'],
    default: 'push',
    examples: ['native'],
  },
  destination_tenant_api_key_version: {
    description:
      'For engine: native. The vendor keeps the key and never shows it: raise this number to hand over a new one.',
    type: 'integer',
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    examples: [2],
  },
  manual_sync_only: {
    description: 'Push to this destination only when asked by name or with --manual. It is still planned and reported.',
    type: 'boolean',
    default: false,
    examples: [true],
  },
  labels: {
    description: 'Free names and values to select destinations by (--label ring=canary). Merged over default labels.',
    type: 'object',
    additionalProperties: {
      description: 'Value of the label, always text.',
      type: 'string',
      examples: ['eu', 'canary'],
    },
    examples: [{ region: 'eu', ring: 'canary' }],
  },
  detached: {
    description: 'Stories that are not pushed here for now. They are still compared and reported.',
    type: 'object',
    propertyNames: { pattern: NAME },
    additionalProperties: detachment,
    examples: [{ 'ioc-enrichment': { reason: 'customer tunes thresholds', owner: '@acme/soc', until: '2027-01-31' } }],
  },
  hold,
  pin,
  folder_id: {
    description:
      'Folder of the destination team that new stories are created in. Existing stories stay where they are.',
    type: 'integer',
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    examples: [12],
  },
  webhook_urls: {
    description:
      "keep: the destination's own webhook and page addresses never change. export: the values in the story file are sent.",
    type: 'string',
    enum: ['keep', 'export'],
    default: 'keep',
    examples: ['keep'],
  },
  change_control: {
    description:
      'What to do with a story that is under change control at the destination. fail: report it, write nothing.',
    type: 'string',
    enum: ['fail'],
    default: 'fail',
    examples: ['fail'],
  },
  on_drift: {
    description:
      'What to do with a story that was edited at the destination. overwrite: push, after saving the live content as a version; keep: leave it; fail: report it as failed.',
    type: 'string',
    enum: ['overwrite', 'keep', 'fail'],
    default: 'overwrite',
    examples: ['keep'],
  },
  prerequisites: {
    description:
      'What to do when a credential, resource or sub-story that a story names is missing. fail: block the story; warn: push it anyway.',
    type: 'string',
    enum: ['fail', 'warn'],
    default: 'fail',
    examples: ['warn'],
  },
  adopt: {
    description:
      'Stories that may take over a story of the same name that storysync did not create. The first sync writes our stamp; then the entry may be taken out.',
    ...uniqueList(STORY_ENTRY, 'A story key of the catalogue, or "@group".'),
    examples: [['phishing-triage'], ['@baseline']],
  },
} as const;

export const destinationSchema = {
  description: 'A tenant and team that receives stories.',
  type: 'object',
  additionalProperties: false,
  required: ['destination_tenant_url', 'destination_team_id', 'stories'],
  properties: {
    destination_tenant_url: {
      description: 'Address of the tenant. https, except for loopback hosts; a path prefix is allowed.',
      type: 'string',
      pattern: TENANT_URL,
      examples: ['https://contoso.tines.com'],
    },
    destination_tenant_api_key: {
      description:
        "Reference to the API key of the tenant, `${NAME}` or `${vault:PATH#FIELD}`. Never the key itself. A destination in the origin's own tenant may leave it out, and so may every one where `defaults` has a reference.",
      type: 'string',
      pattern: KEY_REFERENCE,
      examples: ['${CONTOSO_TINES_API_KEY}', '${vault:tines/{destination}#api_key}'],
    },
    destination_team_id: {
      description: 'Number of the team that receives the stories.',
      type: 'integer',
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      examples: [42],
    },
    stories: {
      description: 'What the destination subscribes to: story keys and "@group". [] means nothing.',
      ...uniqueList(STORY_ENTRY, 'A story key of the catalogue, or "@group".'),
      examples: [['@baseline', 'incident-response'], []],
    },
    ...optionSchemas,
  },
  examples: [
    {
      destination_tenant_url: 'https://contoso.tines.com',
      destination_tenant_api_key: '${CONTOSO_TINES_API_KEY}',
      destination_team_id: 42,
      stories: ['@baseline'],
    },
  ],
} as const;
