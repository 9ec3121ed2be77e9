import { canonicalJson } from '../json/canonical.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';

/** What an author does on the origin, done to the exported file: every copy of the record type changes alike. */
export type FieldEdit = (fields: readonly JsonObject[]) => readonly JsonObject[];

export function editAlertType(text: string, edit: FieldEdit): string {
  const story: JsonValue = JSON.parse(text);
  if (!isObject(story) || !isArray(story.agents)) throw new Error('the demo story is not a story');
  const agents = story.agents.map((agent) => (isObject(agent) ? editAction(agent, edit) : agent));
  return canonicalJson({ ...story, agents });
}

export function addField(name: string, resultType: string): FieldEdit {
  return (fields) => [...fields, { id: 90_001, name, description: null, result_type: resultType, fixed_values: [] }];
}

export function retypeField(name: string, resultType: string): FieldEdit {
  return (fields) => fields.map((field) => (field.name === name ? { ...field, result_type: resultType } : field));
}

function editAction(agent: JsonObject, edit: FieldEdit): JsonObject {
  const type = agent.record_type;
  if (!isObject(type) || type.name !== 'Alert' || !isArray(type.record_fields)) return agent;
  const fields = edit(type.record_fields.filter(isObject));
  const writers = (isArray(agent.record_writers) ? agent.record_writers.filter(isObject) : []).map((writer) => {
    const written = isObject(writer.record_field) ? writer.record_field.name : undefined;
    const field = fields.find((candidate) => candidate.name === written);
    return field ? { ...writer, record_field: field } : writer;
  });
  return { ...agent, record_type: { ...type, record_fields: fields }, record_writers: writers };
}
