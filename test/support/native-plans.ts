import type { NativeFact } from '../../src/model/fact/native-fact.ts';
import type { Plan, PlannedDestination } from '../../src/model/plan.ts';
import { plannedDestination, plannedNative, plannedStory, planOf } from './example-plans.ts';

const quiet = plannedStory('quiet', 'unchanged', { vendorStatus: 'synced' });
const enters = plannedStory('ioc-enrichment', 'create', { name: 'IOC enrichment', reason: 'new' });
const MOVED = { tenantUrl: 'https://old.example', teamId: 9 } as const;

/** What waits for somebody to agree, or for the other engine to let go. */
function waiting(fact: NativeFact): Partial<PlannedDestination> {
  const blocked = fact.kind === 'kept_by_push';
  const why = { reason: blocked ? 'not_ours' : 'awaiting_approval', would: blocked ? null : 'create' } as const;
  const stories = ['triage', 'quiet'].map((key) => ({
    ...plannedStory(key, blocked ? 'blocked' : 'skip', why),
    fact,
  }));
  return { stories };
}

function atVendor(name: string, { stories = [], ...rest }: Partial<PlannedDestination>): PlannedDestination {
  return plannedDestination(name, stories, rest);
}

const leaves = { kind: 'copies_left_to_vendor', why: 'unsubscribed', stories: ['Old mail'] } as const;
const replaced = { kind: 'copies_left_to_vendor', why: 'replaced', stories: ['Triage'] } as const;

/** Something of everything that may become of a destination at the vendor. */
export const nativePlan: Plan = planOf(
  [
    ...['eu-1', 'eu-2', 'eu-3', 'eu-4'].map((name, index) =>
      atVendor(name, {
        stories: [enters, quiet],
        native: plannedNative({
          id: 50 + index,
          action: 'update',
          subscribe: ['ioc-enrichment'],
          unsubscribe: ['old-mail', '#977'],
          keyVersion: 3,
          manualSyncOnly: true,
          steps: ['set_flag', 'send_key', 'set_stories', 'trigger'],
          warnings: [leaves, { kind: 'saving_may_sync', stories: ['Report'] }],
        }),
      }),
    ),
    atVendor('initech', {
      stories: [enters, plannedStory('quiet', 'create', { reason: 'new' })],
      native: plannedNative({
        id: null,
        action: 'create',
        subscribe: ['ioc-enrichment', 'quiet'],
        steps: ['create'],
        forecast: [
          { name: 'Host', action: 'reuse', target: 'Host', fields: [], because: '"Host" has exactly these fields' },
          {
            name: 'Alert',
            action: 'create_sequential',
            target: 'Alert (1)',
            fields: ['title'],
            because: 'field "title" changed from TEXT to NUMBER',
          },
        ],
        warnings: [{ kind: 'no_forecast', type: 'IOC', why: { kind: 'record_type_repeated', name: 'IOC' } }],
      }),
    }),
    atVendor('calm', { stories: [quiet], native: plannedNative({}) }),
    atVendor('keyed', {
      stories: [quiet],
      native: plannedNative({ action: 'update', keyVersion: 2, steps: ['send_key'] }),
    }),
    atVendor('lost', {
      stories: [quiet],
      native: plannedNative({ keyVersion: 4, warnings: [{ kind: 'key_not_sent', version: 4 }] }),
    }),
    atVendor('down', {
      stories: [
        {
          ...plannedStory('triage', 'update', { reason: 'content_changed', vendorStatus: 'failed' }),
          warnings: [{ kind: 'vendor_failed', message: 'Key <b>refused</b>: @team [401]' }],
        },
        {
          ...plannedStory('report', 'skip', { reason: 'awaiting_approval', would: 'update', vendorStatus: 'synced' }),
          fact: { kind: 'origin_differs', storyId: 303 },
        },
        plannedStory('quiet', 'update', { reason: 'content_changed', vendorStatus: 'requires_sync' }),
      ],
      native: plannedNative({ action: 'update', steps: ['trigger'] }),
    }),
    atVendor('moves', {
      ...waiting({ kind: 'awaits_replace', destination: 'moves', from: MOVED, copies: 3 }),
      native: plannedNative({ action: 'replace', consent: '--replace', from: MOVED }),
    }),
    atVendor('moving', {
      stories: [enters],
      native: plannedNative({
        action: 'replace',
        from: MOVED,
        subscribe: ['ioc-enrichment'],
        steps: ['delete', 'create'],
        warnings: [replaced],
      }),
    }),
    ...['back-1', 'back-2'].map((name, index) =>
      atVendor(name, {
        ...waiting({ kind: 'kept_by_vendor', destination: name, vendorId: 60 + index, copies: 2 }),
        native: plannedNative({ engine: 'push', id: 60 + index, action: 'takeover', consent: '--takeover' }),
      }),
    ),
    atVendor('coming-back', {
      stories: [enters],
      native: plannedNative({ engine: 'push', id: 70, action: 'takeover', steps: ['delete'] }),
    }),
    atVendor('again', {
      ...waiting({ kind: 'kept_by_push', destination: 'again', keys: ['triage'], mayTakeOver: true }),
      native: plannedNative({ id: null, action: 'takeover', consent: '--takeover' }),
    }),
    atVendor('never', {
      ...waiting({ kind: 'kept_by_push', destination: 'never', keys: ['triage'], mayTakeOver: false }),
      native: plannedNative({ id: null, action: 'create' }),
    }),
    plannedDestination('pushed', [plannedStory('quiet', 'unchanged')]),
  ],
  {
    leftBehindDestinations: [{ name: 'once', tenantUrl: 'https://once.example', teamId: 4, stories: 1 }],
    leftBehindNative: [
      {
        id: 80,
        name: 'once',
        tenantUrl: 'https://once.example',
        teamId: 4,
        stories: ['Ask', 'Report'],
        keptBecause: null,
      },
      {
        id: 81,
        name: null,
        tenantUrl: 'https://other.example',
        teamId: 4,
        stories: ['Triage'],
        keptBecause: 'not_ours',
      },
      { id: 82, name: 'hint', tenantUrl: 'https://hint.example', teamId: 4, stories: [], keptBecause: 'not_proven' },
    ],
  },
);
