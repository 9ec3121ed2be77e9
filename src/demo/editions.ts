import type { JsonObject } from '../json/value.ts';
import type { Edition } from './author.ts';
import { bodyObjects } from './tenant-api.ts';

/** Two changes that an author makes to "Phishing triage", one for each rule of record types. */
export const SOURCE_IP: Edition = {
  title: 'Remember more repeats, note the source IP',
  story: (story) => withOption(story, 'Drop repeats', 'lookback', '1000'),
  recordType: { name: 'Alert', update: () => ({ fields: [{ name: 'Source IP', result_type: 'TEXT' }] }) },
};

export const SCORE_AS_TEXT: Edition = {
  title: 'Keep the score as text',
  recordType: {
    name: 'Alert',
    // The type of a field cannot be changed: it goes, and comes back under its name.
    update: (type) => ({
      fields: [{ name: 'Score', result_type: 'TEXT' }],
      field_ids_to_delete: bodyObjects(type.record_fields).flatMap(({ name, id }) =>
        name === 'Score' && id ? [id] : [],
      ),
    }),
  },
};

function withOption(story: JsonObject, action: string, option: string, value: string): JsonObject {
  const agents = bodyObjects(story.agents).map((agent) => {
    return agent.name === action ? { ...agent, options: { ...(agent.options as JsonObject), [option]: value } } : agent;
  });
  return { ...story, agents };
}
