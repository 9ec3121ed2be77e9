import { availableParallelism, loadavg } from 'node:os';
import type { CanonicalRun } from './canonical-process.ts';
import { callsIn, type FleetRun, type FleetSize } from './fleet.ts';
import type { HistoryRuns, HistorySize } from './history.ts';
import type { HistoryRun } from './history-process.ts';
import type { ManifestRun } from './manifest-process.ts';
import type { ManifestForm } from './manifests.ts';
import type { WritersRun } from './state-writers.ts';
import { boundSeconds, type Phase } from './sync.ts';

export type OpenedForm = { readonly ours: ManifestRun; readonly bare: ManifestRun };

export function introduction(): string {
  return `# Benchmark results

Written by \`npm run bench\`; Node ${process.version}, ${availableParallelism()} cores. The load of the machine at the end of the run,
the benchmark's own included, was ${(loadavg()[0] ?? 0).toFixed(1)}. Calls and bytes are counted by the tenants. Seconds depend on the machine and on what
else it does, so compare the ratios, which are taken within one run.
Memory is the peak resident size of a process that does nothing else.
`;
}

export function canonicalSection({ stories, bytes, seconds, peakMegabytes }: CanonicalRun): string {
  const { plain, read, canonical, hash, fingerprint } = seconds;
  const row = (step: string, took: number): readonly string[] => [
    step,
    took.toFixed(2),
    count(Math.round(stories / took)),
    `${(took / plain).toFixed(1)} x`,
  ];
  return `## Canonical form and fingerprints

${count(stories)} generated stories, ${kilobytes(bytes / stories)} each (${megabytes(bytes)} in all); best of three rounds; peak ${peakMegabytes.toFixed(0)} MB with all of them in memory.

${table(
  ['step', 'seconds', 'stories/s', 'to plain'],
  [
    row('plain `JSON.parse` + `JSON.stringify`', plain),
    row('`readStory`: decode, parse strictly, check the shape', read),
    row('`canonicalStory`', canonical),
    row('`sha256` of it', hash),
    row('`fingerprint`', fingerprint),
    row('all of ours', read + canonical + hash + fingerprint),
  ],
)}
- Reading costs ${(read / plain).toFixed(1)} times the plain round trip: a second pass finds repeated keys and numbers that would be rounded.
- The canonical form is bound by one function, which sorts the keys and builds the indented text.
- A fingerprint is, in a profile, two fifths writing out and hashing each part and a bit more than a third the normal form; a run takes one for each live story that it reads.
- Git's side is read once per run, so this is ${((1000 * (read + canonical + hash)) / stories).toFixed(2)} ms per story of the repository, whatever the number of destinations.
`;
}

export function manifestSection(forms: { readonly [form in ManifestForm]: OpenedForm }): string {
  const row = (form: ManifestForm): readonly string[] => {
    const { ours, bare } = forms[form];
    const ratio = `${(ours.milliseconds / bare.milliseconds).toFixed(1)} x`;
    const times = [ours.milliseconds.toFixed(0), bare.milliseconds.toFixed(0), ratio];
    return [form, megabytes(ours.bytes), ...times, ours.peakMegabytes.toFixed(0), bare.peakMegabytes.toFixed(0)];
  };
  return `## Opening a manifest

1,000 destinations, 50 stories each, opened once from cold, as a command does; best of five processes.

${table(
  ['form', 'size', 'ms', 'bare `parseDocument`, ms', 'ratio', 'peak MB', 'bare, peak MB'],
  [row('expanded'), row('anchors')],
)}
- Expanded, a profile shows two thirds in the YAML parser; the rest goes to checking 50,000 subscriptions and keeping the place of each in the file.
- With anchors the text is small; the same 50,000 subscriptions, which the parser never sees, are checked all the same.
`;
}

export function historySection({ one, range, behind }: HistoryRuns, { stories, commits }: HistorySize): string {
  const row = (question: string, run: HistoryRun): readonly string[] => [
    question,
    run.milliseconds.toFixed(0),
    count(run.found),
    run.peakMegabytes.toFixed(0),
  ];
  return `## Reading git's history

${count(stories)} story files in one folder, ${commits} commits, packed; each question asked from cold, as a command does; best of three processes.

${table(
  ['question', 'ms', 'files', 'peak MB'],
  [
    row('what the last commit changed', one),
    row('what all commits since the first changed', range),
    row('how far behind the first commit each file is', behind),
  ],
)}
- A folder is read once and compared as bytes; no file is read.
- The last question unpacks the folder once per commit, ${(behind.milliseconds / commits).toFixed(0)} ms each, and stops at the oldest commit asked for.
`;
}

