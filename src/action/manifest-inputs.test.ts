import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withActionTables } from '../../scripts/action-tables.ts';
import { INPUTS, readSettings } from './decide/inputs.ts';
import { OUTPUT_NAMES } from './render/outputs.ts';

/** As the product contract lists them. */
const CONTRACT = {
  inputs:
    'command manifest destinations stories labels ring shard shard-size pending manual force override-rollout reason replace takeover prune prune-stories plan-file api-keys github-token env-keys state-key state-branch concurrency read-timeout rate time-budget comment check-name notify-url status-files',
  outputs: 'shards changes created updated synced failed requires_sync plan-file status-file plan-digest check-run-url',
};

type Described = { readonly [name: string]: { readonly description?: string; readonly default?: string } };
type ActionFile = {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Described;
  readonly outputs: Described;
  readonly runs: { readonly using: string; readonly main: string };
};

const text = readFileSync(resolve(import.meta.dirname, '../../action.yml'), 'utf8');
const action: ActionFile = parse(text);

describe('action.yml', () => {
  it('has the inputs and outputs of the contract, and so has the code', () => {
    expect(Object.keys(action.inputs)).toEqual(CONTRACT.inputs.split(' '));
    expect([...INPUTS]).toEqual(CONTRACT.inputs.split(' '));
    expect(Object.keys(action.outputs)).toEqual(CONTRACT.outputs.split(' '));
    expect([...OUTPUT_NAMES]).toEqual(CONTRACT.outputs.split(' '));
    const asked = new Set<string>();
    readSettings((name) => {
      asked.add(name);
      return '';
    });
    expect([...asked].sort()).toEqual([...INPUTS].sort());
  });

  it('describes every one of them, and gives each input a text as its default', () => {
    for (const entry of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(entry.description?.trim()).toMatch(/^[A-Z].*\.$/s);
    }
    for (const input of Object.values(action.inputs)) expect(typeof input.default).toBe('string');
  });

  it('has the defaults that the code has', () => {
    const withoutToken = (name: string): string =>
      name === 'github-token' ? '' : (action.inputs[name]?.default ?? '');
    expect(readSettings(withoutToken)).toEqual(readSettings(() => ''));
    expect(action.inputs['github-token']?.default).toBe('${{ github.token }}');
  });

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
    expect(action.branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
    expect(action.description.length).toBeLessThanOrEqual(125);
  });
});

describe('withActionTables', () => {
  const page =
    'A\n<!-- action-inputs -->\nold\n<!-- /action-inputs -->\nB <!-- action-outputs --><!-- /action-outputs -->\n';

  it('puts one row per input and output between the markers, and does so only once', () => {
    const once = withActionTables(page, text);
    expect(once).not.toContain('old');
    for (const name of Object.keys(action.inputs)) expect(once).toContain(`\n| \`${name}\` | `);
    for (const name of Object.keys(action.outputs)) expect(once).toContain(`\n| \`${name}\` | `);
    expect(once.startsWith('A\n') && once.includes('\nB ')).toBe(true);
    expect(withActionTables(once, text)).toBe(once);
  });

  it('fails when a marker is missing', () => {
    expect(() => withActionTables('nothing here', text)).toThrow('action-inputs');
  });
});
