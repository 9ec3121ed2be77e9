import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALONE } from './support/alone.ts';

const SRC = resolve(import.meta.dirname, '../src');

/** What each room may import, besides itself. Imports point inward; a new arrow is a decision, not an accident. */
const ROOMS: { readonly [room: string]: readonly string[] } = {
  json: [],
  diagnostics: [],
  model: ['diagnostics', 'json'],
  clock: ['model'],
  story: ['diagnostics', 'json', 'model'],
  records: ['diagnostics', 'json', 'model', 'story'],
  manifest: ['diagnostics', 'json', 'model'],
  'secret-scan': ['json', 'model', 'story'],
  picture: ['diagnostics/printable.ts'],
  'picture/compose': ['json', 'model', 'story', 'picture/picture.ts'],
  export: ['json', 'model', 'picture/compose', 'picture/picture.ts', 'story', 'records', 'secret-scan', 'diagnostics'],
  files: ['diagnostics', 'model/text/order.ts', 'git/objects', 'git/read'],
  'git/objects': ['clock', 'diagnostics', 'model/clock.ts'],
  'git/read': ['diagnostics', 'model', 'git/objects'],
  network: ['model'],
  'git/remote': ['diagnostics', 'model', 'network', 'git/objects', 'git/read'],
  'git/commit': ['diagnostics', 'model/text/order.ts', 'git/objects', 'git/read'],
  desired: ['diagnostics', 'json', 'model', 'story', 'records'],
  plan: ['json', 'model', 'story'],
  rollout: ['model', 'plan', 'apply/rollout-gate.ts'],
  forecast: ['model', 'plan'],
  doctor: ['model', 'plan'],
  changes: ['json', 'model', 'rollout'],
  notify: ['diagnostics', 'model', 'network'],
  tenant: ['clock', 'diagnostics', 'json', 'model', 'network', 'story'],
  vault: ['diagnostics', 'json', 'model', 'network', 'tenant/http.ts', 'tenant/limits.ts', 'tenant/retry.ts'],
  keys: ['diagnostics', 'json', 'model', 'trust', 'network/proxies.ts', 'tenant/port.ts', 'vault'],
  refresh: ['diagnostics', 'model', 'plan', 'tenant/port.ts'],
  apply: ['diagnostics', 'model', 'plan', 'tenant/port.ts'],
  'engine/native': ['diagnostics', 'json', 'model', 'records', 'plan', 'apply', 'story', 'tenant/port.ts'],
  'engine/push': ['diagnostics', 'json', 'model', 'story', 'records', 'plan', 'apply', 'tenant/port.ts'],
  state: ['diagnostics', 'documents', 'json', 'model', 'git/objects', 'git/read', 'git/remote'],
  lease: ['apply/leases.ts', 'diagnostics', 'json', 'model', 'state', 'git/objects', 'git/read', 'git/remote'],
  trust: ['diagnostics', 'manifest', 'model', 'git/objects', 'git/read', 'git/remote'],
  report: ['diagnostics', 'model', 'network/connection-words.ts', 'picture'],
  documents: ['diagnostics', 'json', 'model', 'report'],
  page: ['diagnostics', 'model', 'picture', 'report'],
  'page/shell': ['model/rollout.ts', 'model/text/order.ts', 'model/text/short-id.ts', 'page', 'picture', 'report'],
  workspace: ['diagnostics', 'model', 'manifest', 'files', 'git/objects', 'git/read', 'desired'],
  commands: [
    'keys/tenants.ts',
    'diagnostics',
    'json',
    'model',
    'manifest',
    'files',
    'git/objects',
    'git/read',
    'git/remote',
    'git/commit',
    'trust',
    'workspace',
    'plan',
    'rollout',
    'forecast',
    'changes',
    'doctor',
    'refresh',
    'apply',
    'engine/native',
    'engine/push',
    'state',
    'lease',
    'secret-scan',
    'picture/picture.ts',
    'export',
    'report',
    'documents',
    'page',
    'tenant/port.ts',
    'tenant/read-time.ts',
  ],
  action: [
    'clock',
    'keys',
    'diagnostics',
    'json',
    'model',
    'git/read',
    'trust',
    'workspace',
    'export',
    'report',
    'documents',
    'commands',
    'files',
    'network',
    'notify',
    'tenant',
  ],
  emulator: [],
  demo: ['diagnostics', 'json', 'emulator'],
  cli: [
    'clock',
    'keys',
    'diagnostics',
    'json',
    'model',
    'trust',
    'workspace',
    'commands',
    'export',
    'picture/svg.ts',
    'report',
    'documents',
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
  'secret-scan',
  'picture',
  'picture/compose',
  'export',
  'plan',
  'rollout',
  'forecast',
  'engine/native',
  'doctor',
  'changes',
  'report',
  'documents',
  'page',
];
/** And files of other rooms that are as pure. */
const PURE_FILES = Object.entries({
  'git/objects': ['author', 'blob-id', 'object-text', 'storage-failure'],
  'git/read': ['branch-name'],
  network: ['connection-words', 'proxies'],
  'git/remote': ['remote-address', 'remote-credentials'],
  'git/commit': ['commit-problems', 'index-format'],
  lease: ['lease-problems', 'lease-watch', 'run-lease'],
  state: ['commit-message', 'envelope', 'format', 'paths', 'remote-problems', 'replay', 'state-keys'],
  trust: ['bind', 'rollout-in-force', 'run-place', 'problems', 'trust'],
  notify: ['notify-url'],
  apply: ['engine', 'kept-orphans', 'last-status', 'ledger', 'step-failure', 'tenant-halt'],
  'engine/push': ['next-state', 'settings'],
  commands: ['ended', 'plan-document', 'plan-findings', 'select'],
  'commands/sync': ['approved-plan', 'sync-report', 'hold-back'],
  keys: ['environment-keys', 'given-keys', 'job-keys', 'open-tokens', 'tenants', 'vault-keys', 'vault-line'],
  vault: ['refusal'],
  'commands/export': ['add-to-manifest'],
  'commands/state': ['provenance', 'state-commit-text', 'state-trust'],
  'action/decide': ['conclusion', 'event', 'trigger'],
  'action/github': ['github-failure', 'markdown-state'],
  'action/render': [
    'annotation-text',
    'annotations',
    'check-output',
    'check-tables',
    'comment-body',
    'manifest-places',
    'outputs',
    'problem-line',
    'select-annotations',
    'trim',
  ],
}).flatMap(([room, names]) => names.map((name) => `${room}/${name}.ts`));
const IMPURE =
  /\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|randomBytes|node:(fs|net|http|child_process|timers)/;

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => ({ file: file.split(sep).join('/'), text: readFileSync(join(SRC, file), 'utf8') }));

