import { findingsExitCode } from '../report/exit-code.ts';
import { type OpenedWorkspace, type OpenOptions, openWorkspace } from '../workspace/workspace.ts';
import type { ExitCode } from './ended.ts';
import type { CommandPorts } from './ports.ts';

/** Manifest, story files and their agreement; offline. What it finds is its result. */
export async function validateCommand(
  world: CommandPorts,
  manifest: string,
  options: OpenOptions,
): Promise<OpenedWorkspace & { readonly exitCode: ExitCode }> {
  return withExitCode(await openWorkspace(world, manifest, options));
}

/** What a validation of these files ends with. */
export function withExitCode<T extends Pick<OpenedWorkspace, 'problems' | 'unreadable'>>(
  opened: T,
): T & { readonly exitCode: ExitCode } {
  return { ...opened, exitCode: opened.unreadable ? 2 : findingsExitCode(opened.problems) };
}
