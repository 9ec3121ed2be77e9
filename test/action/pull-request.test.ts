import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { ActionRig, lineOf, marksOf } from '../support/action-rig.ts';
import { fetchAction, storyExport, withOption } from '../support/stories.ts';
import { worldOf } from '../support/world-of.ts';
import { ENRICH, smallWorld } from '../support/worlds.ts';

const MARKER = '<!-- storysync:storysync:sync.yaml -->';
const ours = (action: ActionRig) => action.github.comments.filter(({ user }) => user.type === 'Bot');

describe('a pull request', () => {
  it('gets a check run with marks on the lines of the manifest, one comment, a summary and a plan file', async () => {
    await using action = await ActionRig.around(smallWorld());
    const base = action.head();
    action.rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'method', 'post'));
    action.rig.commit();
    const run = await action.run(action.pullRequest(base));

    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { check } = action;
    expect(check).toMatchObject({ name: 'storysync', headSha: action.head(), conclusion: 'success' });
    const source = action.rig.read('sync.yaml');
    const contoso = lineOf(source, 'stories: [triage, enrich]');
    const fabrikam = lineOf(source, 'stories: [triage, enrich]', contoso);
    expect(marksOf(check).toSorted()).toEqual([
      `sync.yaml:${contoso} notice contoso / enrich: will be created`,
      `sync.yaml:${contoso} notice contoso / triage: will be created`,
      `sync.yaml:${fabrikam} notice fabrikam / enrich: will be created`,
      `sync.yaml:${fabrikam} notice fabrikam / triage: will be created`,
    ]);
    expect(action.github.comments).toHaveLength(1);
    expect(action.github.comments[0]?.body.startsWith(MARKER)).toBe(true);
    for (const place of [action.github.comments[0]?.body, run.summary, run.log, check.output.title])
      expect(place).toContain('4 to create');
    expect(run.outputs).toMatchObject({ changes: '4', created: '4', updated: '0' });
    expect(run.outputs['check-run-url']).toContain(`/runs/${check.id}`);
    expect(JSON.parse(run.files['plan.json'] ?? '')).toMatchObject({
      format: 'storysync.plan/1',
      digest: run.outputs['plan-digest'],
    });
    expect((await action.rig.log()).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('gets a picture of each story that it changes: what changed with its neighbours, from git alone', async () => {
    await using action = await ActionRig.around(smallWorld());
    const base = action.head();
    action.rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'url', 'https://secret.example/'));
    action.rig.commit();
    await action.run(action.pullRequest(base));
    const body = ours(action)[0]?.body ?? '';
    expect(body).toContain(
      '<details open><summary>Picture of <code>enrich</code></summary>\n\n```mermaid\nflowchart TD\n',
    );
    expect(body).toContain('["#126; Look up<br/>HTTP request"]:::changed');
    expect(body).not.toContain('Picture of <code>triage</code>');
    expect(body.slice(body.indexOf('```mermaid'))).not.toContain('secret');
    expect(body.trimEnd().endsWith('```\n\n</details>')).toBe(true);
  });

  it('has its one comment edited by a second run, though 45 others stand before it and one quotes the marker', async () => {
    await using action = await ActionRig.around(smallWorld());
    const base = action.head();
    for (let at = 0; at < 44; at++) action.github.addComment(`talk ${at}`);
    const quote = action.github.addComment(`${MARKER}\nLook what I found`);
    await action.run(action.pullRequest(base));
    expect(ours(action)).toHaveLength(1);
    await action.run(action.push());
    await action.run(action.pullRequest(base));
    expect(action.github.comments).toHaveLength(46);
    expect(ours(action)).toHaveLength(1);
    expect(ours(action)[0]?.body).toContain('Nothing to do');
    expect(ours(action)[0]?.body).not.toContain('Outdated');
    expect(quote.body).toBe(`${MARKER}\nLook what I found`);
  });

  it('sees its comment marked as outdated while a newer plan is made', async () => {
    await using action = await ActionRig.around(smallWorld());
    const event = action.pullRequest(action.head());
    await action.run(event);
    await action.run(event);
    const edits = action.github.requests.filter(
      ({ method, path }) => method === 'PATCH' && path.includes('/comments/'),
    );
    expect(edits.map(({ body }) => JSON.stringify(body).includes('**Outdated:**'))).toEqual([true, false]);
  });

  it('gets no comment when none is wanted', async () => {
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.pullRequest(action.head()), { inputs: { comment: 'false' } });
    expect(run.code).toBe(0);
    expect(action.github.requests.some(({ path }) => path.includes('comments'))).toBe(false);
  });

  it('fails with each mistake at its place, asks no tenant, and is green and silent again once they are mended', async () => {
    await using action = await ActionRig.around(smallWorld());
    const base = action.head();
    const good = action.rig.read('sync.yaml');
    action.rig.write('sync.yaml', good.replace('    stories: [triage, enrich]\n', '    storeis: [triage, enrich]\n'));
    action.rig.write('stories/enrich.json', '{ "name": ');
    action.rig.commit();
    const bad = await action.run(action.pullRequest(base), { inputs: { command: 'validate' } });
    expect(bad.code).toBe(1);
    expect(action.check).toMatchObject({ conclusion: 'failure' });
    expect(marksOf(action.check)).toContain(`sync.yaml:${lineOf(good, 'stories: [triage')} failure MAN014: error`);
    expect(bad.log).toContain('did you mean "stories"?');
    expect(bad.summary).toContain('MAN014');
    expect(ours(action)[0]?.body).toContain('MAN014');
    expect(await action.rig.log()).toEqual([]);

    action.rig.write('sync.yaml', good);
    action.rig.write('stories/enrich.json', ENRICH);
    action.rig.commit();
    const mended = await action.run(action.pullRequest(base), { inputs: { command: 'validate' } });
    expect(mended.code).toBe(0);
    expect(ours(action)).toHaveLength(1);
    expect(ours(action)[0]?.body).not.toContain('MAN014');
  });

  it('has a broken story file annotated in that file', async () => {
    await using action = await ActionRig.around(smallWorld());
    const base = action.head();
    action.rig.write('stories/enrich.json', '{\n  "name": \n');
    action.rig.commit();
    expect((await action.run(action.pullRequest(base))).code).toBe(1);
    expect(action.check.annotations).toMatchObject([{ path: 'stories/enrich.json', annotation_level: 'failure' }]);
  });

  it('fails when a story would be blocked, with the reason on its line', async () => {
    const lonely = storyExport({
      name: 'Lonely',
      actions: [fetchAction('Ask', 'https://x.example/<<CREDENTIAL.nobody>>')],
    });
    await using action = await ActionRig.around(worldOf({ stories: { lonely } }));
    expect((await action.run(action.pullRequest(action.head()))).code).toBe(1);
    expect(action.check).toMatchObject({ conclusion: 'failure', annotations: [{ annotation_level: 'failure' }] });
    expect(action.check.annotations[0]?.message).toContain('credential "nobody"');
    expect(action.github.comments[0]?.body).toContain('nobody');
  });

  it('says everywhere that a selector matches nothing, and leaves no outdated plan behind', async () => {
    await using action = await ActionRig.around(smallWorld());
    const event = action.pullRequest(action.head());
    await action.run(event);
    const run = await action.run(event, { inputs: { destinations: 'contosso' } });
    expect(run.code).toBe(1);
    expect(run.log).toContain('contosso matches nothing');
    expect(run.log).toContain('did you mean "contoso"?');
    expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(ours(action)[0]?.body).toContain('contosso');
    expect(ours(action)[0]?.body).not.toContain('to create');
  });

  it('keeps one comment for each manifest', async () => {
    await using action = await ActionRig.around(smallWorld());
    for (const file of ['sync.yaml', 'stories/enrich.json', 'stories/triage.json'])
      action.rig.write(`eu/${file}`, action.rig.read(file));
    const base = action.merge();
    await action.run(action.pullRequest(base));
    const run = await action.run(action.pullRequest(base), { inputs: { manifest: 'eu/sync.yaml' } });
    expect(run.code).toBe(0);
    expect(ours(action).map(({ body }) => body.split('\n')[0])).toEqual([
      MARKER,
      '<!-- storysync:storysync:eu/sync.yaml -->',
    ]);
    expect(new Set(action.check.annotations.map(({ path }) => path))).toEqual(new Set(['eu/sync.yaml']));
    expect(action.check.annotations.map(({ message }) => message).join()).not.toContain('without asking');
  });
});

