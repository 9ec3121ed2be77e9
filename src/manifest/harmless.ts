import { manifestSchema } from './schema.ts';
import { optionSchemas } from './schema-destination.ts';

/** Longer lines are not looked at: there may be as many errors as characters. */
const MAX_LINE = 1000;

/** In a broken file nobody knows what is a value, so a line is shown only when it clearly holds one harmless option. */
export function isHarmlessLine(text: string, offset: number): boolean {
  const [before] = text
    .slice(Math.max(0, offset - MAX_LINE), offset)
    .split('\n')
    .slice(-1);
  const [after] = text.slice(offset, offset + MAX_LINE).split('\n', 1);
  const line = `${before ?? ''}${after ?? ''}`;
  if (line.length >= MAX_LINE) return false;
  const match = /^\s*(<<|[a-z_]+):(?: ([^:]*))?$/.exec(line.replaceAll('://', ''));
  return match?.[1] !== undefined && HARMLESS.has(match[1]) && !/[{}#]/.test(line);
}

const HARMLESS: ReadonlySet<string> = new Set([
  '<<',
  ...Object.keys(optionSchemas),
  ...Object.keys(optionSchemas.detached.additionalProperties.properties),
  ...Object.keys(manifestSchema.properties),
  'tenant_url',
  'team_id',
  'require_change_control',
  'destination_tenant_url',
  'destination_team_id',
]);
