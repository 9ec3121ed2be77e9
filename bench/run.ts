import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CanonicalRun } from './canonical-process.ts';
import { runChild } from './child.ts';
import { exportSection, measureExport } from './export.ts';
import type { ManifestRun } from './manifest-process.ts';
import type { ManifestForm } from './manifests.ts';
import { canonicalSection, introduction, manifestSection, type OpenedForm, syncSection } from './report.ts';
import { LARGE_FLEET, measureSync, QUICK_FLEET } from './sync.ts';

/** `npm run bench`: measures everything and writes RESULTS.md. With `--quick` it only prints a small version. */
const quick = process.argv.includes('--quick');
const flags = ['--expose-gc'];
const fleet = quick ? QUICK_FLEET : LARGE_FLEET;

const canonical = await runChild<CanonicalRun>('canonical-process.ts', { args: [quick ? '200' : '5000'], flags });
const expanded = await openForm('expanded');
const anchors = await openForm('anchors');
const exports = await measureExport(quick ? 50 : 5000);
const phases = await measureSync(fleet);
const text = [
  introduction(),
  canonicalSection(canonical),
  manifestSection({ expanded, anchors }),
  syncSection(phases, fleet),
  exportSection(exports, quick ? 50 : 5000),
].join('\n');

console.log(text);
if (!quick) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text);

/** Each way of opening in a process of its own, the best of five, since the second reader would find warm code. */
async function openForm(form: ManifestForm): Promise<OpenedForm> {
  return { ours: await openBest(form, 'ours'), bare: await openBest(form, 'bare') };
}

async function openBest(form: ManifestForm, reader: string): Promise<ManifestRun> {
  const runs: ManifestRun[] = [];
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    runs.push(await runChild<ManifestRun>('manifest-process.ts', { args: [form, reader], flags }));
  }
  return runs.reduce((best, run) => (run.milliseconds < best.milliseconds ? run : best));
}
