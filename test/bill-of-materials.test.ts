import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../scripts/bundle.ts';
import shell from '../src/page/shell.json' with { type: 'json' };

type Component = {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly object[];
};
type Bill = {
  readonly bomFormat: string;
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: Component };
  readonly components: readonly Component[];
};

/** The package whose file a module is: its own folder under the last `node_modules`, and the version written there. */
function packageOf(module: string): string {
  const [, folder = '', name = ''] = /^\0?(.*\/node_modules\/)((?:@[^/]+\/)?[^/]+)\//.exec(module) ?? [];
  const { version } = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as { version: string };
  return `${name}@${version}`;
}

describe.each(['cli', 'action'] as const)('the bill of materials of dist/%s.js', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-bill-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let modules: readonly string[];
  let bill: Bill;

  beforeAll(async () => {
    modules = await bundle(name, folder);
    bill = JSON.parse(readFileSync(join(folder, `${name}.cdx.json`), 'utf8')) as Bill;
  });

  const nameOf = ({ group, name: own, version }: Component): string =>
    `${group === undefined ? '' : `${group}/`}${own}@${version}`;

  it('names every package whose code is in the bundle, also two versions of one, and no other', () => {
    const bundled = modules.filter((id) => id.includes('/node_modules/')).map(packageOf);
    expect(bill.components.map(nameOf).sort()).toEqual([...new Set(bundled)].sort());
    expect(bill.components.length).toBeGreaterThan(50);
  });

  it('names whose code the page has that the program writes, as the page does, with their licences', () => {
    const named = [...shell.script.matchAll(/^With (\S+) (\S+):\n(.+)$/gm)];
    expect(named.map(([, library]) => library)).toEqual(['fastest-levenshtein', 'preact']);
    const licences = readFileSync(join(folder, `${name}.licenses.txt`), 'utf8');
    for (const [, library = '', version = '', firstLine = ''] of named) {
      expect(bill.components.map(nameOf)).toContain(`${library}@${version}`);
      const [, itsOwn = ''] = licences.split(`Name: ${library}\nVersion: ${version}\n`);
      expect(itsOwn.split('\nName: ')[0]).toContain(firstLine);
    }
  });

  it('has version, licence and package address for each', () => {
    for (const part of bill.components) {
      expect([part.name, part.version]).toEqual([part.name, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
      expect([part.name, part.licenses?.length]).toEqual([part.name, 1]);
      const address = `pkg:npm/${nameOf(part).replace(/^@/, '%40')}`;
      expect(part.purl.split('?')[0]).toBe(address);
    }
  });

  it('describes us, and holds neither time, serial number nor a place of the machine', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'storysync' } } });
    expect(bill.serialNumber).toBeUndefined();
    expect(bill.metadata.timestamp).toBeUndefined();
    expect(JSON.stringify(bill)).not.toContain(process.cwd());
  });
});
