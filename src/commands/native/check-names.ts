import type { Problem } from '../../diagnostics/problem.ts';
import type { NativeConsent } from '../../engine/native/native-input.ts';
import type { ReleasedWork } from '../../engine/native/release-push.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import { noMatch, type Selection } from '../select.ts';

/** Somebody agreed for destinations by name: one that the run is not about was meant otherwise. No glob agrees to anything. */
export function checkNames(consent: NativeConsent | undefined, { selected }: Selection): readonly Problem[] {
  const names = [...selected.keys()];
  const known = names.slice(0, 5).join(', ') + (names.length > 5 ? `, … (${names.length} in all)` : '');
  return (['replace', 'takeover'] as const).flatMap((flag) =>
    [...(consent?.[flag] ?? [])]
      .filter((name) => !selected.has(name))
      .map((name) => {
        const found = noMatch(`--${flag}`, name, names);
        const isGuess = found.hint?.startsWith('the manifest has:') === false;
        return isGuess ? found : { ...found, hint: `this run is about: ${known}` };
      }),
  );
}

const IDLE = {
  takeover: {
    what: 'take over',
    hint: 'the engine that the manifest gives it to keeps it already; leave the flag out',
  },
  replace: { what: 'replace', hint: 'the vendor has nothing of it under another address or team; leave the flag out' },
} as const;

/** A flag that had no use is told, and fails nothing: a run that is repeated after a takeover finds it done. */
export function idleConsent(
  consent: NativeConsent | undefined,
  works: ReadonlyMap<string, DestinationWork>,
): readonly Problem[] {
  return (['replace', 'takeover'] as const).flatMap((flag) =>
    [...(consent?.[flag] ?? [])].flatMap((name): readonly Problem[] => {
      const work: ReleasedWork | undefined = works.get(name);
      // Of one that nobody looked at its stories say why.
      if (work === undefined || !work.refreshed) return [];
      if (work.native?.action === flag || (flag === 'takeover' && work.release && work.release.id !== null)) return [];
      const { what, hint } = IDLE[flag];
      const message = `--${flag} ${name}: there is nothing to ${what}`;
      return [{ code: 'RUN002', severity: 'warning', message, hint }];
    }),
  );
}
