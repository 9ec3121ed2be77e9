import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { VendorClaims } from '../../engine/native/claims.ts';
import { keyNamesFor, nameDestinations } from '../../export/vendor-names.ts';
import { parseTenantUrl } from '../../manifest/tenant-url.ts';
import type { Discovery, LeftOutStory } from '../../model/exported.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import { byTextOf } from '../../model/text/order.ts';
import { count } from '../../report/reason-words.ts';
import type { DestinationRefusal } from '../../workspace/refused-destination.ts';
import type { NamedOrigin } from './manifest-text.ts';

/** A sync destination of the vendor as the manifest will have it. */
export type TakenOver = {
  readonly name: string;
  readonly tenantUrl: string;
  readonly teamId: number;
  /** Null for the origin's own tenant: the vendor needs none there. */
  readonly keyName: string | null;
  readonly manualSyncOnly: boolean;
  /** Keys of the catalogue, in its order. */
  readonly stories: readonly string[];
  readonly object: VendorDestination;
};

export type TakeOver = {
  /** By name. */
  readonly destinations: readonly TakenOver[];
  /** Why others stay with the vendor alone, and what else is to be known. */
  readonly problems: readonly Problem[];
};

type Candidate = Pick<TakenOver, 'tenantUrl' | 'teamId' | 'stories' | 'object'> & { readonly id: number };

/**
 * What the vendor has, in the manifest's terms. One that cannot be written down as it is stays out as a whole, and is
 * told: with a part of its stories, the first sync would take the others off the vendor's list.
 */
export function takeOver(
  vendor: readonly VendorDestination[],
  origin: NamedOrigin,
  discovered: Discovery,
  refusalOf: DestinationRefusal,
): TakeOver {
  const claims = new VendorClaims(vendor, origin.teamId);
  const told = new Set<number>();
  const candidates: Candidate[] = [];
  const problems: Problem[] = [...ofOtherTeams(vendor, origin)];
  for (const object of claims.all) {
    if (told.has(object.id)) continue;
    const read = candidateOf(object, claims, origin, discovered, refusalOf);
    if (read.ok) candidates.push(read.value);
    else {
      for (const id of read.error.ids) told.add(id);
      problems.push(leftOut(read.error));
    }
  }
  const names = nameDestinations(candidates, origin.tenantUrl);
  const named = candidates
    .map((candidate) => ({ ...candidate, name: names.get(candidate.id) ?? '' }))
    .toSorted(byTextOf(({ name }) => name));
  const remote = named.filter(({ tenantUrl }) => tenantUrl !== origin.tenantUrl).map(({ name }) => name);
  const keys = keyNamesFor(remote, origin.keyName);
  const destinations = named.map(({ name, tenantUrl, teamId, stories, object }): TakenOver => {
    const manualSyncOnly = object.manualSyncOnly === true;
    return { name, tenantUrl, teamId, keyName: keys.get(name) ?? null, manualSyncOnly, stories, object };
  });
  return { destinations, problems: [...problems, ...toKnow(destinations)] };
}

type LeftOut = { readonly ids: readonly number[]; readonly why: string; readonly hint: string };

function candidateOf(
  object: VendorDestination,
  claims: VendorClaims,
  origin: NamedOrigin,
  discovered: Discovery,
  refusalOf: DestinationRefusal,
): Result<Candidate, LeftOut> {
  const { id, teamId } = object;
  const out = (why: string, hint: string, ids: readonly number[] = [id]) => fail({ ids, why, hint });
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(object.tenantUrl) ? object.tenantUrl : `https://${object.tenantUrl}`;
  const url = parseTenantUrl(written);
  if (!url.ok) return out(`its address ${url.error.message}`, 'make it anew at the origin, with a correct address');
  const twins = claims.at(object).map((one) => one.id);
  if (twins.length > 1) {
    return out(
      'they are the same: origin team, tenant and team',
      'delete all but one there, keeping their stories',
      twins,
    );
  }
  if (url.value === origin.tenantUrl && teamId === origin.teamId) {
    return out('it is the origin itself', 'delete it at the origin; nothing can be synced from a team to itself');
  }
  const keys = new Map(discovered.stories.map((story) => [story.id, story.key]));
  const lacking = object.subscriptions.filter(({ storyId }) => !keys.has(storyId));
  const [first] = lacking;
  if (first !== undefined) {
    const more = lacking.length > 1 ? ` (and ${lacking.length - 1} more)` : '';
    const { why, hint } = WITHOUT[discovered.leftOut.find((each) => each.id === first.storyId)?.reason ?? 'unknown'];
    const story = first.storyName === null ? `story ${first.storyId}` : `"${first.storyName}" (${first.storyId})`;
    return out(`${story}${more} ${why}`, hint);
  }
  const wanted = new Set(object.subscriptions.map(({ storyId }) => storyId));
  const stories = discovered.stories.filter((story) => wanted.has(story.id)).map(({ key }) => key);
  const refused = refusalOf(String(id), stories);
  if (refused !== undefined) return out(refused, 'change the list at the origin, then write it into the manifest');
  return ok({ id, tenantUrl: url.value, teamId, stories, object });
}

