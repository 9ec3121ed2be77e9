import { expect, it } from 'vitest';
import { ActionRig, marksOf } from '../support/action-rig.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook } from '../support/stories.ts';
import { subscribe, tenantWith, worldOf } from '../support/world-of.ts';

const LOOKUP = {
  ...storyExport({
    name: 'Lookup',
    actions: [
      webhook('In'),
      fetchAction('Ask', 'https://vt.example/<<CREDENTIAL.virustotal>>/<<RESOURCE.settings.limit>>'),
      callStory('Enrich', 'enrich'),
      callStory('Close', 'close_case'),
      recordAction('Keep', 'Alert', [['title', 'TEXT']]),
    ],
  }),
  tags: ['soc', 'phishing'],
};
const ENRICH = storyExport({ name: 'Enrich', actions: [fetchAction('Get', 'https://x.example/<<CREDENTIAL.slack>>')] });
const STORIES = { lookup: LOOKUP, enrich: ENRICH };
const CONTOSO = { contoso: { stories: ['enrich'] } };
const BOTH = { ...CONTOSO, fabrikam: { stories: ['lookup', 'enrich'] } };

function world() {
  const tenants = {
    contoso: tenantWith({ credentials: ['slack'] }),
    fabrikam: tenantWith({ credentials: ['slack'] }),
  };
  return worldOf({ tenants, stories: STORIES, destinations: CONTOSO });
}

it('the pull request that onboards a customer says what git can tell; after the merge the doctor tells the rest', async () => {
  await using action = await ActionRig.around(world());
  const base = action.head();
  subscribe(action.rig, { stories: STORIES, destinations: BOTH });
  action.rig.commit('onboard fabrikam');
  const proposed = await action.run(action.pullRequest(base));
  expect(proposed.code).toBe(0);
  const url = `${action.rig.url}/fabrikam`;
  const block = [
    `**Before the first sync of \`fabrikam\` (\`${url}\`, team 42), as far as git can tell:**`,
    '',
    '- key to set: `FABRIKAM_KEY`',
    '- credentials to create: `slack`, `virustotal`',
    '- resources to create: `settings`',
    '- sub-stories that must be there: `close_case`',
    '- tags that its stories carry: `phishing`, `soc`',
    '- record types that its stories use: `Alert`',
    '- **hint:** where the key is set, run "storysync doctor --destination fabrikam"; else the first plan after the merge tells the rest',
  ].join('\n');
  expect(action.github.comments[0]?.body).toContain(`\n\n${block}\n\n`);
  expect(proposed.summary).toContain(block);
  // Contoso was asked, so nothing has to be guessed of it.
  expect(action.github.comments[0]?.body.match(/Before the first sync/g)).toHaveLength(1);
  expect(JSON.parse(proposed.files['plan.json'] ?? '').destinations).toMatchObject([
    expect.not.objectContaining({ onboarding: expect.anything() }),
    { name: 'fabrikam', onboarding: { key: 'FABRIKAM_KEY', tags: ['phishing', 'soc'], record_types: ['Alert'] } },
  ]);

  const doctor = { inputs: { command: 'doctor' } };
  const early = await action.run(action.pullRequest(base), doctor);
  expect(early).toMatchObject({ code: 1, stderr: '' });
  expect(early.log).toContain('there FABRIKAM_KEY does not occur');

  await action.rig.takeWrites();
  action.github.branches.set('main', action.head());
  const late = await action.run(action.event('workflow_dispatch'), doctor);
  expect(late).toMatchObject({ code: 1, stderr: '' });
  expect(action.check).toMatchObject({ status: 'completed', conclusion: 'failure' });
  expect(action.check.output.title).toBe('Doctor: 2 destinations, 1 ready, 1 would fail');
  expect(action.check.output.summary).toContain('| credentials | 1 |');
  expect(marksOf(action.check)).toEqual([
    expect.stringMatching(/ failure fabrikam: 3 checks fail$/),
    expect.stringMatching(/ notice contoso: ready$/),
  ]);
  for (const shown of [late.summary, late.log, action.check.output.text]) {
    expect(shown).toContain('credential "virustotal"');
    expect(shown).not.toContain('tenant-secret-key');
  }
  expect(await action.rig.takeWrites()).toEqual([]);

  const one = await action.run(action.event('workflow_dispatch'), {
    inputs: { command: 'doctor', destinations: 'contoso', 'read-timeout': '5' },
  });
  expect(one.code).toBe(0);
  expect(action.check).toMatchObject({ conclusion: 'success' });
});

it('an offline plan says it too, and a destination that was synced is new no longer', async () => {
  await using rig = await world();
  const offline = await rig.run('plan', '--offline');
  expect(offline.out).toContain(`
Before the first sync of contoso (${rig.url}/contoso, team 42), as far as git can tell:
    key to set: CONTOSO_KEY
    credentials to create: slack
    hint: where the key is set, run "storysync doctor --destination contoso"; else the first plan after the merge tells the rest
`);
  expect((await rig.run('plan')).out).not.toContain('Before the first sync');
  expect((await rig.run('sync')).code).toBe(0);
  expect((await rig.run('plan', '--offline')).out).not.toContain('Before the first sync');
});

it('a doctor refuses the pull request of a fork and an input that it would ignore, and asks nobody', async () => {
  await using action = await ActionRig.around(world());
  const base = action.head();
  const fork = await action.run(action.pullRequest(base, 'mallory/stories'), { inputs: { command: 'doctor' } });
  expect(fork).toMatchObject({ code: 1 });
  expect(fork.log).toContain('comes from a fork, which has no keys');
  const forced = await action.run(action.event('schedule'), { inputs: { command: 'doctor', force: 'true' } });
  expect(forced).toMatchObject({ code: 1 });
  expect(forced.log).toContain('force: it belongs to a sync');
  expect(await action.rig.log()).toEqual([]);
});
