import fs, { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import git from 'isomorphic-git';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { systemCode, systemWords } from '../diagnostics/system-code.ts';

const AUTHOR = { name: 'Demo', email: 'demo@example.com' };
const FILES = ['sync.yaml', 'stories', 'emulator.yaml'];

/** A repository of the demo's own: the quickstart example, pointed at the port its emulator got. */
export class DemoFolder {
  readonly path: string;
  readonly #files: readonly string[];

  private constructor(path: string, files: readonly string[]) {
    this.path = path;
    this.#files = files;
  }

  /** Or why there is no room for it. */
  static async create(): Promise<Result<DemoFolder, string>> {
    let path: string;
    try {
      path = mkdtempSync(join(tmpdir(), 'storysync-demo-'));
    } catch (error) {
      return fail(`cannot create a folder in ${tmpdir()}: ${systemWords(systemCode(error))}`);
    }
    const example = quickstart();
    for (const file of FILES) cpSync(join(example, file), join(path, file), { recursive: true });
    await git.init({ fs, dir: path, defaultBranch: 'main' });
    const stories = ['phishing-triage', 'ioc-enrichment', 'incident-response'].map((key) => `stories/${key}.json`);
    return ok(new DemoFolder(path, ['sync.yaml', 'emulator.yaml', ...stories]));
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.path, file), text);
  }

  async commit(message: string): Promise<string> {
    await git.add({ fs, dir: this.path, filepath: [...this.#files] });
    return git.commit({ fs, dir: this.path, message, author: AUTHOR });
  }

  async lastMessage(): Promise<string> {
    const [last] = await git.log({ fs, dir: this.path, depth: 1 });
    return last?.commit.message ?? '';
  }
}

/** The example as a bundle has it, beside itself, or as a clone has it, above the source. */
function quickstart(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const places = [join(folder, 'quickstart'), join(folder, 'examples/quickstart')];
    const found = places.find((place) => existsSync(join(place, 'sync.yaml')));
    if (found !== undefined) return found;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the files of the quickstart example are missing');
    folder = parent;
  }
}
