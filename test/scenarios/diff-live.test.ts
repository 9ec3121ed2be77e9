import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { faultsOf, textOf } from '../support/pictures.ts';
import type { Rig } from '../support/rig.ts';
import {
  fetchAction,
  guidOf,
  pageAction,
  pageOf,
  recordAction,
  storyExport,
  webhook,
  withOption,
} from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const DESK = storyExport({
  name: 'Desk',
  actions: [webhook('In'), pageAction('Intake'), fetchAction('Tell', 'https://chat.example/', { retries: 1 })],
  pages: [pageOf('Desk', 1, 'Intake')],
});
const CANARY = 'customer-canary';

type Edit = readonly [path: readonly (string | number)[], value: string];
/** In every kind of place that a customer may edit. */
const EDITS: readonly Edit[] = [
  [['agents', 'Tell', 'options', 'url'], `https://${CANARY}.example/`],
  [['agents', 'Tell', 'options', 'method'], CANARY],
  [['agents', 'Tell', 'options', 'retries'], CANARY],
  [['agents', 'Tell', 'description'], CANARY],
  [['agents', 'In', 'options', 'path'], guidOf(CANARY)],
  [['description'], CANARY],
];

async function editedWorld(options: JsonObject = {}): Promise<Rig> {
  const rig = await worldOf({ stories: { desk: DESK }, destinations: { contoso: { stories: ['desk'], options } } });
  await rig.run('sync');
  const { id } = await rig.story('contoso', 'Desk');
  for (const [path, value] of EDITS) await rig.edit('contoso', id, { set: { path: [...path], value } });
  await rig.takeWrites();
  return rig;
}

const PLACES = [
  'description',
  'agents[Tell].description',
  'agents[Tell].options.url',
  'agents[Tell].options.method',
  'agents[Tell].options.retries',
];

it.each([[{}], [{ manual_sync_only: true }], [{ detached: { desk: { reason: 'tuned' } } }], [{ on_drift: 'fail' }]])(
  'names the places of a customer’s edits, never a value, and writes nothing, with %j',
  async (options) => {
    await using rig = await editedWorld();
    rig.write('sync.yaml', {
      ...(JSON.parse(rig.read('sync.yaml')) as JsonObject),
      defaults: options,
    });
    const seen = [];
    for (const format of ['text', 'markdown', 'json', 'svg']) {
      const { code, out, err } = await rig.run(
        'diff',
        'desk',
        '--destination',
        'contoso',
        '--format',
        format,
        '--verbose',
      );
      expect(code).toBe(0);
      seen.push(out, err);
      if (format !== 'json') continue;
      const { from, to, change, changes } = JSON.parse(out);
      expect([from, to, change]).toMatchObject([
        { kind: 'destination', destination: 'contoso', present: true },
        { kind: 'work_tree', file: 'stories/desk.json' },
        'changed',
      ]);
      const places = changes as readonly { readonly path: string; readonly cause: string; readonly from: null }[];
      expect(places.map(({ path }) => path).toSorted()).toEqual(PLACES.toSorted());
      expect(places.every(({ from: value, cause }) => value === null && cause === 'destination')).toBe(true);
    }
    for (const text of seen) {
      expect(text).not.toContain(CANARY);
      expect(text).not.toContain(guidOf(CANARY));
    }
    expect(await rig.takeWrites()).toEqual([]);
  },
);

it('compares a destination with the work tree, or with a commit that is named', async () => {
  await using rig = await worldOf({ stories: { desk: DESK } });
  await rig.run('sync');
  publish(rig, 'desk', withOption(DESK, 'Tell', 'method', 'post'));

  const now = await rig.run('diff', 'desk', '--destination', 'contoso');
  expect(now.out).toBe(
    'desk "Desk": 1 change\n  from contoso, live\n  to   stories/desk.json in the work tree\n\n  ~ option method of "Tell": "get" → "post"\n',
  );
  const then = await rig.run('diff', 'desk', 'HEAD~1', '--destination', 'contoso');
  expect(then.out).toMatch(
    /^desk "Desk": unchanged\n {2}from contoso, live\n {2}to {3}[0-9a-f]{12}:stories\/desk\.json\n\n {2}= nothing to push: the destination has what git asks for\n$/,
  );
});

