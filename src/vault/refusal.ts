/** What a job's token says of it: claims that a role may be bound on. */
const CLAIMS: ReadonlySet<string> = new Set(
  [
    'actor actor_id aud base_ref check_run_id enterprise enterprise_id environment environment_node_id event_name',
    'head_ref iss job_workflow_ref job_workflow_sha ref ref_protected ref_type repository repository_id',
    'repository_owner repository_owner_id repository_visibility run_attempt run_id run_number runner_environment sha',
    'sub workflow workflow_ref workflow_sha',
  ].flatMap((line) => line.split(' ')),
);
const CLAIM = /\bclaim "([a-z_]{1,40})"/;

const PHRASES: readonly (readonly [said: RegExp, phrase: string])[] = [
  [/role "[^"]*" could not be found/, 'there is no such role'],
  [/missing role/, 'it has no default role'],
  [/\(aud\) claim|audience claim/, 'the audience is not one of the role'],
  [/\(exp\) claim|token is expired/, "the job's token is expired"],
  [/\(nbf\)|\(iat\)/, "the job's token is not valid yet: the clocks differ"],
  [/\(iss\) claim/, 'the issuer is another'],
  [/signature/, "it does not know who signed the job's token"],
  [/namespace not found/, 'there is no such namespace'],
  [/permission denied/, 'permission denied'],
];

/** Of what a vault says at most words of our own: its answer may quote names, paths and claims. */
export function readLoginRefusal(body: string): readonly string[] {
  const claim = CLAIM.exec(body)?.[1];
  if (claim !== undefined && CLAIMS.has(claim)) return [`the claim "${claim}" is not as the role wants it`];
  const phrase = PHRASES.find(([said]) => said.test(body))?.[1];
  return phrase === undefined ? [] : [phrase];
}

export function readSilence(status: number, body: string): readonly string[] {
  return status === 503 && /\bsealed\b/.test(body) ? ['it is sealed'] : [];
}
