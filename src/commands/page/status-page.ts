import pLimit from 'p-limit';
import type { Destination } from '../../model/destination.ts';
import type { DestinationState, StateContent } from '../../model/destination-state.ts';
import { pageDocument } from '../../page/document/page.ts';
import { pageFleetOf } from '../../page/fleet/fleet-of.ts';
import type { Naming } from '../../page/fleet/naming.ts';
import { type PagePast, pastOf } from '../../page/fleet/past.ts';
import shell from '../../page/shell.json' with { type: 'json' };
import type { StatusReport } from '../../report/status/status-report.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { StateSession } from '../state/state-session.ts';
import { storyPictures } from './story-pictures.ts';

export type PageSettings = {
  /** Names and hosts of destinations are not told, nor words about them. */
  readonly alias: boolean;
};

export type PageSources = { readonly workspace: Workspace; readonly session: StateSession };

/** Former records that are read, over all destinations: each may hold fifty stories. */
const FORMER_RECORDS = 1000;
const READS = 16;

/** The status as one self-contained page, with what the state branch tells of the past and git of the stories. */
export async function statusPage(
  report: StatusReport,
  states: ReadonlyMap<string, DestinationState>,
  { workspace, session }: PageSources,
  { alias }: PageSettings,
): Promise<string> {
  const past = await readPast(report.destinations, states, session);
  // What stands in a story are its author's words: they may name whoever the alias hides.
  const pictures = alias ? {} : { pictures: await storyPictures(workspace, report.outcomes) };
  const fleet = pageFleetOf(report, alias ? aliases(session) : { kind: 'names' });
  return pageDocument({ fleet, past, ...pictures }, shell);
}

function aliases({ seal }: StateSession): Naming {
  if (seal === undefined) return { kind: 'numbers' };
  return { kind: 'codes', code: (what, name) => seal.keys.alias(what, name) };
}

/** Round by round one record further back at each destination, so that a large fleet loses its oldest history and nobody all of it. */
async function readPast(
  destinations: readonly Destination[],
  states: ReadonlyMap<string, DestinationState>,
  session: StateSession,
): Promise<PagePast> {
  const reading = destinations.map((destination) => {
    const state = states.get(destination.name);
    const records: StateContent[] = state === undefined ? [] : [state];
    return { records, former: session.former(destination)[Symbol.asyncIterator]() };
  });
  let open = reading;
  let left = FORMER_RECORDS;
  while (open.length > 0 && left > 0) {
    const round = open.slice(0, left);
    left -= round.length;
    const answers = await pLimit(READS).map(round, async (each) => {
      const next = await each.former.next();
      if (next.done !== true) each.records.push(next.value);
      return { each, done: next.done === true };
    });
    const ended = new Set(answers.filter(({ done }) => done).map(({ each }) => each));
    open = open.filter((each) => !ended.has(each));
  }
  return { destinations: reading.map(({ records }) => pastOf(records)), cutShort: open.length > 0 };
}
