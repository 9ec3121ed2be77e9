import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { PlannedDestination, PlannedNative, RecordTypeStep } from '../../model/plan.ts';
import { byText } from '../../model/text/order.ts';
import { explain, explainIfAny } from '../explain/explain.ts';
import { explainForMany } from '../explain/explain-native.ts';
import { nativeWrites } from '../native-writes.ts';
import { inTerminal, joined, name, type Phrase, say, words } from '../phrase.ts';
import { count, someNames } from '../reason-words.ts';
import { hintPhrase, type Note, recordType } from './story-notes.ts';

/** Record types that are told of. */
const FORECASTS = 12;

/** Names that a command is shown with; of more it is told for one. */
const NAMED = 10;

/**
 * Why all stories of a destination at the vendor wait or fail: in the same words, so that they are told above them once.
 * Undefined where they differ.
 */
export function sharedCause({ native, stories, hold }: PlannedDestination): Words | undefined {
  const [first] = stories;
  if (native === undefined || first === undefined || first.fact === null) return undefined;
  const cause = explain(first.fact);
  const alike = stories.every(({ action, waits, reason, fact }) => {
    const told = explainIfAny(fact);
    const stands = action === 'skip' || action === 'blocked';
    return (
      stands &&
      waits === undefined &&
      reason === first.reason &&
      told.message === cause.message &&
      told.hint === cause.hint
    );
  });
  return alike && !(hold !== undefined && cause.hint === null) ? cause : undefined;
}

/** What becomes of destinations at the vendor; they are alike but for their ids and addresses. Empty where nothing does. */
export function nativeNotes(alike: readonly PlannedDestination[]): readonly Note[] {
  const [first] = alike;
  if (first?.native === undefined) return [];
  return [
    ...causeNotes(first, alike),
    ...writeNotes(first, first.native, alike.length === 1),
    ...forecastNotes(first.native),
    ...warningNotes(first.native),
  ];
}

/** What is deleted at the vendor by this very plan, and what it alone decides about. */
export function weightyAtVendor(destination: PlannedDestination): readonly Phrase[] {
  const { native } = destination;
  if (native === undefined) return [];
  return [...writeNotes(destination, native, true), ...warningNotes(native)].flatMap(({ tone, phrase }) =>
    tone === 'weighty' || tone === 'warning' ? [phrase] : [],
  );
}

/** All that two destinations must have in common to be told of at once. */
export function nativeAlike(destination: PlannedDestination): string {
  const { native } = destination;
  if (native === undefined) return '';
  const notes = [...writeNotes(destination, native, false), ...forecastNotes(native), ...warningNotes(native)];
  const { engine, action, consent } = native;
  const cause = consent === null ? (sharedCause(destination) ?? null) : null;
  // Of a long list the notes name some.
  const lists = [native.subscribe, native.unsubscribe].map((keys) => keys.toSorted(byText));
  return JSON.stringify([engine, action, consent, cause, lists, notes.map(({ phrase }) => inTerminal(phrase))]);
}

/** What the vendor is likely to make of record types: rows live in them, and none of it can be taken back. */
export function forecastOf({ native }: Pick<PlannedDestination, 'native'>): readonly RecordTypeStep[] {
  return (native?.forecast ?? []).filter(({ action, name: own, target }) => action !== 'reuse' || own !== target);
}

export function forecastPhrase(step: RecordTypeStep): Phrase {
  return say`forecast, the vendor decides: ${recordType(step)}`;
}

function forecastNotes(native: PlannedNative): readonly Note[] {
  const steps = forecastOf({ native });
  const shown = steps.length <= FORECASTS + 1 ? steps : steps.slice(0, FORECASTS);
  const more = steps.length - shown.length;
  return [
    ...shown.map(
      (step) => ({ tone: step.action === 'reuse' ? 'plain' : 'weighty', phrase: forecastPhrase(step) }) as const,
    ),
    ...(more === 0
      ? []
      : [{ tone: 'plain', phrase: [`forecast: … ${more} more record types (all of them: --format json)`] } as const]),
  ];
}

function warningNotes({ warnings }: PlannedNative): readonly Note[] {
  return warnings.map((warning) => {
    return { tone: 'warning', phrase: say`warning: ${words(explain(warning).message)}` } as const;
  });
}

function causeNotes(first: PlannedDestination, alike: readonly PlannedDestination[]): readonly Note[] {
  const cause = sharedCause(first);
  if (cause === undefined) return [];
  const { message, hint } =
    alike.length > 1 && (first.native?.consent ?? null) !== null ? consentOf(first, alike) : cause;
  const blocked = first.stories.some(({ action }) => action === 'blocked');
  return [
    { tone: blocked ? 'cause' : 'weighty', phrase: [words(message)] },
    ...(hint === null ? [] : [{ tone: 'next', phrase: hintPhrase(hint) } as const]),
  ];
}

/** The same for many as the single story says of its own. */
function consentOf({ native }: PlannedDestination, alike: readonly PlannedDestination[]): Words {
  const names = alike.length <= NAMED ? alike.map((each) => each.name).join(' ') : 'NAME';
  if (native?.consent === '--replace') return explainForMany('replace', names);
  return explainForMany(native?.engine === 'push' ? 'take_back' : 'hand_over', names);
}

function writeNotes(destination: PlannedDestination, native: PlannedNative, single: boolean): readonly Note[] {
  const writes = nativeWrites(destination);
  if (writes.length === 0) return [];
  if (native.action === 'update')
    return [{ tone: 'plain', phrase: say`update: ${joined(updates(native, writes), '; ')}` }];
  const entering = destination.stories.filter(
    ({ key, action }) => action === 'create' && native.subscribe.includes(key),
  );
  const made = say`a sync destination with ${count(entering.length, 'story', 'stories')} is made${native.manualSyncOnly ? ', manual sync only' : ''}`;
  if (native.action === 'create') return [{ tone: 'plain', phrase: say`create: ${made}` }];
  const old = say`sync destination${single && native.id !== null ? ` ${native.id}` : ''}${single ? placeOf(native) : []}`;
  if (native.action === 'replace') {
    return [{ tone: 'weighty', phrase: say`replace: ${old} is deleted, its stories there stay; ${made}` }];
  }
  return native.engine === 'push'
    ? [
        {
          tone: 'weighty',
          phrase: say`takeover: the vendor's ${old} is deleted, its stories stay and are pushed from then on`,
        },
      ]
    : [{ tone: 'weighty', phrase: say`takeover: ${made}, for stories that the vendor carried before` }];
}

function placeOf({ from }: PlannedNative): Phrase {
  return from === null ? [] : say` (${name(from.tenantUrl)}, team ${String(from.teamId)})`;
}

function updates(native: PlannedNative, writes: PlannedNative['steps']): readonly Phrase[] {
  const { subscribe, unsubscribe, manualSyncOnly, keyVersion } = native;
  return writes.flatMap((step): readonly Phrase[] => {
    switch (step) {
      case 'set_flag':
        return [[manualSyncOnly ? 'manual sync only is set' : 'manual sync only is taken away']];
      case 'send_key':
        return [[`key version ${keyVersion ?? ''} is sent`]];
      case 'set_stories':
        return [
          ...(subscribe.length > 0 ? [say`subscribe ${someNames(subscribe)}`] : []),
          ...(unsubscribe.length > 0 ? [say`unsubscribe ${someNames(unsubscribe)}`] : []),
        ];
      case 'delete':
      case 'create':
      case 'trigger':
        return [];
      default:
        return unreachable(step);
    }
  });
}
