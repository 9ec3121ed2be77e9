import { describe, expect, it } from 'vitest';
import { instantClock } from '../../test/support/instant-clock.ts';
import { storyState } from '../../test/support/planning.ts';
import { ok } from '../diagnostics/result.ts';
import type { StateContent } from '../model/destination-state.ts';
import type { Seal } from './envelope.ts';
import { createMemoryStateStore } from './memory-store.ts';
import type { FormerText, StateStore } from './port.ts';
import { StateFiles } from './state-files.ts';
import { StateKeys } from './state-keys.ts';

const EXPECTED = { name: 'contoso', tenantUrl: 'https://contoso.example', teamId: 42 };

function sealOf(letter: string): Seal {
  const keys = StateKeys.read(letter.repeat(32));
  if (!keys.ok || keys.value === undefined) throw new Error('no key');
  return { keys: keys.value, repository: 'git.example/acme/sync' };
}
const [OURS, THEIRS] = [sealOf('k'), sealOf('x')];

function content(name = 'Triage'): StateContent {
  const { tenantUrl, teamId } = EXPECTED;
  return { tenantUrl, teamId, stories: { triage: storyState(7, { name }) }, recordTypes: {}, last: {} };
}

async function writtenBy(seal: Seal | undefined): Promise<StateStore> {
  const store = createMemoryStateStore(instantClock());
  expect(await new StateFiles(store, seal).write('contoso', content(), 'note')).toMatchObject({ ok: true });
  return store;
}

async function read(store: StateStore, seal: Seal | undefined): Promise<string> {
  const reading = await new StateFiles(store, seal).read(EXPECTED);
  return reading.kind === 'state' ? `state, ${reading.state.proven ? 'proven' : 'a hint'}` : reading.kind;
}

describe('a state file', () => {
  it.each([
    ['proven when our key signed it', OURS, OURS, 'state, proven'],
    ['not believed when another key signed it', THEIRS, OURS, 'doubtful'],
    ['not believed when nobody signed it and there is a key', undefined, OURS, 'doubtful'],
    ['a hint when it is signed and there is no key', OURS, undefined, 'state, a hint'],
    ['a hint when nobody signed it and there is no key', undefined, undefined, 'state, a hint'],
  ] as const)('is %s', async (_, writer, reader, expected) => {
    expect(await read(await writtenBy(writer), reader)).toBe(expected);
  });

  it('is not believed once an older one stands in its place', async () => {
    const store = await writtenBy(OURS);
    const old = await store.read('contoso');
    const files = new StateFiles(store, OURS);
    await files.read(EXPECTED);
    await files.write('contoso', content('Renamed'), 'note');
    const newer = await store.read('contoso');
    if (!old.ok || !newer.ok || old.value === undefined || newer.value === undefined)
      throw new Error('nothing written');
    const former: FormerText = { id: 'newer', read: async () => ok(newer.value ?? '') };
    await store.write('contoso', old.value, 'put back');
    const past = async () => ok([former]);
    expect(await read({ ...store, past }, OURS)).toBe('replayed');
  });

  it.each([
    ['signed by a run with the key', OURS, OURS, 'signed'],
    ['left as it is when it is signed and there is no key', OURS, undefined, 'left'],
    ['written without a signature when there is none and no key', undefined, undefined, 'unsigned'],
  ] as const)('is %s', async (_, writer, reader, expected) => {
    const store = await writtenBy(writer);
    const before = await store.read('contoso');
    const files = new StateFiles(store, reader);
    await files.read(EXPECTED);
    expect(await files.write('contoso', content('Renamed'), 'note')).toEqual({ ok: true, value: expected });
    const same = JSON.stringify(await store.read('contoso')) === JSON.stringify(before);
    expect(same).toBe(expected === 'left');
  });

  it('is not written anew when nothing changed', async () => {
    const store = await writtenBy(OURS);
    const before = await store.read('contoso');
    const files = new StateFiles(store, OURS);
    await files.read(EXPECTED);
    expect(await files.write('contoso', content(), 'note')).toEqual({ ok: true, value: 'signed' });
    expect(await store.read('contoso')).toEqual(before);
  });
});
