import { describe, expect, it } from 'vitest';
import {
  destination,
  outcome,
  plannedDestination,
  plannedStory,
  planOf,
  triage,
} from '../../../test/support/example-plans.ts';
import { BEFORE_BROAD, HALTED, OUTSIDE, waitingOutcome, waitingStory } from '../../../test/support/example-rollout.ts';
import type { Manifest } from '../../model/destination.ts';
import { findingAnnotations, planAnnotations, statusAnnotations } from './annotations.ts';

const placeAt = (line: number) => ({ file: '../sync.yaml', line, column: 3 });
const manifest: Manifest = {
  file: '../sync.yaml',
  stories: new Map(),
  destinations: [
    destination('contoso', {
      place: placeAt(10),
      subscriptions: [{ storyKey: 'phishing-triage', adopt: false, place: placeAt(14) }],
    }),
    destination('fabrikam', { place: placeAt(20) }),
  ],
};
const toRepoPath = (file: string) => file.replace('../', 'acme/');

describe('findingAnnotations', () => {
  it('stand at the place of the finding; one without a place is left to the report', () => {
    const marks = findingAnnotations(
      [
        {
          code: 'MAN014',
          severity: 'error',
          message: 'unknown "paymnts"',
          hint: 'did you mean "payments"?',
          place: { file: '../stories/a.json', line: 12, column: 5, endLine: 14 },
          related: [{ message: 'the alias', place: placeAt(3) }],
        },
        { code: 'RUN001', severity: 'error', message: 'no place', hint: 'mend it' },
        { code: 'MAN015', severity: 'warning', message: 'hm', hint: 'mend it', place: placeAt(7) },
      ],
      toRepoPath,
    );
    expect(marks.map(({ annotation }) => annotation)).toEqual([
      {
        path: 'acme/stories/a.json',
        startLine: 12,
        endLine: 12,
        level: 'failure',
        title: 'MAN014: error',
        message: 'unknown "paymnts"\nSee also ../sync.yaml:3: the alias\nhint: did you mean "payments"?',
      },
      {
        path: 'acme/sync.yaml',
        startLine: 7,
        endLine: 7,
        level: 'warning',
        title: 'MAN015: warning',
        message: 'hm\nhint: mend it',
      },
    ]);
  });
});

describe('planAnnotations', () => {
  it('stand at the entry of the story, else at the destination, else at the top of the manifest', () => {
    const plan = planOf([
      plannedDestination('contoso', [triage]),
      plannedDestination('fabrikam', [triage]),
      plannedDestination('gone', [triage]),
    ]);
    const lines = planAnnotations(plan, manifest, { toRepoPath }).map(({ annotation }) => annotation.startLine);
    expect(lines).toEqual([14, 20, 1]);
  });

  it('say what happens, why, and what to do next', () => {
    const blocked = plannedStory('phishing-triage', 'blocked', {
      reason: 'missing_prerequisite',
      message: 'missing there: credential "virustotal"',
      missing: [{ kind: 'credential', slug: 'virustotal' }],
      hint: 'create it there',
      changes: Array.from({ length: 9 }, (_, index) => ({
        path: 'x',
        op: 'add',
        text: `action ${index} added`,
        cause: 'unknown',
      })),
    });
    const [mark] = planAnnotations(planOf([plannedDestination('contoso', [blocked])]), manifest, {
      toRepoPath,
      unbound: new Map([['contoso', 'the base branch does not know this address']]),
    });
    expect(mark?.annotation).toMatchObject({
      path: 'acme/sync.yaml',
      level: 'failure',
      title: 'contoso / phishing-triage: blocked',
      message: [
        'Missing there: credential "virustotal"',
        ...['0', '1', '2', '3', '4'].map((index) => `- action ${index} added`),
        '- … 4 more',
        'hint: create it there',
        'Planned without asking the tenant: the base branch does not know this address',
      ].join('\n'),
    });
  });

  it('tell an edit that is overwritten, with its place, and what git has there', () => {
    const [mark] = planAnnotations(planOf([plannedDestination('contoso', [triage])]), manifest, { toRepoPath });
    const lines = mark?.annotation.message.split('\n');
    expect(lines).toContain('conflict: edited there: agents[Get report].options.method');
    expect(lines).toContain('- action "Get report": url changed');
    expect(lines).toContain('- option method of "Get report": edited there; git has "post"');
  });

  it.each([
    { story: plannedStory('s', 'blocked'), level: 'failure', quiet: false },
    { story: plannedStory('s', 'skip', { reason: 'not_ours' }), level: 'warning', quiet: false },
    { story: plannedStory('s', 'unchanged', { warnings: ['hm'] }), level: 'warning', quiet: false },
    { story: plannedStory('s', 'skip', { reason: 'manual_sync_only' }), level: 'notice', quiet: false },
    { story: plannedStory('s', 'skip', { reason: 'held' }), level: 'notice', quiet: false },
    { story: plannedStory('s', 'update', { conflict: true, drift: ['name'] }), level: 'warning', quiet: false },
    { story: plannedStory('s', 'update'), level: 'notice', quiet: false },
    { story: plannedStory('s', 'unchanged'), level: 'notice', quiet: true },
  ])('are a $level for $story.action ($story.reason)', ({ story, level, quiet }) => {
    const [mark] = planAnnotations(planOf([plannedDestination('contoso', [story])]), manifest, { toRepoPath });
    expect({ level: mark?.annotation.level, quiet: mark?.quiet }).toEqual({ level, quiet });
  });
});