function importsOf(file: string, text: string): readonly string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*(?:\(\s*)?'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) =>
    relative(SRC, resolve(SRC, dirname(file), specifier))
      .split(sep)
      .join('/'),
  );
}

/** The room of a file: the longest entry of the table that its folder begins with. */
function roomOf(file: string): string {
  const rooms = Object.keys(ROOMS).filter((room) => file.startsWith(`${room}/`));
  return rooms.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

const reaches = (target: string, place: string): boolean => target === place || roomOf(target) === place;

describe('the rooms', () => {
  it('are all known to this test', () => {
    const strangers = sources.filter(({ file }) => file.includes('/') && roomOf(file) === '').map(({ file }) => file);
    expect(strangers).toEqual([]);
    expect(Object.keys(ROOMS).filter((room) => !sources.some(({ file }) => roomOf(file) === room))).toEqual([]);
  });

  it('import only rooms further in', () => {
    const strays = sources.flatMap(({ file, text }) => {
      const room = roomOf(file);
      const allowed = [...(ROOMS[room] ?? []), room, 'version.ts'];
      return importsOf(file, text)
        .filter((target) => !allowed.some((place) => reaches(target, place)))
        .filter((target) => !(file === 'version.ts' && target === '../package.json'))
        .map((target) => `${file} imports ${target}`);
    });
    expect(strays).toEqual([]);
  });

  it('need every arrow that the table allows', () => {
    const idle = Object.entries(ROOMS).flatMap(([room, allowed]) => {
      const own = sources.filter(({ file }) => roomOf(file) === room);
      const targets = own.flatMap(({ file, text }) => importsOf(file, text));
      return allowed
        .filter((place) => !targets.some((target) => reaches(target, place)))
        .map((place) => `${room} imports nothing of ${place}`);
    });
    expect(idle).toEqual([]);
  });

  it('that must be pure use no clock, chance, environment, disk or network', () => {
    const impure = sources
      .filter(({ file }) => PURE.includes(roomOf(file)) || PURE_FILES.includes(file))
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
});

describe('a drawing', () => {
  it('is made in a browser as well: nothing that it needs is of node or of a library', () => {
    const needed = new Set(['picture/draw/drawing-of.ts', 'picture/svg.ts', 'picture/mermaid.ts']);
    for (const file of needed) {
      const text = sources.find((each) => each.file === file)?.text ?? '';
      expect(text.match(/(?:from|import) '(?!\.)[^']+'/g), file).toBeNull();
      for (const target of importsOf(file, text)) needed.add(target);
    }
    expect([...needed].filter((file) => !/^(picture\/|diagnostics\/printable\.ts$)/.test(file))).toEqual([]);
    expect(needed.size).toBeGreaterThan(10);
  });
});

describe('a key', () => {
  it('is revealed at one place: in the header that the tenant client sends', () => {
    const places = sources.flatMap(({ file, text }) => [...text.matchAll(/\.reveal\(/g)].map(() => file));
    expect(places).toEqual(['tenant/client.ts']);
  });

  it('is known to its own room and the tenant’s alone', () => {
    const knowing = sources.filter(({ file, text }) => importsOf(file, text).includes('model/api-key.ts'));
    expect(new Set(knowing.map(({ file }) => roomOf(file)))).toEqual(new Set(['keys', 'tenant']));
  });
});

describe('a plan', () => {
  it('cannot write: a sync alone opens tenants that can', () => {
    const places = sources.filter(({ text }) => /\b(withTenants|openTenants)\(/.test(text)).map(({ file }) => file);
    expect(places.sort()).toEqual([
      'action/job.ts',
      'cli/host.ts',
      'commands/ports.ts',
      'commands/sync/sync.ts',
      'commands/with-tenants.ts',
      'keys/tenants.ts',
    ]);
  });
});

describe('a front end', () => {
  it('of a command reads input and renders: what to do and the exit code are decided in the commands', () => {
    const deciding = sources.filter(
      ({ file, text }) =>
        /^(cli|action)\/[a-z-]+\.ts$/.test(file) && importsOf(file, text).includes('report/exit-code.ts'),
    );
    expect(deciding.map(({ file }) => file)).toEqual([]);
  });

  it('hands over settings and ports, and needs few imports for that', () => {
    const commands = sources.filter(({ file }) =>
      /^(action\/run-\w+|cli\/(validate|plan|sync|status|report|export|doctor|edit\/(detach|hold|reattach|rollback)))\.ts$/.test(
        file,
      ),
    );
    const busy = commands.filter(({ file, text }) => importsOf(file, text).length > 15);
    expect(commands.length).toBe(17);
    expect(busy.map(({ file }) => file)).toEqual([]);
  });
});

/** Rooms that decide: they hand on facts of model/fact, and report/explain alone has words for them. */
const WITHOUT_SENTENCES = ['plan', 'rollout', 'changes', 'doctor', 'engine/native', 'engine/push', 'apply', 'refresh'];
/** Texts that are no words about an outcome: a name that the tenant keeps. */
const TEXTS_OF_THEIR_OWN = ['before storysync overwrote it'];

/** Three words in a row, in a literal that is not thrown as a bug. */
function sentencesIn(text: string): readonly string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '');
  const literals = code.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
  return literals
    .filter((literal) => /[a-z] [a-z]+ [a-z]/i.test(literal.replaceAll(/\$\{[^}]*\}/g, '')))
    .filter((literal) => !literal.includes('Internal error: '));
}

describe('rooms that decide', () => {
  const found = sources
    .filter(({ file }) => WITHOUT_SENTENCES.includes(roomOf(file)))
    .flatMap(({ file, text }) => sentencesIn(text).map((sentence) => ({ file, sentence })));

  it('hold no finished English', () => {
    const strays = found.filter(({ sentence }) => !TEXTS_OF_THEIR_OWN.some((own) => sentence.includes(own)));
    expect(strays).toEqual([]);
    expect(TEXTS_OF_THEIR_OWN.filter((own) => !found.some(({ sentence }) => sentence.includes(own)))).toEqual([]);
    // The check itself sees what it is to see.
    const words = sources.find(({ file }) => file === 'report/explain/explain-push.ts')?.text ?? '';
    expect(sentencesIn(words).length).toBeGreaterThan(20);
  });
});

describe('a newcomer', () => {
  it('finds no file that hides a second concept behind its length', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 300).map(({ file }) => file);
    expect(long).toEqual([]);
  });

  it('finds no folder of more than 24 files', () => {
    const folders = Map.groupBy(sources, ({ file }) => dirname(file));
    expect([...folders].filter(([, files]) => files.length > 24).map(([folder]) => folder)).toEqual([]);
  });

  it('finds one thing behind each exported name', () => {
    const exported = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;
    const places = sources.flatMap(({ file, text }) =>
      [...text.matchAll(exported)].map(([, name]) => ({ name: name ?? '', file })),
    );
    const twice = [...Map.groupBy(places, ({ name }) => name)].filter(([, found]) => found.length > 1);
    expect(twice.map(([name, found]) => `${name}: ${found.map(({ file }) => file).join(', ')}`)).toEqual([]);
  });

  it('finds no files that import each other in a circle', () => {
    const targets = new Map(sources.map(({ file, text }) => [file, importsOf(file, text)]));
    // Who imports nothing of what is left, or is imported by none of it, is part of no circle.
    for (let before = -1; before !== targets.size; ) {
      before = targets.size;
      const imported = new Set([...targets.values()].flat());
      for (const [file, imports] of targets) {
        if (!imported.has(file) || !imports.some((other) => targets.has(other))) targets.delete(file);
      }
    }
    expect([...targets.keys()]).toEqual([]);
  });
});

describe('the tests', () => {
  it('that use nock, which patches the sockets of its process for good, or count steps run in processes of their own', () => {
    const root = resolve(SRC, '..');
    const files = ['src', 'test'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    );
    const patching = files
      .filter((file) => file.endsWith('.test.ts'))
      .filter((file) =>
        /from '(?:nock|[^']*\/(?:mock-tenant-api|steps)\.ts)'/.test(readFileSync(join(root, file), 'utf8')),
      )
      .map((file) => file.split(sep).join('/'));
    expect(patching.length).toBeGreaterThan(3);
    expect(patching.filter((file) => !ALONE.includes(file))).toEqual([]);
    expect(ALONE.filter((file) => !files.includes(file.split('/').join(sep)))).toEqual([]);
  });
});
