import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Destination } from '../model/destination.ts';
import type { Unreadable } from '../model/observed.ts';
import type { World } from './ports.ts';

/** The key of a destination, from the environment; a key never comes from anywhere else. */
export function keyOf(world: World, { keyName }: Destination): Result<string, Unreadable> {
  const key = world.environment[keyName]?.trim();
  if (key) return ok(key);
  const state = world.environment[keyName] === undefined ? 'not set' : 'empty';
  return fail({
    reason: 'missing_key',
    message: `the environment variable ${keyName} is ${state}`,
    hint: `set ${keyName} to an API key of the destination tenant`,
  });
}
