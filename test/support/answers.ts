import type { TenantFailure } from '../../src/model/fact/tenant-failure.ts';
import type { Answer } from '../../src/tenant/port.ts';

/** What a call answered; a test that gets a failure instead says which. */
export async function value<T>(answer: Answer<T>): Promise<T> {
  const result = await answer;
  if (!result.ok)
    throw new Error(`${result.error.request}: ${result.error.kind}, ${JSON.stringify(result.error.evidence)}`);
  return result.value;
}

/** The failure that a test expects. */
export async function failed(answer: Answer<unknown>): Promise<TenantFailure> {
  const result = await answer;
  if (result.ok) throw new Error('expected a failure');
  return result.error;
}
