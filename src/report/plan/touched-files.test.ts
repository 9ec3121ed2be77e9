import { expect, it } from 'vitest';
import { inTerminal } from '../phrase.ts';
import { touchedFilesPhrase } from './touched-files.ts';

const base = '3fa9b2c41d22'.padEnd(40, '0');

it.each([
  [[], ', neither the manifest nor a story changed.'],
  [
    [
      { path: 'sync.yaml', change: 'update' },
      { path: 'stories/a.json', change: 'add' },
      { path: 'stories/b.json', change: 'remove' },
      { path: 'stories/d.json', change: 'rename', from: 'stories/c.json' },
    ],
    ': sync.yaml changed, stories/a.json added, stories/b.json removed, stories/c.json renamed to stories/d.json',
  ],
  [
    Array.from({ length: 7 }, (_, index) => ({ path: `${index}.json`, change: 'update' }) as const),
    ': 0.json changed, 1.json changed, 2.json changed, 3.json changed, 4.json changed, 2 more',
  ],
] as const)('a change set of %j is told in one line', (files, told) => {
  expect(inTerminal(touchedFilesPhrase({ base, files }))).toBe(`Since commit 3fa9b2c41d22${told}`);
});
