import { describe, expect, it } from 'vitest';
import { action, guidOf, storyOf } from '../../test/support/example-story.ts';
import { actionRef } from './action-ref.ts';
import { allActions, mapActions } from './actions.ts';

const story = storyOf([
  action(
    1,
    'LLM',
    'Triage',
    { tools: [{ type: 'Agents::WebhookAgent', name: 'data' }] },
    {
      tools: [
        { type: 'Agents::HTTPRequestAgent', name: 'Get', options: {}, tools: [{ name: 'Deep', guid: guidOf(9) }] },
        { type: 'Agents::HTTPRequestAgent', name: 'Get' },
        'no action',
      ],
      blocks: [
        { type: 'Agents::EmailAgent', name: 'Mail' },
        { type: 'text', name: 'no action' },
      ],
    },
  ),
  action(2, 'Webhook', 'Receive'),
]);

describe('the walk over all actions', () => {
  it('finds tools, tools of tools and typed actions under other keys; what options hold is data', () => {
    expect(allActions(story).map(({ names, trail, steps }) => [names.join(' › '), trail, steps])).toEqual([
      ['Triage', '', ''],
      ['Triage › Get', 'tools[Get]', '.tools[0]'],
      ['Triage › Get › Deep', 'tools[Get].tools[Deep]', '.tools[0].tools[0]'],
      ['Triage › Get', 'tools[Get#2]', '.tools[1]'],
      ['Triage › Mail', 'blocks[Mail]', '.blocks[0]'],
      ['Receive', '', ''],
    ]);
  });

  it('changes each action where it stands, and keeps the story where nothing changes', () => {
    const marked = mapActions(story, (each) => (each.name === 'Deep' ? { ...each, marked: true } : each));
    expect(marked.agents[0]).toMatchObject({ tools: [{ tools: [{ name: 'Deep', marked: true }] }, {}, 'no action'] });
    expect(marked.agents[1]).toBe(story.agents[1]);
    expect(mapActions(story, (each) => each)).toBe(story);
  });

  it('names every action by 32 hex digits of its own, by its guid where it has one', () => {
    const refs = allActions(story).map((placed) => actionRef(story, placed));
    expect([refs[0], refs[2]]).toEqual([guidOf(1), guidOf(9)]);
    expect(new Set(refs).size).toBe(refs.length);
    for (const ref of refs) expect(ref).toMatch(/^[0-9a-f]{32}$/);
  });
});
