import { actionsOf, everyActionOf } from './actions.ts';
import { randomHex } from './identity.ts';
import { isRecord, type Json, type JsonRecord, parseText, textOr } from './json.ts';

/** What happens besides to the guids of tools, and to texts that quote a guid. */
export type GuidRules = { readonly tools: 'renewed' | 'kept'; readonly quoted: 'rewritten' | 'left' };

/** Gives every action a new guid, and everything that points at the old one along with it (layout, entry, exits, pages …). */
export function withFreshActionGuids(
  content: JsonRecord,
  { tools, quoted }: GuidRules = { tools: 'renewed', quoted: 'rewritten' },
): JsonRecord {
  const renewed = tools === 'renewed' ? everyActionOf(content) : actionsOf(content);
  const fresh = new Map(
    renewed.flatMap(({ guid }) => (textOr(guid) === '' ? [] : [[textOr(guid), randomHex()] as const])),
  );
  const rewritten = (text: string): string => text.replace(/[0-9a-f]{32}/g, (guid) => fresh.get(guid) ?? guid);
  const renamed = quoted === 'rewritten' ? parseText(rewritten(JSON.stringify(content))) : pointed(content);
  if (!isRecord(renamed)) throw new Error('Internal error: new guids broke the JSON');
  return renamed;

  /** Only what is a guid and nothing else, and stands outside of options; the layout is a list of guids in a string. */
  function pointed(value: Json, key = ''): Json {
    if (typeof value === 'string') return key === 'diagram_layout' ? rewritten(value) : (fresh.get(value) ?? value);
    if (Array.isArray(value)) return value.map((entry) => pointed(entry, key));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, name === 'options' ? entry : pointed(entry, name)]),
    );
  }
}