describe('statusAnnotations', () => {
  it.each([
    { rest: { status: 'failed', reason: 'rejected' }, level: 'failure', quiet: false },
    { rest: { status: 'requires_sync', reason: 'not_reached' }, level: 'warning', quiet: false },
    { rest: { status: 'synced', warnings: ['hm'] }, level: 'warning', quiet: false },
    { rest: { status: 'requires_sync', reason: 'detached' }, level: 'notice', quiet: false },
    { rest: { status: 'synced', did: 'updated' }, level: 'notice', quiet: true },
    { rest: { status: 'synced' }, level: 'notice', quiet: true },
  ] as const)('are a $level for $rest', ({ rest, level, quiet }) => {
    const [mark] = statusAnnotations([outcome('contoso', 'phishing-triage', rest)], manifest, toRepoPath);
    expect({ level: mark?.annotation.level, quiet: mark?.quiet }).toEqual({ level, quiet });
  });

  it('name the pin that a pair goes by, its owner and its reason, in a plan as in a status', () => {
    const pin = { commit: '4f2e91c', reason: 'incident 4711', owner: '@acme/soc', until: '2027-01-15' };
    const [first, ...others] = manifest.destinations;
    const pinned = { ...manifest, destinations: [{ ...first, pin }, ...others] } as Manifest;
    const story = plannedStory('phishing-triage', 'update', { reason: 'content_changed' });
    const planned = planAnnotations(planOf([plannedDestination('contoso', [story])]), pinned, { toRepoPath });
    const told = statusAnnotations([outcome('contoso', 'phishing-triage', { status: 'failed' })], pinned, toRepoPath);
    for (const { annotation } of [...planned, ...told]) {
      expect(annotation.message).toContain('Pinned to 4f2e91c by @acme/soc until 2027-01-15: incident 4711');
    }
    expect([...planned, ...told]).toHaveLength(2);
  });

  it('hold no control characters, no workflow commands and stay small', () => {
    const hostile = outcome(`a\u001b[2J${'x'.repeat(5000)}`, 'b\n::error::c', {
      status: 'failed',
      message: `x\n::set-output name=a::b ##[error] ${'😀'.repeat(100_000)}`,
      warnings: Array.from({ length: 900 }, () => 'y'.repeat(900)),
    });
    const [mark] = statusAnnotations([hostile], manifest, toRepoPath);
    const { title = '', message = '' } = mark?.annotation ?? {};
    expect(title.length).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(message)).toBeLessThan(64 * 1024);
    expect(`${title}${message}`).not.toMatch(/(?!\n)\p{Cc}|(^|\s)::|##\[/u);
  });

  it.each([
    [{ status: 'synced', did: 'created', reason: 'new' }, 'Created'],
    [{ status: 'synced', did: 'updated', reason: 'drift' }, 'Updated (edited at the destination)'],
    [{ status: 'synced', did: 'nothing' }, 'In sync with git'],
    [{ status: 'requires_sync', did: 'nothing', reason: 'new' }, 'Not at the destination yet'],
    [{ status: 'requires_sync', did: 'nothing', message: 'not known' }, 'Not known'],
    [
      {
        status: 'requires_sync',
        did: 'nothing',
        reason: 'content_changed',
        behind: { commits: 2, since: '2026-11-20T10:31:03.791Z' },
      },
      'Content changed\n2 commits behind, since 2026-11-20 10:31 UTC',
    ],
  ] as const)('say of %j how it stands now', (rest, words) => {
    const [mark] = statusAnnotations([outcome('contoso', 'x', rest)], manifest, toRepoPath);
    expect(mark?.annotation.message).toBe(words);
  });

  it('are never without a message', () => {
    const [mark] = statusAnnotations([outcome('contoso', 'x')], manifest, toRepoPath);
    expect(mark?.annotation.message).toBe('Nothing to do: in sync with git');
  });
});

