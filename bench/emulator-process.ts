import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startEmulator } from '../src/emulator/control/start.ts';
import { isRecord } from '../src/emulator/domain/json.ts';

/** The emulator on its own; asked "cpu", it tells the processor time it has taken so far. Ends with its parent. */
const [config = ''] = process.argv.slice(2);
const running = await startEmulator({ port: 0, configText: readFileSync(config, 'utf8'), configDir: dirname(config) });
process.on('message', (message) => {
  if (!isRecord(message) || message.ask !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuSeconds: (user + system) / 1e6 });
});
process.on('disconnect', () => process.exit());
process.send?.({ url: running.url });
