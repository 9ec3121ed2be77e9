import { join } from 'node:path';
import type { Paint } from '../diagnostics/paint.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import { wrap } from '../diagnostics/wrap.ts';
import { type RunningEmulator, startEmulator } from '../emulator/control/start.ts';
import { DemoAuthor, type Edition } from './author.ts';
import { Customer } from './customer.ts';
import { SCORE_AS_TEXT, SOURCE_IP } from './editions.ts';
import { DemoFolder } from './folder.ts';

export type DemoTools = {
  readonly say: (text: string) => void;
  readonly paint: Paint;
  /** Of the terminal; absent where nobody looks. */
  readonly columns?: number | undefined;
  /** Runs a storysync command line in that folder with these keys, and prints what it prints. */
  readonly run: (argv: readonly string[], folder: string, keys: Readonly<Record<string, string>>) => Promise<number>;
};

const KEYS = {
  ACME_TINES_API_KEY: 'acme-emulator-key',
  CONTOSO_TINES_API_KEY: 'contoso-emulator-key',
  FABRIKAM_TINES_API_KEY: 'fabrikam-emulator-key',
  NORTHWIND_TINES_API_KEY: 'northwind-emulator-key',
} as const;

/** To be copied as it stands, in one line. */
const COMMAND = /^ {2}(?:npx|export|git) /;

/** Id and name of the story that changes. */
const TRIAGE = { id: 9981, name: 'Phishing triage' } as const;

/** The whole loop on the emulator, narrated. Every command line shown is really run. */
export async function runDemo(tools: DemoTools): Promise<Result<number, string>> {
  const created = await DemoFolder.create();
  if (!created.ok) return created;
  const folder = created.value;
  const emulator = await startDemoEmulator(folder);
  folder.write('sync.yaml', folder.read('sync.yaml').replaceAll('127.0.0.1:4010', `127.0.0.1:${emulator.port}`));
  try {
    const author = await DemoAuthor.hire(emulator.url, 'acme', KEYS.ACME_TINES_API_KEY, 7);
    return ok(await new Narration(tools, folder, emulator, author).tell());
  } finally {
    await emulator.close();
  }
}

async function startDemoEmulator(folder: DemoFolder): Promise<RunningEmulator> {
  const options = {
    configText: folder.read('emulator.yaml'),
    configDir: folder.path,
    dataDir: join(folder.path, '.git', 'emulator-data'),
  };
  try {
    return await startEmulator({ port: 4010, ...options });
  } catch {
    // The port is in use; any other one serves as well, and whatever else was wrong is said by the second attempt.
    return startEmulator({ port: 0, ...options });
  }
}

class Narration {
  readonly #tools: DemoTools;
  readonly #folder: DemoFolder;
  readonly #emulator: RunningEmulator;
  readonly #author: DemoAuthor;
  readonly #contoso: Customer;
  #step = 0;
  #failed = false;

  constructor(tools: DemoTools, folder: DemoFolder, emulator: RunningEmulator, author: DemoAuthor) {
    this.#author = author;
    this.#tools = tools;
    this.#folder = folder;
    this.#emulator = emulator;
    this.#contoso = new Customer(emulator.url, 'contoso', KEYS.CONTOSO_TINES_API_KEY, 42);
  }

  async tell(): Promise<number> {
    await this.#repository();
    await this.#firstSync();
    await this.#publishedChange();
    await this.#customersEdit();
    await this.#replacedType();
    await this.#secondRun();
    this.#goodbye();
    return this.#failed ? 1 : 0;
  }

  async #repository(): Promise<void> {
    this.#title('A repository: a manifest and the published stories');
    await this.#folder.commit('Add the manifest and three stories');
    this.#text(`${this.#folder.path}
  sync.yaml                        which tenant and team receives what
  stories/phishing-triage.json     calls ioc-enrichment, keeps records of type Alert
  stories/ioc-enrichment.json
  stories/incident-response.json   has a page and a schedule, keeps records of type Incident`);
    this.#quote('sync.yaml', /^ {2}contoso:/m, 6);
    this.#text('Keys are names of environment variables, never keys. First the check that needs no network:');
    await this.#run('validate');
  }

  async #firstSync(): Promise<void> {
    this.#title('Plan and push: exactly that plan, and a status for every story');
    this.#text('The emulator plays the tenants. A plan reads them and cannot write.');
    await this.#run('plan');
    this.#text(
      'Record types first, callees before callers; every story is read back and compared before it is "synced".',
    );
    await this.#run('sync');
  }

  async #publishedChange(): Promise<void> {
    this.#title('The author publishes a change: export, plan, push');
    await this.#contoso.keepRecords('Alert', 3);
    await this.#publish(SOURCE_IP);
    await this.#run('export', '--commit');
    const message = (await this.#folder.lastMessage()).trimEnd().split('\n');
    this.#text(`Reviewers of the commit read the same:\n\n${this.#quoted(message)}`);
    await this.#run('plan', '--destination', 'contoso');
    await this.#run('sync', '--destination', 'contoso');
  }

