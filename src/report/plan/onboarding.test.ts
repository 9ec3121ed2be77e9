import { expect, it } from 'vitest';
import { plannedDestination, plannedStory, planOf } from '../../../test/support/example-plans.ts';
import { planFromJson, planToJson } from '../../documents/plan/plan-json.ts';
import { inTerminal } from '../phrase.ts';
import { onboardingBlocks } from './onboarding.ts';

const newOne = (name: string, slug = 'vt') =>
  plannedDestination(name, [plannedStory('triage', 'create')], {
    onboarding: {
      keyName: `${name.toUpperCase()}_KEY`,
      needs: slug === '' ? [] : [{ kind: 'credential', slug }],
      tags: [],
      recordTypes: [],
    },
  });

const shown = (...destinations: ReturnType<typeof newOne>[]) =>
  onboardingBlocks(planOf(destinations)).map(({ title, lines, hint }) => [title, ...lines, hint].map(inTerminal));

it('is one block for all that must have the same, with their keys and the command for the rest', () => {
  const known = plannedDestination('initech', [plannedStory('triage', 'update')]);
  expect(shown(newOne('globex'), newOne('acme'), known, newOne('solo', ''))).toEqual([
    [
      'Before the first sync of acme, globex, as far as git can tell:',
      'keys to set: ACME_KEY, GLOBEX_KEY',
      'credentials to create: vt',
      'hint: where the key is set, run "storysync doctor --destination acme globex"; else the first plan after the merge tells the rest',
    ],
    [
      'Before the first sync of solo (https://solo.tines.com, team 42), as far as git can tell:',
      'key to set: SOLO_KEY',
      'its stories name no credential, no resource and no sub-story of others',
      'hint: where the key is set, run "storysync doctor --destination solo"; else the first plan after the merge tells the rest',
    ],
  ]);
});

it('names no more than fit, however many are new', () => {
  const many = shown(...Array.from({ length: 300 }, (_, index) => newOne(`d-${index + 100}`)));
  expect(many).toHaveLength(1);
  expect(many[0]?.[1]).toMatch(/^keys to set: (D-\d+_KEY, ){20}… 280 more$/);
  expect(many[0]?.at(-1)).toContain('--destination NAME"');
  const different = shown(...Array.from({ length: 30 }, (_, index) => newOne(`d-${index + 100}`, `c-${index}`)));
  expect(different).toHaveLength(11);
  expect(different.at(-1)).toEqual(['… 20 more (see the plan file)', '']);
});

it('stands in the plan file, and comes back from it', () => {
  const plan = planOf([newOne('acme'), plannedDestination('initech', [])]);
  const read = planFromJson(planToJson(plan));
  expect(read.ok && read.value.destinations.map(({ onboarding }) => onboarding)).toEqual([
    plan.destinations[0]?.onboarding,
    undefined,
  ]);
});
