import { expect, it } from 'vitest';
import { action, storyOf } from '../../test/support/example-story.ts';
import type { JsonValue } from '../json/value.ts';
import { mayShow } from './may-show.ts';

const AT = 'agents[Fetch].options';
const SLACK = 'https://hooks.slack.com/services/T00000000/B00000000/abcdefghijklmnopqrstuvwx';
const GITHUB = `ghp_${'A1b2C3d4E5'.repeat(4)}`.slice(0, 40);

function shown(path: string, ...values: readonly JsonValue[]) {
  return mayShow([storyOf([])], [{ path, values }]).then(([first]) => first);
}

it.each<readonly [path: string, values: readonly JsonValue[]]>([
  [`${AT}.method`, ['get', 'post']],
  [`${AT}.url`, ['https://api.example.com/v1/alerts?limit=5', 'https://api.example.com/v2/alerts']],
  [`${AT}.payload.text`, ['Dear customer, we closed your ticket.']],
  [`${AT}.headers.Authorization`, ['Bearer <<CREDENTIAL.jira>>', '<<CREDENTIAL.chat>>']],
  [`${AT}.max_tokens`, [400, 800]],
  [`${AT}.use_auth`, [true, false]],
  [`${AT}.payload`, [{ severity: 'high', list: [1, 'two'] }]],
  ['agents[Get token].options.method', ['get']],
  ['description', ['What it does']],
])('shows the values at %s', async (path, values) => {
  expect(await shown(path, ...values)).toBe('values');
});

it.each<readonly [path: string, values: readonly JsonValue[]]>([
  [`${AT}.password`, ['Summer2024!']],
  [`${AT}.headers.X-Api-Key`, ['Summer2024!']],
  [`${AT}.headers.Authorization`, ['Bearer Summer2024']],
  [`${AT}.basic_auth[1]`, ['Summer']],
  [`${AT}.payload`, [{ password: 'Summer2024!' }]],
  [`${AT}.payload`, [{ deep: [{ list: GITHUB }] }]],
  [`${AT}.payload`, [{ [GITHUB]: 1 }]],
  [`${AT}.url`, [SLACK]],
  [`${AT}.url`, ['https://user:Summer2024@api.example.com/']],
  [`${AT}.url`, ['https://api.example.com/?k=q8Zx2Lm4Tb9Wc1Rv']],
  [`${AT}.payload.text`, ['export API_KEY=Summer2024isover']],
  [`${AT}.payload.text`, ['x1'.repeat(3000)]],
  ['agents[Fetch].inputs[Api key].value', ['Summer2024!']],
  [`${AT}.pin`, ['get', `-----BEGIN PRIVATE KEY-----\n${'Ab1'.repeat(30)}`]],
])('names the place %s and shows no values', async (path, values) => {
  expect(await shown(path, ...values)).toBe('path');
});

it.each([`${AT}.headers.${GITHUB}`, `${AT}["${GITHUB}"]`, `${AT}.q8Zx2Lm4Tb9Wc1Rv`])(
  'does not even name %s, whose key may be the secret',
  async (path) => {
    expect(await shown(path, 'get')).toBe('nothing');
  },
);

it('hides what the secret scan finds by its place in one of the versions, wherever it stands now', async () => {
  // A name beside the value tells what it is; the path of the change does not.
  const inputs = [{ name: 'password', value: 'correct-horse' }];
  const before = storyOf([action(1, 'HTTPRequest', 'Fetch', { inputs })]);
  const [old, other] = await mayShow(
    [before, storyOf([])],
    [
      { path: `${AT}.inputs[0].value`, values: ['correct-horse', 'none'] },
      { path: `${AT}.inputs[1].value`, values: ['plain', 'words'] },
    ],
  );
  expect([old, other]).toEqual(['path', 'values']);
});
