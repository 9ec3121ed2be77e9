import { expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';
import { instantClock } from '../support/instant-clock.ts';
import { noTenants } from '../support/no-tenants.ts';
import { faultsOf, textOf } from '../support/pictures.ts';
import { fetchAction, guidOf, storyExport, webhook } from '../support/stories.ts';
import { manifestText, StoryRepository } from '../support/story-repository.ts';

/** A name that would move the cursor, call a person, break out of Markdown and order the runner about. */
const HOSTILE = '\u001b[2J::error::<b>@acme|`x`\n##[group]';
const guid = guidOf('Report');

function reportStory(url: string, lookUp: object, name: string, x: number) {
  const actions = [
    webhook('In'),
    fetchAction('Get report', url, { ...lookUp }),
    fetchAction(name, 'https://b.example/'),
  ];
  return JSON.stringify(
    storyExport({
      name,
      guid,
      actions: actions.map((action, index) => ({ ...action, guid: guidOf(`action ${index}`) })),
      diagram_layout: JSON.stringify({ [guidOf('action 0')]: [x, 0] }),
    }),
  );
}

async function withRepository(use: (repo: StoryRepository) => Promise<void>): Promise<void> {
  const repo = new StoryRepository();
  try {
    repo.commit({
      'sync.yaml': manifestText({ report: {} }),
      'stories/report.json': reportStory('https://a.example/v1', { timeout: 10 }, 'Report', 0),
    });
    await use(repo);
  } finally {
    repo.remove();
  }
}

async function run(repo: StoryRepository, argv: readonly string[], columns?: number) {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, {
    terminal: {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      outIsTty: columns !== undefined,
      errIsTty: false,
      outColumns: columns,
      environment: {},
    },
    leave: () => {},
    world: {
      directory: repo.dir,
      environment: {},
      openTenants: noTenants,
      clock: instantClock('2026-11-22T00:00:00Z'),
    },
  });
  return { code, out: out.replaceAll(/[0-9a-f]{40}/g, 'COMMIT').replaceAll(/\b[0-9a-f]{12}\b/g, 'COMMIT'), err };
}

const TEXT = `report "Report two": 5 changes
  from COMMIT:stories/report.json
  to   stories/report.json in the work tree

  ~ name: "Report" → "Report two"
  ~ agents[Get report].options.url: "https://a.example/v1" → "https://a.example/v2"
  ~ agents[Get report].options.timeout: 10 → 30
  ~ agents[Report two].name: "Report" → "Report two"
  ~ layout moved
`;

const MARKDOWN = `### \`report\` "Report two": 5 changes

From \`COMMIT:stories/report.json\` to \`stories/report.json\` in the work tree

- \`name\`: \`"Report"\` → \`"Report two"\`
- \`agents[Get report].options.url\`: \`"https://a.example/v1"\` → \`"https://a.example/v2"\`
- \`agents[Get report].options.timeout\`: \`10\` → \`30\`
- \`agents[Report two].name\`: \`"Report"\` → \`"Report two"\`
- layout moved

\`\`\`mermaid
flowchart TD
  n0["In<br/>webhook"]
  n1["#126; Get report<br/>HTTP request"]:::changed
  n2["#126; Report two<br/>HTTP request"]:::changed
  n0 --> n1
  n1 --> n2
  classDef changed stroke:#9a6700,stroke-width:3px
\`\`\`
`;

