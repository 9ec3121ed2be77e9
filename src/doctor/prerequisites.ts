import type { Destination } from '../model/destination.ts';
import type { CheckName, FoundCheck } from '../model/diagnosis.ts';
import type { Warning } from '../model/fact/warning.ts';
import type { MissingPrerequisite } from '../model/prerequisite.ts';
import type { ReadRequest } from '../plan/read-request.ts';
import type { ReadinessReading, StoryReadiness } from '../plan/readiness.ts';
import { asPlanned, found, IN_ORDER, unreadList } from './check.ts';

type Sort = MissingPrerequisite['kind'];

const LISTS: readonly (readonly [Sort, CheckName, readonly ReadRequest['kind'][]])[] = [
  ['credential', 'credentials', ['credentials', 'visible_credentials']],
  ['resource', 'resources', ['resources', 'visible_resources']],
  ['story', 'sub_stories', ['visible_stories']],
];

/** What stories name and the team must have, and what becomes of its record types. */
export function prerequisiteChecks(destination: Destination, reading: ReadinessReading): readonly FoundCheck[] {
  const stories = reading.stories.filter(({ detached }) => !detached);
  const lists = LISTS.flatMap(([sort, check, kinds]) => {
    const failure = kinds.map((kind) => reading.failed.get(kind)).find((failed) => failed !== undefined);
    const trouble = [
      ...lacking(stories, sort, check, destination),
      ...untold(stories, sort, check),
      ...(failure ? [unreadList(check, failure, destination)] : []),
    ];
    return trouble.length > 0 ? trouble : [found(check, 'ok', IN_ORDER)];
  });
  return [...lists, ...recordTypes(stories, destination, reading)];
}

/** One line for each thing, whichever stories need it. */
function lacking(
  stories: readonly StoryReadiness[],
  sort: Sort,
  check: CheckName,
  { prerequisites }: Destination,
): readonly FoundCheck[] {
  const needs = stories.flatMap((story) =>
    story.missing.filter(({ kind }) => kind === sort).map(({ slug }) => ({ slug, story })),
  );
  return [...Map.groupBy(needs, ({ slug }) => slug)].map(([slug, all]) => {
    const keys = all.map(({ story }) => story.key);
    const missing = [{ kind: sort, slug }];
    // A story that is equal there is not pushed, and one that may go without is.
    const stops = prerequisites === 'fail' && all.some(({ story }) => !story.settled);
    return prerequisites === 'fail'
      ? asPlanned(check, stops ? 'fails' : 'warning', { kind: 'prerequisites_missing', missing }, keys)
      : asPlanned(check, 'warning', { kind: 'prerequisites_absent', missing }, keys);
  });
}

function untold(stories: readonly StoryReadiness[], sort: Sort, check: CheckName): readonly FoundCheck[] {
  const facts = stories.flatMap(({ key, untold: all }) =>
    all.filter((fact) => isAbout(fact, sort)).map((fact) => ({ key, fact })),
  );
  return [...Map.groupBy(facts, ({ fact }) => JSON.stringify(fact)).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [
          asPlanned(
            check,
            'unknown',
            first.fact,
            same.map(({ key }) => key),
          ),
        ];
  });
}

/** A name that is computed at run time may be of either; it is told once. */
function isAbout(fact: Warning, sort: Sort): boolean {
  if (fact.kind === 'shared_with_teams') return fact.thing.kind === sort;
  return (
    (fact.kind === 'sub_story_elsewhere' && sort === 'story') || (fact.kind === 'name_computed' && sort === 'resource')
  );
}

function recordTypes(
  stories: readonly StoryReadiness[],
  destination: Destination,
  { failed }: ReadinessReading,
): readonly FoundCheck[] {
  const failure = failed.get('record_types');
  if (failure) return [unreadList('record_types', failure, destination)];
  const refused = stories.flatMap(({ key, settled, recordTypeRefused: fact }) =>
    fact ? [asPlanned('record_types', settled ? 'warning' : 'fails', fact, [key])] : [],
  );
  const made = stories.flatMap(({ key, recordTypes: steps }) =>
    steps.filter(({ action }) => action !== 'reuse').map((step) => ({ key, step })),
  );
  const making = [...Map.groupBy(made, ({ step }) => step.name).values()].flatMap((same) => {
    const [first] = same;
    const keys = same.map(({ key }) => key);
    return first === undefined ? [] : [found('record_types', 'ok', { kind: 'would_make', step: first.step }, keys)];
  });
  if (refused.length + making.length > 0) return [...refused, ...making];
  return [found('record_types', 'ok', IN_ORDER)];
}
