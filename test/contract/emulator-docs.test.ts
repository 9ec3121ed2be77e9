import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SWITCHES } from '../../src/emulator/control/config.ts';
import { FAULTS } from '../../src/emulator/faults/faults.ts';

const page = readFileSync(new URL('../../docs/emulator.md', import.meta.url), 'utf8');

/** The rows of the table below a heading, as cells. */
function table(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

describe('docs/emulator.md', () => {
  it('describes every switch with its positions and meaning', () => {
    expect(table('Switches')).toEqual(
      Object.entries(SWITCHES).map(([name, { positions, about }]) => [
        `\`${name}\``,
        positions.map((position) => `\`${position}\``).join(', '),
        about,
      ]),
    );
  });

  it('describes every fault', () => {
    const names = (list: string[]): Set<string> => new Set(list);
    expect(names(table('Faults').map(([kind]) => kind ?? ''))).toEqual(
      names(Object.keys(FAULTS).map((kind) => `\`${kind}\``)),
    );
  });
});
