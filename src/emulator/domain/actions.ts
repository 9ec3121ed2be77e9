import { isRecord, type JsonRecord, recordsIn } from './json.ts';

/** The actions of a story's content. */
export function actionsOf(content: JsonRecord): JsonRecord[] {
  return recordsIn(content.agents);
}

/** The same with the tools of AI actions, which are actions in exports, and the tools of those. */
export function everyActionOf(content: JsonRecord): JsonRecord[] {
  const withTools = (action: JsonRecord): JsonRecord[] => [action, ...recordsIn(action.tools).flatMap(withTools)];
  return actionsOf(content).flatMap(withTools);
}

export function actionOptions(action: JsonRecord): JsonRecord {
  return isRecord(action.options) ? action.options : {};
}

export function nameOf(content: JsonRecord): string {
  return typeof content.name === 'string' ? content.name : '';
}

type Pair = readonly [JsonRecord, JsonRecord];

/** Actions of one story paired with those of another: by guid, else by type, name and ordinal among equals; tools likewise. */
export function pairActions(content: JsonRecord, other: JsonRecord): Pair[] {
  return pairLists(actionsOf(content), actionsOf(other));
}

function pairLists(actions: readonly JsonRecord[], others: readonly JsonRecord[]): Pair[] {
  const byGuid = new Map(others.map((action) => [action.guid, action]));
  const named = new Map(numbered(others).map(([label, action]) => [label, action]));
  return numbered(actions).flatMap(([label, action]): Pair[] => {
    const partner = byGuid.get(action.guid ?? null) ?? named.get(label);
    return partner === undefined
      ? []
      : [[action, partner], ...pairLists(recordsIn(action.tools), recordsIn(partner.tools))];
  });
}

function numbered(actions: readonly JsonRecord[]): [string, JsonRecord][] {
  const seen = new Map<string, number>();
  return actions.map((action) => {
    const label = JSON.stringify([action.type, action.name]);
    const ordinal = (seen.get(label) ?? 0) + 1;
    seen.set(label, ordinal);
    return [`${label} ${ordinal}`, action];
  });
}