const WITHOUT: {
  readonly [reason in LeftOutStory['reason'] | 'unknown']: { readonly why: string; readonly hint: string };
} = {
  unknown: {
    why: 'is not among the stories of the origin team',
    hint: 'take it off the list at the origin, then run init again or write the destination by hand',
  },
  no_change_control: {
    why: 'is not under change control at the origin',
    hint: 'turn change control on for it, then run init again or write the destination by hand',
  },
  unpublished: {
    why: 'is not published at the origin',
    hint: 'publish it, then run init again or write the destination by hand',
  },
  detached: {
    why: 'carries the tag "detached-from-sync" at the origin',
    hint: 'remove the tag, then run init again or write the destination by hand',
  },
};

function leftOut({ ids, why, hint }: LeftOut): Problem {
  const [one, are] = ids.length === 1 ? ['sync destination', 'is'] : ['sync destinations', 'are'];
  return {
    code: 'INI006',
    severity: 'warning',
    message: `${one} ${ids.join(', ')} of the vendor ${are} left out: ${why}`,
    hint: `the vendor goes on as before; ${hint}`,
  };
}

/** What other teams sync is no business of this repository. */
function ofOtherTeams(vendor: readonly VendorDestination[], { teamId, tenantUrl }: NamedOrigin): readonly Problem[] {
  const others = Map.groupBy(
    vendor.filter(({ originTeamId }) => originTeamId !== teamId),
    ({ originTeamId }) => originTeamId,
  );
  return [...others]
    .toSorted(([a], [b]) => a - b)
    .map(([team, objects]) => ({
      code: 'INI006',
      severity: 'warning',
      message: `${count(objects.length, 'sync destination')} of team ${team} of the origin ${objects.length === 1 ? 'is' : 'are'} left out: this repository keeps the stories of team ${teamId}`,
      hint: `the vendor goes on as before; a repository of its own: storysync init --native --from ${tenantUrl} --team ${team}`,
    }));
}

const MOST_NAMES = 3;

/** What keeps the first plan from being empty, and what the vendor did not say. */
function toKnow(destinations: readonly TakenOver[]): readonly Problem[] {
  const open = destinations.flatMap(({ name, manualSyncOnly, object: { subscriptions } }): readonly Problem[] => {
    const waiting = subscriptions.filter(({ status }) => status !== 'synced');
    if (waiting.length === 0) return [];
    const shown = waiting.slice(0, MOST_NAMES).map(({ storyName, storyId, status, errorMessage }) => {
      const how = status === 'failed' ? ` failed${errorMessage === null ? '' : `: ${errorMessage}`}` : '';
      return `"${storyName ?? storyId}"${how}`;
    });
    const more = waiting.length > MOST_NAMES ? ` and ${waiting.length - MOST_NAMES} more` : '';
    const hint = manualSyncOnly
      ? `they wait for somebody to ask: storysync sync --manual --destination ${name}`
      : 'the first sync asks the vendor for them';
    return [
      {
        code: 'INI007',
        severity: 'warning',
        message: `the vendor does not call all stories of "${name}" synced: ${shown.join(', ')}${more}`,
        hint,
      },
    ];
  });
  const silent = destinations.filter(({ object }) => object.manualSyncOnly === null).length;
  if (silent === 0) return open;
  return [
    ...open,
    {
      code: 'INI007',
      severity: 'warning',
      message: `the tenant does not tell which of its sync destinations are synced by hand only; ${silent === 1 ? 'one is' : `${silent} are`} written as synced by every publish`,
      hint: 'write "manual_sync_only: true" where the dashboard says so',
    },
  ];
}
