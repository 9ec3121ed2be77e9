import type { Host } from './host.ts';
import type { ExitCode } from './session.ts';
export async function demo({ terminal }: Host, _options: { readonly color?: boolean }): Promise<ExitCode> {
  terminal.out('');
  return 0;
}