it('draws what a push would change on the canvas of git, and what only the destination has below it', async () => {
  await using rig = await worldOf({ stories: { desk: DESK } });
  await rig.run('sync');
  const own = DESK.agents as readonly JsonObject[];
  const [hook, page, tell] = own;
  const agents = [hook, page, { ...tell, options: { ...(tell?.options as JsonObject), method: 'post' } }];
  const added = storyExport({ name: 'x', actions: [fetchAction('Log', 'https://log.example/')] }).agents;
  publish(rig, 'desk', {
    ...DESK,
    agents: [...agents.filter((each) => each !== page), ...(added as readonly JsonObject[])] as JsonObject[],
    links: [{ source: 1, receiver: 2 }],
    pages: [],
  });
  const { code, out } = await rig.run('diff', 'desk', '--destination', 'contoso', '--format', 'svg');
  expect([code, faultsOf(out)]).toEqual([0, []]);
  expect(out).toContain('aria-label="Story Desk: 1 added, 1 removed, 1 changed, 1 unchanged"');
  const text = textOf(out);
  for (const told of [
    'Intake\npage: removed',
    'Log\nHTTP request: added',
    'Tell\nHTTP request: changed\nchanged: method',
  ]) {
    expect(text).toContain(told);
  }
  expect(text).toContain('Tell → Log: added');
  expect(text).toContain('In → Intake: removed');
  const { out: block } = await rig.run('diff', 'desk', '--destination', 'contoso', '--format', 'markdown');
  expect(block).toContain('#8722; Intake<br/>page"]:::removed');
});

it('says of a story that is not there yet, and of record types, what a push would make', async () => {
  const keep = recordAction('Keep', 'Alert', [['title', 'TEXT']]);
  const more = recordAction('Keep', 'Alert', [
    ['title', 'TEXT'],
    ['severity', 'TEXT'],
  ]);
  await using rig = await worldOf({ stories: { log: storyExport({ name: 'Log', actions: [keep] }) } });
  const before = await rig.run('diff', 'log', '--destination', 'contoso');
  expect(before).toMatchObject({
    code: 0,
    out: expect.stringContaining('  from contoso, live (which does not have it)'),
  });
  expect(before.out).toContain('  + story added: 1 action\n');

  await rig.run('sync');
  publish(rig, 'log', storyExport({ name: 'Log', actions: [more] }));
  const after = await rig.run('diff', 'log', '--destination', 'contoso');
  expect(after.out).toContain('  ~ record type Alert gets severity');
});

it('a prerequisite that is missing, or a broken file beside it, does not hide what differs', async () => {
  const needy = storyExport({ name: 'Needy', actions: [fetchAction('Ask', 'https://vt.example/')] });
  await using rig = await worldOf({ tenants: { contoso: tenantWith() }, stories: { needy, desk: DESK } });
  await rig.run('sync');
  rig.write('stories/needy.json', withOption(needy, 'Ask', 'url', 'https://<<CREDENTIAL.virustotal>>.example/'));
  rig.write('stories/desk.json', 'no story');
  const { code, out } = await rig.run('diff', 'needy', '--destination', 'contoso');
  expect([code, out.split('\n').at(-2)]).toEqual([0, '  ~ option url of "Ask" changed']);
  expect(await rig.run('diff', 'desk', '--destination', 'contoso')).toMatchObject({
    code: 1,
    out: expect.stringContaining('STO003 stories/desk.json:1:1'),
  });
});

it('what cannot be compared is a finding with what to do: no key, a refused one, a story of others, a tenant that is down', async () => {
  await using rig = await worldOf({ stories: { desk: DESK } });
  const diff = async (): Promise<string> => {
    const { code, out } = await rig.run('diff', 'desk', '--destination', 'contoso');
    expect(code).toBe(1);
    expect(out).toMatch(/^error DIF003 sync\.yaml:\d+:\d+/);
    return out;
  };
  const key = rig.environment.CONTOSO_KEY;
  delete rig.environment.CONTOSO_KEY;
  expect(await diff()).toContain('CONTOSO_KEY');
  rig.environment.CONTOSO_KEY = 'a-wrong-key';
  expect(await diff()).toContain('API key refused: GET /stories: HTTP 401');
  rig.environment.CONTOSO_KEY = key;

  // Before anything of ours: somebody's own story of that name.
  await rig.run('sync');
  const { id } = await rig.story('contoso', 'Desk');
  await rig.edit('contoso', id, { set: { path: ['origin_story_identifier'], value: 'theirs' } });
  rig.git('branch', '-D', 'storysync/state');
  expect(await diff()).toContain('adopt');

  await rig.fault({ tenant: 'contoso', fault: { kind: 'down' } });
  expect(await diff()).toContain('cannot be compared: tenant unreachable');
});

it('sends no key where nobody vouches for it', async () => {
  await using rig = await worldOf({ stories: { desk: DESK } });
  rig.git('remote', 'add', 'origin', 'ssh://git@git.example/acme.git');
  rig.environment.CI = 'true';
  const { code, out } = await rig.run('diff', 'desk', '--destination', 'contoso');
  expect([code, out.split('\n')[0]]).toEqual([1, expect.stringContaining('DIF003')]);
  expect(await rig.log()).toEqual([]);
  expect((await rig.run('diff', 'desk', '--destination', 'contoso', '--trust-worktree')).code).toBe(0);
});

it('a destination that does not take the story has nothing to compare', async () => {
  const destinations = { contoso: { stories: [] } };
  await using rig = await worldOf({ stories: { desk: DESK }, destinations });
  const { code, err } = await rig.run('diff', 'desk', '--destination', 'contoso');
  expect([code, err.split('\n')[0]]).toEqual([2, expect.stringContaining('DIF004')]);
});
