import type { NativeWarning } from '../../model/fact/native-fact.ts';
import type { VendorSubscription } from '../../model/tenant/vendor-destination.ts';
import { isDue } from '../../plan/planned-story.ts';
import { ingressPoints } from '../../story/addresses/carry-addresses.ts';
import type { NativeStoryWork, NativeWork, UnwantedStory } from './native-work.ts';

/** A write at the origin, in the order in which they are made. */
export type NativeStep =
  /** Always with the copies kept. */
  | { readonly kind: 'delete'; readonly id: number }
  | { readonly kind: 'create'; readonly storyIds: readonly number[]; readonly manualSyncOnly: boolean }
  /** In an update of its own: one with a list of stories might sync them all. */
  | { readonly kind: 'set_flag'; readonly id: number; readonly manualSyncOnly: boolean }
  | { readonly kind: 'send_key'; readonly id: number; readonly version: number }
  /** The whole list; without an id of the object that was made before. */
  | { readonly kind: 'set_stories'; readonly id: number | null; readonly storyIds: readonly number[] }
  /** Of the object that stands there by then. */
  | { readonly kind: 'trigger'; readonly storyIds: readonly number[] }
  /** No write: looks whether the vendor went on with the copy of the story that stands there. Nothing follows where it did not. */
  | { readonly kind: 'prove'; readonly storyId: number };

/** What becomes of a destination at the vendor. */
export type NativeChange = {
  readonly action: 'create' | 'update' | 'replace' | 'takeover' | 'unchanged';
  readonly steps: readonly NativeStep[];
  /** Keys of stories that enter the vendor's list. */
  readonly subscribe: readonly string[];
  readonly unsubscribe: readonly UnwantedStory[];
  readonly manualSyncOnly: boolean;
  /** To be recorded once this is done. */
  readonly keyVersion: number | null;
  /** Whether the destination's own key has to be at hand. */
  readonly needsKey: boolean;
  readonly warnings: readonly NativeWarning[];
};

/** The writes that a plan comes to, after all that may keep a story back had its say. */
export function nativeChangeOf(work: NativeWork): NativeChange {
  const { target, key, manualSyncOnly } = work;
  const going = work.stories.filter(({ planned }) => isDue(planned));
  if (target.at === 'found') return changeThere(work, target.object.id, going);
  const action = target.at === 'elsewhere' ? 'replace' : target.at === 'absent' ? whyCreated(target) : 'unchanged';
  const storyIds = sorted(going.map(({ storyId }) => storyId));
  // Where every story waits, there is nothing yet that the vendor should know of.
  const idle = going.length === 0 && work.destination.subscriptions.length > 0;
  const steps: NativeStep[] = [];
  if (work.blocked === null && !work.flagAlone && !idle) {
    if (target.at === 'elsewhere') steps.push({ kind: 'delete', id: target.object.id });
    const first = firstOf(going);
    // Any other create syncs by itself.
    const started = (stories: readonly NativeStoryWork[]): readonly NativeStep[] =>
      manualSyncOnly && stories.length > 0 ? [{ kind: 'trigger', storyIds: inOrder(stories) }] : [];
    if (first === undefined) steps.push({ kind: 'create', storyIds, manualSyncOnly }, ...started(going));
    else {
      steps.push({ kind: 'create', storyIds: [first.storyId], manualSyncOnly }, ...started([first]));
      steps.push({ kind: 'prove', storyId: first.storyId });
      const others = going.filter((story) => story !== first);
      if (others.length > 0) steps.push({ kind: 'set_stories', id: null, storyIds }, ...started(others));
    }
  }
  return {
    action,
    steps,
    subscribe: steps.length > 0 ? going.map(({ planned }) => planned.key) : [],
    unsubscribe: [],
    manualSyncOnly,
    keyVersion: key.version,
    needsKey: steps.length > 0 && !work.sameTenant,
    warnings: steps.length > 0 ? copiesWarning(work) : [],
  };
}

function whyCreated({ takesOver }: { readonly takesOver: boolean }): 'create' | 'takeover' {
  return takesOver ? 'takeover' : 'create';
}

