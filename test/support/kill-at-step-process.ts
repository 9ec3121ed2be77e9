import fs, { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before the product: the process kills itself at a certain step, which is a call that changes the disk. So a kill
 * falls between any two of them, however fast the machine is. Without a step to die at they are counted.
 */
const { KILL_AT_STEP = '', COUNT_STEPS_IN = '' } = process.env;
const last = Number(KILL_AT_STEP);
let steps = 0;

type Call = (...args: unknown[]) => Promise<unknown>;

const promises = fs.promises as unknown as Record<string, Call>;
for (const name of ['link', 'mkdir', 'open', 'rename', 'rm', 'unlink', 'writeFile'] as const) {
  const call = promises[name];
  if (call === undefined) throw new Error(`fs.promises has no ${name}`);
  promises[name] = async (...args) => {
    if (name === 'open' && typeof args[1] !== 'string') return call.apply(promises, args);
    steps += 1;
    // Before it is done, or a moment later: then it is on its way.
    if (steps === Math.ceil(last)) {
      if (last % 1 === 0) process.kill(process.pid, 'SIGKILL');
      const done = call.apply(promises, args);
      process.kill(process.pid, 'SIGKILL');
      return done;
    }
    return call.apply(promises, args);
  };
}
syncBuiltinESMExports();

if (COUNT_STEPS_IN !== '') process.on('exit', () => writeFileSync(COUNT_STEPS_IN, String(steps)));
