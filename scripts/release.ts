/**
 * What a tag needs before anything is released of it: `node scripts/release.ts v1.2.3` writes the notes of that version to
 * stdout, or says what does not fit and ends with 1.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../src/diagnostics/result.ts';

type Sources = { readonly package: string; readonly lock: string; readonly changelog: string };

/** The notes of the version, which are its part of the changelog. */
export function releaseNotes(tag: string, sources: Sources): Result<string, string> {
  const [, version] = /^v(\d+\.\d+\.\d+)$/.exec(tag) ?? [];
  if (version === undefined) return fail(`"${tag}" is not the tag of a version, such as v1.2.3`);
  for (const file of ['package', 'lock'] as const) {
    const name = file === 'package' ? 'package.json' : 'package-lock.json';
    const stated = (JSON.parse(sources[file]) as { readonly version?: string }).version;
    if (stated !== version) return fail(`${name} says ${stated}, the tag says ${version}`);
  }
  const part = sources.changelog.split(/^(?=## )/m).find((each) => each.startsWith(`## [${version}]`));
  if (part === undefined) return fail(`CHANGELOG.md has no heading "## [${version}] - DATE"`);
  const [heading = '', ...lines] = part.split('\n');
  if (!/^## \[[\d.]+\] - \d{4}-\d\d-\d\d$/.test(heading)) return fail(`CHANGELOG.md: "${heading}" lacks its date`);
  const notes = lines.join('\n').trim();
  return notes === '' ? fail(`CHANGELOG.md says nothing of ${version}`) : ok(`${notes}\n`);
}

if (import.meta.main) {
  const read = (file: string): string => readFileSync(join(resolve(import.meta.dirname, '..'), file), 'utf8');
  const notes = releaseNotes(process.argv[2] ?? '', {
    package: read('package.json'),
    lock: read('package-lock.json'),
    changelog: read('CHANGELOG.md'),
  });
  if (notes.ok) process.stdout.write(notes.value);
  else console.error(notes.error);
  process.exitCode = notes.ok ? 0 : 1;
}
