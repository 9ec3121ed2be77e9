import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../src/json/canonical.ts';
import { messageOf, startChild } from './child.ts';
import type { ClientRun } from './client-process.ts';
import { generatedStory, storyText } from './stories.ts';

export type ExportPhase = { readonly title: string; readonly run: ClientRun; readonly written: number };

const KEY = 'origin-bench-key';
const TEAM = 7;

/** Exports that many stories of one origin twice: into an empty repository, and once more with nothing changed. */
export async function measureExport(stories: number): Promise<readonly ExportPhase[]> {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-bench-export-'));
  const repository = join(dir, 'repository');
  const emulator = startChild('emulator-process.ts', { args: [writeOrigin(dir, stories)] });
  try {
    const { url } = await messageOf<{ readonly url: string }>(emulator);
    mkdirSync(repository);
    writeFileSync(join(repository, 'sync.yaml'), manifest(url, stories));
    execFileSync('git', ['init', '--quiet', '--template='], { cwd: repository, stdio: 'pipe' });
    const first = await run(repository, 'First export: every file is new');
    const second = await run(repository, 'Export, nothing changed');
    if (first.written !== stories || second.written !== 0) {
      throw new Error(`exports wrote ${first.written} and ${second.written} files`);
    }
    return [first, second];
  } finally {
    emulator.disconnect();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A process of its own for each run, so that its peak memory is its own. */
async function run(repository: string, title: string): Promise<ExportPhase> {
  const before = inodes(repository);
  const client = startChild('client-process.ts', { directory: repository, environment: { ORIGIN_KEY: KEY, CI: '' } });
  client.send(['export', '--quiet']);
  const done = await messageOf<ClientRun>(client);
  client.disconnect();
  if (done.exitCode !== 0) throw new Error(`${title} ended with ${done.exitCode}: ${done.out}${done.err}`);
  const written = [...inodes(repository)].filter(([file, inode]) => before.get(file) !== inode).length;
  return { title, run: done, written };
}

/** A file that is written again gets another inode. */
function inodes(repository: string): ReadonlyMap<string, number> {
  const folder = join(repository, 'stories');
  try {
    return new Map(readdirSync(folder).map((file) => [file, statSync(join(folder, file)).ino]));
  } catch {
    return new Map();
  }
}

/** The emulator's config, with every story in a file beside it. */
function writeOrigin(dir: string, stories: number): string {
  mkdirSync(join(dir, 'origin'));
  const settings = { keep_guid: true, change_control: true };
  const entries = Array.from({ length: stories }, (_, index) => {
    const story = generatedStory(index);
    const file = join(dir, 'origin', `${story.key}.json`);
    writeFileSync(file, storyText(story));
    return { file: `origin/${story.key}.json`, id: index + 1, ...settings };
  });
  const config = join(dir, 'emulator.json');
  const tenant = { keys: [{ key: KEY }], teams: [{ id: TEAM, stories: entries }] };
  writeFileSync(config, JSON.stringify({ tenants: { origin: tenant } }));
  return config;
}

function manifest(url: string, stories: number): string {
  const keys = Array.from({ length: stories }, (_, index): [string, object] => [
    generatedStory(index).key,
    { id: index + 1 },
  ]);
  return canonicalJson({
    version: 1,
    origin: { tenant_url: `${url}/origin`, team_id: TEAM, api_key: '${ORIGIN_KEY}' },
    stories: JSON.parse(JSON.stringify(Object.fromEntries(keys))),
    destinations: {},
  });
}

/** The section of RESULTS.md. */
export function exportSection(phases: readonly ExportPhase[], stories: number): string {
  const rows = phases.map(({ title, run: { seconds, cpuSeconds, peakMegabytes }, written }) => {
    const cells = [title, seconds.toFixed(1), cpuSeconds.toFixed(1), String(written), peakMegabytes.toFixed(0)];
    return `| ${cells.join(' | ')} |`;
  });
  return `## Exporting an origin

${stories.toLocaleString('en-US')} generated stories of one team, one export each; the emulator runs in another process.

| run | seconds | client CPU, s | files written | peak MB |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

- Above 4,500 requests the budget of calls to one tenant binds: 4,500 in a minute, a tenth below what the vendor allows.
- Nothing is kept of a story whose file stays as it is; of a changed one the file's text and both stories are.
`;
}
