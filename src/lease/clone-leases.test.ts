import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CloneLeases } from './clone-leases.ts';

function clone(): { folder: string; enter: () => CloneLeases; told: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-leases-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const told: string[] = [];
  const onWait = (destination: string, owner: string): void => void told.push(`${destination}: ${owner}`);
  return { folder, told, enter: () => new CloneLeases({ commonDir: folder, onWait }) };
}

describe('leases in a clone', () => {
  it('go from one run to the next, which is told that it waited and for whom', async () => {
    const { enter, told, folder } = clone();
    const [a, b] = [enter(), enter()];
    const first = await a.take('contoso', new AbortController().signal);
    const second = b.take('contoso', new AbortController().signal);
    await expect.poll(() => told).toEqual([expect.stringMatching(`^contoso: process ${process.pid} on `)]);
    if (first.kind !== 'ours') throw new Error(first.kind);
    await first.release();
    const answer = await second;
    expect(answer).toMatchObject({ kind: 'ours', waited: true });
    if (answer.kind === 'ours') await answer.release();
    expect(readdirSync(join(folder, 'storysync', 'leases'))).toEqual([]);
  });

  it('of different destinations stand in nobody’s way', async () => {
    const { enter } = clone();
    const answers = await Promise.all(['one', 'two'].map((name) => enter().take(name, new AbortController().signal)));
    expect(answers).toMatchObject([
      { kind: 'ours', waited: false },
      { kind: 'ours', waited: false },
    ]);
    for (const answer of answers) if (answer.kind === 'ours') await answer.release();
  });

  it('are waited for no longer than the run goes on', async () => {
    const { enter, told } = clone();
    const first = await enter().take('contoso', new AbortController().signal);
    const stop = new AbortController();
    const second = enter().take('contoso', stop.signal);
    await expect.poll(() => told.length).toBe(1);
    stop.abort();
    expect(await second).toEqual({ kind: 'stopped' });
    if (first.kind === 'ours') await first.release();
  });

  it('are no reason to stop where nothing can be written beside git', async () => {
    const { folder, enter } = clone();
    writeFileSync(join(folder, 'storysync'), 'in the way');
    expect(await enter().take('contoso', new AbortController().signal)).toMatchObject({ kind: 'ours', waited: false });
  });
});
