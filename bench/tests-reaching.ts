import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

let importers: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The tests whose imports lead to a file. Types are no imports: they are gone when a test runs. */
export function testsReaching(root: string, file: string): readonly string[] {
  importers ??= findImporters(root);
  const reached = new Set([file]);
  for (const at of reached) for (const importer of importers.get(at) ?? []) reached.add(importer);
  return [...reached].filter((name) => name.endsWith('.test.ts')).sort();
}

function findImporters(root: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const top of ['src', 'test']) {
    for (const entry of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('.ts')) continue;
      const file = posix.join(top, entry);
      const text = readFileSync(join(root, file), 'utf8');
      for (const [, place = ''] of text.matchAll(/^(?:import|export|\}) (?!type )[^;]*?from '(\.[^']+)';/gm)) {
        const target = posix.join(posix.dirname(file), place);
        found.set(target, (found.get(target) ?? new Set()).add(file));
      }
    }
  }
  return found;
}
