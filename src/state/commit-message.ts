/** Lines at the end of a message that name where its content comes from, for people and for "git log". */
const TRAILER = /^(Source|Run|Rollout-Override|Rollout-Override-Reason): \S/;

export type Trailers = {
  readonly source?: string;
  readonly run?: string;
  /** A run that a person let pass over the rollout: the plan that was seen, and why, on one line. */
  readonly override?: { readonly digest: string; readonly reason: string } | undefined;
};

/** A commit message as git wants it: a subject, what more there is to say, and the trailers. */
export function commitMessage(subject: string, body: readonly string[], { source, run, override }: Trailers): string {
  const trailers = [
    ...(source === undefined ? [] : [`Source: ${source}`]),
    ...(run === undefined ? [] : [`Run: ${run}`]),
    ...(override === undefined
      ? []
      : [`Rollout-Override: ${override.digest}`, `Rollout-Override-Reason: ${override.reason}`]),
  ];
  return [[subject], body, trailers]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

/** One destination speaks for itself; of several each has its line, and the trailers stand once. */
export function joinMessages(messages: readonly string[]): string {
  const [only = ''] = messages;
  if (messages.length <= 1) return `${only}\n`;
  const lines = messages.map((message) => message.split('\n', 1).join());
  const trailers = new Set(messages.flatMap((message) => message.split('\n').filter((line) => TRAILER.test(line))));
  const parts = [`State of ${messages.length} destinations`, lines.join('\n'), [...trailers].join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
