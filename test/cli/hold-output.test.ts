import { expect, it } from 'vitest';
import { smallWorld } from '../support/worlds.ts';

const HOLD = `sync.yaml: 2 lines changed
  + 11 |     hold: { reason: "why: audit", owner: "@acme/soc" }
  + 17 |     hold: { reason: "why: audit", owner: "@acme/soc" }

contoso, fabrikam are held

Nothing is pushed there and nothing deleted, whatever a sync is asked for.
Still compared: plan and status show what waits.
Commit sync.yaml for it to take effect.
To go on: storysync release --destination NAME
`;

const AGAIN = `### \`sync.yaml\` stays as it is

- \`contoso\` is already held, with the same note; nothing changes
`;

const RELEASE = `sync.yaml: 1 line changed
  - 11 |     hold: { reason: "why: audit", owner: "@acme/soc" }

contoso is released

What waits there is pushed by the next sync; see it first: storysync plan
Commit sync.yaml for it to take effect.
`;

it('shows the lines that a hold writes and a release takes out, and what they mean', async () => {
  await using rig = await smallWorld();
  const why = ['--reason', 'why: audit', '--owner', '@acme/soc'];
  const both = ['--destination', 'contoso', 'fab*'];
  expect(await rig.run('hold', ...both, ...why)).toEqual({ code: 0, out: HOLD, err: '' });
  const again = await rig.run('hold', '--destination', 'contoso', '--reason', 'why: audit', '--format', 'markdown');
  expect(again.out).toBe(AGAIN);
  expect(await rig.run('release', '--destination', 'contoso')).toEqual({ code: 0, out: RELEASE, err: '' });
});

it.each([
  [['hold', '--reason', 'x'], 2, "required option '--destination <names...>'"],
  [['hold', '--destination', 'contoso'], 2, "required option '--reason <text>'"],
  [['hold', '--destination', 'contos', '--reason', 'x'], 2, 'did you mean "contoso"?'],
  [['hold', '--destination', 'contoso', '--reason', ' '], 2, '--reason is empty'],
  [
    ['hold', '--destination', 'contoso', '--reason', 'x', '--until', '2020-01-31'],
    2,
    '--until 2020-01-31 is in the past',
  ],
  [['release', '--destination', 'contoso'], 1, 'destination "contoso" is not held'],
  [['release', '--destination', '*'], 1, 'the fleet is not held'],
])('refuses %j, and touches nothing', async (argv, code, message) => {
  await using rig = await smallWorld();
  const before = rig.read('sync.yaml');
  const run = await rig.run(...argv);
  expect([run.code, run.out + run.err]).toEqual([code, expect.stringContaining(message)]);
  expect(rig.read('sync.yaml')).toBe(before);
});
