import { InvalidArgumentError } from 'commander';
import { type ActionRef, parseActionRef } from '../commands/init/action-ref.ts';
import { EXPECTED_SHARD, readShard, type Shard } from '../commands/shard/shard.ts';
import { EXPECTED_DIGEST, EXPECTED_REASON, readOverrideReason, readPlanDigest } from '../commands/sync/override.ts';
import { KEY_SUFFIX, mayBeKey } from '../model/key-name.ts';
import { VENDOR_BUDGETS } from '../model/tenant/budget.ts';

// What a value of an option may be. Commander turns the error into a usage message.

export function shardPart(text: string): Shard {
  const part = readShard(text);
  if (part !== undefined) return part;
  throw new InvalidArgumentError(`It must be ${EXPECTED_SHARD}.`);
}

export function planDigest(text: string): string {
  const digest = readPlanDigest(text);
  if (digest !== undefined) return digest;
  throw new InvalidArgumentError(`It must be ${EXPECTED_DIGEST}.`);
}

export function overrideReason(text: string): string {
  const reason = readOverrideReason(text);
  if (reason !== undefined) return reason;
  throw new InvalidArgumentError(`It must be ${EXPECTED_REASON}.`);
}

/** A whole number from 1. */
function upTo(most: number, unit = ''): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^[0-9]{1,4}$/.test(text) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number${unit} from 1 to ${most}.`);
  };
}

export const wholeNumber = upTo(1000);
/** What the vendor allows is never more, since it counts all of us. */
export const requestRate = upTo(VENDOR_BUDGETS.default, ' of requests');
export const readSeconds = upTo(3600, ' of seconds');

/** Five days at most, as the longest job of GitHub; answers milliseconds. */
export function budgetMinutes(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,4}(?:\.[0-9]{1,3})?$/.test(text) || value <= 0 || value > 7200) {
    throw new InvalidArgumentError('It must be a number of minutes, up to 7200.');
  }
  return Math.round(value * 60_000);
}

/** How many stories may go: never none, since that is what a run without the flag does. */
export function storyCount(text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) {
    throw new InvalidArgumentError('It must be the number that the plan counts.');
  }
  return Number(text);
}

export function teamId(text: string): number {
  if (!/^[1-9][0-9]{0,14}$/.test(text)) throw new InvalidArgumentError('It must be the id of a team, a whole number.');
  return Number(text);
}

/** The name of the variable, not the key: whatever else stands here may be one, so it is never repeated. */
export function keyVariable(text: string): string {
  if (mayBeKey(text)) return text;
  throw new InvalidArgumentError(
    `It must be the name of an environment variable for the key; one that ends in ${KEY_SUFFIX} is always allowed.`,
  );
}

export function actionToRun(text: string): ActionRef {
  const ref = parseActionRef(text);
  if (ref !== undefined) return ref;
  throw new InvalidArgumentError('It must be a tag or commit, or owner/name@ref for a copy of your own.');
}

export function portNumber(text: string): number {
  const value = Number(text);
  if (!/^[0-9]{1,5}$/.test(text) || value > 65_535) throw new InvalidArgumentError('It must be a port, 0 to 65535.');
  return value;
}
