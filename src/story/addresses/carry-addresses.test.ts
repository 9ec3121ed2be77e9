import { describe, expect, it } from 'vitest';
import { action, exampleStory, guidOf, storyOf } from '../../../test/support/example-story.ts';
import { reexported } from '../../../test/support/reexport.ts';
import type { Action, Story } from '../../model/story.ts';
import { carryOver, holdsPlaceholders, ingressValues, matchIngress, withFreshIngress } from './carry-addresses.ts';
import { neutralise } from './neutralise.ts';

function hooks(...named: readonly (readonly [number: number, name: string, type?: string])[]): Story {
  return storyOf(
    named.map(([number, name, type]): Action => action(number, type ?? 'Webhook', name, { path: `p${number}` })),
  );
}

function match(wanted: Story, live: Story, map: { readonly [guid: string]: string } = {}): unknown {
  const result = matchIngress(wanted, live, map);
  if (!result.ok) return result.error.ambiguous;
  const { pairs, appearing, disappearing } = result.value;
  return [
    ...pairs.map((pair) => `${pair.wanted.top}=${pair.live.top}`),
    ...appearing.map((point) => `+${point.top}`),
    ...disappearing.map((point) => `-${point.top}`),
  ];
}

describe('matchIngress', () => {
  it.each<[string, Story, Story, { readonly [guid: string]: string }, unknown]>([
    ['same guid, whatever the name', hooks([1, 'A'], [2, 'B']), hooks([2, 'A'], [1, 'B']), {}, ['0=1', '1=0']],
    [
      'the action map',
      hooks([1, 'A'], [2, 'A']),
      hooks([11, 'A'], [12, 'A']),
      { [guidOf(1)]: guidOf(12) },
      ['0=1', '1=0'],
    ],
    ['a unique name', hooks([1, 'A'], [2, 'B']), hooks([12, 'B'], [11, 'A']), {}, ['0=1', '1=0']],
    ['name and order', hooks([1, 'A'], [2, 'A']), hooks([11, 'A'], [12, 'A']), {}, ['0=0', '1=1']],
    ['one left over: a rename', hooks([1, 'A'], [2, 'New']), hooks([11, 'A'], [12, 'Old']), {}, ['0=0', '1=1']],
    ['a stale map', hooks([1, 'A']), hooks([11, 'A']), { [guidOf(1)]: guidOf(99) }, ['0=0']],
    ['what appears', hooks([1, 'A'], [2, 'B']), hooks([11, 'A']), {}, ['0=0', '+1']],
    ['what disappears', hooks([1, 'A']), hooks([11, 'A'], [12, 'B']), {}, ['0=0', '-1']],
    [
      'a page beside a webhook, never mixed',
      hooks([1, 'A'], [2, 'B', 'Form']),
      hooks([11, 'B'], [12, 'A', 'Form']),
      {},
      ['0=0', '1=1'],
    ],
  ])('goes by %s', (_, wanted, live, map, expected) => {
    expect(match(wanted, live, map)).toEqual(expected);
  });

  it.each<[string, Story, Story, readonly string[]]>([
    ['two renamed at once', hooks([1, 'A'], [2, 'B']), hooks([11, 'C'], [12, 'D']), ['"A"', '"B"', '"C"', '"D"']],
    ['counts that disagree', hooks([1, 'A'], [2, 'A']), hooks([11, 'A']), ['"A"']],
    ['counts that disagree the other way', hooks([1, 'A']), hooks([11, 'A'], [12, 'A']), ['"A"']],
  ])('refuses to guess: %s', (_, wanted, live, names) => {
    expect(match(wanted, live)).toEqual(names.map((name) => `webhook ${name}`));
  });

  it('takes a map with odd keys for what it is', () => {
    expect(match(storyOf([{ ...action(1, 'Webhook', 'A'), guid: 'constructor' }]), hooks([11, 'A']))).toEqual(['0=0']);
  });
});

