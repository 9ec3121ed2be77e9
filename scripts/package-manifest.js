/**
 * The package.json that ships: what a user's npm reads, without the clone's affairs (docs/decisions/0040). `npm pack` runs
 * `compose` before and `restore` after; `prepare` does the same for good in the copy that npm makes of a git URL. In
 * JavaScript, because it also runs where nothing is installed yet, on whatever Node is there.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
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
  'types',
  'exports',
  'files',
  'engines',
];

function shipped(text) {
  const all = JSON.parse(text);
  const kept = SHIPPED.filter((field) => field in all).map((field) => [field, all[field]]);
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
}

/** In one step: whoever reads the file meanwhile finds one or the other. */
function replace(text) {
  const fresh = `${file}.new`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}

/** npm runs `prepare` after `npm ci` in a clone too, where nothing is to be done: only what lies in npm's cache is a copy. */
function isCopyOfNpm() {
  const cache = process.env.npm_config_cache;
  return cache !== undefined && !relative(cache, root).startsWith('..');
}

const own = readFileSync(file, 'utf8');
const [, , step] = process.argv;
if (step === 'compose') {
  writeFileSync(saved, own);
  replace(shipped(own));
} else if (step === 'restore') {
  replace(readFileSync(saved, 'utf8'));
  rmSync(saved);
} else if (step === 'prepare' && isCopyOfNpm()) {
  replace(shipped(own));
}
