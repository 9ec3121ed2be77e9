import fc from 'fast-check';
import { SWITCHES } from '../../../src/emulator/faults/switches.ts';
import type { JsonObject } from '../../../src/json/value.ts';
import { AUTHOR } from './author.ts';
import { Violation } from './command-line.ts';
import { CUSTOMER } from './customer.ts';
import type { Dice, Move } from './move.ts';
import { RUNS, STATE } from './runs.ts';
import { ChaosWorld } from './world.ts';

/** A world and what is done in it, one after another. */
export type Script = {
  readonly switches: JsonObject;
  readonly remote: boolean;
  readonly steps: readonly (readonly [move: string, dice: Dice])[];
};

const MOVES: { readonly [name: string]: Move } = { ...AUTHOR, ...CUSTOMER, ...RUNS, ...STATE };
const dice = fc.tuple(fc.nat(63), fc.nat(63), fc.nat(63));
const oneOf = (moves: object) => fc.constantFrom(...Object.keys(moves));
const move = fc.oneof(
  { weight: 5, arbitrary: oneOf(AUTHOR) },
  { weight: 5, arbitrary: oneOf(CUSTOMER) },
  { weight: 7, arbitrary: oneOf(RUNS) },
  { weight: 1, arbitrary: oneOf(STATE) },
);
const switches = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(oneOf(SWITCHES), { minLength: 1, maxLength: 5 })
      .chain((names) =>
        fc.record(
          Object.fromEntries(
            names.map((name) => [
              name,
              fc.constantFrom(
                ...((SWITCHES as { [name: string]: { positions: readonly string[] } })[name]?.positions ?? []),
              ),
            ]),
          ),
        ),
      ),
  },
);

export const scriptsUpTo = (maxLength: number): fc.Arbitrary<Script> =>
  fc.record({
    switches,
    remote: fc.nat(9).map((number) => number === 9),
    steps: fc
      .array(fc.tuple(move, dice), { minLength: 6, maxLength })
      .map((steps) => [['sync', [0, 0, 0]] as const, ...steps]),
  });

/** Plays a script; a violation tells what was done until then. */
export async function play({ switches: positions, remote, steps }: Script): Promise<void> {
  await using world = await ChaosWorld.start(positions, remote);
  for (const [name, numbers] of steps) {
    world.note(`${name} ${numbers.join(' ')}`);
    const made = MOVES[name];
    if (!made) throw new Error(`no move ${name}`);
    try {
      await made(world, numbers);
    } catch (error) {
      const story = [...world.trace, ...(error instanceof Violation ? [] : [String((error as Error).stack)])].join(
        '\n',
      );
      throw new Violation(
        `${error instanceof Error ? error.message : String(error)}\n${JSON.stringify(positions)} ${remote ? 'with a remote' : ''}\n${story}`,
      );
    }
  }
}
