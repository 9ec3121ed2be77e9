import { isFields } from './fake-github-rules.ts';

export type FakeCheckRun = {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  status: string;
  conclusion: string | null;
  output: { readonly title: string; readonly summary: string; readonly text?: string };
  readonly annotations: FakeAnnotation[];
};
type FakeAnnotation = {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
};

/** What a checked body changes. Annotations are added to those that stand there, all else is replaced. */
export function change(run: FakeCheckRun, { status, conclusion, output }: { readonly [name: string]: unknown }): void {
  if (typeof status === 'string') run.status = status;
  if (typeof conclusion === 'string') {
    run.status = 'completed';
    run.conclusion = conclusion;
  }
  if (run.status !== 'completed') run.conclusion = null;
  if (!isFields(output)) return;
  const { annotations = [], ...rest } = output;
  run.output = rest as FakeCheckRun['output'];
  run.annotations.push(...(annotations as FakeAnnotation[]));
}
