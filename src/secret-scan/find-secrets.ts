import type { Story } from '../model/story.ts';
import { neutralise } from '../story/addresses/neutralise.ts';
import { findLiterals } from './find-literals.ts';
import { findQuotedAddresses } from './find-quoted-addresses.ts';
import type { LiteralFinding } from './finding.ts';

/** Every secret that would go into git with a live story: literals, and addresses of its own that no placeholder stands for. */
export async function findSecrets(live: Story): Promise<readonly LiteralFinding[]> {
  const literals = await findLiterals(neutralise(live));
  const told = new Set(literals.map(({ path }) => path));
  return [...literals, ...findQuotedAddresses(live).filter(({ path }) => !told.has(path))];
}
