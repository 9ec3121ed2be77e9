import { join } from 'node:path';
import type { Paint } from '../diagnostics/paint.ts';
import { type RunningEmulator, startEmulator } from '../emulator/start.ts';
import { addField, editAlertType, retypeField } from './alert-type.ts';
import { Customer } from './customer.ts';
import { DemoFolder } from './folder.ts';

export type DemoTools = {
  readonly say: (text: string) => void;
  readonly paint: Paint;
  /** Runs a storysync command line in that folder with these keys, and prints what it prints. */
  readonly run: (argv: readonly string[], folder: string, keys: Readonly<Record<string, string>>) => Promise<number>;
};

const KEYS = {
  ACME_TINES_API_KEY: 'acme-emulator-key',
  CONTOSO_TINES_API_KEY: 'contoso-emulator-key',
  FABRIKAM_TINES_API_KEY: 'fabrikam-emulator-key',
  NORTHWIND_TINES_API_KEY: 'northwind-emulator-key',
} as const;

const TRIAGE = 'stories/phishing-triage.json';

/** The whole loop on the emulator, narrated. Every command line shown is really run. */
export async function runDemo(tools: DemoTools): Promise<number> {
  const folder = await DemoFolder.create();
  const emulator = await startDemoEmulator(folder);
  folder.write('sync.yaml', folder.read('sync.yaml').replaceAll('127.0.0.1:4010', `127.0.0.1:${emulator.port}`));
  try {
    return await new Narration(tools, folder, emulator).tell();
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
  readonly #contoso: Customer;
  #step = 0;
  #failed = false;

  constructor(tools: DemoTools, folder: DemoFolder, emulator: RunningEmulator) {
    this.#tools = tools;
    this.#folder = folder;
    this.#emulator = emulator;
    this.#contoso = new Customer(emulator.url, 'contoso', KEYS.CONTOSO_TINES_API_KEY, 42);
  }

  async tell(): Promise<number> {
    await this.#repository();
    await this.#firstPlan();
    await this.#firstSync();
    await this.#addedField();
    await this.#retypedField();
    await this.#secondRun();
    this.#goodbye();
    return this.#failed ? 1 : 0;
  }

  async #repository(): Promise<void> {
    this.#title('A repository: a manifest and the published stories');
    await this.#folder.commit('Add the manifest and three stories');
    this.#text(`${this.#folder.path}
  sync.yaml                        who receives what
  stories/phishing-triage.json     calls ioc-enrichment, keeps records of type Alert
  stories/ioc-enrichment.json
  stories/incident-response.json   has a page and a schedule, keeps records of type Incident`);
    this.#quote('sync.yaml', /^destinations:/m, 8);
    this.#text('Keys are names of environment variables, never keys. First the check that needs no network:');
    await this.#run('validate');
  }

  async #firstPlan(): Promise<void> {
    this.#title('The plan: three tenants, read but not touched');
    this.#text(
      'The emulator plays the tenants contoso, fabrikam and northwind. A plan cannot write: it has no means to.',
    );
    await this.#run('plan');
  }

  async #firstSync(): Promise<void> {
    this.#title('The push: exactly that plan, and a status for every story');
    this.#text(
      'Record types first, callees before callers; every story is read back and compared before it is "synced".',
    );
    await this.#run('sync');
    this.#text('northwind is manual_sync_only: naming it is the consent.');
    await this.#run('sync', '--destination', 'northwind');
  }

  async #addedField(): Promise<void> {
    this.#title('A change that adds a record field: the type is updated in place');
    await this.#contoso.keepRecords('Alert', 3);
    await this.#change('Note the source IP of every alert', addField('Source IP', 'TEXT'));
    await this.#run('plan', '--destination', 'contoso');
    await this.#run('sync', '--destination', 'contoso');
    await this.#showTypes();
  }

  async #retypedField(): Promise<void> {
    this.#title("A change of a field's type: a new type, and old data untouched");
    await this.#change('Keep the score as text', retypeField('Score', 'TEXT'));
    await this.#run('plan', '--destination', 'contoso');
    await this.#run('sync', '--destination', 'contoso');
    await this.#showTypes();
  }

  async #secondRun(): Promise<void> {
    this.#title('A second run does nothing');
    await this.#run('sync', '--manual');
    const before = await this.#countWrites();
    await this.#run('sync', '--manual');
    await this.#run('plan', '--destination', '*', '--expect-no-changes');
    const writes = (await this.#countWrites()) - before;
    this.#text(`Writes that reached the tenants in the second run: ${writes}.`);
    if (writes !== 0) this.#failed = true;
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
  git -C ${this.#folder.path} log storysync/state -- destinations/contoso.json

Change a story below ${join(this.#folder.path, 'stories')}, commit, and plan again.`);
  }

  async #change(message: string, edit: Parameters<typeof editAlertType>[1]): Promise<void> {
    this.#folder.write(TRIAGE, editAlertType(this.#folder.read(TRIAGE), edit));
    await this.#folder.commit(message);
    this.#text(`${this.#tools.paint.dim('$')} git commit -m "${message}"`);
  }

  async #showTypes(): Promise<void> {
    const lines = await this.#contoso.describeTypes();
    this.#text(`Record types at contoso now:\n${lines.map((line) => `  ${line}`).join('\n')}`);
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
    const { say, paint } = this.#tools;
    const line = `── ${this.#step}. ${text} `;
    say(`\n${paint.cyan(paint.bold(line.padEnd(100, '─')))}\n\n`);
  }

  #text(text: string): void {
    this.#tools.say(`${text}\n\n`);
  }

  #quote(file: string, from: RegExp, lines: number): void {
    const text = this.#folder.read(file);
    const shown = text.slice(text.search(from)).split('\n').slice(0, lines);
    this.#text(shown.map((line) => this.#tools.paint.dim(`  │ ${line}`)).join('\n'));
  }
}
