import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { ACCESS_PLACEHOLDER } from '../../model/keys/vault.ts';
import type { Finding } from '../finding.ts';
import { quoted } from '../finding.ts';
import type { Located } from '../read.ts';

/** `vault:PATH#FIELD` as it is written, with its placeholders. */
export type VaultReference = { readonly path: string; readonly field: string };

const PLACEHOLDER = '\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\}';
/** A part of the path; a dot may not stand at either end, so that none is `.` or `..`. */
const SEGMENT = `(?!\\.)(?:[A-Za-z0-9_.-]|${PLACEHOLDER})+(?<!\\.)`;
const FIELD = '[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?';

/** As the schema of the manifest says it. */
export const VAULT_REFERENCE = `\\$\\{vault:${SEGMENT}(?:/${SEGMENT})*#${FIELD}\\}`;

/** A default is written once and filled in for each destination. */
export const MAX_REFERENCE = 300;
const MAX_FILLED = 100;

const FORM = new RegExp(`^${VAULT_REFERENCE}$`);
const FIELD_FORM = new RegExp(`^${FIELD}$`);
const PLACEHOLDERS = new RegExp(PLACEHOLDER, 'g');
const STARTS = '${vault:';

export function isVaultReference(text: string): boolean {
  return text.length <= MAX_REFERENCE && FORM.test(text);
}

/** Undefined for what is none. What is wrong with one is said without repeating it: it may be a key all the same. */
export function parseVaultReference(text: string): Result<VaultReference, string> | undefined {
  if (!text.startsWith(STARTS)) return undefined;
  if (!isVaultReference(text)) return fail(faultOf(text));
  const [path = '', field = ''] = text.slice(STARTS.length, -1).split('#');
  return ok({ path, field });
}

function faultOf(text: string): string {
  if (text.length > MAX_REFERENCE) return `has more than ${MAX_REFERENCE} characters`;
  if (!text.endsWith('}')) return 'does not end in "}"';
  const [path = '', field, more] = text.slice(STARTS.length, -1).split('#');
  if (field === undefined || field === '') return 'names no field ("#FIELD")';
  if (more !== undefined || !FIELD_FORM.test(field)) {
    return 'has a field that is not made of letters, digits, "_", "-" and dots inside';
  }
  const literal = path.replaceAll(PLACEHOLDERS, 'x');
  if (/[{}]/.test(literal)) {
    return `has a placeholder that is not known, expected {destination}, {label.NAME} or ${ACCESS_PLACEHOLDER}`;
  }
  if (/^\/|\/\/|\/$|^$/.test(literal)) return 'has an empty part in its path';
  return /[^A-Za-z0-9_./-]/.test(literal)
    ? 'has a path with other characters than letters, digits, "_", "-" and "/"'
    : 'has a part of its path that begins or ends with a dot';
}

/** What a reference is filled in with. */
export type Filling = {
  /** `destination "contoso"`. */
  readonly subject: string;
  readonly destination: Located<string>;
  readonly labelAt: (name: string) => Located<string> | undefined;
};

/** What may stand in a path: nothing that a server could read as more than one name. */
const FILLED = /^(?!\.)[A-Za-z0-9_.-]+(?<!\.)$/;

/** The path for one destination; `{access}` stays, for the run knows it. */
export function fillPath(
  { path }: VaultReference,
  { subject, destination, labelAt }: Filling,
): Result<string, Finding> {
  let wrong: Finding | undefined;
  const filled = path.replaceAll(/\{(destination|label\.([^{}]+))\}/g, (_, whole: string, label?: string) => {
    const value = label === undefined ? destination : labelAt(label);
    const what = label === undefined ? 'its name' : `its label ${quoted(label)}`;
    if (value === undefined) {
      wrong ??= {
        code: 'MAN066',
        message: `${subject} has no label ${quoted(whole.slice('label.'.length))}, and its key is looked for by that`,
        hint: 'give it the label, or a "destination_tenant_api_key" of its own',
        at: destination.at,
      };
      return '';
    }
    if (FILLED.test(value.value) && value.value.length <= MAX_FILLED) return value.value;
    wrong ??= {
      code: 'MAN067',
      message: `the key of ${subject} is looked for by ${what}, ${quoted(value.value)}, which cannot stand in a path`,
      hint: `write letters, digits, "_" and "-" there, dots only inside, at most ${MAX_FILLED}; or give the destination a "destination_tenant_api_key" of its own`,
      at: value.at,
    };
    return '';
  });
  return wrong === undefined ? ok(filled) : fail(wrong);
}

/** Whether each destination gets a key of its own by it. */
export function isPerDestination({ path }: VaultReference): boolean {
  return /\{(?:destination|label\.)/.test(path);
}
