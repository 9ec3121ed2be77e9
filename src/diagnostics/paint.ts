/** The colours text output uses. Whoever prints decides whether they do anything. */
export type Paint = {
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
};

const asIs = (text: string): string => text;

/** No colour at all: files, pipes, CI logs, tests. */
export const plain: Paint = { red: asIs, green: asIs, yellow: asIs, cyan: asIs, dim: asIs, bold: asIs };
