import { expect, it } from 'vitest';
import { plain } from '../../diagnostics/paint.ts';
import { CHECKS, type DestinationDiagnosis, type Diagnosis, type FoundCheck, worstOf } from '../../model/diagnosis.ts';
import { doctorAsMarkdown } from './doctor-markdown.ts';
import { doctorAsText } from './doctor-text.ts';
import { diagnosisLine } from './doctor-words.ts';

const step = { name: 'Alert', action: 'add_fields', target: 'Alert', fields: ['severity'], because: '' } as const;

/** Everything in order but what is given. */
function row(name: string, ...told: readonly FoundCheck[]): DestinationDiagnosis {
  const checks = CHECKS.flatMap((check): readonly FoundCheck[] => {
    const own = told.filter((each) => each.check === check);
    return own.length > 0 ? own : [{ check, result: 'ok', fact: { kind: 'in_order' }, stories: [] }];
  });
  const result = worstOf(checks.map((each) => each.result));
  const address = { tenantUrl: `https://${name}.tines.com`, teamId: 42 };
  return { name, ...address, result, requests: 8, checks, missing: [], recordTypes: [] };
}

const lacks = (kind: 'credential' | 'resource', slug: string): FoundCheck => ({
  check: kind === 'credential' ? 'credentials' : 'resources',
  result: 'fails',
  fact: { kind: 'as_planned', by: { kind: 'prerequisites_missing', missing: [{ kind, slug }] } },
  stories: ['lookup', 'enrich'],
});

const DIAGNOSIS: Diagnosis = {
  manifest: 'sync.yaml',
  destinations: [
    row('acme', { check: 'record_types', result: 'ok', fact: { kind: 'would_make', step }, stories: ['lookup'] }),
    row('contoso', lacks('credential', 'virustotal'), lacks('resource', 'settings')),
    row('fabrikam', { check: 'ownership', result: 'unknown', fact: { kind: 'out_of_reach' }, stories: ['lookup'] }),
    row('globex', {
      check: 'clock',
      result: 'warning',
      fact: { kind: 'clock_apart', seconds: -300 },
      stories: [],
    }),
    row('initech'),
  ],
  run: [
    { check: 'remote', result: 'ok', fact: { kind: 'remote_reached', remote: 'origin' } },
    {
      check: 'state_branch',
      result: 'ok',
      fact: { kind: 'state_read', branch: 'storysync/state', writtenAt: '2026-11-01T09:00:00Z' },
    },
    { check: 'state_key', result: 'ok', fact: { kind: 'state_key_given' } },
  ],
};

it('is a row for each destination, the worst first, each trouble with its next step', () => {
  expect(doctorAsText(DIAGNOSIS, { paint: plain, verbose: false })).toBe(`\
! contoso (https://contoso.tines.com, team 42): 2 checks fail
    ! credentials: missing there: credential "virustotal" (for lookup, enrich)
    ! resources: missing there: resource "settings" (for lookup, enrich)
      hint: create it in the team under this name (values stay in the tenant), or set "prerequisites: warn"
    = in order: story files, key, tenant, team, stories, ownership, change control, sub-stories, record types, content, clock

. fabrikam (https://fabrikam.tines.com, team 42): ready, as far as can be told
    . ownership: to find out whose stories stand there takes more requests than a doctor sends (for lookup)
      hint: "storysync plan" asks as often as it takes
    = in order: story files, key, tenant, team, stories, change control, credentials, resources, sub-stories, record types, content, clock

. globex (https://globex.tines.com, team 42): ready, with a warning
    . clock: warning: the tenant's clock is 5 minutes behind this machine's
      hint: set both by a time server: ages in reports, and how long a tenant asks to wait, are off by as much
    = in order: story files, key, tenant, team, stories, ownership, change control, credentials, resources, sub-stories, record types, content

= acme (https://acme.tines.com, team 42): ready
    ~ record type "Alert" gets "severity" (for lookup)
    = in order: story files, key, tenant, team, stories, ownership, change control, credentials, resources, sub-stories, content, clock

= initech (https://initech.tines.com, team 42): ready
    = in order: all checks

= git remote: "origin" can be read and pushed to
= state branch: "storysync/state" can be read; last written 2026-11-01 09:00 UTC
= state key: given; state is signed and verified

No request can tell:
  . whether a key may write: no request tells its role, and an import needs Editor
  . whether new stories of a team are under change control by default
  . whether the rules of the state branch let a push through

Doctor: 5 destinations, 3 ready, 1 ready as far as can be told, 1 would fail
`);
});

