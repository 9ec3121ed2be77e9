import { expect, it } from 'vitest';
import { storyState } from '../../test/support/planning.ts';
import type { StateContent } from '../model/destination-state.ts';
import { AlikeStates } from './alike-states.ts';

const readBack = (story: string, links = 'sha256:l'): StateContent => ({
  tenantUrl: 'https://contoso.example',
  teamId: 42,
  stories: { triage: storyState(7, { observed: { story, links, 'agents[__proto__]': 'sha256:p' } }) },
  recordTypes: {},
  last: {},
});

it('what was read back alike at two destinations is kept once, and nothing else of them is touched', () => {
  const alike = new AlikeStates();
  const [first, second] = [alike.share(readBack('sha256:a')), alike.share({ ...readBack('sha256:a'), teamId: 43 })];
  expect(second.stories.triage?.observed).toBe(first.stories.triage?.observed);
  expect(first).toEqual(readBack('sha256:a'));
  expect(second).toEqual({ ...readBack('sha256:a'), teamId: 43 });
});

it.each([
  ['another hash', readBack('sha256:b')],
  ['a hash of another part alone', readBack('sha256:a', 'sha256:m')],
  [
    'a part more',
    {
      ...readBack('x'),
      stories: {
        triage: storyState(7, { observed: { ...readBack('sha256:a').stories.triage?.observed, notes: 'sha256:n' } }),
      },
    },
  ],
  [
    'as many parts under other names',
    {
      ...readBack('x'),
      stories: { triage: storyState(7, { observed: { story: 'sha256:a', links: 'sha256:l', toString: 'sha256:p' } }) },
    },
  ],
])('what differs stays what it is: %s', (_, other) => {
  const alike = new AlikeStates();
  alike.share(readBack('sha256:a'));
  expect(alike.share(other)).toEqual(other);
});

it('a fleet of which each destination was edited in its own way does not grow what is kept', () => {
  const alike = new AlikeStates();
  const early = alike.share(readBack('sha256:0'));
  for (let at = 1; at <= 8; at++) alike.share(readBack(`sha256:${at}`));
  expect(alike.share(readBack('sha256:0')).stories.triage?.observed).not.toBe(early.stories.triage?.observed);
  expect(alike.share(readBack('sha256:8'))).toEqual(readBack('sha256:8'));
});