const JSON_DOCUMENT = {
  format: 'storysync.diff/1',
  manifest: 'sync.yaml',
  story: { key: 'report', name: 'Report two' },
  from: { kind: 'commit', commit: 'COMMIT', destination: null, file: 'COMMIT:stories/report.json', present: true },
  to: { kind: 'work_tree', commit: null, destination: null, file: 'stories/report.json', present: true },
  change: 'changed',
  changes: [
    {
      path: 'name',
      op: 'update',
      text: 'renamed from "Report" to "Report two"',
      from: '"Report"',
      to: '"Report two"',
      cause: null,
    },
    {
      path: 'agents[Get report].options.url',
      op: 'update',
      text: 'option url of "Get report" changed',
      from: '"https://a.example/v1"',
      to: '"https://a.example/v2"',
      cause: null,
    },
    {
      path: 'agents[Get report].options.timeout',
      op: 'update',
      text: 'option timeout of "Get report": 10 → 30',
      from: '10',
      to: '30',
      cause: null,
    },
    {
      path: 'agents[Report two].name',
      op: 'update',
      text: 'action "Report" renamed to "Report two"',
      from: '"Report"',
      to: '"Report two"',
      cause: null,
    },
    { path: 'diagram_layout', op: 'move', text: 'layout only: 1 action moved', from: null, to: null, cause: null },
  ],
};

it('shows a change whole in each format, and the exit code is 0', async () => {
  await withRepository(async (repo) => {
    repo.write('stories/report.json', reportStory('https://a.example/v2', { timeout: 30 }, 'Report two', 5));
    expect(await run(repo, ['diff', 'report'])).toEqual({ code: 0, out: TEXT, err: '' });
    expect(await run(repo, ['diff', 'report', '--format', 'markdown'])).toEqual({ code: 0, out: MARKDOWN, err: '' });
    const json = await run(repo, ['diff', 'report', '--format', 'json']);
    expect({ ...json, out: JSON.parse(json.out) }).toEqual({ code: 0, out: JSON_DOCUMENT, err: '' });
  });
});

it('draws a change as a file of its own, with the places of what changed and no values', async () => {
  await withRepository(async (repo) => {
    repo.write('stories/report.json', reportStory('https://a.example/v2', { timeout: 30 }, 'Report two', 5));
    const { code, out, err } = await run(repo, ['diff', 'report', '--format', 'svg']);
    expect([code, err, faultsOf(out)]).toEqual([0, '', []]);
    expect(
      textOf(out.slice(out.indexOf('</style>')))
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ).toEqual([
      'Story Report two: 2 changed, 1 unchanged',
      'Get report, HTTP request: changed, changed: url, timeout',
      'Report two, HTTP request: changed, changed: name',
      'Report two',
      'Report two',
      '2 changed',
      '1 unchanged',
      'In',
      'webhook',
      'webhook',
      'In',
      'Get report',
      'HTTP request: changed',
      'changed: url, timeout',
      'HTTP request',
      'Get report',
      'url, timeout',
      'Report two',
      'HTTP request: changed',
      'changed: name',
      'HTTP request',
      'Report two',
      'name',
    ]);
    // All that moved is shown where everything is asked for.
    expect((await run(repo, ['diff', 'report', '--format', 'svg', '--verbose'])).out).toContain('1 moved');
    expect((await run(repo, ['diff', 'report', 'HEAD..HEAD', '--format', 'svg'])).out).toContain('3 actions');
    const refused = await run(repo, ['diff', 'reprot', '--format', 'svg']);
    expect([refused.code, refused.out]).toEqual([2, '']);
  });
});

it('says that nothing changed, and of a story that came or went how large it is', async () => {
  await withRepository(async (repo) => {
    expect((await run(repo, ['diff', 'report', 'HEAD'])).out).toBe(
      'report "Report": unchanged\n  from COMMIT:stories/report.json\n  to   stories/report.json in the work tree\n\n  = nothing that a sync pushes has changed\n',
    );
    repo.commit({ 'sync.yaml': manifestText({}), 'stories/report.json': undefined });
    expect((await run(repo, ['diff', 'report', 'HEAD~1..HEAD'])).out).toBe(
      'report "Report": removed\n  from COMMIT:stories/report.json\n  to   commit COMMIT (which does not have it)\n\n  - story removed: 3 actions\n',
    );
    const added = await run(repo, ['diff', 'report', 'HEAD..HEAD~1', '--format', 'markdown']);
    expect(added.out).toContain('\n  n0["#43; In<br/>webhook"]:::added\n');
    expect(added.out.slice(0, added.out.indexOf('\n```mermaid'))).toBe(
      '### `report` "Report": added\n\nFrom commit `COMMIT` (which does not have it) to `COMMIT:stories/report.json`\n\n- story added: 3 actions\n',
    );
  });
});

