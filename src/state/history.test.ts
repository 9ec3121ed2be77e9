import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ObjectWriter } from '../git/objects/object-writer.ts';
import { ObjectReader } from '../git/objects/objects.ts';
import { shortenedHistory } from './history.ts';
import { StateTree } from './state-tree.ts';

const LIMITS = { longest: 6, kept: 3 };
const AUTHOR = { name: 'storysync', email: 'storysync@example.com' };

/** A line of a hundred commits, the newest first. */
async function hundredCommits(): Promise<{ readonly tree: StateTree; readonly line: readonly string[] }> {
  const dir = mkdtempSync(join(tmpdir(), 'storysync-history-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  mkdirSync(join(dir, 'objects'));
  const tree = new StateTree(new ObjectReader([dir]), new ObjectWriter(dir));
  const line: string[] = [];
  for (let index = 0; index < 100; index++) {
    const at = new Date(Date.parse('2026-11-22T10:00:00Z') + index * 1000);
    line.unshift(await tree.write({ parent: line[0], files: [], message: `${index}\n`, author: AUTHOR, at }));
  }
  return { tree, line };
}

it('a long history is cut by a run that adds to it, and not by each one that adds nothing', async () => {
  const { tree, line } = await hundredCommits();
  const [tip = '', before] = line;
  expect(await shortenedHistory(tree, tip, before, LIMITS)).toMatch(/^[0-9a-f]{40}$/);
  expect(await shortenedHistory(tree, tip, tip, LIMITS)).toBeUndefined();
});
