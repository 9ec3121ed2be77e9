import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/emulator/control/config.ts';
import { ActionRig, lineOf, marksOf } from '../support/action-rig.ts';
import { Rig } from '../support/rig.ts';

const EXAMPLE = 'examples/quickstart';
const ROOT = resolve(import.meta.dirname, '../..');

/** The example as a user copies it, with an emulator of its own. */
async function quickstart(): Promise<Rig> {
  // Its story files are named relative to the example.
  const config = readConfig(
    readFileSync(join(ROOT, EXAMPLE, 'emulator.yaml'), 'utf8').replaceAll('file: ', `file: ${EXAMPLE}/`),
  );
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  const rig = await Rig.start(config);
  cpSync(join(ROOT, EXAMPLE), rig.dir, { recursive: true });
  rig.write('sync.yaml', rig.read('sync.yaml').replaceAll('http://127.0.0.1:4010', rig.url));
  rig.commit('the example');
  return rig;
}

const env = Object.fromEntries(
  ['acme', 'contoso', 'fabrikam', 'northwind'].map((name) => [
    `${name.toUpperCase()}_TINES_API_KEY`,
    `${name}-emulator-key`,
  ]),
);

describe('the quickstart example', () => {
  it('is planned on a pull request, pushed on a merge, and in order from then on', async () => {
    await using action = await ActionRig.around(quickstart());
    const source = action.rig.read('sync.yaml');
    const storiesOf = (name: string) => lineOf(source, 'stories:', lineOf(source, `  ${name}:`));

    const planned = await action.run(action.pullRequest(action.head()), { env });
    expect(planned.code).toBe(0);
    expect(action.check.conclusion).toBe('success');
    expect(marksOf(action.check)).toContain(
      `sync.yaml:${storiesOf('contoso')} notice contoso / incident-response: will be created`,
    );
    expect(
      marksOf(action.check).filter((mark) => mark.startsWith(`sync.yaml:${storiesOf('northwind')} `)),
    ).toHaveLength(3);
    expect(action.github.comments).toHaveLength(1);
    expect(await action.rig.takeWrites()).toEqual([]);

    const merged = await action.run(action.push(), { env });
    expect(merged).toMatchObject({ code: 0, outputs: { failed: '0', synced: '5', requires_sync: '3' } });
    expect((await action.rig.tenant('contoso')).stories).toHaveLength(3);
    expect(action.check.output.title).toContain('5 synced');

    const again = await action.run(action.pullRequest(action.head()), { env });
    expect(again).toMatchObject({ code: 0, outputs: { changes: '0' } });
    expect(action.github.comments).toHaveLength(1);
  });
});
