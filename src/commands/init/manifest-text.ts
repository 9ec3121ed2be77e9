import type { Origin } from '../../model/destination.ts';

export type NamedOrigin = Pick<Origin, 'tenantUrl' | 'teamId' | 'keyName'>;

/** A manifest to begin with: valid as it stands, and what is to be filled in stands there as a comment. */
export function manifestText(schema: string, origin: NamedOrigin | undefined): string {
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    'version: 1',
    '',
    ...(origin === undefined ? EXAMPLE_ORIGIN : originLines(origin)),
    '',
    '# The stories of this repository. The key names the file: stories/<key>.json',
    'stories: {}',
    '',
    DESTINATIONS,
    '#   contoso:',
    '#     destination_tenant_url: https://contoso.tines.com',
    '#     destination_tenant_api_key: ${CONTOSO_TINES_API_KEY}',
    '#     destination_team_id: 42',
    '#     stories: [phishing-triage]',
    'destinations: {}',
  ];
  return `${lines.join('\n')}\n`;
}

const DESTINATIONS = '# Which tenants get which stories. Write them in place of the {}, like this:';

/** The same with destinations instead of the example. */
export function withDestinationsIn(text: string, lines: readonly string[]): string {
  return `${text.slice(0, text.lastIndexOf(DESTINATIONS))}${lines.join('\n')}\n`;
}

const ABOUT_ORIGIN = '# The tenant and the team whose published stories are kept here.';
const ABOUT_KEY = '# the name of an environment variable, never a key';

const EXAMPLE_ORIGIN = [
  `${ABOUT_ORIGIN} Fill this in, then "storysync export --discover --add" fills "stories".`,
  '# origin:',
  '#   tenant_url: https://acme.tines.com',
  '#   team_id: 7',
  `#   api_key: \${ACME_TINES_API_KEY} ${ABOUT_KEY}`,
];

function originLines({ tenantUrl, teamId, keyName }: NamedOrigin): readonly string[] {
  return [
    ABOUT_ORIGIN,
    'origin:',
    `  tenant_url: ${/^[\w:/.-]+$/.test(tenantUrl) ? tenantUrl : JSON.stringify(tenantUrl)}`,
    `  team_id: ${teamId}`,
    `  api_key: \${${keyName}} ${ABOUT_KEY}`,
  ];
}
