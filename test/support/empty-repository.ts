import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CONFIG = '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n';

/** What `git init --template= --initial-branch=main` makes in that folder, without starting a program for each test. */
export function makeEmptyRepository(dir: string): void {
  for (const part of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags']) {
    mkdirSync(join(dir, '.git', part), { recursive: true });
  }
  writeFileSync(join(dir, '.git/HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(dir, '.git/config'), CONFIG);
}
