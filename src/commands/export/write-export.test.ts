import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { desiredStory, manifestOf } from '../../../test/support/planning.ts';
import { storyExport, webhook } from '../../../test/support/stories.ts';
import { openCatalogue } from '../../workspace/open-catalogue.ts';
import { writeExport } from './write-export.ts';

const { story } = desiredStory(storyExport({ name: 'Triage', actions: [webhook('In')] }));
const exported = (key: string) =>
  ({ key, file: `stories/${key}.json`, text: '{}\n', change: 'add', after: story, kind: 'content' }) as const;
const TEXT = 'version: 1\nstories: { triage: {} }\ndestinations: {}\n';

async function write(obstacle?: string) {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-write-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'sync.yaml'), TEXT);
  if (obstacle !== undefined) mkdirSync(join(dir, obstacle), { recursive: true });
  const { catalogue, problems } = await openCatalogue({ directory: dir, clock: instantClock() }, 'sync.yaml');
  if (!catalogue) throw new Error(problems.map(({ message }) => message).join());
  const manifest = { file: 'sync.yaml', text: `${TEXT}# with more\n`, problems: [] };
  const files = ['triage', 'enrich'].map((key) => ({ path: `stories/${key}.json`, change: 'add' as const }));
  const found = { files, exported: [exported('triage'), exported('enrich')], manifest, problems: [], wrote: false };
  const result = await writeExport({ ...catalogue, manifest: manifestOf(['triage'], []) }, found);
  return { result, manifest: readFileSync(join(dir, 'sync.yaml'), 'utf8') };
}

it('an export is written story by story, and the manifest last', async () => {
  const { result, manifest } = await write();
  expect(result).toMatchObject({ problems: [], wrote: true, files: [{}, {}], manifest: { file: 'sync.yaml' } });
  expect(manifest).toContain('# with more');
});

it('the manifest names no story whose file could not be written, and the others are written', async () => {
  const { result, manifest } = await write('stories/enrich.json');
  expect(result).toMatchObject({ problems: [{ code: 'EXP014' }], wrote: true, exported: [{ key: 'triage' }] });
  expect(result.files.map(({ path }) => path)).toEqual(['stories/triage.json']);
  expect(result).not.toHaveProperty('manifest');
  expect(manifest).toBe(TEXT);
});
