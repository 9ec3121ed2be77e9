import { processRunner } from './github/runner.ts';
import { internalError } from './internal-error.ts';
import { runAction } from './run.ts';

const runner = processRunner();
const loadTools = async () => (await import('./process-tools.ts')).processTools();

try {
  process.exitCode = await runAction(runner, loadTools);
} catch (cause) {
  runner.error(internalError(cause));
  process.exitCode = 1;
}
