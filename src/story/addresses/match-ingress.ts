import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Story } from '../../model/story.ts';
import { ownGuids, withoutGuids } from '../compare/guid-names.ts';
import { type IngressPoint, ingressPoints } from './ingress-options.ts';
import { kindOfAddress } from './wording.ts';

/** Which address of the destination belongs to which action of the wanted story. */
export type IngressMatching = {
  readonly pairs: readonly IngressPair[];
  /** Addresses that the destination would get. */
  readonly appearing: readonly IngressPoint[];
  /** Addresses that would stop answering. */
  readonly disappearing: readonly IngressPoint[];
};
type IngressPair = { readonly wanted: IngressPoint; readonly live: IngressPoint };

type Open = { readonly pairs: IngressPair[]; readonly wanted: Set<IngressPoint>; readonly live: Set<IngressPoint> };

/**
 * Matches addresses so that a customer's URLs never move to another action. `actionMap` is what state
 * remembers: source guid to destination guid. Refuses to guess: the error names the webhooks and pages in question.
 */
export function matchIngress(
  wanted: Story,
  live: Story,
  actionMap: { readonly [sourceGuid: string]: string },
): Result<IngressMatching, { readonly ambiguous: readonly string[] }> {
  const names = new Map<IngressPoint, string>();
  const pointsOf = (story: Story): readonly IngressPoint[] => {
    const points = ingressPoints(story);
    const guids = ownGuids(story);
    for (const point of points) names.set(point, withoutGuids(point.name, guids));
    return points;
  };
  const [wantedPoints, livePoints] = [pointsOf(wanted), pointsOf(live)];
  const found = (['webhook', 'page', 'mcp_server'] as const).map((kind) => {
    const ofKind = (points: readonly IngressPoint[]): readonly IngressPoint[] =>
      points.filter((point) => point.kind === kind);
    const open: Open = { pairs: [], wanted: new Set(ofKind(wantedPoints)), live: new Set(ofKind(livePoints)) };
    pairByGuid(open, (guid) => guid);
    pairByGuid(open, (guid) => (Object.hasOwn(actionMap, guid) ? actionMap[guid] : undefined));
    pairByName(open, (point) => names.get(point) ?? point.name);
    // One left over on each side: it was renamed, and keeps its address.
    const [left] = open.live;
    if (open.wanted.size === 1 && open.live.size === 1) pairWhere(open, () => left);
    return open;
  });
  const stuck = found.filter((open) => open.wanted.size > 0 && open.live.size > 0);
  if (stuck.length > 0) return fail({ ambiguous: stuck.flatMap(namesOf) });
  return ok({
    pairs: found.flatMap(({ pairs }) => pairs),
    appearing: found.flatMap((open) => [...open.wanted]),
    disappearing: found.flatMap((open) => [...open.live]),
  });
}

function pairByGuid(open: Open, translate: (guid: string) => string | undefined): void {
  // Two tools may have one guid: the first of those that are left is last in its list.
  const byGuid = Map.groupBy([...open.live].toReversed(), ({ action }) => action.guid);
  pairWhere(open, ({ action }) => {
    // A tool may have none.
    const guid = typeof action.guid === 'string' ? translate(action.guid) : undefined;
    return guid === undefined ? undefined : byGuid.get(guid)?.pop();
  });
}

/** A unique name is the case of one; names that repeat are told apart by order, as long as both sides have as many. */
function pairByName(open: Open, nameOf: (point: IngressPoint) => string): void {
  const live = Map.groupBy(open.live, nameOf);
  const partners = new Map<IngressPoint, IngressPoint>();
  for (const [name, wanted] of Map.groupBy(open.wanted, nameOf)) {
    const there = live.get(name) ?? [];
    if (there.length !== wanted.length) continue;
    for (const [index, point] of there.entries()) partners.set(wanted[index] ?? point, point);
  }
  pairWhere(open, (point) => partners.get(point));
}

function pairWhere(open: Open, find: (wanted: IngressPoint) => IngressPoint | undefined): void {
  for (const wanted of open.wanted) {
    const live = find(wanted);
    if (live === undefined || !open.live.delete(live)) continue;
    open.pairs.push({ wanted, live });
    open.wanted.delete(wanted);
  }
}

function namesOf(open: Open): readonly string[] {
  const named = [...open.wanted, ...open.live].map(
    ({ kind, name }) => `${kindOfAddress(kind)} ${JSON.stringify(name)}`,
  );
  return [...new Set(named)];
}
