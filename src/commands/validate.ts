import type { Problem } from '../diagnostics/problem.ts';
import type { Destination } from '../model/destination.ts';
import type { PinTrouble, UnusablePin } from '../model/fact/pin-fact.ts';
import { findingsExitCode } from '../report/exit-code.ts';
import { explain } from '../report/explain/explain.ts';
import { type OpenedWorkspace, type OpenOptions, openWorkspace } from '../workspace/workspace.ts';
import type { ExitCode } from './ended.ts';
import type { CommandPorts } from './ports.ts';

/** Manifest, story files, their agreement, and the pins; offline. What it finds is its result. */
export async function validateCommand(
  world: CommandPorts,
  manifest: string,
  options: OpenOptions,
): Promise<OpenedWorkspace & { readonly exitCode: ExitCode }> {
  return withExitCode(withPinFindings(await openWorkspace(world, manifest, { ...options, lookUpPins: true })));
}

/** What a validation of these files ends with. */
export function withExitCode<T extends Pick<OpenedWorkspace, 'problems' | 'unreadable'>>(
  opened: T,
): T & { readonly exitCode: ExitCode } {
  return { ...opened, exitCode: opened.unreadable ? 2 : findingsExitCode(opened.problems) };
}

/** The pins that were looked up, as findings. */
export function withPinFindings<T extends OpenedWorkspace>(opened: T): T {
  return { ...opened, problems: [...opened.problems, ...findingsOf(opened.pins)] };
}

type Found = { readonly destination: Destination; readonly key: string; readonly fact: UnusablePin };

/** What is wrong with one pin is said once, whatever number of destinations has it. */
function findingsOf(pins: OpenedWorkspace['pins']): readonly Problem[] {
  if (pins === undefined) return [];
  const found = pins.manifest.destinations.flatMap((destination) =>
    [...(pins.stories.get(destination.name) ?? [])].flatMap(([key, entry]): readonly Found[] =>
      entry.kind === 'unusable' ? [{ destination, key, fact: entry.fact }] : [],
    ),
  );
  const same = Map.groupBy(found, ({ key, fact }) => {
    return JSON.stringify([OF_ONE_STORY.has(fact.because.kind) ? key : null, fact.pin.commit, explain(fact)]);
  });
  return [...same.values()].flatMap((each) => problemOf(each) ?? []);
}

function problemOf(same: readonly Found[]): Problem | undefined {
  const [first] = same;
  if (first === undefined) return undefined;
  const { destination, key, fact } = first;
  const { message, hint } = explain(fact);
  const others = new Set(same.map((each) => each.destination.name)).size - 1;
  const story = OF_ONE_STORY.has(fact.because.kind) ? `story "${key}" of ` : '';
  const who = `${story}destination "${destination.name}"${others > 0 ? ` and ${others} more` : ''}`;
  const checked = !NOT_KNOWN.has(fact.because.kind);
  return {
    code: checked ? 'GIT021' : 'GIT022',
    severity: checked ? 'error' : 'warning',
    message: checked ? `${who}: ${message}` : `${who}: not checked: ${message}`,
    hint: hint ?? 'take the pin out, or pin to another commit',
    place: destination.place,
  };
}

const OF_ONE_STORY: ReadonlySet<PinTrouble['kind']> = new Set(['story_absent', 'story_unusable', 'story_clashes']);

/** Nobody can tell here, so nothing is called wrong. */
const NOT_KNOWN: ReadonlySet<PinTrouble['kind']> = new Set([
  'no_repository',
  'history_missing',
  'tip_missing',
  'git_unreadable',
]);
