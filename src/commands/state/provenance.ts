import type { Trailers } from '../../state/commit-message.ts';

type Environment = { readonly [name: string]: string | undefined };

/** Where a run's state comes from, as links where GitHub tells them, so that the state branch can be read backwards. */
export function provenanceOf(environment: Environment, commit: string | null): Trailers {
  const repository = addressOf(environment);
  const run = environment.GITHUB_RUN_ID ?? '';
  const source = commit === null || repository === undefined ? commit : `${repository}/commit/${commit}`;
  return {
    ...(source === null ? {} : { source }),
    ...(repository !== undefined && /^\d+$/.test(run) ? { run: `${repository}/actions/runs/${run}` } : {}),
  };
}

function addressOf({
  GITHUB_SERVER_URL: server = '',
  GITHUB_REPOSITORY: repository = '',
}: Environment): string | undefined {
  if (!/^https?:\/\/[\w.:-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  return `${server}/${repository}`;
}
