import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { findingAnnotations } from '../../src/action/render/annotations.ts';
import { formatProblem } from '../../src/diagnostics/format.ts';
import { findingsToJson } from '../../src/documents/findings/findings-json.ts';
import { openManifest } from '../../src/manifest/open.ts';
import { findingsAsMarkdown } from '../../src/report/findings.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Path = readonly (string | number)[];

/** Valid, with every key that a manifest may have. */
const MANIFEST: Value = {
  version: 1,
  origin: { tenant_url: 'https://acme.tines.com', team_id: 7, api_key: '${ACME_KEY}', require_change_control: true },
  stories: {
    triage: { id: 1, file: 'stories/x.json', allow_literals: { 'agents[Get].options.url': 'demo key' } },
    enrich: { id: 2 },
  },
  groups: { base: ['triage', 'enrich'] },
  defaults: { webhook_urls: 'keep', labels: { region: 'eu' }, adopt: ['triage'], folder_id: 2 },
  destinations: {
    contoso: {
      destination_tenant_url: 'https://contoso.tines.com',
      destination_tenant_api_key: '${CONTOSO_KEY}',
      destination_team_id: 42,
      stories: ['@base'],
      manual_sync_only: true,
      labels: { ring: 'canary' },
      detached: { enrich: { reason: 'tunes', owner: 'soc', until: '2027-01-31' } },
      folder_id: 3,
      webhook_urls: 'keep',
      change_control: 'fail',
      on_drift: 'keep',
      prerequisites: 'warn',
      adopt: ['triage'],
    },
    staging: { destination_tenant_url: 'https://acme.tines.com', destination_team_id: 8, stories: ['triage'] },
  },
};

/** Texts that people write freely. What stands there is meant to be read. */
const FREE = /^(reason|owner|ring|region|agents\[Get\]\.options\.url)$/;

function pathsIn(value: Value, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner as Value, [...path, key]))];
}

function valueAt(path: Path): Value {
  return path.reduce<Value>((value, key) => (value as { readonly [key: string]: Value })[key] ?? null, MANIFEST);
}

function changed(value: Value, path: Path, change: (found: Value) => Value): Value {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((each, at) => (at === Number(key) ? changed(each, rest, change) : each));
  const map = value as { readonly [key: string]: Value };
  return { ...map, [key]: changed(map[key] ?? null, rest, change) };
}

const paths = pathsIn(MANIFEST);
const maps = paths.filter((path) => isMap(valueAt(path)));
/** A value of ours that has a form: no text that is free. */
const formed = paths.filter((path) => !FREE.test(String(path.at(-1))));

function isMap(value: Value): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A map with names of the user's own choice. */
function isFree(path: Path): boolean {
  return /^(labels|allow_literals)$/.test(String(path.at(-1)));
}

const secrets = fc.oneof(
  fc.stringMatching(/^ZQ[0-9A-F]{8,20}$/),
  fc.stringMatching(/^ZQ[0-9A-F]{8}[ /+=_.-][0-9a-zA-Z]{8,90}$/),
);
const unknownKeys = fc.constantFrom(
  'api_key',
  'destination_tenant_api_key',
  'token',
  'x-key',
  'apikey',
  'storeis',
  'API KEY',
);
const wrapped: fc.Arbitrary<(secret: Value) => Value> = fc.constantFrom(
  (secret: Value) => secret,
  (secret: Value) => [secret],
  (secret: Value) => ({ a: secret }),
  (secret: Value) => [{ a: [secret], b: 1 }],
);
const styles = fc.constantFrom(
  { collectionStyle: 'block' as const },
  { collectionStyle: 'flow' as const },
  { collectionStyle: 'flow' as const, flowCollectionPadding: false, lineWidth: 0 },
  { defaultStringType: 'QUOTE_DOUBLE' as const },
);
/** Another mistake beside it, so that lines are shown. */
const mistakes = fc.constantFrom<(value: Value) => Value>(
  (value) => value,
  (value) => changed(value, ['destinations', 'contoso', 'folder_id'], () => '12'),
  (value) => changed(value, ['destinations', 'contoso', 'stories'], () => ['@bsae']),
  (value) => changed(value, ['destinations', 'staging', 'on_drift'], () => 'kep'),
  (value) => changed(value, ['stories', 'enrich', 'id'], () => 1),
);

