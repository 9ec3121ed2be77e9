import type { JsonObject, JsonValue } from '../../json/value.ts';
import { toolsOf } from '../actions.ts';
import { ordinalLabels } from '../label.ts';
import { isBlank } from './blank.ts';
import { normalOptions, normalSettings } from './normal-action.ts';

/** A tool of an action, as actions are: without its guid, its address and ids of one tenant. */
export type NormalTool = {
  /** `tools[Look up]`. */
  readonly label: string;
  readonly settings: JsonObject;
  readonly options: JsonObject;
  readonly tools: readonly NormalTool[] | undefined;
};

type Rewrite = (value: JsonValue) => JsonValue;

/** The tools of an action, in order; undefined when its release has none. */
export function normalTools(
  action: JsonObject,
  relabel: Rewrite,
  inOptions: Rewrite,
): readonly NormalTool[] | undefined {
  const tools = toolsOf(action);
  if (tools.length === 0 && action.tools === undefined) return undefined;
  const normal = tools.map(({ key, tool }) => ({ key, tool, settings: normalSettings(tool, relabel) }));
  // By the name as both copies have it, where names quote guids.
  const names = ordinalLabels(normal.map(({ settings }) => (typeof settings.name === 'string' ? settings.name : '')));
  return normal.map(({ key, tool, settings }, index) => ({
    label: `${key}[${names[index] ?? ''}]`,
    settings,
    options: normalOptions(tool, inOptions),
    tools: normalTools(tool, relabel, inOptions),
  }));
}

/** What a fingerprint counts of a tool. Nobody has described a tool's keys, so each that says something counts. */
export function countedTool({ settings, options, tools }: NormalTool): JsonObject {
  const said = Object.entries(settings).filter(([, value]) => !isBlank(value));
  return { settings: Object.fromEntries(said), options, tools: (tools ?? []).map(countedTool) };
}
