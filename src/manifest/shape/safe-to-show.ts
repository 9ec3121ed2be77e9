import { manifestSchema } from './schema.ts';
import { destinationSchema } from './schema-destination.ts';

/** Longer lines are not looked at: there may be as many errors as characters. */
const MAX_LINE = 1000;

/** In a broken file nobody knows what is a value, so a line is shown only when it clearly holds an option of ours. */
export function isHarmlessLine(text: string, offset: number): boolean {
  const [before] = text
    .slice(Math.max(0, offset - MAX_LINE), offset)
    .split('\n')
    .slice(-1);
  const [after] = text.slice(offset, offset + MAX_LINE).split('\n', 1);
  const line = `${before ?? ''}${after ?? ''}`;
  if (line.length >= MAX_LINE) return false;
  const [, key = '', behind = ''] = /^\s*(<<|[a-z_]+):(?: (.*))?$/.exec(line.trimEnd()) ?? [];
  const value = behind.replace(/^ +/, '');
  const form = FORMS.get(key);
  return form !== undefined && (value === '' || ALIAS.test(value) || form.test(value));
}

type Form = Pick<RegExp, 'test'>;

/** Names of anchors are ours as long as they look like words. */
const ALIAS = /^[*&][a-z][a-z_-]{0,30}$/;
const NUMBER = /^\d{1,16}$/;
const FLAG = /^(?:true|false)$/;
const ADDRESS = /^https?:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?\/?$/;
/** A list of names, perhaps without its closing bracket. */
const LIST = {
  test: (value: string): boolean =>
    value.startsWith('[') &&
    value
      .replace(/^\[|\]$/g, '')
      .split(',')
      .every((entry) => ENTRY.test(entry.trim())),
};
const ENTRY = /^(?:["']?@?[a-z0-9][a-z0-9_.-]{0,62}["']?)?$/;
const NOTHING = /^$/;

/** What may stand behind a key of ours on its line. Texts that people write freely are not among it. */
const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['<<', NOTHING],
  ...Object.keys(manifestSchema.properties).map((name) => [name, NOTHING] as const),
  ...Object.entries(destinationSchema.properties).map(([name, schema]) => [name, formOf(schema)] as const),
  ['version', NUMBER],
  ['tenant_url', ADDRESS],
  ['destination_tenant_url', ADDRESS],
  ['team_id', NUMBER],
  ['require_change_control', FLAG],
  ['until', /^[\d-]{1,10}$/],
]);

function formOf(schema: { readonly type: string; readonly enum?: readonly string[] }): Form {
  if (schema.type === 'integer') return NUMBER;
  if (schema.type === 'boolean') return FLAG;
  if (schema.type === 'array') return LIST;
  return schema.enum === undefined ? NOTHING : new RegExp(`^(?:${schema.enum.join('|')})$`);
}