function everyOutput(text: string): { readonly shown: string; readonly count: number } {
  const { problems, text: source } = openManifest(
    { file: 'sync.yaml', bytes: new TextEncoder().encode(text) },
    { today: '2026-11-22' },
  );
  const counts = { stories: 2, destinations: 2 };
  const shown = [
    ...problems.map((problem) => formatProblem(problem, () => source)),
    JSON.stringify(findingsToJson(problems, 'sync.yaml', counts)),
    findingsAsMarkdown(problems, 'sync.yaml', counts),
    JSON.stringify(findingAnnotations(problems, (file) => file)),
  ].join('\n');
  return { shown, count: problems.filter(({ severity }) => severity === 'error').length };
}

/** Nothing of the secret's first characters, which a cut leaves over. */
function expectHidden(text: string, secret: string): void {
  const { shown, count } = everyOutput(text);
  expect(count, text).toBeGreaterThan(0);
  expect(shown.includes(secret.slice(0, 10)), `${text}\n${shown}`).toBe(false);
}

describe('a secret that was pasted into a valid manifest', () => {
  it('begins from a manifest that is valid', () => {
    expect(everyOutput(stringify(MANIFEST)).count).toBe(0);
  });

  it('is in no output when a key that does not exist there holds it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...maps),
        unknownKeys,
        secrets,
        wrapped,
        mistakes,
        styles,
        (path, key, secret, wrap, spoil, style) => {
          // A label may have any name, but that of a key.
          fc.pre(!isFree(path) || key.endsWith('api_key'));
          const known = valueAt(path) as { readonly [key: string]: Value };
          const planted = changed(MANIFEST, path, () => ({ ...known, [key]: wrap(secret) }));
          expectHidden(stringify(spoil(planted), style), secret);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is in no output when it stands where another kind of value belongs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formed),
        secrets,
        wrapped,
        mistakes,
        styles,
        (path, secret, wrap, spoil, style) => {
          fc.pre(!isFree(path) || !isMap(wrap(secret)));
          expectHidden(
            stringify(
              changed(spoil(MANIFEST), path, () => wrap(secret)),
              style,
            ),
            secret,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is in no output when an anchor or a merge brings it from one place to another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formed.slice(1)),
        fc.constantFrom(...formed.slice(1)),
        secrets,
        styles,
        (from, to, secret, style) => {
          const inside = (a: Path, b: Path): boolean => a.every((part, at) => b[at] === part);
          fc.pre(!inside(from, to) && !inside(to, from));
          const marked = changed(
            changed(MANIFEST, from, () => 'ANCHORED'),
            to,
            () => 'ALIASED',
          );
          const text = stringify(marked, style)
            .replace(/"?ANCHORED"?/, `&k "${secret}"`)
            .replace(/"?ALIASED"?/, '*k');
          expectHidden(text, secret);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...maps),
        secrets,
        fc.constantFrom('S', '[S]', '{ api_key: S }', '&k S', '[{ x: S }, 3]'),
        (path, secret, merge) => {
          const known = valueAt(path) as { readonly [key: string]: Value };
          const planted = changed(MANIFEST, path, () => ({ MERGE: 'HERE', ...known }));
          const text = stringify(planted).replace('MERGE: HERE', `<<: ${merge.replace('S', `"${secret}"`)}`);
          expectHidden(text, secret);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is in no message either when it looks like a name where an alias brings it', () => {
    const secret = 'zq0123abcdef';
    for (const key of ['destination_tenant_api_key', 'on_drift', 'folder_id', 'token']) {
      const marked = changed(MANIFEST, ['destinations', 'contoso'], (found) => ({
        // The anchor has to stand before its alias.
        [key]: 'ANCHORED',
        ...Object.fromEntries(Object.entries(found as object).filter(([name]) => name !== key)),
        stories: ['ALIASED', 'triage', 'enrich'],
      }));
      const text = stringify(marked);
      expectHidden(text.replace('ALIASED', '*k').replace('ANCHORED', `&k ${secret}`), secret);
    }
  });

  it('is in no output when a comment beside a mistake holds it', () => {
    fc.assert(
      fc.property(secrets, mistakes, (secret, spoil) => {
        const spoilt = spoil(MANIFEST);
        fc.pre(spoilt !== MANIFEST);
        expectHidden(stringify(spoilt).replaceAll('\n', ` # ${secret}\n`), secret);
      }),
    );
  });

  it('is in no output when a key of ours stands one level too high, and the message says where it belongs', () => {
    const text = stringify(changed(MANIFEST, ['destinations', 'destination_tenant_api_key'], () => 'ZQ0123456789'));
    const { shown } = everyOutput(text);
    expect(shown).not.toContain('ZQ0123');
    expect(shown).toContain('"destination_tenant_api_key" belongs under a destination');
  });
});
