import { resolve } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { systemCode, systemHint, systemWords } from '../diagnostics/system-code.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { CommandPorts } from './ports.ts';

/** Saves a plan for `sync --plan`, whole or not at all; answers why it could not be saved. */
export async function savePlan(
  { directory }: Pick<CommandPorts, 'directory'>,
  file: string,
  /** As the plan command made it, signed where there is a state key. */
  text: string,
): Promise<Problem | undefined> {
  try {
    await writeWhole(resolve(directory, file), text);
    return undefined;
  } catch (error) {
    const code = systemCode(error);
    const hint = systemHint(code, 'name a file in a folder that exists and is writable');
    const message = `the plan cannot be written to ${file}: ${systemWords(code)}`;
    return { code: 'RUN007', severity: 'error', message, hint };
  }
}
