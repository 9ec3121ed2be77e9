import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result, unreachable } from '../../diagnostics/result.ts';
import { diagnose, type Examination } from '../../doctor/diagnose.ts';
import { diagnoseServed } from '../../doctor/diagnose-served.ts';
import type { Readers } from '../../keys/tenants.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { findBroken, waitsForFiles } from '../../plan/broken-stories.ts';
import type { Policy } from '../../plan/policy.ts';
import { type ReadinessQuestion, readReadiness } from '../../refresh/read-readiness.ts';
import { notRead } from '../../refresh/refresh.ts';
import { diagnosisLine } from '../../report/doctor/doctor-words.ts';
import { diagnosisExitCode } from '../../report/exit-code.ts';
import { bind } from '../../trust/bind.ts';
import { rolloutInForce } from '../../trust/rollout-in-force.ts';
import { earlierVersions } from '../../workspace/earlier-versions.ts';
import { cannotRun, type Ended, type Refused } from '../ended.ts';
import { assess, assessReadiness } from '../engines.ts';
import { NO_CONSENT, VendorSource } from '../native/vendor-source.ts';
import { withPins } from '../pins.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import { ReadingTime } from '../reading-time.ts';
import { chosenBy, type Selection, select, unnarrowedExitCode } from '../select.ts';
import type { Files, ReadSettings } from '../settings.ts';
import { StateSession } from '../state/state-session.ts';
import { type Access, visitEach } from '../visit.ts';
import { withReaders } from '../with-tenants.ts';
import { examineServed } from './examine-served.ts';
import { checkRun } from './run-checks.ts';

export type DoctorSettings = Omit<ReadSettings, 'refresh'>;

export type DoctorResult = {
  readonly diagnosis: Diagnosis;
  readonly problems: readonly Problem[];
};

/** Each destination is sent at most so many requests, attempts and pages counted. */
export const REQUESTS_PER_DESTINATION = 10;

/** What must be true before stories are pushed, without pushing any: only readers are ever asked for. */
export async function doctorCommand(
  world: CommandPorts,
  files: Files,
  settings: DoctorSettings,
  progress: Progress,
): Promise<Ended<DoctorResult>> {
  const { workspace } = files;
  const { absent, manifest, desired } = workspace;
  const rollout = rolloutInForce(settings.trust, manifest);
  const selection = select(desired.destinations, settings.selectors, {
    absent,
    rollout,
    origin: manifest.origin?.tenantUrl,
  });
  if (!selection.ok) return cannotRun(selection.error);
  const examined = await withReaders(world, settings, (tenants) =>
    examineAll(world, files, settings, { selection: selection.value, tenants, progress }),
  );
  if (!examined.ok) return examined;
  const { diagnosis, closingProblems } = examined.value;
  const exitCode =
    diagnosisExitCode(diagnosis) === 0 ? unnarrowedExitCode(files.problems, settings.selectors) : (1 as const);
  return ok({ diagnosis, problems: closingProblems, exitCode });
}

type Round = { readonly selection: Selection; readonly tenants: Readers; readonly progress: Progress };

async function examineAll(
  world: CommandPorts,
  { workspace: given }: Files,
  settings: DoctorSettings,
  { selection, tenants, progress }: Round,
): Promise<Result<Pick<DoctorResult, 'diagnosis'>, Refused>> {
  const workspace = await withPins(given, settings.trust);
  const opened = await StateSession.open(world, workspace, { ...settings, remote: 'use' });
  if (!opened.ok) return cannotRun(opened.error);
  const session = opened.value;
  const { desired, manifest } = workspace;
  const { clock } = world;
  const { concurrency, readTimeout, trust } = settings;
  const limits = { readTimeout, requests: REQUESTS_PER_DESTINATION };
  const visits = { tenants, keys: bind(trust), progress, concurrency, clock, limits };
  // Who is pushed to by hand only is looked at like the others.
  const policy: Policy = {
    ...chosenBy(selection),
    manual: 'all',
    force: false,
    refresh: false,
    commit: workspace.commit,
  };
  const earlier = earlierVersions(workspace);
  const chosen = desired.destinations.filter(({ name }) => selection.selected.has(name));
  const served = chosen.filter(({ engine }) => engine === 'native').length;
  const asking = new ReadingTime(clock, { readTimeout, requests: REQUESTS_PER_DESTINATION * served });
  const native = { consent: NO_CONSENT, rollout: rolloutInForce(trust, manifest) !== undefined };
  const ofVendor = { desired, policy, session, tenants, keys: visits.keys, gone: [], native };
  const vendor = new VendorSource(ofVendor, () => asking.ofOne());
  const destinations = await visitEach(chosen, visits, async (destination, enter) => {
    if (destination.engine === 'native') {
      const recorded = await session.readNative(destination);
      const row = diagnoseServed(
        await examineServed(destination, recorded, { desired, policy, assess, vendor, enter }),
      );
      return { result: row, line: diagnosisLine(row) };
    }
    const state = await session.read(destination);
    const selected = selection.selected.get(destination.name) ?? new Set<string>();
    const question = { desired, destination, state, selected, assess: assessReadiness, plan: assess, policy, earlier };
    const result = diagnose(await enter(destination, (access) => examine(question, access, clock)));
    return { result, line: diagnosisLine(result) };
  });
  asking.close();
  const run = await checkRun(world, { ...settings, workspace, session });
  await session.close();
  return ok({ diagnosis: { manifest: manifest.file, destinations, run } });
}

async function examine(
  question: ReadinessQuestion,
  access: Access,
  clock: CommandPorts['clock'],
): Promise<Examination> {
  const { desired, destination } = question;
  const broken = findBroken(desired, destination);
  const about = { destination, files: broken.length > 0 ? waitsForFiles(broken) : null };
  switch (access.kind) {
    case 'unbound':
      return { ...about, requests: 0, unread: { kind: 'key_not_bound', why: access.why } };
    case 'not_read':
      return { ...about, requests: 0, unread: access.cause };
    case 'reader': {
      const reading = await readReadiness(question, { ...access, clock });
      const { requests } = access.time;
      return reading.ok
        ? { ...about, requests, reading: reading.value }
        : { ...about, requests, unread: notRead(reading.error, destination) };
    }
    default:
      return unreachable(access);
  }
}
