import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { ordinalLabels } from './label.ts';

/** An action wherever it stands in a story: in its list, or as a tool of another action. Tools are not checked in shape. */
export type PlacedAction = {
  readonly action: JsonObject;
  /** Position in `agents` of the action itself, or of the one whose tool it is. */
  readonly top: number;
  /** The way from there: empty for the action itself, `tools[Look up].tools[Fetch]` for tools. Positions do not count. */
  readonly trail: string;
  /** The same way by position, as the file has it: `.tools[0].tools[1]`. */
  readonly steps: string;
  /** Names from the outermost action inwards. */
  readonly names: readonly string[];
};

/** Every action of a story, tools of tools included, each before its own tools. Every rule about actions goes by this walk. */
export function allActions(story: JsonObject): readonly PlacedAction[] {
  const found: PlacedAction[] = [];
  const visit = (placed: PlacedAction): void => {
    found.push(placed);
    for (const { key, index, tool, label } of toolsOf(placed.action)) {
      visit({
        action: tool,
        top: placed.top,
        trail: `${placed.trail === '' ? '' : `${placed.trail}.`}${key}[${label}]`,
        steps: `${placed.steps}.${key}[${index}]`,
        names: [...placed.names, nameOf(tool)],
      });
    }
  };
  const agents = isArray(story.agents) ? story.agents : [];
  for (const [top, action] of agents.entries()) {
    if (isObject(action)) visit({ action, top, trail: '', steps: '', names: [nameOf(action)] });
  }
  return found;
}

/** Where an action stands; `placeKey` makes one word of it. */
export type Placed = Pick<PlacedAction, 'top' | 'trail'>;

/** One word for a place, so that places can be looked up. */
export function placeKey({ top, trail }: Placed): string {
  return `${top} ${trail}`;
}

/**
 * The story with every action passed through `change`, tools before the action that has them; the same object when nothing
 * changed. `change` must leave the shape as it is.
 */
export function mapActions<S extends JsonObject>(
  story: S,
  change: (action: JsonObject, placed: Placed) => JsonObject,
): S {
  if (!isArray(story.agents)) return story;
  const mapped = (action: JsonObject, { top, trail }: Placed): JsonObject => {
    const changed = new Map<string, JsonValue[]>();
    for (const { key, index, tool, label } of toolsOf(action)) {
      const after = mapped(tool, { top, trail: `${trail === '' ? '' : `${trail}.`}${key}[${label}]` });
      if (after === tool) continue;
      const list = changed.get(key) ?? [...(action[key] as readonly JsonValue[])];
      list[index] = after;
      changed.set(key, list);
    }
    return change(changed.size === 0 ? action : { ...action, ...Object.fromEntries(changed) }, { top, trail });
  };
  const before = story.agents;
  const agents = before.map((action, top) => (isObject(action) ? mapped(action, { top, trail: '' }) : action));
  return agents.every((action, index) => action === before[index]) ? story : { ...story, agents };
}

/** Options of an action; a tool may have none. */
export function optionsOf(action: JsonObject): JsonObject {
  return isObject(action.options) ? action.options : {};
}

/** An action that stands in another one. */
export type Tool = { readonly key: string; readonly index: number; readonly tool: JsonObject; readonly label: string };

/** AI actions keep tools under `tools`; under another key an action is known by its type. What stands in `options` is data. */
export function toolsOf(action: JsonObject): readonly Tool[] {
  // Nearly every action has none, and every rule asks.
  const keys = Object.keys(action).filter((key) => holdsTools(key, action[key]));
  return keys.flatMap((key) => {
    const list = action[key];
    const entries = isArray(list) ? [...list.entries()] : [];
    const tools = entries.flatMap(([index, entry]) => (isTool(key, entry) ? [{ key, index, tool: entry }] : []));
    const labels = ordinalLabels(tools.map(({ tool }) => nameOf(tool)));
    return tools.map((tool, at) => ({ ...tool, label: labels[at] ?? '' }));
  });
}

/** Whether actions stand in a value under `key` of an action. */
export function holdsTools(key: string, value: JsonValue | undefined): boolean {
  return isArray(value) && value.some((entry) => isTool(key, entry));
}

/** Whether an entry of a list under `key` of an action is an action itself, and visited for itself. */
export function isTool(key: string, entry: JsonValue): entry is JsonObject {
  if (key === 'options' || !isObject(entry)) return false;
  return key === 'tools' || (typeof entry.type === 'string' && entry.type.startsWith('Agents::'));
}

function nameOf(action: JsonObject): string {
  return typeof action.name === 'string' ? action.name : '';
}