it('wraps at the terminal, with a legend of its signs, and colours only where they are wanted', async () => {
  await withRepository(async (repo) => {
    repo.write('stories/report.json', reportStory('https://a.example/v2', { timeout: 30 }, 'Report', 0));
    const { out } = await run(repo, ['diff', 'report'], 60);
    expect(out).toContain('\u001b[33m~\u001b[39m');
    const plain = await run(repo, ['diff', 'report', '--no-color'], 60);
    expect(plain.out).not.toContain('\u001b');
    expect(plain.out).toContain('\n\n~\u00a0changed\n');
    for (const line of plain.out.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    expect(plain.out).toContain(
      '  ~ agents[Get report].options.url: "https://a.example/v1" →\n      "https://a.example/v2"\n',
    );
    // In a pipe lines stay whole, and nobody needs a legend.
    expect((await run(repo, ['diff', 'report'])).out).not.toContain('changed');
  });
});

it('nothing that a name holds moves a cursor, becomes markup or orders the runner about', async () => {
  await withRepository(async (repo) => {
    repo.write('stories/report.json', reportStory(`https://a.example/${HOSTILE}`, { [HOSTILE]: 1 }, HOSTILE, 5));
    for (const format of ['text', 'markdown', 'svg']) {
      const { code, out } = await run(repo, ['diff', 'report', '--format', format]);
      if (format === 'svg') expect(faultsOf(out)).toEqual([]);
      expect(code).toBe(0);
      expect(out).not.toContain('\u001b');
      expect(out).not.toContain('##[');
      expect(out.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
      if (format === 'markdown') expect(out).not.toMatch(/<b>|(?<!&#64;)@acme/);
    }
    const json = await run(repo, ['diff', 'report', '--format', 'json']);
    expect(JSON.parse(json.out).story.name).toBe(HOSTILE);
  });
});

it.each<readonly [argv: readonly string[], code: number, said: string]>([
  [[], 2, "missing required argument 'story'"],
  [['reprot'], 2, 'did you mean "report"?'],
  [['report', 'nowhere'], 2, 'commit "nowhere" is not a branch, tag or commit of this clone'],
  [['report', 'HEAD~9..'], 2, 'commit "HEAD~9" goes back further than history does'],
  [['report', 'HEAD...main'], 2, 'hint: write two dots'],
  [['report', '..'], 2, 'DIF002'],
  [['report', 'HEAD', 'main'], 2, 'too many arguments'],
  [['report', '--destination', 'contosso'], 2, 'did you mean "contoso"?'],
  [['report', '--destination', 'c*'], 2, '--destination c* matches nothing'],
  [['report', 'HEAD..main', '--destination', 'contoso'], 2, 'are two versions, and --destination is a third'],
  [['report', '--trace', 'trace.jsonl'], 2, "option '--trace' needs '--destination'"],
  [['report', '--trust-worktree'], 2, "option '--trust-worktree' needs '--destination'"],
  [['report', '--read-timeout', '5'], 2, "option '--read-timeout' needs '--destination'"],
  [['report', '--format', 'png'], 2, 'Allowed choices are text, json, markdown, svg'],
  [['report', '--manifest', 'other.yaml'], 2, 'there is no such file'],
])('diff %j ends with %i and says so on stderr alone', async (argv, code, said) => {
  await withRepository(async (repo) => {
    const ended = await run(repo, ['diff', ...argv]);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toContain(said);
  });
});

it('a broken file is a finding with its place', async () => {
  await withRepository(async (repo) => {
    repo.write('stories/report.json', '{"agents": [}');
    const { code, out } = await run(repo, ['diff', 'report']);
    expect(code).toBe(1);
    expect(out).toContain('error STO003 stories/report.json:1:13');
  });
});
