import type { Desired } from '../../model/desired.ts';
import type { DestinationFact } from '../../model/fact/destination-fact.ts';
import type { NativeWarning } from '../../model/fact/native-fact.ts';
import type { RecordTypeStep } from '../../model/plan.ts';
import type { RecordType, RecordTypeDefinition } from '../../model/record-type.ts';
import { recordTypeNames } from '../../model/wanted-story.ts';
import { isDue } from '../../plan/planned-story.ts';
import { forecastRecordType } from '../../records/forecast.ts';
import type { NativeStoryWork, NativeWork } from './native-work.ts';

/** Whether the vendor is about to bring a story that keeps records: else nobody has to ask for the team's record types. */
export function bringsRecordTypes(work: NativeWork): boolean {
  return broughtTypes(work).length > 0;
}

/**
 * The work, with what the vendor would make of the team's record types. Nothing is decided by it and no digest of the
 * destination covers it: a run that holds another key, or none, plans the same writes.
 */
export function withForecast(work: NativeWork, existing: readonly RecordType[], desired: Desired): NativeWork {
  if (work.native === undefined) throw new Error('Internal error: a forecast was asked for before the plan was made.');
  const names = recordTypeNames(desired);
  const steps: RecordTypeStep[] = [];
  const warnings: NativeWarning[] = [];
  for (const wanted of broughtTypes(work)) {
    const reserved = new Set([...names].filter((name) => name !== wanted.name));
    const forecast = forecastRecordType({ wanted, existing, reserved });
    if (forecast.ok) {
      const { name, action, target, fields, because } = forecast.value;
      steps.push({ name, action, target, fields, because });
    } else warnings.push({ kind: 'no_forecast', type: wanted.name, why: forecast.error });
  }
  return {
    ...work,
    native: { ...work.native, forecast: steps, warnings: [...work.native.warnings, ...warnings] },
  };
}

/** The same where the team's record types could not be read: that is worth a warning, and stops nothing. */
export function withoutForecast(work: NativeWork, why: DestinationFact): NativeWork {
  if (work.native === undefined) throw new Error('Internal error: a forecast was asked for before the plan was made.');
  const warning: NativeWarning = { kind: 'no_forecast', type: null, why };
  return { ...work, native: { ...work.native, warnings: [...work.native.warnings, warning] } };
}

/** Those of the stories that move, each once; which of them are live as git has them is known by then. */
function broughtTypes(work: NativeWork): readonly RecordTypeDefinition[] {
  const types = work.stories.filter((story) => moves(story, work)).flatMap(({ desired }) => desired.recordTypes);
  return [...new Map(types.map((type) => [type.name, type])).values()];
}

/** Also one that waits for somebody's word: what comes of it should be known before the word is given. */
function moves({ planned, evidence }: NativeStoryWork, { blocked, native }: NativeWork): boolean {
  if (isDue(planned)) return true;
  const mayAgree = (native?.consent ?? null) !== null && planned.fact?.kind === blocked?.kind;
  return mayAgree && evidence.origin === 'as_in_git';
}
