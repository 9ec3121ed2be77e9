import { describe, expect, it } from 'vitest';
import { ReadTurns } from './read-turns.ts';

const SLOW = 'https://slow.example';
const OTHER = 'https://other.example';

describe('turns at reading', () => {
  it('go to few teams of one tenant at a time, so that others need not wait for it', async () => {
    const turns = new ReadTurns(5);
    const begun: string[] = [];
    const hang = new Promise<void>(() => {});
    for (let team = 0; team < 20; team += 1) {
      void turns.take(SLOW, () => {
        begun.push(SLOW);
        return hang;
      });
    }
    await turns.take(OTHER, async () => void begun.push(OTHER));
    expect(begun.filter((tenant) => tenant === SLOW)).toHaveLength(4);
    expect(begun).toContain(OTHER);
  });

  it('end for a tenant after four teams in a row that were not read in time', () => {
    const turns = new ReadTurns(32);
    for (const inTime of [false, false, false, true, false, false, false]) turns.record(SLOW, inTime);
    expect(turns.givenUp(SLOW)).toBeUndefined();
    turns.record(SLOW, false);
    expect(turns.givenUp(SLOW)).toMatchObject({ kind: 'too_slow', evidence: { destinations: 4 } });
    turns.record(SLOW, true);
    expect(turns.givenUp(SLOW)).toBeDefined();
    expect(turns.givenUp(OTHER)).toBeUndefined();
  });
});