describe('a pair that the rollout keeps back', () => {
  it.each([
    ['awaiting_ring', BEFORE_BROAD, 'notice', 'waits for ring early'],
    ['outside_window', OUTSIDE, 'notice', 'waits for the window Mon-Thu 07:00-16:00 (until 2026-11-30 07:00 UTC)'],
    ['halted', HALTED, 'warning', 'halted by ring early'],
  ] as const)('for %s is titled by what it waits for, in a plan and in a status', (reason, fact, level, words) => {
    const plan = planOf([plannedDestination('contoso', [waitingStory('phishing-triage', fact, reason)])]);
    const marks = [
      ...planAnnotations(plan, manifest, { toRepoPath }),
      ...statusAnnotations([waitingOutcome('contoso', 'phishing-triage', fact, reason)], manifest, toRepoPath),
    ];
    for (const mark of marks) {
      expect(mark).toMatchObject({ annotation: { level, startLine: 14 }, quiet: false });
      expect(mark.annotation.title).toBe(`contoso / phishing-triage: ${words}`);
    }
    expect(marks).toHaveLength(2);
  });

  it('has the rule, its numbers, what it would be pushed for and the way on in its message', () => {
    const plan = planOf([plannedDestination('contoso', [waitingStory('phishing-triage', HALTED, 'halted')])]);
    const [planned] = planAnnotations(plan, manifest, { toRepoPath });
    const why = 'Ring broad is halted by ring early: 5 of 40 failed, 4 may';
    const next =
      'hint: see which failed: storysync status --ring early; each run tries them again, and new content starts afresh; to go now: storysync sync --override-rollout DIGEST --reason TEXT (DIGEST: that of the plan just seen)';
    expect(planned?.annotation.message.split('\n')).toEqual([why, '- action "Ask": options changed', next]);
    const [told] = statusAnnotations(
      [waitingOutcome('contoso', 'phishing-triage', HALTED, 'halted')],
      manifest,
      toRepoPath,
    );
    expect(told?.annotation.message.split('\n')).toEqual([why, next]);
  });

  it('cannot bring a workflow command into a title by the name of a ring or a window', () => {
    const evil = {
      ...OUTSIDE,
      by: { kind: 'ring', before: 'a\n::error::b\u001b[2J', there: 0, total: 1, failed: 0, allowed: 0 },
    } as const;
    const [mark] = statusAnnotations([waitingOutcome('contoso', 'phishing-triage', evil)], manifest, toRepoPath);
    expect(`${mark?.annotation.title}${mark?.annotation.message}`).not.toMatch(/(?!\n)\p{Cc}|(^|\n)::/u);
  });
});
