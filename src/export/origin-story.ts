import type { ProblemCode } from '../diagnostics/catalogue/index.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { StoryInfo } from '../model/actual.ts';
import type { CatalogueStory, Origin } from '../model/destination.ts';
import type { Story } from '../model/story.ts';
import { DETACHED_TAG } from '../model/tags.ts';
import { fixedHosts } from '../story/addresses/quoted-places.ts';

/** A story of the catalogue, as problems name it. */
export type Named = Pick<CatalogueStory, 'key' | 'id' | 'file' | 'place'>;

/** What keeps a live story of the origin from being exported, and what should be known of it. Errors keep its file as it is. */
export function checkAtOrigin(
  entry: Named,
  live: StoryInfo,
  origin: Pick<Origin, 'teamId' | 'requireChangeControl'>,
): readonly Problem[] {
  const subject = subjectOf(entry, live.name);
  if (live.teamId !== origin.teamId) {
    const message = `${subject} is in team ${live.teamId} of the origin, expected team ${origin.teamId}; ${entry.file} is kept as it is`;
    const hint = 'move the story back, or correct the "id" of the story or the "team_id" of the origin';
    return [problem('EXP005', 'error', entry, message, hint)];
  }
  const problems: Problem[] = [];
  if (live.tags.includes(DETACHED_TAG)) {
    const message = `${subject} carries the tag "${DETACHED_TAG}" at the origin, which would take it out of sync everywhere`;
    problems.push(problem('EXP008', 'error', entry, message, 'remove the tag on the origin and export again'));
  }
  if (!live.changeControl && origin.requireChangeControl) {
    const message = `${subject} is not under change control, so nobody approved what is live`;
    const hint = 'turn change control on for the story, or set "require_change_control: false" under "origin"';
    problems.push(problem('EXP006', 'error', entry, message, hint));
  }
  if (live.disabled) {
    const message = `${subject} is disabled at the origin, and an export does not hold that: new copies at the destinations would run`;
    problems.push(
      problem('EXP010', 'warning', entry, message, 'enable it, or subscribe no destination to it until it should run'),
    );
  }
  if (live.published === false) {
    const message = `the origin calls ${subject} unpublished; its live version was exported`;
    problems.push(
      problem('EXP011', 'warning', entry, message, 'check the story on the origin, and publish it if it is a draft'),
    );
  }
  return problems;
}

/** What a changed identity of a story means. `before` is what the file in git holds. */
export function checkIdentity(entry: Named, before: Story | undefined, after: Story): readonly Problem[] {
  if (before === undefined) return [];
  const problems: Problem[] = [];
  if (before.guid !== after.guid) {
    const message = `${entry.file} held a different story ("${before.name}"); for the destinations "${after.name}" is a new one`;
    const hint = 'check the "id" of the story; if the new one should take over the old one, list it under "adopt"';
    problems.push(problem('EXP015', 'warning', entry, message, hint));
  } else if (before.name !== after.name) {
    const message = `story "${entry.key}" was renamed at the origin, from "${before.name}" to "${after.name}"`;
    const hint = 'the next sync renames it at the destinations; key and file may stay as they are';
    problems.push(problem('EXP009', 'warning', entry, message, hint));
  }
  return problems;
}

/** Where the exported content would call the origin from every destination. */
export function checkHosts(entry: Named, after: Story): readonly Problem[] {
  const places = fixedHosts(after);
  if (places.length === 0) return [];
  const more = places.length > 5 ? ` and ${places.length - 5} more places` : '';
  const message = `story "${entry.key}" calls its own webhook or page at a fixed host, at ${places.slice(0, 5).join(', ')}${more}; each destination gets a path and secret of its own, but this host`;
  const hint = 'write https://<<META.tenant.domain>>/… there in Tines, so that each copy calls its own tenant';
  return [problem('EXP016', 'warning', entry, message, hint)];
}

/** The origin has no such story. Whether it was deleted or is out of the key's sight, the API does not tell. */
export function vanished(entry: Named): Problem {
  const message = `${subjectOf(entry)} is no longer at the origin, or not visible to the key; ${entry.file} is kept as it is`;
  const hint = 'correct its "id", or take the story out of the manifest and delete the file';
  return problem('EXP004', 'error', entry, message, hint);
}

/** Why the export of a story could not be read; `why` names request and cause. */
export function unreadableExport(entry: Named, why: string): Problem {
  const message = `${subjectOf(entry)} could not be exported: ${why}; ${entry.file} is kept as it is`;
  return problem(
    'EXP007',
    'error',
    entry,
    message,
    'run again; if it persists, export the story in Tines and check it',
  );
}

/** The file of a story cannot be replaced. */
export function unwritable(entry: Named, why: string): Problem {
  const message = `${entry.file}, the file of story "${entry.key}", cannot be written: ${why}`;
  return problem('EXP014', 'error', entry, message, 'fix that, or give the story another "file" in the manifest');
}

function subjectOf({ key, id }: Named, name?: string): string {
  return `story "${key}" (id ${id}${name === undefined ? '' : `, "${name}"`})`;
}

function problem(
  code: ProblemCode,
  severity: Problem['severity'],
  { place }: Named,
  message: string,
  hint: string,
): Problem {
  return { code, severity, message, hint, place };
}