describe('a pull request from a fork', () => {
  const FORK = 'stranger/stories';
  async function fork(): Promise<ActionRig> {
    const action = await ActionRig.around(smallWorld());
    // What GitHub leaves a fork.
    action.github.permissions = { checks: 'none', pullRequests: 'read', contents: 'read' };
    return action;
  }

  it('is validated and planned offline without a key, even when keys are at hand', async () => {
    await using action = await fork();
    const run = await action.run(action.pullRequest(action.head(), FORK));
    expect(run.code).toBe(0);
    expect(await action.rig.log()).toEqual([]);
    expect(run.log).toContain('4 to create');
    expect(run.summary).toContain('**Planned offline:** the pull request comes from a fork');
    expect(run.summary).toContain('No tenant was asked; there is no recorded state.');
    expect(run.log).not.toContain('missing');
    expect(action.github.checkRuns).toEqual([]);
    expect(action.github.comments).toEqual([]);
    expect(JSON.parse(run.files['plan.json'] ?? '') as JsonObject).toMatchObject({ format: 'storysync.plan/1' });
  });

  it('needs no keys at all', async () => {
    await using action = await fork();
    expect((await action.run(action.pullRequest(action.head(), FORK), { env: {} })).code).toBe(0);
  });

  it('ends with 1 exactly for what validation finds', async () => {
    await using action = await fork();
    action.rig.write('sync.yaml', `${action.rig.read('sync.yaml')}surprise: true\n`);
    action.rig.commit();
    const run = await action.run(action.pullRequest(action.head(), FORK));
    expect(run.code).toBe(1);
    expect(run.log).toMatch(/::error [^\n]*file=sync\.yaml,line=\d+/);
    expect(await action.rig.log()).toEqual([]);
  });

  it('is never synced', async () => {
    await using action = await fork();
    const run = await action.run(action.pullRequest(action.head(), FORK), { inputs: { command: 'sync' } });
    expect(run.code).toBe(1);
    expect(run.log).toContain('nothing from a fork is ever pushed to a tenant');
    expect(await action.rig.log()).toEqual([]);
  });
});
