import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeGitHub } from '../../../test/support/fake-github.ts';
import { openStickyComment, type StickyComment } from './comment.ts';
import { openGitHub } from './github-api.ts';

const marker = '<!-- storysync:storysync:sync.yaml -->';
const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;
const SHA = 'c'.repeat(40);

describe('the sticky comment', () => {
  let fake: FakeGitHub;
  let said: string[];
  beforeEach(async () => {
    fake = await FakeGitHub.start();
    said = [];
  });
  afterEach(() => fake[Symbol.asyncDispose]());

  function open(): Promise<StickyComment> {
    const { token, repository, url } = fake;
    const github = openGitHub({ token, repository, apiUrl: url });
    return openStickyComment(github, { issue: 1, marker }, (text) => said.push(text));
  }

  it('is written once and edited from then on', async () => {
    const first = await open();
    await first.markOutdated(SHA);
    await first.write(`${marker}\n\none`);
    await (await open()).write(`${marker}\n\ntwo`);
    expect(fake.comments).toMatchObject([{ body: `${marker}\n\ntwo`, user: BOT }]);
    expect(said).toEqual([]);
  });

  it('is found behind hundreds of others', async () => {
    for (let at = 0; at < 250; at++) fake.addComment(`talk ${at}`);
    fake.addComment(`${marker}\n\nold`, BOT);
    await (await open()).write(`${marker}\n\nnew`);
    expect(fake.comments.filter(({ body }) => body.startsWith(marker))).toMatchObject([{ body: `${marker}\n\nnew` }]);
  });

  it('is not somebody’s who quotes the marker, nor a bot’s that mentions it, nor another manifest’s', async () => {
    fake.addComment(`${marker}\n\nmine`);
    fake.addComment(`see ${marker}`, BOT);
    fake.addComment('<!-- storysync:storysync:other.yaml -->', BOT);
    await (await open()).write(`${marker}\n\nours`);
    expect(fake.comments.map(({ body }) => body)).toEqual([
      `${marker}\n\nmine`,
      `see ${marker}`,
      '<!-- storysync:storysync:other.yaml -->',
      `${marker}\n\nours`,
    ]);
  });

  const STRANGERS = [
    { login: 'mona', type: 'User' },
    { login: 'github-actions', type: 'User' },
    { login: 'quoting-app[bot]', type: 'Bot' },
    { login: 'GITHUB-ACTIONS[bot]', type: 'Bot' },
  ] as const;
  const TOKENS: readonly (readonly [string, Partial<Pick<FakeGitHub, 'app' | 'graphql' | 'tokenOwner'>>, string])[] = [
    ['the job’s own', {}, 'github-actions[bot]'],
    ['the job’s own, and nothing tells', { graphql: false }, 'github-actions[bot]'],
    ['an app’s', { app: 'acme-sync' }, 'acme-sync[bot]'],
    ['a person’s', { tokenOwner: 'sam' }, 'sam'],
    ['a person’s, where there is no GraphQL', { tokenOwner: 'sam', graphql: false }, 'sam'],
  ];
  it.each(TOKENS)('is ours alone under %s token, whoever else uses the marker', async (_, facts, login) => {
    Object.assign(fake, facts);
    const theirs = STRANGERS.filter((each) => each.login !== login).map((user) =>
      fake.addComment(`${marker}\n\nfake`, user),
    );
    const first = await open();
    expect(first.exists).toBe(false);
    await first.markOutdated(SHA);
    await first.write(`${marker}\n\none`);
    await (await open()).write(`${marker}\n\ntwo`);
    expect(fake.comments.slice(0, theirs.length).map(({ body }) => body)).toEqual(
      theirs.map(() => `${marker}\n\nfake`),
    );
    expect(fake.comments.slice(theirs.length)).toMatchObject([{ body: `${marker}\n\ntwo`, user: { login } }]);
  });

  it('is found by the app of our check run where nothing else tells', async () => {
    Object.assign(fake, { app: 'acme-sync', graphql: false });
    fake.addComment(`${marker}\n\nold`, { login: 'acme-sync[bot]', type: 'Bot' });
    const github = openGitHub({ token: fake.token, repository: fake.repository, apiUrl: fake.url });
    const output = { title: 'Plan', summary: 'Working.' };
    await github.createCheckRun({ name: 'storysync', headSha: SHA, output });
    const comment = await openStickyComment(github, { issue: 1, marker }, (text) => said.push(text));
    await comment.write(`${marker}\n\nnew`);
    expect(fake.comments.map(({ body }) => body)).toEqual([`${marker}\n\nnew`]);
  });

  it('is found again when the token belongs to a person', async () => {
    fake.tokenOwner = 'sam';
    fake.addComment(`${marker}\n\nby mona`);
    await (await open()).write(`${marker}\n\none`);
    await (await open()).write(`${marker}\n\ntwo`);
    expect(fake.comments.map(({ body }) => body)).toEqual([`${marker}\n\nby mona`, `${marker}\n\ntwo`]);
  });

  it('says that it is outdated while a newer plan is made', async () => {
    const { id } = fake.addComment(`${marker}\n\nold plan`, BOT);
    const comment = await open();
    await comment.markOutdated(SHA);
    expect(fake.comments.find((each) => each.id === id)?.body).toMatch(/Outdated.*`cccccccccccc`.*\n.*\n\nold plan$/);
    await comment.write(`${marker}\n\nnew plan`);
    expect(fake.comments.find((each) => each.id === id)?.body).toBe(`${marker}\n\nnew plan`);
  });

  it('is written anew when somebody deletes it meanwhile', async () => {
    fake.addComment(`${marker}\n\nold`, BOT);
    const comment = await open();
    fake.comments.length = 0;
    await comment.write(`${marker}\n\nnew`);
    expect(fake.comments).toMatchObject([{ body: `${marker}\n\nnew` }]);
  });

  it('is not written when the others cannot be read, and says why', async () => {
    fake.fail({ method: 'GET', times: 2, answer: { status: 502 } });
    const comment = await open();
    await comment.markOutdated(SHA);
    await comment.write(`${marker}\n\nnew`);
    expect(fake.comments).toEqual([]);
    expect(said).toEqual([
      'GitHub: could not read the comments (HTTP 502): GitHub did not answer. The plan is in the job summary.',
    ]);
  });

  it('complains once about a missing permission', async () => {
    fake.permissions = { ...fake.permissions, pullRequests: 'read' };
    fake.addComment(`${marker}\n\nold`, BOT);
    const comment = await open();
    await comment.markOutdated(SHA);
    await comment.write(`${marker}\n\nnew`);
    expect(fake.comments).toMatchObject([{ body: `${marker}\n\nold` }]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('could not update the comment (HTTP 403): the token lacks the permission');
  });
});
