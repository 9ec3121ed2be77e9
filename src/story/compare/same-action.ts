import { sameJson } from '../../json/same.ts';
import type { NormalAction } from './normal.ts';
import type { NormalTool } from './normal-tools.ts';

/** Whether two actions are the same to the letter: then nothing of them differs, and they have one fingerprint. */
export function isSameAction(one: NormalAction, other: NormalAction): boolean {
  return (
    one === other ||
    (sameJson(one.settings, other.settings) &&
      sameJson(one.options, other.options) &&
      sameJson(one.pages, other.pages) &&
      sameJson(one.integrations, other.integrations) &&
      areSameTools(one.tools, other.tools))
  );
}

function areSameTools(ones: readonly NormalTool[] | undefined, others: readonly NormalTool[] | undefined): boolean {
  if (ones === undefined || others === undefined) return ones === others;
  return ones.length === others.length && ones.every((one, index) => isSameTool(one, others[index]));
}

function isSameTool(one: NormalTool, other: NormalTool | undefined): boolean {
  return (
    one.label === other?.label &&
    sameJson(one.settings, other.settings) &&
    sameJson(one.options, other.options) &&
    areSameTools(one.tools, other.tools)
  );
}
