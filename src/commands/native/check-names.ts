import type { Problem } from '../../diagnostics/problem.ts';
import type { NativeConsent } from '../../engine/native/native-input.ts';
import { noMatch, type Selection } from '../select.ts';

/** Somebody agreed for destinations by name: one that the run is not about was meant otherwise. No glob agrees to anything. */
export function checkNames(consent: NativeConsent | undefined, { selected }: Selection): readonly Problem[] {
  const names = [...selected.keys()];
  return (['replace', 'takeover'] as const).flatMap((flag) =>
    [...(consent?.[flag] ?? [])].filter((name) => !selected.has(name)).map((name) => noMatch(`--${flag}`, name, names)),
  );
}
