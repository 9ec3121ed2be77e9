import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptSections } from './beside-report.ts';
import type { CanonicalRun } from './canonical-process.ts';
import { runChild } from './child.ts';
import { exportSection, measureExport } from './export.ts';
import { LARGE_HISTORY, measureHistory, QUICK_HISTORY } from './history.ts';
import { literalsSection, measureLiterals } from './literals.ts';
import type { ManifestRun } from './manifest-process.ts';
import type { ManifestForm } from './manifests.ts';
import {
  canonicalSection,
  historySection,
  introduction,
  manifestSection,
  type OpenedForm,
  syncSection,
  writersSection,
} from './report.ts';
import { measureWriters } from './state-writers.ts';
import { LARGE_FLEET, measureSync, QUICK_FLEET } from './sync.ts';

/**
 * `npm run bench`: measures everything and writes RESULTS.md. With `--quick` it only prints a small version; with `--literals` the one
 * section that needs no tenant is measured and replaced.
 */
const results = join(import.meta.dirname, 'RESULTS.md');
if (process.argv.includes('--literals')) {
  const section = literalsSection(await measureLiterals());
  const [title = ''] = section.split('\n', 1);
  const before = readFileSync(results, 'utf8').split(new RegExp(`^${title}\\n`, 'm'), 1)[0] ?? '';
  console.log(section);
  // The last one of the file.
  writeFileSync(results, `${before.trimEnd()}\n\n${section}`);
  process.exit();
}

const quick = process.argv.includes('--quick');
const flags = ['--expose-gc'];
const fleet = quick ? QUICK_FLEET : LARGE_FLEET;

const canonical = await runChild<CanonicalRun>('canonical-process.ts', { args: [quick ? '200' : '5000'], flags });
const expanded = await openForm('expanded');
const anchors = await openForm('anchors');
const historySize = quick ? QUICK_HISTORY : LARGE_HISTORY;
const history = await measureHistory(historySize);
const exports = await measureExport(quick ? 50 : 5000);
const phases = await measureSync(fleet);
const writers = await measureWriters(quick ? 4 : 20);
const literals = await measureLiterals();
const text = [
  introduction(),
  canonicalSection(canonical),
  manifestSection({ expanded, anchors }),
  historySection(history, historySize),
  syncSection(phases, fleet),
  exportSection(exports, quick ? 50 : 5000),
  writersSection(writers),
  ...keptSections(),
  literalsSection(literals),
].join('\n');

console.log(text);
if (!quick) writeFileSync(results, text);

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
