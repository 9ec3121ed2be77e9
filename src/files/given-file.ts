import { fail, ok, type Result } from '../diagnostics/result.ts';
import { systemCode } from '../diagnostics/system-code.ts';
import { readRegularFile } from '../git/objects/regular-file.ts';

/** The text of a file that somebody named, anywhere on this machine; else why not, to stand in brackets. */
export async function readGivenFile(path: string): Promise<Result<string, string>> {
  try {
    const read = await readRegularFile(path);
    if (read.ok) return ok(read.value.toString('utf8'));
    return fail(read.error.kind === 'not_a_file' ? 'not a regular file' : 'larger than 50 MB');
  } catch (error) {
    return fail(systemCode(error));
  }
}