describe('carryOver', () => {
  const fresh = (): string => 'f'.repeat(32);

  it("sends the destination's own addresses, groups and recipients, and nothing else of it", () => {
    const live = reexported(exampleStory(), 'c0ffee');
    const wanted = neutralise({ ...exampleStory(), name: 'New name' });
    const matching = matchIngress(wanted, live, {});
    if (!matching.ok) throw new Error('ambiguous');
    const sent = carryOver(wanted, live, matching.value, fresh);
    expect([...ingressValues(sent).values()]).toEqual([...ingressValues(live).values()]);
    expect(sent.recipients).toEqual(['c0ffee@example.com']);
    expect(sent.pages).toMatchObject([{ agent_guid: guidOf(6), sso_groups: ['c0ffee'] }]);
    expect(neutralise(sent)).toEqual({ ...wanted, pages: sent.pages });
    expect(holdsPlaceholders(sent)).toBe(false);
  });

  it('gives fresh addresses to what appears, and keeps no placeholder that the destination has no value for', () => {
    const wanted = neutralise(
      storyOf([action(1, 'Webhook', 'A', { path: 'x', secret: 'y' }), action(2, 'Webhook', 'B', { path: 'x' })]),
    );
    const live = storyOf([action(11, 'Webhook', 'A', { path: 'kept' })], [], { recipients: ['a@b.c'] });
    const matching = matchIngress(wanted, live, {});
    if (!matching.ok) throw new Error('ambiguous');
    const sent = carryOver(wanted, live, matching.value, fresh);
    expect([...ingressValues(sent).values()]).toEqual([{ path: 'kept' }, { path: fresh(), secret: fresh() }]);
    expect(sent.recipients).toEqual(['a@b.c']);
  });
});

describe('withFreshIngress', () => {
  it('makes every address anew, each with its own values, and tells nobody', () => {
    let count = 0;
    const fresh = (): string => String(++count).padStart(32, '0');
    const sent = withFreshIngress(neutralise(exampleStory()), fresh);
    const values = [...ingressValues(sent).values()].flatMap((entry) => Object.values(entry));
    expect(new Set(values).size).toBe(3);
    expect(holdsPlaceholders(sent)).toBe(false);
    expect(sent.recipients).toEqual([]);
    expect(sent.agents[3]).toEqual(exampleStory().agents[3]);
  });
});

describe('addresses of tools and MCP servers', () => {
  const fresh = (): string => 'f'.repeat(32);
  const tools = (name: string, path: string): Story =>
    storyOf([
      action(
        1,
        'LLM',
        'Triage',
        {},
        { tools: [{ type: 'Agents::WebhookAgent', name, options: { path, secret: path } }] },
      ),
      action(2, 'McpServer', 'Serve', { path, mode: 'x' }),
    ]);
  const carried = (wanted: Story, live: Story): Story => {
    const matching = matchIngress(wanted, live, {});
    if (!matching.ok) throw new Error('ambiguous');
    return carryOver(wanted, live, matching.value, fresh);
  };

  it('are the destination’s own, and follow a rename', () => {
    const sent = carried(neutralise(tools('Hook', 'a1'.repeat(16))), tools('Old name', 'b2'.repeat(16)));
    const own = 'b2'.repeat(16);
    expect([...ingressValues(sent).values()]).toEqual([{ path: own, secret: own }, { path: own }]);
  });

  it('are made anew where they appear; an MCP server has no secret unless it had one', () => {
    const sent = withFreshIngress(neutralise(tools('Hook', 'a1'.repeat(16))), fresh);
    expect([...ingressValues(sent).values()]).toEqual([{ path: fresh(), secret: fresh() }, { path: fresh() }]);
  });

  it('a quoted value that the destination does not have is nothing to quote', () => {
    const wanted = storyOf([
      action(
        1,
        'Webhook',
        'In',
        { path: 'a1'.repeat(16), secret: 'b2'.repeat(16) },
        { description: `x ${'b2'.repeat(16)}.` },
      ),
    ]);
    const sent = carried(neutralise(wanted), storyOf([action(11, 'Webhook', 'In', { path: 'c3'.repeat(16) })]));
    expect(sent.agents[0]?.description).toBe('x .');
  });
});
