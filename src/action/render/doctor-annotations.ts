import type { Manifest } from '../../model/destination.ts';
import type { CheckResult, Diagnosis } from '../../model/diagnosis.ts';
import { diagnosisWords, shownLines } from '../../report/doctor/doctor-words.ts';
import { inTerminal } from '../../report/phrase.ts';
import type { AnnotationLevel } from '../ports.ts';
import { messageOf, titleOf } from './annotation-text.ts';
import type { Mark, ToRepoPath } from './annotations.ts';

const LEVELS: { readonly [result in CheckResult]: AnnotationLevel } = {
  ok: 'notice',
  unknown: 'notice',
  warning: 'warning',
  fails: 'failure',
};

/** Every destination at its line of the manifest, with all that is not in order. */
export function doctorAnnotations(
  { destinations }: Diagnosis,
  manifest: Manifest,
  toRepoPath: ToRepoPath,
): readonly Mark[] {
  const places = new Map(manifest.destinations.map(({ name, place }) => [name, place]));
  return destinations.flatMap((diagnosis) => {
    const place = places.get(diagnosis.name);
    if (place === undefined) return [];
    const lines = shownLines(diagnosis).flatMap(({ phrase, hint }) => [
      inTerminal(phrase),
      hint === null ? null : `hint: ${hint}`,
    ]);
    const annotation = {
      path: toRepoPath(place.file),
      startLine: place.line,
      endLine: place.line,
      level: LEVELS[diagnosis.result],
      title: titleOf(`${diagnosis.name}: ${diagnosisWords(diagnosis)}`),
      message: messageOf(lines),
    };
    return [{ annotation, quiet: diagnosis.result === 'ok' }];
  });
}
