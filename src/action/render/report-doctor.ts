import type { DoctorResult } from '../../commands/doctor/doctor.ts';
import type { Ended } from '../../commands/ended.ts';
import { plain } from '../../diagnostics/paint.ts';
import { doctorAsMarkdown } from '../../report/doctor/doctor-markdown.ts';
import { doctorAsText } from '../../report/doctor/doctor-text.ts';
import { doctorConclusion } from '../decide/conclusion.ts';
import type { Given } from '../open-files.ts';
import { findingAnnotations } from './annotations.ts';
import { doctorOutput } from './check-output.ts';
import { doctorAnnotations } from './doctor-annotations.ts';
import { publish } from './publish.ts';
import { logProblems } from './report-findings.ts';

type Told = Extract<Ended<DoctorResult>, { readonly ok: true }>['value'];

/** The matrix in the log, on the manifest's lines, on the check run and in the summary. */
export async function reportDoctor({ job, check, files, workspace }: Omit<Given, 'trust'>, told: Told): Promise<void> {
  const { runner } = job;
  const { opened, toRepoPath } = files;
  const { diagnosis, problems, exitCode } = told;
  logProblems(runner, [...opened.problems, ...problems], opened.sourceOf);
  runner.info(doctorAsText(diagnosis, { paint: plain, verbose: false }));
  await publish(job, check, {
    outputs: {},
    conclusion: doctorConclusion(diagnosis, exitCode),
    marks: [
      ...findingAnnotations(opened.problems, toRepoPath),
      ...doctorAnnotations(diagnosis, workspace.manifest, toRepoPath),
    ],
    of: diagnosis.destinations.length,
    output: (context) => doctorOutput(diagnosis, context),
    summary: doctorAsMarkdown(diagnosis),
  });
}
