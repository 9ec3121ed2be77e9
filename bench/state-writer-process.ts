import { systemClock } from '../src/clock/system-clock.ts';
import { openSharedStateStore } from '../src/state/shared-store.ts';
import { answer } from './child.ts';

/** One run of storysync as far as state goes: it fetches, waits until all others have, and writes one destination. */
const [dir = '', name = ''] = process.argv.slice(2);
const opened = await openSharedStateStore({
  dir,
  branch: 'storysync/state',
  author: { name: 'storysync', email: 'storysync@example.com' },
  clock: systemClock,
  environment: process.env,
});
if (!opened.ok || opened.value.problems.length > 0) throw new Error(JSON.stringify(opened));
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));
const { store } = opened.value;
const written = await store.write(name, `state of ${name}\n`, `${name}: recorded`);
const flushed = await store.flush();
answer({ stored: written.ok && flushed.ok });
