import type { CheckResult, DestinationDiagnosis, Diagnosis } from '../../model/diagnosis.ts';
import { explainCheck, explainRunCheck, UNTOLD } from '../../report/explain/explain-check.ts';
import type { WireDoctor } from './doctor-schema.ts';

/** `storysync.doctor/1`. */
export function doctorToJson({ manifest, destinations, run }: Diagnosis): WireDoctor {
  const amountOf = (result: CheckResult) => destinations.filter((each) => each.result === result).length;
  return {
    format: 'storysync.doctor/1',
    manifest,
    totals: {
      ok: amountOf('ok'),
      warning: amountOf('warning'),
      unknown: amountOf('unknown'),
      fails: amountOf('fails'),
    },
    destinations: destinations.map(writeDestination),
    run: run.map((check) => ({ check: check.check, result: check.result, ...explainRunCheck(check) })),
    untold: [...UNTOLD],
  };
}

function writeDestination(diagnosis: DestinationDiagnosis): WireDoctor['destinations'][number] {
  const { name, tenantUrl, teamId, result, requests, checks, missing, recordTypes } = diagnosis;
  return {
    name,
    destination_tenant_url: tenantUrl,
    destination_team_id: teamId,
    result,
    requests,
    checks: checks.map((check) => ({
      check: check.check,
      result: check.result,
      ...explainCheck(check),
      stories: [...check.stories],
    })),
    missing: missing.map(({ kind, slug }) => ({ kind, slug })),
    record_types: recordTypes.map(({ name: own, action, target, fields, because }) => {
      return { name: own, action, target, fields: [...fields], because };
    }),
  };
}
