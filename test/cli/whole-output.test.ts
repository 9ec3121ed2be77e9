import { expect, it } from 'vitest';
import { withOption } from '../support/stories.ts';
import { ENRICH, smallWorld, TRIAGE } from '../support/worlds.ts';

const PLAN = `Plan for sync.yaml at commit COMMIT

contoso, fabrikam: the same 2 changes
  + enrich "Enrich": not at the destination yet
      new webhook URL: Ask
  + triage "Triage": not at the destination yet
      record type Alert is created (title, severity): the team has no record type "Alert"
      new webhook URL: Intake

Plan: 4 to create, 0 to update, 0 unchanged, 0 skipped, 0 blocked (2 destinations)
Forecast: at most 26 calls and 1 minute to push, most of them at ADDRESS (13)
Digest: DIGEST
`;

const SYNC = `= contoso, fabrikam: 2 stories synced each (2 created)

Status: 4 synced (4 created), 0 failed, 0 pending (2 destinations)
`;

const NOTHING = `Plan for sync.yaml at commit COMMIT

Nothing to do: 2 destinations have both stories of this commit.
Digest: DIGEST
`;

const UPDATE = `Plan for sync.yaml at commit COMMIT

contoso, fabrikam: the same change
  ~ enrich "Enrich": content changed
      option method of "Look up": "get" → "post"

Plan: 0 to create, 2 to update, 2 unchanged, 0 skipped, 0 blocked (2 destinations)
Forecast: at most 22 calls and 1 minute to push, most of them at ADDRESS (11)
Digest: DIGEST
`;

function settled(text: string): string {
  return text
    .replace(/http:\S+/, 'ADDRESS')
    .replace(/commit [0-9a-f]{12}/, 'commit COMMIT')
    .replace(/Digest: [0-9a-f]{12}/, 'Digest: DIGEST');
}

it('shows the plan, the push, the silent second run and a change, each in a few lines', async () => {
  await using rig = await smallWorld();
  expect(settled((await rig.run('plan')).out)).toBe(PLAN);
  expect((await rig.run('sync')).out).toBe(SYNC);
  expect(settled((await rig.run('plan')).out)).toBe(NOTHING);
  rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'method', 'post'));
  rig.commit();
  expect(settled((await rig.run('plan')).out)).toBe(UPDATE);
});

it('tells one line per finished destination on stderr where nobody looks, and nothing under --quiet', async () => {
  await using rig = await smallWorld();
  const lines = (await rig.run('sync')).err.trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('Reading destinations'))).toHaveLength(2);
  expect(lines.filter((line) => line.startsWith('Pushing'))).toHaveLength(2);
  expect((await rig.run('sync', '--quiet')).err).toBe('');
});

it('names under --verbose what a validation looked at', async () => {
  await using rig = await smallWorld();
  const { out, err } = await rig.run('validate', '--verbose');
  expect(out).toBe('No findings (2 stories, 2 destinations)\n');
  expect(err).toBe(
    'enrich: stories/enrich.json, 2 actions; credential virustotal\n' +
      'triage: stories/triage.json, 4 actions; story enrich, resource soc_settings, record type Alert\n',
  );
});

it('says every mistake of a manifest at once, with place, source line and hint', async () => {
  await using rig = await smallWorld();
  rig.write(
    'sync.yaml',
    rig
      .read('sync.yaml')
      .replace('stories: [triage, enrich]', 'stories: [triag, enrich]')
      .replace('version: 1', 'version: 2'),
  );
  const { code, out } = await rig.run('validate');
  expect(code).toBe(1);
  expect(out).toBe(`error MAN018 sync.yaml:1:10  the manifest version is 2, expected 1
    1 | version: 2
      |          ^
  hint: a newer storysync may know this version

error MAN034 sync.yaml:10:15  destination "contoso" names the unknown story "triag"
   10 |     stories: [triag, enrich]
      |               ^^^^^
  hint: did you mean "triage"?

2 errors
`);
});

it('finds stories that disagree on a record type before any tenant is asked', async () => {
  await using rig = await smallWorld();
  const other = JSON.parse(JSON.stringify(TRIAGE).replaceAll('TEXT_ENUM', 'TEXT').replaceAll('"low","high"', ''));
  rig.write('stories/enrich.json', { ...other, name: 'Enrich', guid: ENRICH.guid });
  const { code, out } = await rig.run('plan');
  expect(code).toBe(1);
  expect(out).toContain('REC001');
  expect(await rig.log()).toEqual([]);
});