  async #customersEdit(): Promise<void> {
    this.#title('A customer edits the story: the plan tells whose change it is');
    await this.#contoso.editOption(TRIAGE.name, 'Drop repeats', 'lookback', '50');
    this.#text('An analyst at contoso sets the same option to 50, in the editor of their tenant. The next plan:');
    await this.#run('plan', '--destination', 'contoso');
    this.#text('The "on_drift" option of the destination decides: overwrite (as here), keep or fail.');
    await this.#run('sync', '--destination', 'contoso');
    const versions = await this.#contoso.namedVersions(TRIAGE.name);
    this.#text(`Versions of the story at contoso: ${versions.map((name) => `"${name}"`).join(', ')}`);
  }

  async #replacedType(): Promise<void> {
    this.#title("A change of a field's type: a new record type, and old data untouched");
    await this.#publish(SCORE_AS_TEXT);
    await this.#run('export', '--commit');
    await this.#run('plan', '--destination', 'contoso');
    await this.#run('sync', '--destination', 'contoso');
    const lines = await this.#contoso.describeTypes();
    this.#text(`Record types at contoso now:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  }

  async #secondRun(): Promise<void> {
    this.#title('A second run does nothing, and git records where everything stands');
    this.#text('northwind is manual_sync_only: --manual, or naming it with --destination, is the consent.');
    await this.#run('sync', '--manual');
    const before = await this.#countWrites();
    await this.#run('sync', '--manual');
    const writes = (await this.#countWrites()) - before;
    this.#text(`Writes that reached the tenants in the second run: ${writes}.`);
    if (writes !== 0) this.#failed = true;
    await this.#run('status');
  }

  #goodbye(): void {
    const manifest = join(this.#folder.path, 'sync.yaml');
    const port = this.#emulator.port;
    this.#title('Your turn');
    const exports = Object.entries(KEYS).map(([name, key]) => `export ${name}=${key}`);
    this.#text(`Everything is still there. In one terminal, the tenants as they are now:

  npx storysync emulator --port ${port} --data ${join(this.#folder.path, '.git', 'emulator-data')}

In another one, from this folder:

  ${exports.join('\n  ')}
  npx storysync plan --manifest ${manifest}
  npx storysync status --manifest ${manifest} --live
  npx storysync status --format html --manifest ${manifest} > ${join(this.#folder.path, '.git', 'fleet.html')}
  git -C ${this.#folder.path} log storysync/state -- destinations/contoso.json

Change a story below ${join(this.#folder.path, 'stories')}, commit, and plan again. Open fleet.html in a browser: the fleet on one page, without a server.`);
  }

  async #publish(edition: Edition): Promise<void> {
    await this.#author.publish(TRIAGE.id, edition);
    this.#text(`A draft on the origin, approved by a second person and promoted: "${edition.title}".`);
  }

  async #countWrites(): Promise<number> {
    const response = await fetch(`${this.#emulator.url}/_emulator/log`);
    const { entries } = (await response.json()) as { readonly entries: readonly { readonly method: string }[] };
    return entries.filter(({ method }) => method !== 'GET').length;
  }

  async #run(...argv: readonly string[]): Promise<void> {
    const { say, paint, run } = this.#tools;
    const shown = argv.map((word) => (/[*]/.test(word) ? `'${word}'` : word)).join(' ');
    say(`${paint.dim('$')} ${paint.bold(`storysync ${shown}`)}\n`);
    const code = await run([...argv, '--quiet'], this.#folder.path, KEYS);
    if (code !== 0) this.#failed = true;
    say(code === 0 ? '\n' : paint.red(`(exit code ${code})\n\n`));
  }

  #title(text: string): void {
    this.#step += 1;
    const { say, paint, columns = 100 } = this.#tools;
    const line = `── ${this.#step}. ${text} `.padEnd(Math.min(columns, 100), '─');
    const lines = wrap(line, '', '   ', columns, (each) => paint.cyan(paint.bold(each)));
    say(`\n${lines.join('\n')}\n\n`);
  }

  #text(text: string): void {
    const { say, columns } = this.#tools;
    const lines = text.split('\n').flatMap((line) => {
      return COMMAND.test(line) ? [line] : wrap(line, '', `${/^ */.exec(line)?.[0] ?? ''}  `, columns);
    });
    say(`${lines.join('\n')}\n\n`);
  }

  #quote(file: string, from: RegExp, lines: number): void {
    const text = this.#folder.read(file);
    const shown = text.slice(text.search(from)).split('\n').slice(0, lines);
    this.#text(this.#quoted(shown));
  }

  #quoted(lines: readonly string[]): string {
    return lines.map((line) => this.#tools.paint.dim(`  │ ${line}`.trimEnd())).join('\n');
  }
}
