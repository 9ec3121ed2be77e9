import { expect, it } from 'vitest';
import { withOption } from '../support/stories.ts';
import { ENRICH, smallWorld } from '../support/worlds.ts';

const DETACH = `sync.yaml: 4 lines changed
  + 11 |     detached:
  + 12 |       enrich: { reason: "customer: tunes it", owner: "@acme/soc" }
  + 18 |     detached:
  + 19 |       enrich: { reason: "customer: tunes it", owner: "@acme/soc" }

enrich is detached at contoso, fabrikam

No longer pushed there, and never deleted.
Still compared: plan and status show how far behind it is.
Commit sync.yaml for it to take effect.
To bring a story back: storysync reattach --destination NAME --story KEY
`;

const AGAIN = `### \`sync.yaml\` stays as it is

- \`enrich\` is already detached at \`contoso\`, with the same note; nothing changes
`;

const REATTACH = `Plan for sync.yaml as it stands in the work tree

contoso (URL/contoso, team 42): 1 change
  ~ enrich "Enrich": content changed
      option method of "Look up": "get" → "post"

Plan: 0 to create, 1 to update, 0 unchanged, 0 skipped, 0 blocked (1 destination)
Forecast: at most 11 calls and 1 minute to push
Digest: DIGEST

sync.yaml: 2 lines changed
  - 11 |     detached:
  - 12 |       enrich: { reason: "customer: tunes it", owner: "@acme/soc" }

enrich is reattached at contoso

The next sync pushes 1 story.
Commit sync.yaml if that is what you want.
`;

it('shows the lines that a detachment writes and what they mean, and for coming back the plan first', async () => {
  await using rig = await smallWorld();
  await rig.run('sync');
  const why = ['--story', 'enrich', '--reason', 'customer: tunes it'];
  expect(await rig.run('detach', '--destination', '*', ...why, '--owner', '@acme/soc')).toEqual({
    code: 0,
    out: DETACH,
    err: '',
  });
  expect((await rig.run('detach', '--destination', 'contoso', ...why, '--format', 'markdown')).out).toBe(AGAIN);

  rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'method', 'post'));
  rig.commit();
  const { code, out } = await rig.run('reattach', '--destination', 'contoso', '--story', 'enrich');
  expect(code).toBe(0);
  expect(out.replaceAll(rig.url, 'URL').replace(/Digest: \w+/, 'Digest: DIGEST')).toBe(REATTACH);
});
