import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../diagnostics/format.ts';
import { openManifest } from './open.ts';

/** Ten manifests with one mistake each, and everything the user sees. */
const cases: readonly { readonly name: string; readonly expected: string }[] = [
  {
    name: 'literal-key',
    expected: `
error MAN027 sync.yaml:18:5  "destination_tenant_api_key" of destination "contoso" is not a key reference, expected \${NAME} or \${vault:PATH#FIELD}
   18 |     destination_tenant_api_key …
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write a reference such as \${CONTOSO_TINES_API_KEY} and give the key in the environment; if a real key stood here, revoke it`,
  },
  {
    name: 'unknown-key',
    expected: `
error MAN014 sync.yaml:25:5  destination "fabrikam" has an unknown key "storeis"
   25 |     storeis …
      |     ^^^^^^^
  hint: did you mean "stories"?`,
  },
  {
    name: 'unknown-story',
    expected: `
error MAN034 sync.yaml:25:15  destination "fabrikam" names the unknown story "phising-triage"
   25 |     stories: [phising-triage]
      |               ^^^^^^^^^^^^^^
  hint: did you mean "phishing-triage"?`,
  },
  {
    name: 'unquoted-group',
    expected: `
error MAN005 sync.yaml:20:15  a value cannot begin with "@"
   20 |     stories: [@baseline]
      |               ^
  hint: put the entry in quotes: "@group"`,
  },
  {
    name: 'tab',
    expected: `
error MAN006 sync.yaml:19:1  a tab is used for indentation, expected spaces
   19 |   destination_team_id: 42
      | ^^
  hint: replace the tab with spaces`,
  },
  {
    name: 'same-team',
    expected: `
error MAN047 sync.yaml:21:3  destination "fabrikam" is the same team as "contoso" (team 42 of https://contoso.tines.com)
   21 |   fabrikam:
      |   ^^^^^^^^
  see also sync.yaml:16:3  destination "contoso" is here
  hint: merge the two, or correct the URL or team id`,
  },
  {
    name: 'http-url',
    expected: `
error MAN031 sync.yaml:22:29  "destination_tenant_url" of destination "fabrikam" begins with http://, expected https://
   22 |     destination_tenant_url: http://fabrikam.tines.com
      |                             ^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write https://; http is for localhost, 127.0.0.0/8 and [::1] only`,
  },
  {
    name: 'misspelt-option',
    expected: `
error MAN021 sync.yaml:25:15  "on_drift" of destination "fabrikam" is "overwite", expected "overwrite", "keep" or "fail"
   25 |     on_drift: overwite
      |               ^^^^^^^^
  hint: did you mean "overwrite"?`,
  },
  {
    name: 'anchored-mistake',
    expected: `
error MAN020 sync.yaml:21:16  "folder_id" of destination "contoso" is text, expected a whole number
   21 |     folder_id: "12"
      |                ^^^^
  see also sync.yaml:23:9  it is also used here
  hint: write 12, without quotes or separators`,
  },
  {
    name: 'detached-elsewhere',
    expected: `
error MAN042 sync.yaml:27:7  "detached" of destination "fabrikam" names "ioc-enrichment", which is not among its stories
   27 |       ioc-enrichment: { reason: customer tunes thresholds }
      |       ^^^^^^^^^^^^^^
  hint: add "ioc-enrichment" to "stories", or remove it here`,
  },
];

describe('a manifest with one mistake', () => {
  it.each(cases)('is explained by one message: $name', ({ name, expected }) => {
    const bytes = readFileSync(new URL(`../../test/fixtures/manifests/${name}.yaml`, import.meta.url));
    const { manifest, problems, text } = openManifest({ file: 'sync.yaml', bytes }, { today: '2026-11-22' });
    expect(problems.map((problem) => formatProblem(problem, () => text)).join('\n')).toBe(expected.slice(1));
    expect(manifest).toBeUndefined();
  });
});
