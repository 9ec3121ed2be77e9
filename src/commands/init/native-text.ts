import { flowValue, textValue } from '../../manifest/edit/entry-text.ts';
import type { TakenOver } from './take-over.ts';

const GROUP = 'baseline';
/** A list longer than this stands on lines of its own. */
const WIDTH = 100;

/** What goes in place of the examples: the vendor's destinations, and the list that most of them share as a group. */
export function destinationLines(destinations: readonly TakenOver[]): readonly string[] {
  const shared = sharedList(destinations);
  return [
    ...(shared === undefined ? [] : ['groups:', ...listLines('  ', GROUP, shared), '']),
    "# Carried by the vendor's own Story syncing (engine: native). An unchanged destination needs no key of its own.",
    'destinations:',
    ...destinations.flatMap((destination) => linesOf(destination, shared)),
  ];
}

function linesOf(
  { name, tenantUrl, teamId, keyName, manualSyncOnly, stories }: TakenOver,
  shared: readonly string[] | undefined,
): readonly string[] {
  return [
    `  ${textValue(name, 'block')}:`,
    '    engine: native',
    `    destination_tenant_url: ${textValue(tenantUrl, 'block')}`,
    ...(keyName === null ? [] : [`    destination_tenant_api_key: \${${keyName}}`]),
    `    destination_team_id: ${teamId}`,
    ...(manualSyncOnly ? ['    manual_sync_only: true'] : []),
    ...listLines('    ', 'stories', shared !== undefined && same(shared, stories) ? [`@${GROUP}`] : stories),
  ];
}

function listLines(indent: string, key: string, list: readonly string[]): readonly string[] {
  const line = `${indent}${key}: ${flowValue({ list })}`;
  if (line.length <= WIDTH) return [line];
  return [`${indent}${key}:`, ...list.map((each) => `${indent}  - ${textValue(each, 'block')}`)];
}

/** The list that most destinations have, where several have it and a name for it saves anything. */
function sharedList(destinations: readonly TakenOver[]): readonly string[] | undefined {
  const lists = Map.groupBy(
    destinations.map(({ stories }) => stories).filter((stories) => stories.length > 1),
    (stories) => stories.join(' '),
  );
  const [most] = [...lists.values()].toSorted((a, b) => b.length - a.length);
  return most !== undefined && most.length > 1 ? most[0] : undefined;
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.join(' ') === right.join(' ');
}
