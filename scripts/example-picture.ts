import { gitChanges } from '../src/export/git-changes.ts';
import { shownPicture } from '../src/export/shown-picture.ts';
import type { Action, Story } from '../src/model/story.ts';
import { svgOf } from '../src/picture/svg.ts';
import { readStory } from '../src/story/read.ts';

/** The picture that docs/pictures.md shows: the example's story, and an edit that has some of everything. */
export async function examplePicture(text: string): Promise<string> {
  const { story: before } = readStory(text, 'phishing-triage.json');
  if (before === undefined) throw new Error('the example has no story');
  const after = edited(before);
  return svgOf(await shownPicture(before, after, await gitChanges(before, after)));
}

/** One action's options changed, one action less, and one put between two. */
function edited(story: Story): Story {
  const at = (name: string): number => story.agents.findIndex((each) => each.name === name);
  const [notify, suspicious, save, reply] = ['Notify channel', 'Suspicious?', 'Save alert', 'Reply: no harm found'].map(
    at,
  );
  const text = typeof story.diagram_layout === 'string' ? story.diagram_layout : '{}';
  const layout = JSON.parse(text) as { [guid: string]: [number, number] };
  const spot = layout[story.agents[save ?? 0]?.guid ?? ''] ?? [0, 0];
  const approve: Action = {
    type: 'Agents::TriggerAgent',
    name: 'Analyst agrees?',
    guid: '5b1d'.repeat(8),
    options: { rules: [] },
    disabled: false,
  };
  const agents = story.agents.map((each, index) =>
    index === notify ? { ...each, options: { ...each.options, content_type: 'form', retry_on_status: ['429'] } } : each,
  );
  layout[approve.guid] = [spot[0] - 240, spot[1]];
  const added = agents.length;
  const links = story.links.filter(({ source, receiver }) => !(source === suspicious && receiver === save));
  const joined = [...links, { source: suspicious ?? 0, receiver: added }, { source: added, receiver: save ?? 0 }];
  return without(
    { ...story, agents: [...agents, approve], links: joined, diagram_layout: JSON.stringify(layout) },
    reply,
  );
}

function without(story: Story, gone: number | undefined): Story {
  if (gone === undefined || gone < 0) throw new Error('the example has no such action');
  const place = (index: number): number => (index > gone ? index - 1 : index);
  return {
    ...story,
    agents: story.agents.filter((_, index) => index !== gone),
    links: story.links
      .filter(({ source, receiver }) => source !== gone && receiver !== gone)
      .map((link) => ({ ...link, source: place(link.source), receiver: place(link.receiver) })),
  };
}
