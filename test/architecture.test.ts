import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** What each room may import, besides itself. Imports point inward; a new arrow is a decision, not an accident. */
const ROOMS: { readonly [room: string]: readonly string[] } = {
  json: [],
  diagnostics: [],
  model: ['diagnostics', 'json'],
  story: ['diagnostics', 'json', 'model'],
  records: ['diagnostics', 'json', 'model', 'story'],
  manifest: ['diagnostics', 'json', 'model'],
  secrets: ['json', 'model', 'story'],
  export: ['diagnostics', 'json', 'model', 'story', 'records', 'secrets'],
  files: ['diagnostics', 'repository'],
  repository: ['diagnostics', 'model'],
  network: [],
  remote: ['diagnostics', 'network', 'repository'],
  committing: ['diagnostics', 'repository'],
  desired: ['diagnostics', 'json', 'model', 'story', 'records'],
  plan: ['json', 'model', 'story', 'records'],
  tenant: ['diagnostics', 'json', 'model', 'network', 'story'],
  observe: ['diagnostics', 'model', 'plan', 'tenant/port.ts'],
  push: ['diagnostics', 'json', 'model', 'story', 'records', 'plan', 'tenant/port.ts'],
  state: ['diagnostics', 'json', 'model', 'repository', 'remote'],
  trust: ['diagnostics', 'manifest', 'model', 'remote', 'repository'],
  report: ['diagnostics', 'json', 'model'],
  workspace: ['diagnostics', 'model', 'manifest', 'files', 'repository', 'desired'],
  commands: [
    'diagnostics',
    'json',
    'model',
    'manifest',
    'files',
    'repository',
    'remote',
    'committing',
    'trust',
    'workspace',
    'plan',
    'observe',
    'push',
    'state',
    'secrets',
    'export',
    'report',
    'tenant/port.ts',
  ],
  action: [
    'diagnostics',
    'json',
    'model',
    'repository',
    'trust',
    'workspace',
    'export',
    'report',
    'commands',
    'files',
    'network',
    'tenant',
  ],
  emulator: [],
  demo: ['diagnostics', 'json', 'emulator'],
  cli: [
    'diagnostics',
    'json',
    'model',
    'trust',
    'workspace',
    'commands',
    'export',
    'report',
    'files',
    'network',
    'tenant',
    'emulator',
    'demo',
  ],
};

/** Rooms whose functions depend on their arguments alone. */
const PURE = [
  'json',
  'diagnostics',
  'model',
  'story',
  'records',
  'manifest',
  'desired',
  'secrets',
  'export',
  'plan',
  'report',
];
/** And files of other rooms that are as pure. */
const PURE_FILES = Object.entries({
  repository: ['author', 'blob-id', 'branch-name', 'object-text', 'storage-failure'],
  network: ['proxies'],
  remote: ['remote-address', 'remote-credentials'],
  committing: ['commit-problems', 'index-format'],
  state: ['commit-message', 'format', 'paths', 'remote-problems', 'shape'],
  trust: ['bind', 'place', 'problems', 'trust'],
  push: ['last-status', 'ledger', 'receipt', 'settings', 'settlement'],
  commands: ['add-to-manifest', 'approved-plan', 'provenance', 'receipt', 'select', 'sync-report'],
  action: [
    'annotation-text',
    'annotations',
    'check-output',
    'check-tables',
    'comment-body',
    'conclusion',
    'github-failure',
    'manifest-places',
    'markdown-state',
    'outputs',
    'say-problem',
    'select-annotations',
    'trim',
  ],
}).flatMap(([room, names]) => names.map((name) => `${room}/${name}.ts`));
const IMPURE =
  /\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|randomBytes|node:(fs|net|http|child_process|timers)/;

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file: file.split(sep).join('/'), text: readFileSync(join(SRC, file), 'utf8') }));

function importsOf(file: string, text: string): readonly string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) =>
    relative(SRC, resolve(SRC, dirname(file), specifier))
      .split(sep)
      .join('/'),
  );
}

describe('the rooms', () => {
  it('are all known to this test', () => {
    const rooms = new Set(
      sources.flatMap(({ file }) => (file.includes('/') ? [file.slice(0, file.indexOf('/'))] : [])),
    );
    expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('import only rooms further in', () => {
    const strays = sources.flatMap(({ file, text }) => {
      const room = file.split('/')[0] ?? '';
      const allowed = [...(ROOMS[room] ?? []), room, 'version.ts'];
      return importsOf(file, text)
        .filter((target) => !allowed.some((place) => target === place || target.startsWith(`${place}/`)))
        .filter((target) => !(file === 'version.ts' && target === '../package.json'))
        .map((target) => `${file} imports ${target}`);
    });
    expect(strays).toEqual([]);
  });

  it('need every arrow that the table allows', () => {
    const idle = Object.entries(ROOMS).flatMap(([room, allowed]) => {
      const own = sources.filter(({ file }) => file.startsWith(`${room}/`));
      const targets = own.flatMap(({ file, text }) => importsOf(file, text));
      return allowed
        .filter((place) => !targets.some((target) => target === place || target.startsWith(`${place}/`)))
        .map((place) => `${room} imports nothing of ${place}`);
    });
    expect(idle).toEqual([]);
  });

  it('that must be pure use no clock, chance, environment, disk or network', () => {
    const impure = sources
      .filter(({ file }) => PURE.includes(file.split('/')[0] ?? '') || PURE_FILES.includes(file))
      .filter(({ text }) => IMPURE.test(text))
      .map(({ file }) => file);
    expect(impure).toEqual([]);
    const files = sources.map(({ file }) => file);
    expect(PURE_FILES.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('keep GitHub’s libraries to the Action, and the terminal to the command line', () => {
    const strays = sources
      .filter(({ file, text }) => {
        const forTerminal = file.startsWith('cli/') || file.startsWith('demo/');
        const terminal = /'commander'|'cli-progress'|process\.std(out|err)/.test(text);
        return (terminal && !forTerminal) || (text.includes("'@actions/") && !file.startsWith('action/'));
      })
      .map(({ file }) => file);
    expect(strays).toEqual([]);
  });

  it('have no file that hides a second concept behind its length', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 300).map(({ file }) => file);
    expect(long).toEqual([]);
  });
});