function changeThere(work: NativeWork, id: number, going: readonly NativeStoryWork[]): NativeChange {
  const { key, manualSyncOnly, flagThere } = work;
  const flag: NativeStep = { kind: 'set_flag', id, manualSyncOnly };
  const protects = manualSyncOnly && flagThere !== true;
  const frees = !manualSyncOnly && flagThere === true;
  const steps: NativeStep[] = [];
  if (protects) steps.push(flag);
  const entering = work.flagAlone ? [] : going.filter(({ subscribed }) => !subscribed);
  const leaving = work.flagAlone || work.narrowed ? [] : work.unwanted;
  if (!work.flagAlone) {
    if (key.send && key.version !== null) steps.push({ kind: 'send_key', id, version: key.version });
    // A save of what is known to sync by itself carries what enters with it.
    const saved = !manualSyncOnly && flagThere === false;
    const first = firstOf(entering);
    if (first !== undefined) {
      steps.push({ kind: 'set_stories', id, storyIds: wholeList(work, [first], []) });
      if (!saved) steps.push({ kind: 'trigger', storyIds: [first.storyId] });
      steps.push({ kind: 'prove', storyId: first.storyId });
    }
    if (entering.length + leaving.length > (first === undefined ? 0 : 1)) {
      steps.push({ kind: 'set_stories', id, storyIds: wholeList(work, entering, leaving) });
    }
    if (frees) steps.push(flag);
    const triggered = going.filter((story) => story !== first && (story.subscribed || !saved));
    if (triggered.length > 0) steps.push({ kind: 'trigger', storyIds: inOrder(triggered) });
  }
  return {
    action: steps.length > 0 ? 'update' : 'unchanged',
    steps,
    subscribe: entering.map(({ planned }) => planned.key),
    unsubscribe: leaving,
    manualSyncOnly: protects || frees ? manualSyncOnly : (flagThere ?? manualSyncOnly),
    keyVersion: key.version,
    needsKey: steps.some(({ kind }) => kind === 'send_key'),
    warnings: [
      ...(protects && flagThere === null ? [{ kind: 'flag_unknown' } as const] : []),
      ...saveWarning(work, steps),
      ...keyWarning(work),
      ...unsubscribeWarning(leaving),
      ...takenOver(entering),
    ],
  };
}

/**
 * Of stories that the team holds already the one that goes before all others: whether the vendor goes on with the copy or
 * makes a second one beside it is told by nothing else. One with an address, so that it tells of addresses too.
 */
function firstOf(entering: readonly NativeStoryWork[]): NativeStoryWork | undefined {
  const standing = entering.filter(({ copies }) => copies.length > 0);
  return standing.find(({ desired }) => ingressPoints(desired.story).length > 0) ?? standing[0];
}

/** What is subscribed stays so, whatever keeps its next sync back; the vendor takes no list with a story that is no more. */
function wholeList(
  { target, stories }: NativeWork,
  entering: readonly NativeStoryWork[],
  leaving: readonly UnwantedStory[],
): readonly number[] {
  const without = new Set(leaving.map(({ storyId }) => storyId));
  for (const { gone, storyId } of stories) if (gone) without.add(storyId);
  const there = target.at === 'found' ? target.object.subscriptions : [];
  const all = new Set([...there, ...entering].map(({ storyId }) => storyId).filter((id) => !without.has(id)));
  return sorted([...all]);
}

/** A save of a destination may sync all that it carries, also what nobody wants there now. */
function saveWarning(
  { target, stories, unwanted }: NativeWork,
  steps: readonly NativeStep[],
): readonly NativeWarning[] {
  if (target.at !== 'found' || !steps.some(({ kind }) => kind !== 'trigger')) return [];
  const known = new Map(stories.map((story) => [story.storyId, story]));
  const leaving = new Set(unwanted.map(({ storyId }) => storyId));
  const isOpen = ({ storyId, status }: VendorSubscription): boolean => {
    const story = known.get(storyId);
    return story === undefined ? status !== 'synced' && !leaving.has(storyId) : !story.equal && !isDue(story.planned);
  };
  const open = target.object.subscriptions.filter(isOpen).toSorted((a, b) => a.storyId - b.storyId);
  const names = open.map(({ storyId, storyName }) => storyName ?? String(storyId));
  return names.length > 0 ? [{ kind: 'saving_may_sync', stories: names }] : [];
}

function keyWarning({ key }: NativeWork): readonly NativeWarning[] {
  return key.unknown && key.version !== null ? [{ kind: 'key_not_sent', version: key.version }] : [];
}

function unsubscribeWarning(leaving: readonly UnwantedStory[]): readonly NativeWarning[] {
  const stories = leaving.map(({ key, name, storyId }) => name ?? key ?? String(storyId));
  return stories.length > 0 ? [{ kind: 'copies_left_to_vendor', why: 'unsubscribed', stories }] : [];
}

function copiesWarning({ target, stories }: NativeWork): readonly NativeWarning[] {
  if (target.at === 'elsewhere') {
    const names = target.object.subscriptions.map(({ storyName, storyId }) => storyName ?? String(storyId));
    return names.length > 0 ? [{ kind: 'copies_left_to_vendor', why: 'replaced', stories: names }] : [];
  }
  return takenOver(stories);
}

function takenOver(entering: readonly NativeStoryWork[]): readonly NativeWarning[] {
  const names = entering.filter(({ copies }) => copies.length > 0).map(({ planned }) => planned.name);
  return names.length > 0 ? [{ kind: 'copies_left_to_vendor', why: 'taken_over', stories: names }] : [];
}

function sorted(ids: readonly number[]): readonly number[] {
  return ids.toSorted((a, b) => a - b);
}

/** Callees before callers. */
function inOrder(stories: readonly NativeStoryWork[]): readonly number[] {
  return stories.map(({ storyId }) => storyId);
}
