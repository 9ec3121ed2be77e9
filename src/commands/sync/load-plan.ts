import { resolve } from 'node:path';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import { readGivenFile } from '../../files/given-file.ts';
import type { Plan } from '../../model/plan.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandPorts } from '../ports.ts';
import { sealFrom } from '../state/seal.ts';
import { readApprovedPlan, unread } from './approved-plan.ts';

/** Reads the file of a plan that was approved, as the user named it. */
export async function loadPlan(
  { environment, directory }: CommandPorts,
  { repository }: Workspace,
  file: string,
): Promise<Result<Plan, Problem>> {
  const seal = await sealFrom(environment, repository);
  if (!seal.ok) return seal;
  const text = await readGivenFile(resolve(directory, file));
  return text.ok ? readApprovedPlan(text.value, file, seal.value) : fail(unread(file, text.error));
}
