import { canonicalJson } from '../src/json/canonical.ts';
import type { JsonObject } from '../src/json/value.ts';
import {
  type ActionSpec,
  fetchAction,
  guidOf,
  recordAction,
  storyExport,
  webhook,
  withOption,
} from '../test/support/stories.ts';

/** The prose of notes, formulas and messages; ASCII and not, as in real exports. */
const WORDS =
  'alert analyst asset block case cluster domain endpoint enrich escalate evidence finding hash host identity incident indicator isolate mailbox malware phishing playbook quarantine reputation review sandbox sender severity ticket triage user verdict Zürich 東京 “quoted”'.split(
    ' ',
  );

/** The credential and the resource that every generated story uses. */
export const CREDENTIAL = 'virustotal';
export const RESOURCE = 'soc_settings';

export type GeneratedStory = { readonly key: string; readonly story: JsonObject };

/** One story of 15 to 20 kB in its canonical form; the same number always gives the same story. */
export function generatedStory(number: number): GeneratedStory {
  const key = `story-${String(number).padStart(4, '0')}`;
  const say = speaker(number);
  const middle = Array.from({ length: 8 + (number % 2) }, (_, index) => middleAction(index, say));
  // Every fourth story keeps its findings as records, of the one type that all of them share.
  const keep = number % 4 === 0 ? [recordAction('Keep the finding', 'Finding', FINDING)] : [];
  const story = storyExport({
    name: `Story ${String(number).padStart(4, '0')}: ${say(3)}`,
    description: say(40),
    actions: [webhook('Receive the alert'), ...middle, ...keep],
    diagram_notes: [{ position: [480, 30], guid: guidOf(`${key}/note`), content: say(60), width: 320, color: 'blue' }],
    monitor_failures: true,
  });
  return { key, story };
}

const FINDING = [
  ['title', 'TEXT'],
  ['severity', 'TEXT_ENUM', ['low', 'medium', 'high']],
] as const;

/** The same story after an everyday edit: one option of one action. */
export function editedStory(number: number): GeneratedStory {
  const { key, story } = generatedStory(number);
  return { key, story: withOption(story, 'Look up 0', 'timeout', 45) };
}

/** The text as `export` would have left it in git. */
export function storyText({ story }: GeneratedStory): string {
  return canonicalJson(story);
}

function middleAction(index: number, say: (words: number) => string): ActionSpec {
  const common = { description: say(12) };
  switch (index % 4) {
    case 0:
      return {
        ...fetchAction(`Look up ${index}`, `https://api.example/v${index}/<<receive_the_alert.body.indicator>>`, {
          content_type: 'application_json',
          timeout: 30,
          retry_on_status: ['429', '500-599'],
          headers: { authorization: `Bearer <<CREDENTIAL.${CREDENTIAL}>>`, 'x-trace': say(2) },
          payload: { query: say(20), channel: `<<RESOURCE.${RESOURCE}.channel>>`, filters: [say(4), say(4)] },
        }),
        ...common,
      };
    case 1:
      return {
        name: `Decide ${index}`,
        type: 'Agents::TriggerAgent',
        options: {
          rules: Array.from({ length: 3 }, () => ({
            type: 'regex',
            value: say(3),
            path: `<<look_up.body.${say(1)}>>`,
          })),
          emit_no_match: true,
        },
        ...common,
      };
    case 2:
      return {
        name: `Shape ${index}`,
        options: {
          mode: 'message_only',
          loop: false,
          payload: { title: say(6), lines: Array.from({ length: 8 }, () => say(9)), count: index, ratio: index / 4 },
        },
        ...common,
      };
    default:
      return {
        name: `Tell ${index}`,
        type: 'Agents::EmailAgent',
        options: { recipients: ['soc@customer.example'], subject: say(6), body: `<p>${say(60)}</p>`, reply_to: '' },
        ...common,
      };
  }
}

/** Words by a fixed pseudo-random sequence (mulberry32), so that runs compare. */
function speaker(seed: number): (words: number) => string {
  let state = seed + 1;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (words) => Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)] ?? 'alert').join(' ');
}
