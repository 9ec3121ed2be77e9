import { describe, expect, it } from 'vitest';
import { action, exampleStory, guidOf, storyOf } from '../../test/support/example-story.ts';
import { findReferences, recordSlugMentions, slugify } from './references.ts';

function namesIn(text: string): readonly string[] {
  const { references, uncheckable } = findReferences(storyOf([action(1, 'Email', 'Mail', { body: text })]));
  return [...references.map(({ kind, slug }) => `${kind} ${slug}`), ...uncheckable.map(() => 'uncheckable')];
}

describe('findReferences', () => {
  it.each([
    ['<<CREDENTIAL.abc_1>>', ['credential abc_1']],
    ['=CREDENTIAL.abc', ['credential abc']],
    ['"\\"=CREDENTIAL.abc\\""', ['credential abc']],
    ['{{ .CREDENTIAL.abc }} {{.RESOURCE.host | strip}}', ['credential abc', 'resource host']],
    ['{% credential Name With-Spaces %}', ['credential name_with_spaces']],
    ['{%- global_resource imap.mail.com -%}', ['resource imap_mail_com']],
    ['<<CONCAT(RESOURCE.list.items[0], "x")>>', ['resource list']],
    [
      'INFO.resource.host.id INFO.credential.abc INFO.record.alert.id',
      ['resource host', 'credential abc', 'record alert'],
    ],
    ['<<STORY.enrich>> {{.STORY.old}} {{ .STORY.team.sub }}', ['story enrich', 'story old', 'story sub']],
    ['{% story [Example] STS Search %}', ['story example_sts_search']],
    ['RESOURCE["a"] CREDENTIAL[x] INFO.record[y]', ['uncheckable']],
    ['"text\\nRESOURCE.host"', ['resource host']],
    ['{% story_run_guid %} META.story.name STORY_RUN_GUID() MY_RESOURCE.x event.RESOURCE.y resource.z', []],
  ])('finds in %j what it names', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  it('looks at tools as it does at actions: what they do counts, what is told about them does not', () => {
    const tool = {
      type: 'Agents::HTTPRequestAgent',
      name: 'RESOURCE.in_a_name',
      description: 'CREDENTIAL.in_a_description',
      options: { url: '<<RESOURCE.host>>', tool_description: 'CREDENTIAL.told_to_the_model' },
      tools: [{ name: 'Deep', description: 'RESOURCE.no', options: { story: '<<STORY.enrich>>' } }],
    };
    const { references } = findReferences(storyOf([action(1, 'LLM', 'Ask', { prompt: 'x' }, { tools: [tool] })]));
    expect(references.map(({ kind, slug, path }) => `${kind} ${slug} ${path}`)).toEqual([
      'resource host agents[Ask].tools[0].options.url',
      'story enrich agents[Ask].tools[0].tools[0].options.story',
    ]);
  });

  it('looks at all that acts: options and their keys, template inputs, pages, tools, schedules', () => {
    const { references } = findReferences({
      ...exampleStory(),
      agents: exampleStory().agents.with(
        2,
        action(3, 'LLM', 'Ask', { '<<RESOURCE.key>>': 1 }, { tools: ['<<RESOURCE.tool>>'] }),
      ),
      pages: [{ agent_guid: guidOf(6), fields: [{ content: '<<RESOURCE.shown>>' }] }],
    });
    expect(references.map(({ slug, path }) => `${slug}: ${path}`)).toEqual([
      'host: agents[Fetch].options.url',
      'vendor: agents[Fetch].options.headers.Authorization',
      'tool: agents[Ask].tools[0]',
      'key: agents[Ask].options["<<RESOURCE.key>>"]',
      'chat_bot: integrations[Fetch].action_inputs[0].value',
      'shown: pages[Intake].fields[0].content',
    ]);
  });

  it('does not count mentions in names, descriptions and notes', () => {
    const story = storyOf([action(1, 'Email', 'CREDENTIAL.a', {}, { description: '<<CREDENTIAL.b>>' })], [], {
      description: '<<CREDENTIAL.c>>',
      diagram_notes: [{ content: '<<CREDENTIAL.d>>' }],
    });
    expect(findReferences(story)).toEqual({ references: [], uncheckable: [] });
  });
});

describe('recordSlugMentions', () => {
  it('names the places that quote exactly this slug', () => {
    const story = storyOf([
      action(1, 'Email', 'Mail', { body: '<<INFO.record.alert.id>>', cc: 'INFO.record.alert_2.id' }),
    ]);
    expect(recordSlugMentions(story, 'alert')).toEqual(['agents[Mail].options.body']);
  });
});

describe('slugify', () => {
  it.each([
    ['SOC: Data', 'soc_data'],
    ['CISA-KEV-CrowdStrike-Hosts', 'cisa_kev_crowdstrike_hosts'],
    [' Café  (2) ', 'cafe_2'],
    ['日本', ''],
  ])('makes of %j %j', (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });
});
