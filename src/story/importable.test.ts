import { describe, expect, it } from 'vitest';
import { storyExport, webhook } from '../../test/support/stories.ts';
import type { JsonObject } from '../json/value.ts';
import { readStory } from './read.ts';

const STORY: JsonObject = { ...storyExport({ name: 'Plain', actions: [webhook('In')] }) };
const [HOOK] = STORY.agents as readonly JsonObject[];

function codesOf(story: JsonObject): readonly string[] {
  return readStory(JSON.stringify(story), 'x.json').problems.map(({ code, severity }) => `${severity} ${code}`);
}

describe('a story that a tenant would refuse', () => {
  it.each<readonly [string, JsonObject]>([
    ['a schema version that is a text', { schema_version: '30' }],
    ['an entry that is no action', { entry_agent_guid: 'f'.repeat(32) }],
    ['an exit that is no action', { exit_agent_guids: ['f'.repeat(32)] }],
    ['a page of no action', { pages: [{ agent_guid: 'f'.repeat(32), name: 'P' }] }],
    ['inputs of no action', { integrations: [{ action_guid: 'f'.repeat(32) }] }],
    ['a layout that is no JSON', { diagram_layout: '{' }],
    ['a layout that is a list', { diagram_layout: '[]' }],
    ['tags that are no list', { tags: 'soc' }],
    ['an action type of another form', { agents: [{ ...HOOK, type: 'WebhookAgent' }] }],
  ])('is a warning: %s', (_, change) => {
    expect(codesOf({ ...STORY, ...change })).toEqual(['warning STO015']);
  });

  it('is none that quotes the guid of a tool', () => {
    const tool = { ...HOOK, guid: 'e'.repeat(32) };
    const agents = [{ ...HOOK, tools: [{ ...tool, tools: [{ ...tool, guid: 'd'.repeat(32) }] }] }];
    expect(codesOf({ ...STORY, agents, exit_agent_guids: ['d'.repeat(32)] })).toEqual([]);
  });
});
