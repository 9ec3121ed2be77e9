import { Buffer } from 'node:buffer';
import { parseDocument } from 'yaml';
import { openManifest } from '../src/manifest/open.ts';
import { answer, type Usage, usage } from './child.ts';
import { type ManifestForm, manifestText } from './manifests.ts';

export type ManifestRun = Usage & { readonly bytes: number; readonly milliseconds: number };

/** Opens one large manifest once, as a command does, with ours or with the bare library. */
const [form, reader] = process.argv.slice(2);
const text = manifestText(form as ManifestForm, { destinations: 1000, stories: 50 });
const bytes = Buffer.from(text);
globalThis.gc?.();
const started = performance.now();
if (reader === 'ours') {
  const { manifest } = openManifest({ file: 'sync.yaml', bytes }, { today: '2026-01-01' });
  if (manifest?.destinations.length !== 1000) throw new Error('the manifest did not open');
} else {
  const { errors } = parseDocument(text, { merge: true });
  if (errors.length > 0) throw new Error('the manifest did not parse');
}
const run: ManifestRun = { bytes: bytes.length, milliseconds: performance.now() - started, ...usage() };
answer(run);
