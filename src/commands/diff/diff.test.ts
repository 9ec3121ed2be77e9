import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { fetchAction, guidOf, storyExport, webhook } from '../../../test/support/stories.ts';
import { manifestText, StoryRepository, storyText } from '../../../test/support/story-repository.ts';
import type { StoryDiff } from '../../model/story-diff.ts';
import { openCatalogue } from '../../workspace/open-catalogue.ts';
import { diffVersions } from './diff.ts';
import { parseRange } from './range.ts';

let repo: StoryRepository;

// One repository, a commit for each kind of change; the tests leave it as it is.
beforeAll(() => {
  repo = new StoryRepository();
  repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': storyText('one') });
  repo.git('tag', 'first');
  repo.commit({
    'sync.yaml': manifestText({ triage: { file: 'moved.json' }, enrich: {} }),
    'moved.json': storyText('two'),
    'stories/triage.json': undefined,
    'stories/enrich.json': storyText('new', 'Enrich'),
  });
  repo.git('tag', 'moved');
  repo.commit({ 'moved.json': '{"agents": [' });
  repo.git('tag', 'broken');
  // The other story takes the path that the first one had.
  repo.commit({
    'sync.yaml': manifestText({ triage: {}, enrich: { file: 'moved.json' } }),
    'stories/triage.json': storyText('four'),
    'stories/enrich.json': undefined,
    'moved.json': storyText('newer', 'Enrich'),
  });
  repo.git('tag', 'swapped');
  repo.commit({
    'sync.yaml': manifestText({ triage: { id: 7 } }),
    'moved.json': undefined,
  });
  repo.git('tag', 'dropped');
  repo.commit({ 'sync.yaml': manifestText({ 'mail-triage': { id: 7, file: 'stories/triage.json' } }) });
  repo.git('tag', 'rekeyed');
  repo.commit({ 'sync.yaml': 'version: [' });
  repo.git('tag', 'no-manifest');
  repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': storyText('last') });
});

afterAll(() => repo.remove());

async function diff(key: string, versions?: string, folder = repo.dir) {
  const world = { directory: folder, clock: instantClock('2026-11-22T00:00:00Z') };
  const { catalogue } = await openCatalogue(world, 'sync.yaml');
  const range = parseRange(versions);
  if (catalogue === undefined || !range.ok) throw new Error('the test itself is wrong');
  return diffVersions(catalogue, key, range.value);
}

/** `changed stories/a.json moved.json: description "one" "two"`. */
function told({ change, from, to, changes }: StoryDiff): string {
  const sides = [from, to].map((side) => {
    if (!side.present || side.kind === 'destination') return '-';
    return side.file.replace(/^[0-9a-f]{12}:/, '@');
  });
  return `${change} ${sides.join(' ')}: ${changes.map(({ path, from: was, to: is }) => `${path} ${was ?? ''} ${is ?? ''}`.trim()).join(', ')}`;
}

it.each([
  ['triage', 'first..moved', 'changed @stories/triage.json @moved.json: description "one" "two"'],
  ['triage', 'moved..first', 'changed @moved.json @stories/triage.json: description "two" "one"'],
  ['triage', 'moved..swapped', 'changed @moved.json @stories/triage.json: description "two" "four"'],
  ['enrich', 'moved..swapped', 'changed @stories/enrich.json @moved.json: description "new" "newer"'],
  ['enrich', 'first..moved', 'added - @stories/enrich.json: story'],
  ['enrich', 'swapped..dropped', 'removed @moved.json -: story'],
  ['enrich', 'swapped', 'removed @moved.json -: story'],
  ['mail-triage', 'dropped..rekeyed', 'unchanged @stories/triage.json @stories/triage.json: '],
  ['triage', 'no-manifest..', 'changed @stories/triage.json @stories/triage.json: description "four" "last"'],
  ['triage', 'first', 'changed @stories/triage.json stories/triage.json: description "one" "last"'],
  ['triage', undefined, 'unchanged @stories/triage.json stories/triage.json: '],
  ['triage', '..first', 'changed @stories/triage.json @stories/triage.json: description "last" "one"'],
])('compares %s at %s under the manifest of each side', async (key, versions, expected) => {
  const ended = await diff(key, versions);
  expect(ended).toMatchObject({ ok: true, value: { exitCode: 0 } });
  if (ended.ok) expect(told(ended.value.diff)).toBe(expected);
});

