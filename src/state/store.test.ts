import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cloneOf, serve } from '../../test/support/git-remotes.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { StateRun } from '../../test/support/state-run.ts';
import { openGitStateStore } from './git-store.ts';
import { createMemoryStateStore } from './memory-store.ts';
import type { StateStore } from './port.ts';

function emptyRepository(): string {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-state-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  execFileSync('git', ['init', '--quiet', dir]);
  return dir;
}

async function gitStore(): Promise<StateStore> {
  const dir = emptyRepository();
  const author = { name: 'storysync', email: 'storysync@example.com' };
  const opened = await openGitStateStore({ dir, branch: 'storysync/state', author, clock: instantClock() });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const stores: readonly (readonly [string, () => Promise<StateStore>])[] = [
  ['in memory', async () => createMemoryStateStore(instantClock())],
  ['in git', gitStore],
  ['shared over a remote', async () => (await StateRun.start(cloneOf((await serve()).url))).store],
];

it('a state store in git says when it was written last', async () => {
  const store = await gitStore();
  expect(await store.writtenAt()).toBeUndefined();
  await store.write('contoso', 'one', 'note');
  expect(await store.writtenAt()).toBe('2026-03-01T12:00:00.000Z');
});

it('a state store in git knows what its files were before, those at the top too, newest first', async () => {
  const store = await gitStore();
  const rollout = store.ofFleet('rollout.json');
  for (const text of ['one', 'two', 'three']) {
    await rollout.write(text, 'note');
    await store.write('contoso', `state ${text}`, 'note');
  }
  for (const [file, texts] of [
    [() => rollout.past(), ['two', 'one']],
    [() => store.past('contoso'), ['state two', 'state one']],
  ] as const) {
    const past = await file();
    const read = await Promise.all((past.ok ? past.value : []).map((each) => each.read()));
    expect(read).toEqual(texts.map((value) => ({ ok: true, value })));
  }
});

describe.each(stores)('a state store %s', (_, open) => {
  it('knows nothing at first', async () => {
    const store = await open();
    expect(await store.read('contoso')).toEqual({ ok: true, value: undefined });
  });

  it('gives back the text it was given', async () => {
    const store = await open();
    expect(await store.write('contoso', '{"a": "ü \u2028 😀"}\n', 'note')).toEqual({ ok: true, value: null });
    expect(await store.read('contoso')).toEqual({ ok: true, value: '{"a": "ü \u2028 😀"}\n' });
    expect(await store.read('fabrikam')).toEqual({ ok: true, value: undefined });
  });

  it('replaces a text and keeps those of other destinations', async () => {
    const store = await open();
    await store.write('contoso', 'one', 'note');
    await store.write('fabrikam', 'other', 'note');
    await store.write('contoso', 'two', 'note');
    expect(await store.read('contoso')).toEqual({ ok: true, value: 'two' });
    expect(await store.read('fabrikam')).toEqual({ ok: true, value: 'other' });
  });

  it('names what it holds, in one order', async () => {
    const store = await open();
    expect(await store.names()).toEqual({ ok: true, value: [] });
    for (const name of ['fabrikam', 'contoso', 'contoso.eu']) await store.write(name, 'text', 'note');
    expect(await store.names()).toEqual({ ok: true, value: ['contoso', 'contoso.eu', 'fabrikam'] });
  });

  it('keeps names apart that begin alike or look like object keys', async () => {
    const store = await open();
    const names = ['a', 'a.json', 'a-b', 'constructor', 'tostring'];
    for (const name of names) await store.write(name, `text of ${name}`, 'note');
    for (const name of names) expect(await store.read(name)).toEqual({ ok: true, value: `text of ${name}` });
  });

  it('loses nothing of fifty writes at once', async () => {
    const store = await open();
    const names = Array.from({ length: 50 }, (_unused, index) => `tenant-${index}`);
    const results = await Promise.all(names.map((name) => store.write(name, `text of ${name}`, `note ${name}`)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const texts = await Promise.all(names.map((name) => store.read(name)));
    expect(texts).toEqual(names.map((name) => ({ ok: true, value: `text of ${name}` })));
  });

  it('keeps copies beside the state, also two at once, and flushes', async () => {
    const store = await open();
    await store.write('contoso', 'one', 'note');
    const kept = await Promise.all(
      ['old-1.json', 'old-2.json'].map((file) => store.keep('contoso', file, `copy ${file}`, 'copy')),
    );
    expect(kept.map(({ ok }) => ok)).toEqual([true, true]);
    await store.write('contoso', 'two', 'note');
    expect(await store.flush()).toEqual({ ok: true, value: null });
    expect(await store.read('contoso')).toEqual({ ok: true, value: 'two' });
  });

  it('has a file of the whole fleet beside the destinations, and neither is taken for the other', async () => {
    const store = await open();
    const rollout = store.ofFleet('rollout.json');
    expect(await rollout.read()).toEqual({ ok: true, value: undefined });
    await store.write('rollout', 'of a destination', 'note');
    expect(await rollout.write('of the fleet', 'note')).toEqual({ ok: true, value: null });
    expect(await store.ofFleet('rollout.json').read()).toEqual({ ok: true, value: 'of the fleet' });
    expect(await store.read('rollout')).toEqual({ ok: true, value: 'of a destination' });
    expect(await store.names()).toEqual({ ok: true, value: ['rollout'] });
    expect(await store.flush()).toEqual({ ok: true, value: null });
  });

  it('ends with the last of several writes of one name', async () => {
    const store = await open();
    await Promise.all(['one', 'two', 'three'].map((text) => store.write('contoso', text, 'note')));
    expect(await store.read('contoso')).toEqual({ ok: true, value: 'three' });
  });
});
