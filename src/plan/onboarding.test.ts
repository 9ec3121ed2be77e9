import { expect, it } from 'vitest';
import { desiredOf, destinationOf, policyFor } from '../../test/support/planning.ts';
import { callStory, fetchAction, recordAction, storyExport } from '../../test/support/stories.ts';
import { assessDestination } from '../engine/push/assess/assess-destination.ts';
import type { Destination } from '../model/destination.ts';
import { onboardingOf } from './onboarding.ts';

const CALLER = {
  ...storyExport({
    name: 'Caller',
    actions: [
      callStory('Call', 'callee'),
      callStory('Close', 'close_case'),
      fetchAction('Ask', 'https://a.example/<<CREDENTIAL.vt>>/<<CREDENTIAL.vt>>'),
    ],
  }),
  tags: ['soc'],
};
const CALLEE = {
  ...storyExport({
    name: 'Callee',
    actions: [
      fetchAction('Ask', 'https://a.example/<<CREDENTIAL.vt>>/<<RESOURCE.limits>>'),
      recordAction('Keep', 'Alert', [['title', 'TEXT']]),
    ],
  }),
  tags: ['soc', 'mail'],
};

function onboarding(destination: Destination) {
  const desired = desiredOf({ caller: CALLER, callee: CALLEE }, [destination]);
  const assessed = assessDestination(desired, destination, { name: 'contoso', offline: true }, policyFor(desired));
  if (assessed.kind === 'unread') throw new Error('an offline plan reads nothing');
  return onboardingOf(assessed.work);
}

it('names each thing once, and of sub-stories those that do not come along', () => {
  expect(onboarding(destinationOf('contoso', { stories: ['caller', 'callee'] }))).toEqual({
    keyName: 'CONTOSO_KEY',
    needs: [
      { kind: 'credential', slug: 'vt' },
      { kind: 'resource', slug: 'limits' },
      { kind: 'story', slug: 'close_case' },
    ],
    tags: ['mail', 'soc'],
    recordTypes: ['Alert'],
  });
});

it('asks for a callee that the destination does not take', () => {
  const { needs } = onboarding(destinationOf('contoso', { stories: ['caller'] }));
  expect(needs.map(({ slug }) => slug)).toEqual(['vt', 'callee', 'close_case']);
});

it('asks for nothing that a detached story alone would need', () => {
  const destination = destinationOf('contoso', { stories: ['caller'] });
  const subscriptions = destination.subscriptions.map((each) => ({ ...each, detached: { reason: 'theirs' } }));
  expect(onboarding({ ...destination, subscriptions })).toMatchObject({ needs: [], tags: [] });
});
