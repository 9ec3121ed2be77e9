import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../diagnostics/format.ts';
import { openManifest } from './open.ts';

/** Everything a user could see of a manifest's problems. */
function everythingShown(text: string): string {
  const { problems, text: source } = openManifest(
    { file: 'sync.yaml', bytes: new TextEncoder().encode(text) },
    { today: '2026-11-22' },
  );
  return problems.map((problem) => `${formatProblem(problem, () => source)}\n${printed(problem)}`).join('\n');
}

function printed(problem: { readonly message: string; readonly hint?: string; readonly related?: unknown }): string {
  return JSON.stringify([problem.message, problem.hint, problem.related]);
}

/** Upper-case hexadecimal with a mark: no word of ours looks like it. */
const core = fc.stringMatching(/^ZQ[0-9A-F]{8,20}$/);
const rough = fc.constantFrom(
  '',
  '',
  '',
  '*',
  '&',
  '!',
  '@',
  '|',
  '>',
  '%',
  '"',
  "'",
  '{',
  '[',
  '#',
  '- ',
  '? ',
  ': ',
  ',',
  '$',
  '${',
  '\\',
);
const secret = fc
  .tuple(rough, core, rough)
  .map(([before, middle, after]) => ({ core: middle, text: before + middle + after }));

const key = fc.constantFrom(
  'destination_tenant_api_key',
  'api_key',
  'apikey',
  'token',
  'password',
  'storeis',
  'X-Auth',
  'destination_tenant_api_kye',
);

/** Ways to write `key: secret` inside a destination, right and wrong ones. */
const writings: readonly ((key: string, secret: string) => string)[] = [
  (k, s) => `    ${k}: ${s}`,
  (k, s) => `    ${k}: "${s}"`,
  (k, s) => `    ${k}: '${s}'`,
  (k, s) => `    ${k}:${s}`,
  (k, s) => `    ${k} ${s}`,
  (k, s) => `    ${k} = ${s}`,
  (k, s) => `    ${k}: |\n      ${s}\n      ${s}`,
  (k, s) => `    ${k}: >-\n      x\n\n      ${s}`,
  (k, s) => `    ${k}:\n      ${s}`,
  (k, s) => `    ${k}:\n      ${s}: x`,
  (k, s) => `    ${k}:\n      - ${s}\n      - [${s}, { a: ${s} }]`,
  (k, s) => `    ${k}: \${A}\n      ${s}`,
  (k, s) => `    ${k}: &k ${s}\n    token2: *k`,
  (k, s) => `    ${k}: { ${s}: ${s} }`,
  (k, s) => `    ${k}: "${s}`,
  (k, s) => `    ${k}: !x ${s}`,
  (k, s) => `    ${k}: !${s} x`,
  (k, s) => `    ${k}: ${s}\n    ${k}: ${s}`,
  (k, s) => `    ${k}: "\\q${s}"`,
  (k, s) => `\t${k}: ${s}`,
];

/** Broken or wrong lines around it. */
const around = fc.constantFrom(
  '',
  '\tx',
  '    stories: [@a]',
  '    on_drift: {',
  '    }',
  '    folder_id: x',
  '  "',
  '---',
  '    <<: *none',
  '    - x',
);

describe('a secret in the manifest', () => {
  it('is never shown, however it is written and whatever is broken around it', () => {
    fc.assert(
      fc.property(secret, key, fc.constantFrom(...writings), around, around, (value, name, write, before, after) => {
        const text = `version: 1
stories: { a: {} }
destinations:
  d:
    destination_tenant_url: https://d.tines.com
${before}
${write(name, value.text)}
${after}
    destination_team_id: 4
    stories: [b]
`;
        expect(everythingShown(text)).not.toContain(value.core);
      }),
      { numRuns: 1500 },
    );
  });

  it('is never shown when a whole destination stands on one line', () => {
    fc.assert(
      fc.property(
        secret,
        key,
        fc.constantFrom('', '}', '{', ', *x', ', "', ', folder_id: x', ', stories: [b]'),
        (value, name, more) => {
          const entries = `destination_tenant_url: http://d.tines.com, ${name}: ${value.text}${more}`;
          const text = `version: 1\nstories: { a: {} }\ndestinations:\n  d: { ${entries} }\n`;
          expect(everythingShown(text)).not.toContain(value.core);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('is never shown when it stands in an anchor of another place or in a URL', () => {
    fc.assert(
      fc.property(core, (value) => {
        const text = `version: 1
stories: { a: {} }
defaults: { lables: { x: &k ${value} } }
destinations:
  d:
    destination_tenant_url: https://soc:${value}@d.tines.com/?t=${value}#${value}
    destination_tenant_api_key: *k
    destination_team_id: 4
    stories: [a]
`;
        const shown = everythingShown(text);
        expect(shown).not.toContain(value);
        for (const code of ['MAN014', 'MAN027', 'MAN032']) expect(shown).toContain(code);
      }),
    );
  });

  it('is never shown when it was pasted where a rollout or a pin has a short word', () => {
    const places = ['NAME', 'SOAK', 'BATCH', 'FAILED', 'ALLOW', 'ZONE', 'RING', 'COMMIT', 'STORY'];
    fc.assert(
      fc.property(core, fc.constantFrom(...places), fc.constantFrom('', '"'), (value, place, quote) => {
        const text = `version: 1
stories: { a: {} }
rollout:
  rings:
    - { name: canary, match: { ring: x } }
    - { name: NAME, soak: SOAK, batch: BATCH }
  max_failed: { canary: FAILED }
  windows: [{ allow: ALLOW, tz: ZONE, rings: [RING] }]
destinations:
  d:
    destination_tenant_url: https://d.tines.com
    destination_tenant_api_key: \${D_KEY}
    destination_team_id: 4
    stories: [a]
    pin: { commit: COMMIT, reason: x, stories: [STORY] }
`;
        const shown = everythingShown(text.replace(place, () => `${quote}${value}${quote}`));
        expect(shown).toContain('error MAN0');
        expect(shown).not.toContain(value);
      }),
      { numRuns: 400 },
    );
  });

  it('stays hidden in notes behind an empty key field', () => {
    const text = `version: 1\nstories: {}\ndestinations:\n  d:\n    destination_tenant_api_key: # ZQHUNTER2\n`;
    expect(everythingShown(text)).not.toContain('ZQHUNTER2');
  });
});
