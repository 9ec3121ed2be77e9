import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { action, guidOf, storyOf } from '../../test/support/example-story.ts';
import { sha256 } from '../json/canonical.ts';
import type { JsonObject, JsonValue } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { carryOver, holdsPlaceholders, matchIngress, withFreshIngress } from '../story/addresses/carry-addresses.ts';
import { neutralise } from '../story/addresses/neutralise.ts';
import { compareStories } from '../story/compare/compare.ts';
import { fingerprint } from '../story/compare/parts.ts';
import { findQuotedAddresses } from './find-quoted-addresses.ts';

const hex = (digit: string, number: number): string => `${digit}${number}`.repeat(16);
/** Every address of the story, as an origin has them. */
const ADDRESSES = {
  path: hex('d', 1),
  secret: hex('d', 2),
  page: hex('d', 3),
  toolPath: hex('d', 4),
  server: hex('d', 5),
  inner: 'Zq7-Kp02_mWx9TtL',
};
const TOOL_GUID = guidOf(77);
const NOTE_GUID = guidOf(501);
const GUIDS = [guidOf(1), guidOf(2), guidOf(3), guidOf(999), TOOL_GUID, NOTE_GUID];

/** Where a text of a story may stand. */
type Slots = {
  readonly option: JsonValue;
  readonly key: string;
  readonly description: string;
  readonly schedule: string;
  readonly note: string;
  readonly story: string;
  readonly tool: string;
  readonly toolText: string;
  readonly page: string;
  readonly input: string;
  readonly section: string;
};

function storyWith(slots: Slots): Story {
  const tool = {
    type: 'Agents::HTTPRequestAgent',
    name: 'Look up',
    guid: TOOL_GUID,
    description: slots.toolText,
    options: { url: slots.tool },
    tools: [{ type: 'Agents::WebhookAgent', name: 'Deep', options: { path: ADDRESSES.inner, verbs: 'post' } }],
  };
  const hook = { type: 'Agents::WebhookAgent', name: 'Hook', options: { path: ADDRESSES.toolPath, verbs: 'post' } };
  const agents = [
    action(1, 'Webhook', 'Receive', { path: ADDRESSES.path, secret: ADDRESSES.secret, verbs: 'post' }),
    action(
      2,
      'HTTPRequest',
      'Call',
      { payload: { deep: [slots.option], [`k${slots.key}`]: 1 } },
      { description: slots.description, schedule: [{ cron: slots.schedule }] },
    ),
    action(3, 'Form', 'Ask', { url_identifier: ADDRESSES.page }),
    action(4, 'LLM', 'Triage', { prompt: 'x' }, { tools: [tool, hook] }),
    action(5, 'McpServer', 'Serve', { path: ADDRESSES.server }),
  ];
  return storyOf(agents, [{ source: 0, receiver: 1 }], {
    description: slots.story,
    diagram_notes: [{ content: slots.note, position: [0, 0], guid: NOTE_GUID }],
    pages: [{ agent_guid: guidOf(3), fields: [{ name: 'F', content: slots.page }] }],
    integrations: [{ action_guid: guidOf(2), action_inputs: [{ name: 'I', value: slots.input }] }],
    sections: [{ name: slots.section, action_guids: [guidOf(1)] }],
    recipients: [],
    tags: [],
  });
}

const around = fc.constantFrom('', ' ', 'a', '7', '-', '"', '%2F', '\\n', 'https://t.example/webhook/', 'é', '?x=');
const quoting = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(around, fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...words) }, fc.constant('plain')), around),
      { maxLength: 3 },
    )
    .map((pieces) => pieces.flat().join(''));

function slotsOf(text: fc.Arbitrary<string>): fc.Arbitrary<Slots> {
  return fc.record({
    option: fc.oneof(
      text,
      text.map((inner): JsonValue => JSON.stringify({ inner })),
    ),
    key: text,
    description: text,
    schedule: text,
    note: text,
    story: text,
    tool: text,
    toolText: text,
    page: text,
    input: text,
    section: text,
  });
}

let count = 0;
const fresh = (): string => sha256(String(++count)).slice(-32);

/** What a tenant makes of an import: actions of new guids. It may write the new ones where texts quote the old ones, or not. */
function imported(story: Story, salt: string, quoted: 'rewritten' | 'left'): Story {
  const guids = new Map(
    [...GUIDS, guidOf(4), guidOf(5)].map((guid, index) => [guid, `${salt}${index}`.padStart(32, 'e')]),
  );
  const renamed = (text: string): string => text.replace(/[0-9a-f]{32}/g, (word) => guids.get(word) ?? word);
  if (quoted === 'rewritten') return JSON.parse(renamed(JSON.stringify(story))) as Story;
  const pointers = new Set(['guid', 'agent_guid', 'action_guid', 'action_guids']);
  const walk = (value: JsonValue, key: string): JsonValue => {
    if (typeof value === 'string') return pointers.has(key) ? renamed(value) : value;
    if (Array.isArray(value)) return value.map((entry) => walk(entry, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([name, entry]) => [
        name,
        name === 'options' ? entry : walk(entry, name),
      ]),
    );
  };
  return walk(story, '') as Story;
}

const words = [...Object.values(ADDRESSES), ...GUIDS];

describe('a story that quotes its own addresses and guids anywhere', () => {
  it('has no address in its file', () => {
    fc.assert(
      fc.property(slotsOf(quoting(words)), (slots) => {
        const story = storyWith(slots);
        const file = JSON.stringify(neutralise(story));
        for (const address of Object.values(ADDRESSES)) expect(file.includes(address)).toBe(false);
        expect(findQuotedAddresses(story)).toEqual([]);
        expect(neutralise(neutralise(story))).toEqual(neutralise(story));
      }),
      { numRuns: 100 },
    );
  });

  it('quotes at a destination what the destination has, and equals its file there', () => {
    fc.assert(
      fc.property(slotsOf(quoting(words)), fc.constantFrom('rewritten', 'left'), (slots, quoted) => {
        const file = neutralise(storyWith(slots));
        const sent = withFreshIngress(file, fresh);
        expect(holdsPlaceholders(sent)).toBe(false);
        const live = imported(sent, 'b', quoted);
        expect(compareStories(live, file)).toEqual([]);
        expect(compareStories(live, sent)).toEqual([]);
        expect(compareStories(live, storyWith(slots))).toEqual([]);
        expect(compareStories(storyWith(slots), file)).toEqual([]);
        // The next push carries the same values there, and a second tenant looks the same.
        const matching = matchIngress(file, live, {});
        if (!matching.ok) throw new Error('ambiguous');
        const again = carryOver(file, live, matching.value, fresh);
        expect(compareStories(live, again)).toEqual([]);
        expect(compareStories(imported(again, 'a', quoted), file)).toEqual([]);
        if (quoted === 'rewritten') {
          const other = imported(withFreshIngress(file, fresh), 'd', quoted);
          expect(fingerprint(other)).toEqual(fingerprint(live));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('differs from its file where a destination quotes an address of another tenant', () => {
    fc.assert(
      fc.property(slotsOf(quoting(Object.values(ADDRESSES))), (slots) => {
        const file = neutralise(storyWith(slots));
        const sent = withFreshIngress(file, fresh);
        fc.pre(holdsPlaceholders({ ...file, agents: [], links: [] }));
        // As storysync pushed it before it knew of quoted addresses: the origin's values in the texts.
        const before = { ...storyWith(slots), agents: sent.agents };
        expect(compareStories(before, file)).not.toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
