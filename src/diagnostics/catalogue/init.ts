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
  INI005: {
    title: 'The sync destinations of the origin cannot be listed',
    cause:
      '`init --native` takes over what the vendor’s own Story syncing serves, which the origin tenant shows to the key of a tenant owner alone. Nothing was written.',
    fix: 'Use the key of a tenant owner, or leave --native out.',
  },
  INI006: {
    title: 'A sync destination of the vendor was left out',
    cause:
      'It cannot be written into the manifest as it is: it belongs to another team of the origin, another one has the same tenant and team, its address is none, or it carries a story that is not in the catalogue. With a part of its stories the first sync would take the others off the vendor’s list, so it stays out as a whole, and the vendor goes on with it as before.',
    fix: 'Mend what the message names at the origin, and write the destination into the manifest with `engine: native`.',
  },
  INI007: {
    title: 'What was taken over from the vendor needs a look',
    cause:
      'The vendor does not call every story of the destination synced, so the first plan will not be empty; or the tenant does not say whether the destination is synced by hand only.',
    fix: 'Look at the first plan before the first sync, and correct the manifest where the message says so.',
  },
} as const satisfies CodeCatalogue;
