import { AMOUNT, DURATION, NAME, NOT_BLANK, TIME_ZONE, uniqueList } from './schema-parts.ts';

/** More are no rollout that anybody could follow, and each destination is compared with each ring. */
export const MAX_RINGS = 50;
export const MAX_WINDOWS = 200;
/** A glob takes its length times that of each label. */
export const MAX_GLOB = 100;

const ringSchema = {
  description: 'One step of the way: a share of the destinations that goes together.',
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: {
      description: 'Name of the ring, in reports and for --ring.',
      type: 'string',
      pattern: NAME,
      examples: ['canary'],
    },
    match: {
      description:
        'Labels that a destination of this ring has, all of them; globs are allowed in the values. Without it the ring takes everybody else, and must be the last.',
      type: 'object',
      minProperties: 1,
      maxProperties: 10,
      additionalProperties: {
        description: 'Value of the label, or a glob.',
        type: 'string',
        maxLength: MAX_GLOB,
        examples: ['canary', 'eu-*'],
      },
      examples: [{ ring: 'canary' }],
    },
    soak: {
      description:
        'How long the ring before must have stood without more failures than it may have: a whole number with s, m, h or d, at most 365d.',
      type: 'string',
      pattern: DURATION,
      default: '0s',
      examples: ['4h', '1d'],
    },
    batch: {
      description:
        'How many destinations one run may begin: a number, or a share of the ring, rounded up. Default: all of them.',
      type: ['integer', 'string'],
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      pattern: AMOUNT,
      examples: [10, '10%'],
    },
  },
  examples: [{ name: 'canary', match: { ring: 'canary' } }],
} as const;

const windowSchema = {
  description: 'Hours or days at which something may be pushed, or may not. Where both apply, deny wins.',
  type: 'object',
  additionalProperties: false,
  oneOf: [{ required: ['allow'] }, { required: ['deny'] }],
  properties: {
    allow: {
      description:
        'Pushes are made at these times only: days, hours or both ("Mon-Thu 07:00-16:00", "Fri", "Sat,Sun", "07:00-16:00"), a date or a span of dates, inclusive ("2026-12-18/2027-01-04").',
      type: 'string',
      examples: ['Mon-Thu 07:00-16:00', 'Sat,Sun'],
    },
    deny: {
      description: 'Nothing is pushed at these times. Written like allow.',
      type: 'string',
      examples: ['2026-12-18/2027-01-04', 'Fri 12:00-24:00'],
    },
    tz: {
      description: 'IANA name of the time zone that days and hours are of.',
      type: 'string',
      pattern: TIME_ZONE,
      default: 'UTC',
      examples: ['Europe/Dublin'],
    },
    rings: {
      description: 'The rings that it is for. Default: all of them.',
      minItems: 1,
      ...uniqueList(NAME, 'The name of a ring.'),
      examples: [['broad']],
    },
    reason: {
      description: 'Why. Shown with everything that waits for it.',
      type: 'string',
      pattern: NOT_BLANK,
      examples: ['year end'],
    },
  },
  examples: [{ allow: 'Mon-Thu 07:00-16:00', tz: 'Europe/Dublin', rings: ['broad'] }],
} as const;

export const manifestRolloutSchema = {
  description:
    'How a change travels over the fleet: ring by ring, after a while, in batches, at certain hours. Without it every change goes everywhere at once.',
  type: 'object',
  additionalProperties: false,
  required: ['rings'],
  properties: {
    rings: {
      description: 'The rings, in this order. A destination is in the first one that it matches.',
      type: 'array',
      minItems: 1,
      maxItems: MAX_RINGS,
      items: ringSchema,
      examples: [
        [
          { name: 'canary', match: { ring: 'canary' } },
          { name: 'broad', soak: '24h', batch: '10%' },
        ],
      ],
    },
    max_failed: {
      description:
        'How many pairs of one story may have failed in a ring before its rollout stops: a number, or a share of the ring, rounded down. Default: 0.',
      type: 'object',
      additionalProperties: {
        description: 'A number, or a share of the ring.',
        type: ['integer', 'string'],
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        pattern: AMOUNT,
        examples: [1, '2%'],
      },
      examples: [{ broad: '2%' }],
    },
    windows: {
      description: 'When something may be pushed. Without one, always.',
      type: 'array',
      maxItems: MAX_WINDOWS,
      items: windowSchema,
      examples: [[{ allow: 'Mon-Thu 07:00-16:00', tz: 'Europe/Dublin', rings: ['broad'] }]],
    },
  },
  examples: [
    {
      rings: [
        { name: 'canary', match: { ring: 'canary' } },
        { name: 'broad', soak: '24h', batch: '10%' },
      ],
      max_failed: { broad: '2%' },
    },
  ],
} as const;
