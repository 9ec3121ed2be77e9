import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Rig } from '../support/rig.ts';
import { smallWorld } from '../support/worlds.ts';

type Line = { readonly [key: string]: string | number | null };

function linesOf(rig: Rig, file: string): readonly Line[] {
  const text = readFileSync(join(rig.dir, file), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** What is the same in every run. */
function told({ method, path, status, attempt, retry_after, ended }: Line): string {
  return [method, path, status, `attempt ${attempt}`, retry_after ?? '', ended].join(' ').replace('  ', ' ');
}

it('a trace has one line for each request to a tenant, attempts included, in the order in which they ended', async () => {
  await using rig = await smallWorld();
  await rig.fault({ method: 'GET', path: '^/stories$', fault: { kind: 'rate_limited', retry_after: 'seconds 1' } });
  expect((await rig.run('sync', '--destination', 'contoso', '--story', 'enrich', '--trace', 'trace.jsonl')).code).toBe(
    0,
  );
  const lines = linesOf(rig, 'trace.jsonl');
  expect(lines.slice(0, 2).map(told)).toEqual([
    'GET /stories 429 attempt 1 1 refused',
    'GET /stories 200 attempt 2 answered',
  ]);
  // Some of them run side by side.
  expect(lines.slice(2).map(told).toSorted()).toEqual([
    'GET /stories 200 attempt 1 answered',
    'GET /stories 200 attempt 1 answered',
    'GET /stories/{id}/export 200 attempt 1 answered',
    'GET /user_credentials 200 attempt 1 answered',
    'POST /stories/import 200 attempt 1 answered',
  ]);
});

it('a trace holds neither keys nor ids, queries or contents, and only its owner may read it', async () => {
  await using rig = await smallWorld();
  expect((await rig.run('sync', '--trace', 'trace.jsonl')).code).toBe(0);
  const text = readFileSync(join(rig.dir, 'trace.jsonl'), 'utf8');
  for (const key of Object.values(rig.environment)) if (key) expect(text).not.toContain(key);
  expect(text).not.toMatch(/Bearer|Enrich|Triage|team_id|\/\d/);
  const names = 'at_ms attempt bytes_in bytes_out ended method ms path retry_after status tenant'.split(' ');
  for (const line of linesOf(rig, 'trace.jsonl')) expect(Object.keys(line).sort()).toEqual(names);
  expect(statSync(join(rig.dir, 'trace.jsonl')).mode & 0o777).toBe(0o600);
  expect((await rig.takeWrites()).length).toBe(
    linesOf(rig, 'trace.jsonl').filter(({ method }) => method !== 'GET').length,
  );
});

it.each(['plan', 'status --live', 'export', 'reattach --destination contoso --story enrich'])(
  '%s takes a trace too',
  async (command) => {
    await using rig = await smallWorld();
    await rig.run('detach', '--destination', 'contoso', '--story', 'enrich', '--reason', 'tuned');
    await rig.run(...command.split(' '), '--trace', 'trace.jsonl');
    expect(() => statSync(join(rig.dir, 'trace.jsonl'))).not.toThrow();
  },
);

it('no trace is written over a file or through a link, and then nothing is asked', async () => {
  await using rig = await smallWorld();
  writeFileSync(join(rig.dir, 'mine.txt'), 'mine');
  symlinkSync(join(rig.dir, 'elsewhere.txt'), join(rig.dir, 'link.txt'));
  for (const file of ['mine.txt', 'link.txt']) {
    const run = await rig.run('plan', '--trace', file);
    expect(run.code).toBe(2);
    expect(run.err).toContain(`the trace cannot be written to ${file}: the file already exists`);
  }
  expect(readFileSync(join(rig.dir, 'mine.txt'), 'utf8')).toBe('mine');
  expect(() => statSync(join(rig.dir, 'elsewhere.txt'))).toThrow();
  expect(await rig.log()).toEqual([]);
});

it('a status that asks nobody has no requests to trace', async () => {
  await using rig = await smallWorld();
  const run = await rig.run('status', '--trace', 'trace.jsonl');
  expect(run.code).toBe(2);
  expect(run.err).toContain('--trace needs --live');
});

it.each([
  [['status', '--read-timeout', '5'], '--read-timeout needs --live'],
  [['plan', '--offline', '--read-timeout', '5'], "cannot be used with option '--read-timeout"],
  [['reattach', '--offline', '--trace', 'a', '--destination', 'a', '--story', 'b'], "with option '--trace"],
])('what is about requests is refused where no tenant is asked: %j', async (args, words) => {
  await using rig = await smallWorld();
  const run = await rig.run(...args);
  expect([run.code, run.err]).toEqual([2, expect.stringContaining(words)]);
});
