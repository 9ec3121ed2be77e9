import type { ValidateFunction } from 'ajv';
import { guesser } from '../../diagnostics/suggestion.ts';
import type { Finding } from '../finding.ts';
import type { Cursor, Secret } from '../tree.ts';
import { compileManifest } from './compile-manifest.ts';
import { isPlausible } from './plausible.ts';
import { DEFAULT_KEY_REFERENCE, KEY_REFERENCE } from './schema-parts.ts';
import { faultAt } from './shape-fault.ts';
import { explainMissing, explainName, explainUnknown } from './shape-key.ts';
import { explainPattern, explainValue } from './shape-value.ts';

export type ShapeReport = {
  readonly findings: readonly Finding[];
  /** Pattern failures. The rules have better words for nearly all of them. */
  readonly fallbacks: readonly Finding[];
  /** Values that nobody asked for and that may be secret. */
  readonly secrets: readonly Secret[];
};

let compiled: ValidateFunction | undefined;

/** Checks the shape against the schema and says what is wrong in our own words, one message for each mistake. */
export function checkShape(root: Cursor): ShapeReport {
  // Compiled on first use: commands that never read a manifest do not pay for it.
  compiled ??= compileManifest();
  compiled(root.node.plain);
  const faults = (compiled.errors ?? []).map((error) => faultAt(error, root));
  const findings: Finding[] = [];
  const fallbacks: Finding[] = [];
  const secrets: Secret[] = [];
  const guess = guesser();
  const wrongType = new Set(faults.filter((f) => f.error.keyword === 'type').map((f) => f.error.instancePath));
  /** Missing keys that a misspelt key explains, as `path key`. */
  const explained = new Set<string>();

  for (const fault of faults) {
    if (fault.error.keyword !== 'additionalProperties') continue;
    const unknown = explainUnknown(fault, guess);
    findings.push(unknown.finding);
    secrets.push(...unknown.secrets);
    if (unknown.meant !== undefined) explained.add(`${fault.error.instancePath} ${unknown.meant}`);
  }
  for (const fault of faults) {
    const { keyword, instancePath, params, propertyName, schemaPath } = fault.error;
    // What must stand alone has a rule with better words.
    if (schemaPath.includes('/oneOf')) continue;
    // Names have a message of their own, and so have key fields; a story may be called like one.
    if (keyword === 'additionalProperties' || propertyName !== undefined) continue;
    if (KEY_FIELDS.has(fault.error.parentSchema?.pattern)) continue;
    if (isAboutValue(keyword) && !isPlausible(fault)) secrets.push(hiddenAt(fault.cursor));
    if (keyword === 'required') {
      const missing = String(params.missingProperty);
      if (!explained.has(`${instancePath} ${missing}`)) findings.push(explainMissing(fault, missing));
    } else if (keyword === 'propertyNames') findings.push(explainName(fault, String(params.propertyName)));
    else if (keyword === 'pattern') fallbacks.push(explainPattern(fault));
    else if (keyword === 'type' || !wrongType.has(instancePath)) findings.push(...explainValue(fault));
  }
  return { findings, fallbacks, secrets };
}

function hiddenAt({ node, use }: Cursor): Secret {
  return { spans: [node.span, ...(use === undefined ? [] : [use])], node };
}

/** By their pattern. */
const KEY_FIELDS: ReadonlySet<unknown> = new Set([KEY_REFERENCE, DEFAULT_KEY_REFERENCE]);

function isAboutValue(keyword: string): boolean {
  return keyword !== 'required' && keyword !== 'propertyNames';
}
