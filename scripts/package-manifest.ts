/**
 * The package.json that ships: what a user's npm reads, without the clone's affairs (docs/decisions/0040). `npm pack` runs
 * `compose` before and `restore` after; `prepare` does the same for good in the copy that npm makes of a git URL.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const file = join(root, 'package.json');
/** The clone's own file while a pack is made; `restore` also mends what a killed pack left. git ignores it. */
const saved = join(root, '.package.json.saved');

/** Fields that mean something to who installs us. Any other one is the clone's, and new ones are until they stand here. */
const SHIPPED = [
  'name',
  'version',
  'description',
  'keywords',
  'license',
  'repository',
  'type',
  'bin',
  'exports',
  'files',
  'engines',
] as const;

export function shippedManifest(text: string): string {
  const all: { readonly [field: string]: unknown } = JSON.parse(text);
  const kept = SHIPPED.filter((field) => all[field] !== undefined).map((field) => [field, all[field]]);
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
}

/** In one step: whoever reads the file meanwhile finds one or the other. */
function replace(text: string): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}

function compose(): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(saved, text);
  replace(shippedManifest(text));
}

function restore(): void {
  replace(readFileSync(saved, 'utf8'));
  rmSync(saved);
}

/** npm runs `prepare` after `npm ci` in a clone too, where nothing is to be done: only what lies in npm's cache is a copy. */
function isCopyOfNpm(): boolean {
  const cache = process.env.npm_config_cache;
  return cache !== undefined && !relative(cache, root).startsWith('..');
}

const [, , step] = process.argv;
if (step === 'compose') compose();
else if (step === 'restore') restore();
else if (step === 'prepare' && isCopyOfNpm()) replace(shippedManifest(readFileSync(file, 'utf8')));
