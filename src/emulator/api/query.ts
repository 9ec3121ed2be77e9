import type { EmulatorCall } from './call.ts';
import { invalid } from './errors.ts';

/** Refuses query parameters that the endpoint does not document. */
export function acceptQuery(call: EmulatorCall, ...known: readonly string[]): void {
  for (const name of call.query.keys()) {
    const bare = name.replace(/\[\]$/, '');
    if (!known.includes(bare)) throw invalid(bare, 'is not a parameter of this endpoint');
  }
}

export function intParam(call: EmulatorCall, name: string): number | undefined {
  const value = call.query.get(name);
  if (value === null) return undefined;
  if (!/^\d+$/.test(value)) throw invalid(name, 'must be an integer');
  return Number(value);
}

export function requiredIntParam(call: EmulatorCall, name: string): number {
  const value = intParam(call, name);
  if (value === undefined) throw invalid(name, "can't be blank");
  return value;
}

export function boolParam(call: EmulatorCall, name: string, standard: boolean): boolean {
  const value = call.query.get(name);
  if (value === null) return standard;
  if (value !== 'true' && value !== 'false') throw invalid(name, 'must be true or false');
  return value === 'true';
}

export function choiceParam(call: EmulatorCall, name: string, choices: readonly string[]): string | undefined {
  const value = call.query.get(name);
  if (value === null) return undefined;
  if (!choices.includes(value)) throw invalid(name, `must be one of ${choices.join(', ')}`);
  return value;
}

/** `name[]=a&name[]=b`, `name=a&name=b` or `name=a,b`. */
export function listParam(call: EmulatorCall, name: string): string[] {
  return [...call.query.getAll(name), ...call.query.getAll(`${name}[]`)].flatMap((value) => value.split(','));
}
