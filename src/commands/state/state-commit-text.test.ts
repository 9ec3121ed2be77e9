import { describe, expect, it } from 'vitest';
import type { Pruned } from '../../model/pruned.ts';
import type { Outcome } from '../../model/status.ts';
import { joinMessages } from '../../state/commit-message.ts';
import { provenanceOf } from './provenance.ts';
import { stateCommitMessage } from './state-commit-text.ts';

function outcome(storyKey: string, changes: Partial<Outcome> = {}): Outcome {
  return {
    destination: 'contoso',
    storyKey,
    storyName: storyKey,
    status: 'synced',
    reason: null,
    fact: { kind: 'recorded', message: 'words of a tenant', hint: null },
    detached: false,
    did: 'unchanged',
    destinationStoryId: 1,
    syncedAt: null,
    commit: null,
    warnings: [],
    ...changes,
  };
}

const FAILED = outcome('triage', { status: 'failed', reason: 'rejected', did: 'nothing' });
const UPDATED = outcome('enrich', { did: 'updated', reason: 'content_changed' });
const WAITING = outcome('hunt', { status: 'requires_sync', reason: 'detached', did: 'nothing' });

const PRUNED: Pruned = {
  destination: 'contoso',
  key: 'old',
  name: 'Old',
  destinationStoryId: 3,
  consented: true,
  deleted: true,
  fact: { kind: 'deleted', keptAs: null, warnings: [] },
  keptAs: null,
};
const GONE = [PRUNED, { ...PRUNED, key: 'stays', deleted: false }];

describe('the message of a state commit', () => {
  it('tells what was done story by story, with reasons and links, and nothing that a tenant said', () => {
    const message = stateCommitMessage('contoso', [FAILED, UPDATED, WAITING, outcome('same')], GONE, {
      source: 'abc',
      run: 'r',
    });
    expect(message).toBe(`contoso: triage failed, enrich updated, old deleted

- triage: failed (rejected)
- enrich: updated (content_changed)
- hunt: waiting (detached)
- old: deleted

Source: abc
Run: r`);
  });

  it('is one line where nothing happened, and counts where there is too much for a line', () => {
    expect(stateCommitMessage('contoso', [outcome('same')], [], {})).toBe('contoso: recorded what is there');
    const many = Array.from({ length: 30 }, (_, index) => outcome(`story-${index}`, { did: 'created' }));
    expect(stateCommitMessage('contoso', [FAILED, ...many], [], {}).split('\n')[0]).toBe(
      'contoso: 1 failed, 30 created',
    );
  });

  it('for several destinations has a line for each, and the links once', () => {
    const messages = ['contoso', 'fabrikam'].map((name) =>
      stateCommitMessage(name, [UPDATED], [], { run: 'https://ci/1' }),
    );
    expect(joinMessages(messages)).toBe(
      'State of 2 destinations\n\ncontoso: enrich updated\nfabrikam: enrich updated\n\nRun: https://ci/1\n',
    );
  });
});

describe('where a run’s state comes from', () => {
  const github = { GITHUB_SERVER_URL: 'https://ghe.example', GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7' };
  it.each([
    [
      'links on GitHub',
      github,
      'c0',
      { source: 'https://ghe.example/a/b/commit/c0', run: 'https://ghe.example/a/b/actions/runs/7' },
    ],
    ['the bare commit elsewhere', {}, 'c0', { source: 'c0' }],
    ['no commit for a work tree that is not clean', github, null, { run: 'https://ghe.example/a/b/actions/runs/7' }],
    [
      'no link made of anything else',
      { ...github, GITHUB_REPOSITORY: 'a/b\nX: y', GITHUB_RUN_ID: 'x' },
      'c0',
      { source: 'c0' },
    ],
  ])('is %s', (_, environment, commit, expected) => {
    expect(provenanceOf(environment, commit)).toEqual(expected);
  });
});
