import type { Problem } from '../../diagnostics/problem.ts';
import type { Plan } from '../../model/plan.ts';
import type { Reason } from '../../model/status.ts';
import { explainIfAny } from '../../report/explain/explain.ts';
import { bind } from '../../trust/bind.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ReadSettings } from '../settings.ts';

/** Destinations of the plan of which nobody knows what they would lose: an edit that overwrites things stops there. */
export function unknownLosses(
  workspace: Workspace,
  plan: Plan,
  settings: Pick<ReadSettings, 'trust'>,
): readonly Problem[] {
  return [...findUnbound(workspace, plan, settings), ...findUnread(plan)];
}

const UNREAD: ReadonlySet<Reason> = new Set(['missing_key', 'unauthorized', 'unreachable', 'unreadable']);

/** Destinations that were not asked, because no key may be used for them. */
function findUnbound({ desired }: Workspace, plan: Plan, { trust }: Pick<ReadSettings, 'trust'>): readonly Problem[] {
  const keys = bind(trust);
  const about = new Set(plan.destinations.map(({ name }) => name));
  return desired.destinations
    .filter(({ name }) => about.has(name))
    .flatMap((destination) => {
      const use = keys.of(destination);
      return use.ok ? [] : [describeUnread(destination.name, { message: use.error, hint: null })];
    });
}

/** One story for each destination that did not answer, or not completely. */
function findUnread({ destinations }: Plan): readonly Problem[] {
  return destinations.flatMap(({ name, stories }) => {
    const story = stories.find(({ action, reason }) => action === 'blocked' && reason !== null && UNREAD.has(reason));
    return story === undefined ? [] : [describeUnread(name, explainIfAny(story.fact))];
  });
}

function describeUnread(destination: string, { message, hint }: ReturnType<typeof explainIfAny>): Problem {
  const why = message === null ? '' : `: ${message}`;
  return {
    code: 'RUN016',
    severity: 'error',
    message: `the manifest was not edited, because it is not known what destination "${destination}" would lose${why}`,
    hint: `${hint === null ? '' : `${hint}; `}or go ahead without knowing, with --offline`,
  };
}
