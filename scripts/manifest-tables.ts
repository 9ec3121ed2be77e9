import { manifestSchema } from '../src/manifest/shape/schema.ts';
import { between, code, table } from './markdown-table.ts';

type Property = {
  readonly description: string;
  readonly default?: string | boolean;
  readonly enum?: readonly string[];
};
type Shape = { readonly required?: readonly string[]; readonly properties: { readonly [key: string]: Property } };

const { origin, stories, destinations, rollout, keys } = manifestSchema.properties;
const destination = destinations.additionalProperties;

/** The parts of the manifest that have a table, by the name of its markers. */
const PARTS: { readonly [name: string]: Shape } = {
  'manifest-top': manifestSchema,
  'manifest-origin': origin,
  'manifest-story': stories.additionalProperties,
  'manifest-destination': destination,
  'manifest-detached': destination.properties.detached.additionalProperties,
  'manifest-hold': destination.properties.hold,
  'manifest-pin': destination.properties.pin,
  'manifest-rollout': rollout,
  'manifest-ring': rollout.properties.rings.items,
  'manifest-window': rollout.properties.windows.items,
  'manifest-vault': keys.properties.vault,
};

/** A page with its tables of the manifest's keys as the published schema has them. */
export function withManifestTables(page: string): string {
  return Object.entries(PARTS).reduce((text, [name, part]) => between(text, name, keyTable(part)), page);
}

function keyTable({ properties, required = [] }: Shape): string {
  const rows = Object.entries(properties).map(([key, property]) => [
    required.includes(key) ? `**${code(key)}**` : code(key),
    property.enum?.map(code).join(', ') ?? '',
    property.default === undefined ? '' : code(String(property.default)),
    property.description,
  ]);
  const [head, ...used] = [['key', 'values', 'default', 'description'], ...rows];
  // A column that says nothing about any key is left out.
  const columns = (head ?? []).map((_, n) => n).filter((n) => used.some((row) => row[n] !== ''));
  const [shownHead = [], ...shownRows] = [head ?? [], ...used].map((row) => columns.map((n) => row[n] ?? ''));
  return table(shownHead, shownRows);
}