it('says the same in Markdown', () => {
  const [contoso, acme] = [DIAGNOSIS.destinations[1], DIAGNOSIS.destinations[0]];
  const both = { ...DIAGNOSIS, destinations: [contoso, acme].filter((each) => each !== undefined) };
  expect(doctorAsMarkdown(both)).toBe(`\
### Doctor: 2 destinations, 1 ready, 1 would fail

\`sync.yaml\`

**\`contoso\` (\`https://contoso.tines.com\`, team 42): 2 checks fail**

- **fails:** credentials: missing there: credential "virustotal" (for \`lookup\`, \`enrich\`)
- **fails:** resources: missing there: resource "settings" (for \`lookup\`, \`enrich\`)
  - **hint:** create it in the team under this name (values stay in the tenant), or set "prerequisites: warn"
- in order: story files, key, tenant, team, stories, ownership, change control, sub-stories, record types, content, clock

**\`acme\` (\`https://acme.tines.com\`, team 42): ready**

- record type "Alert" gets "severity" (for \`lookup\`)
- in order: story files, key, tenant, team, stories, ownership, change control, credentials, resources, sub-stories, content, clock

**Git and state**

- git remote: "origin" can be read and pushed to
- state branch: "storysync/state" can be read; last written 2026-11-01 09:00 UTC
- state key: given; state is signed and verified

**No request can tell**

- whether a key may write: no request tells its role, and an import needs Editor
- whether new stories of a team are under change control by default
- whether the rules of the state branch let a push through
`);
});

const names = (amount: number) => Array.from({ length: amount }, (_, index) => `d-${String(index + 100)}`);
const of = (destinations: Diagnosis['destinations']): Diagnosis => ({ ...DIAGNOSIS, destinations });
const FIFTY = of(names(50).map((each) => row(each, lacks('credential', 'vt'))));
const HUNDRED = of([...names(99).map((each) => row(each, lacks('credential', 'vt'))), row('zenith')]);

it('gives fifty destinations a row each, and folds more where they say the same', () => {
  const text = { paint: plain, verbose: false };
  expect(doctorAsText(FIFTY, text).match(/^! d-/gm)).toHaveLength(50);
  expect(
    doctorAsText(HUNDRED, text)
      .match(/^[!=] .*:/gm)
      ?.slice(0, 2),
  ).toEqual(['! d-100, d-101 and 97 more:', '= zenith (https://zenith.tines.com, team 42):']);
  expect(doctorAsText(HUNDRED, { ...text, verbose: true })).toContain('d-197, d-198: 1 check fails');
  const markdown = doctorAsMarkdown(HUNDRED);
  expect(markdown.match(/credential "vt"/g)).toHaveLength(1);
  expect(markdown).toContain(
    '<details open><summary><code>d-100</code>, <code>d-101</code> and 97 more: 1 check fails',
  );
  expect(markdown).toContain('`d-198`');
});

it('shows no more than fifty different rows, and says how many there are', () => {
  const different = of(names(80).map((each) => row(each, lacks('credential', each))));
  const text = doctorAsText(different, { paint: plain, verbose: false });
  expect(text).toContain('… 30 more (--verbose shows all)');
  expect(doctorAsText(different, { paint: plain, verbose: true }).match(/^! d-/gm)).toHaveLength(80);
  expect(doctorAsMarkdown(different)).toContain('… 30 more rows');
});

it('keeps what others named from doing harm', () => {
  const hostile = of([row('contoso', lacks('credential', '</details><img src=x>\u001b[2J|`'))]);
  expect(doctorAsMarkdown(hostile)).not.toMatch(/<img|<\/details>/);
  expect(doctorAsText(hostile, { paint: plain, verbose: false })).not.toContain('\u001b');
  const [first] = hostile.destinations;
  expect(first && diagnosisLine(first)).not.toContain('\u001b');
});
