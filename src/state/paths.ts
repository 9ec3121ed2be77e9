/** Where things stand on the state branch. A name that is none is a bug. */

export const DESTINATIONS = 'destinations';

/** The file that holds which rings have passed, and when. */
export const ROLLOUT = 'rollout.json';

/** The file that holds what scheduled plans have told. */
export const TOLD = 'told.json';

/** The file that holds a destination's state. */
export function statePath(destination: string): string {
  return `${DESTINATIONS}/${checked(destination)}.json`;
}

export function destinationOf(file: string): string | undefined {
  return /^([a-z0-9][a-z0-9-_.]*)\.json$/.exec(file)?.[1];
}

/** A copy of what was deleted at a destination. */
export function prunedPath(destination: string, file: string): string {
  if (!/^[A-Za-z0-9][\w.-]*$/.test(file)) throw new Error(`Internal error: "${file}" is no file name`);
  return `pruned/${checked(destination)}/${file}`;
}

function checked(name: string): string {
  if (!/^[a-z0-9][a-z0-9-_.]*$/.test(name)) throw new Error(`Internal error: "${name}" is no destination name`);
  return name;
}