export function syncSection(phases: readonly Phase[], size: FleetSize): string {
  const { destinations, stories, latencyMs } = size;
  const rows = phases.map(({ title, run }) => [
    title,
    count(run.traffic.calls.GET ?? 0),
    count(run.traffic.calls.POST ?? 0),
    count(run.traffic.calls.PUT ?? 0),
    count(run.traffic.bytesToTenants),
    count(run.traffic.bytesFromTenants),
  ]);
  const times = phases.map(({ title, run }) => {
    const bound = boundSeconds(run, size);
    const figures = [run.seconds, bound].map((seconds) => seconds.toFixed(2));
    const ratio = `${(run.seconds / bound).toFixed(0)} x`;
    return [
      title,
      ...figures,
      ratio,
      run.cpuSeconds.toFixed(1),
      run.emulatorCpuSeconds.toFixed(1),
      run.peakMegabytes.toFixed(0),
    ];
  });
  return `## Planning and syncing a fleet

${count(destinations)} destinations (each a tenant of its own), ${stories} stories each; the emulator runs in another process and answers every call after ${latencyMs} ms.
The client is the command line itself, on the real clock, with state in git: 32 destinations side by side, 4 requests in flight per tenant.

${table(['run', 'GET', 'POST', 'PUT', 'bytes sent', 'bytes received'], rows)}
${table(['run', 'seconds', 'bound, s', 'ratio', 'client CPU, s', 'emulator CPU, s', 'peak MB'], times)}
The bound is calls x latency / requests in flight: what waiting alone would take if every lane were always full. It cannot be reached, because
most calls of one destination need the answer of the one before. Both processes share the cores of one machine.

${phases.map((phase) => `- ${phase.title}: ${explain(phase.run, size)}`).join('\n')}
`;
}

export function writersSection({ writers, seconds, found, commits, merges, pushes }: WritersRun): string {
  const cells = [writers, seconds.toFixed(1), found, commits, merges, Math.max(...pushes), mean(pushes).toFixed(1)];
  const head = ['writers', 'seconds', 'destinations found', 'commits', 'merges', 'most pushes', 'pushes on average'];
  return `## State, written by many at once

Each writer is a process in a clone of its own; all fetch, then all write one destination and push it to one bare repository, which
git's own http-backend serves on the same machine. Lost races are counted as pushes.

${table(head, [cells.map(String)])}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What the figures of one run mean; the binding part is read off the figures, not assumed. */
function explain(run: FleetRun, { destinations, stories }: FleetSize): string {
  const calls = callsIn(run.traffic);
  const imports = run.traffic.kinds['POST /stories/import'] ?? 0;
  const exports = run.traffic.kinds['GET /stories/:id/export'] ?? 0;
  const binding = bindingPart(run);
  if (imports > 0) {
    return `${(calls / imports).toFixed(1)} calls per story pushed, planning and reading back included; ${binding}.`;
  }
  if (exports > 0 && exports < destinations * stories) {
    return `the listings, and one export per story that was pushed by the run before; ${binding}.`;
  }
  if (exports > 0) {
    const perStory = (1000 * run.cpuSeconds) / (destinations * stories);
    return `one export per live story and a comparison in full, ${perStory.toFixed(1)} ms of client CPU each; ${binding}.`;
  }
  return `one listing of stories and one of record types per destination, and no write, whatever the number of stories; ${binding}.`;
}

function bindingPart({ cpuSeconds, emulatorCpuSeconds, seconds }: FleetRun): string {
  const client = cpuSeconds / seconds;
  const emulator = emulatorCpuSeconds / seconds;
  if (client >= 0.7) return `bound by the client's CPU (${share(client)} of a core)`;
  if (emulator >= 0.7) return `bound by the emulator's CPU (${share(emulator)} of a core)`;
  return `no CPU is full (client ${share(client)}, emulator ${share(emulator)} of a core): waiting, for answers or for a core, binds`;
}

function share(part: number): string {
  return `${Math.round(part * 100)} %`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return `${[line(head), line(rule), ...rows.map(line)].join('\n')}\n`;
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
