import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { action, guidOf, storyOf } from '../../test/support/example-story.ts';
import type { JsonObject } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { neutralise } from '../story/addresses/neutralise.ts';
import { findQuotedAddresses } from './find-quoted-addresses.ts';
import { findSecrets } from './find-secrets.ts';

const PATH = '4f2a9c81d7e64b03a1b2c3d4e5f60718';
const SECRET = '90ab12cd34ef56ab78cd90ef12ab34cd';

function quoting(text: string, options: JsonObject = { path: PATH, secret: SECRET }, more: JsonObject = {}): Story {
  return storyOf([action(1, 'Webhook', 'Receive', options), action(2, 'Email', 'Mail', { body: text })], [], more);
}

function bodyOf(story: Story): unknown {
  return neutralise(story).agents[1]?.options.body;
}

describe('an address that a text quotes', () => {
  const owned = 'storysync:destination-owned';
  it.each<[string, string, JsonObject | undefined, string]>([
    [
      'a webhook in a URL',
      `https://t.example/webhook/${PATH}/${SECRET}`,
      undefined,
      `https://t.example/webhook/${owned}:path:${guidOf(1)}/${owned}:secret:${guidOf(1)}`,
    ],
    ['a value alone', SECRET, undefined, `${owned}:secret:${guidOf(1)}`],
    ['behind an escape', `%2Fwebhook%2F${PATH}%2F`, undefined, `%2Fwebhook%2F${owned}:path:${guidOf(1)}%2F`],
    ['between hex digits', `00${PATH}ff`, undefined, `00${owned}:path:${guidOf(1)}ff`],
    [
      'words that people chose, behind /webhook/',
      'https://t.example/webhook/alerts/s3',
      { path: 'alerts', secret: 's3' },
      `https://t.example/webhook/${owned}:path:${guidOf(1)}/${owned}:secret:${guidOf(1)}`,
    ],
    [
      'a long secret of words',
      'use correct-horse-battery',
      { path: 'alerts', secret: 'correct-horse-battery' },
      `use ${owned}:secret:${guidOf(1)}`,
    ],
    [
      'a path that is the name of other things',
      'the alerts of today',
      { path: 'alerts', secret: SECRET },
      'the alerts of today',
    ],
  ])('becomes a placeholder that names its action: %s', (_, text, options, expected) => {
    const story = quoting(text, options);
    expect(bodyOf(story)).toBe(expected);
    expect(findQuotedAddresses(story)).toEqual([]);
  });

  it('is that of the same action where two share a secret', () => {
    const story = storyOf([
      action(1, 'Webhook', 'A', { path: PATH, secret: SECRET }),
      action(3, 'Webhook', 'B', { path: 'ab'.repeat(16), secret: SECRET }),
      action(2, 'Email', 'Mail', { body: `/webhook/${'ab'.repeat(16)}/${SECRET}` }),
    ]);
    expect(neutralise(story).agents[2]?.options.body).toBe(
      `/webhook/${owned}:path:${guidOf(3)}/${owned}:secret:${guidOf(3)}`,
    );
  });

  it('is left where it equals a guid of the story: that stands in the file anyway, and things are found by it', () => {
    const story = quoting(`see ${guidOf(1)}`, { path: guidOf(1), secret: SECRET }, { entry_agent_guid: guidOf(1) });
    expect([bodyOf(story), neutralise(story).entry_agent_guid]).toEqual([`see ${guidOf(1)}`, guidOf(1)]);
  });
});

describe('an address where no placeholder can stand', () => {
  const body = 'agents[Mail].options.body';
  it.each<[string, Story, string]>([
    ['in capitals', quoting(`x ${PATH.toUpperCase()}`), body],
    ['in Base64', quoting(Buffer.from(SECRET).toString('base64')), body],
    ['in Base64 inside of more', quoting(Buffer.from(`curl -u ab:${SECRET} x`).toString('base64')), body],
    ['in Base64 for URLs', quoting(Buffer.from(`??>${SECRET}`).toString('base64url')), body],
    [
      'with percent signs',
      quoting('https://t.example/?s=s%C3%BCss%20und%20geheim%20genug', { path: PATH, secret: 'süss und geheim genug' }),
      body,
    ],
    ['a short secret as a word', quoting('X-Token: hunter', { path: PATH, secret: 'hunter' }), body],
    ['in the name of the story', quoting('x', undefined, { name: `to ${PATH}` }), 'name'],
    ['in a tag', quoting('x', undefined, { tags: [PATH] }), 'tags[0]'],
    ['in the name of an action', storyOf([action(1, 'Webhook', `at ${PATH}`, { path: PATH })]), 'agents[at ***].name'],
    [
      'of an embedded sub-story',
      quoting(`x ${'ef'.repeat(16)}`, undefined, {
        send_to_stories: [storyOf([action(8, 'Form', 'Ask', { url_identifier: 'ef'.repeat(16) })])],
      }),
      body,
    ],
  ])('stops the export: %s', async (_, story, place) => {
    const found = { ...story, ...(place === 'name' ? { name: `to ${PATH}` } : {}) } as Story;
    expect(findQuotedAddresses(found).map(({ path }) => path)).toEqual([place]);
    const told = JSON.stringify(await findSecrets(found));
    for (const value of [PATH, SECRET, 'ef'.repeat(16)]) expect(told).not.toContain(value);
  });

  it.each<[string, Story]>([
    ['a stand-in', quoting('the secret of it', { path: 'path', secret: 'secret' })],
    ['an empty value', quoting('', { path: '', secret: '' })],
    ['a placeholder', neutralise(quoting(`see ${PATH}`))],
    ['a word inside another one', quoting('hunters', { path: PATH, secret: 'hunter' })],
  ])('is not seen in %s', (_, story) => {
    expect(findQuotedAddresses(story)).toEqual([]);
  });

  it('takes time by the length of the texts, whatever the number of addresses, and says when it gave up', () => {
    const hooks = Array.from({ length: 2000 }, (_, index) =>
      action(index + 10, 'Webhook', `W${index}`, {
        path: guidOf(index + 10).replace(/^a/, 'b'),
        secret: 'c'.repeat(20) + index,
      }),
    );
    const story = storyOf([
      ...hooks,
      action(2, 'Email', 'Mail', { body: `${'ab'.repeat(200_000)} ${'ccc'.repeat(100_000)}` }),
    ]);
    expect(findQuotedAddresses(story).map(({ path }) => path)).toEqual(['agents']);
  });
});
