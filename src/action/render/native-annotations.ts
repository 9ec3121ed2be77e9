import type { Manifest } from '../../model/destination.ts';
import type { Plan, PlannedDestination } from '../../model/plan.ts';
import { inTerminal } from '../../report/phrase.ts';
import { nativeNotes } from '../../report/plan/native-notes.ts';
import { messageOf, titleOf } from './annotation-text.ts';
import type { Mark, ToRepoPath } from './annotations.ts';
import { placesIn } from './manifest-places.ts';

/** What becomes of whole destinations at the vendor, each at its line; their stories have annotations of their own. */
export function nativeAnnotations(plan: Plan, manifest: Manifest, toRepoPath: ToRepoPath): readonly Mark[] {
  const placeOf = placesIn(manifest);
  return plan.destinations.flatMap((destination) => {
    const notes = nativeNotes([destination]);
    if (notes.length === 0) return [];
    const { file, line } = placeOf(destination.name, '');
    const weighty = notes.some(({ tone }) => tone !== 'plain' && tone !== 'next');
    const annotation = {
      path: toRepoPath(file),
      startLine: line,
      endLine: line,
      level: weighty ? ('warning' as const) : ('notice' as const),
      title: titleOf(`${destination.name}: ${titled(destination)}`),
      message: messageOf(notes.map(({ phrase }) => inTerminal(phrase))),
    };
    return [{ annotation, quiet: false }];
  });
}

function titled({ native }: PlannedDestination): string {
  if (native?.consent) return `${native.action} waits for ${native.consent}`;
  return native?.steps.length ? `${native.action} at the vendor` : 'sync destination';
}
