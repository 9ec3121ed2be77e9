import type { Rig } from './rig.ts';

/** The calls of a run, as method and path without ids, each with its number. */
export async function costOf(rig: Rig, run: () => Promise<unknown>): Promise<{ readonly [call: string]: number }> {
  await rig.control('DELETE', 'log');
  await run();
  const calls = (await rig.log()).map(({ method, path }) => `${method} ${path.replace(/\d+/, 'ID')}`);
  return Object.fromEntries([...Map.groupBy(calls, (call) => call)].map(([call, same]) => [call, same.length]));
}
