import type { CodeCatalogue } from './entry.ts';

/** Problems of `init`. */
export const initCodes = {
  INI001: {
    title: 'The repository is set up already',
    cause: 'The manifest that `init` would write is there. `init` never overwrites anything, and wrote nothing.',
    fix: 'Go on with the manifest that is there, or name another place with --manifest.',
  },
  INI002: {
    title: 'A story file is there already',
    cause:
      'Under the name that a story of the origin would get, there is a file with other content. `init` never overwrites anything, and wrote nothing.',
    fix: 'Move the file away, or run `init` in another folder.',
  },
  INI003: {
    title: 'The repository could not be set up',
    cause:
      'A file could not be written: the system refused it, something else has its place, or it would be outside the repository. What had been written before it was taken back.',
    fix: 'Fix what the message names, then run `init` again.',
  },
  INI004: {
    title: 'The address of the origin cannot be used',
    cause: 'What --from names is not the address of a tenant.',
    fix: 'Write the address of the tenant without the path of the API, such as `https://acme.tines.com`.',
  },
} as const satisfies CodeCatalogue;