it('says that a commit has no manifest to go by', async () => {
  expect(await diff('triage', 'no-manifest..')).toMatchObject({ value: { problems: [{ code: 'GIT007' }] } });
});

it('a file that is no story is a finding with its place, on either side', async () => {
  for (const versions of ['broken..swapped', 'moved..broken']) {
    const ended = await diff('triage', versions);
    expect(ended).toMatchObject({ ok: false, error: { exitCode: 1, problems: [{ code: 'STO003' }] } });
    if (ended.ok) continue;
    const [file] = ended.error.problems.flatMap(({ place }) => place?.file ?? []);
    expect(file).toBe(`${repo.git('rev-parse', 'broken').slice(0, 12)}:moved.json`);
  }
});

it.each([
  ['triagee', undefined, 'DIF001', 'did you mean "triage"?'],
  ['enrich', undefined, 'DIF001', 'the manifest has: triage'],
  ['enrichh', 'moved..', 'DIF001', 'did you mean "enrich"?'],
  ['enrich', 'first..dropped', 'DIF001', 'the manifest has: triage'],
  ['triage', 'nowhere..', 'GIT001', 'git log --oneline lists commits'],
  ['triage', '..HEAD~99', 'GIT001', 'go back by fewer commits'],
  ['triage', 'no name', 'GIT001', 'write a commit id'],
])('cannot compare %s at %s: %s', async (key, versions, code, hint) => {
  const ended = await diff(key, versions);
  expect(ended).toMatchObject({ ok: false, error: { exitCode: 2, problems: [{ code }] } });
  if (!ended.ok) expect(ended.error.problems[0]?.hint).toContain(hint);
});

it('tells a shallow clone how to bring the commit', async () => {
  const folder = repo.clone('--depth', '1');
  for (const versions of ['HEAD~1', repo.git('rev-parse', 'first')]) {
    const ended = await diff('triage', versions, folder);
    expect(ended).toMatchObject({ ok: false, error: { exitCode: 2 } });
    if (!ended.ok) expect(ended.error.problems[0]?.hint).toContain('git fetch --unshallow');
  }
});

it('names what was rewired, and of addresses and secrets the place alone', async () => {
  const own = new StoryRepository();
  const guid = guidOf('Hook');
  const hook = (path: string) => ({ ...webhook('In'), options: { path, secret: guidOf('s'), verbs: 'get' } });
  const fetch = (key: string, quoted: string) =>
    fetchAction('Get', 'https://a.example/', {
      headers: { 'X-Api-Key': key, [`ghp_${guidOf(key)}abcd`]: 'x' },
      payload: { back: `${key.slice(0, 6)} at /webhook/${quoted}/x` },
    });
  const [one, two] = [guidOf('path one'), guidOf('path two')];
  const story = (path: string, key: string, links: readonly object[]) =>
    JSON.stringify({
      ...storyExport({ name: 'Hook', guid, actions: [hook(path), fetch(key, path)] }),
      links,
      tags: ['soc', `ghp_${guidOf(key)}tagg`],
    });
  own.commit({
    'sync.yaml': manifestText({ hook: {} }),
    'stories/hook.json': story(one, 'Summer2024!', [{ source: 0, receiver: 1 }]),
  });
  own.write('stories/hook.json', story(two, 'Winter2025!', [{ source: 1, receiver: 0 }]));
  const ended = await diff('hook', undefined, own.dir);
  own.remove();
  if (!ended.ok) throw new Error(ended.error.problems[0]?.message);
  expect(ended.value.diff.changes.map(({ text }) => text)).toEqual([
    'option headers.X-Api-Key of "Get" changed (value not shown: it may be a secret)',
    'a setting in agents[Get] added (name not shown: it may be a secret)',
    'a setting in agents[Get] removed (name not shown: it may be a secret)',
    'option payload.back of "Get" changed',
    '"Get" → "In" connected',
    '"In" → "Get" disconnected',
    'a tag added (value not shown: it may be a secret)',
    'a tag removed (value not shown: it may be a secret)',
    'address (path) of "In" changed',
  ]);
  expect(ended.value.diff.changes[3]).toMatchObject({
    from: expect.stringContaining('Summer at'),
    to: expect.stringContaining('Winter at'),
  });
  const whole = JSON.stringify(ended.value);
  for (const secret of [one, two, 'Summer2024!', 'Winter2025!', 'ghp_']) expect(whole).not.toContain(secret);
});
