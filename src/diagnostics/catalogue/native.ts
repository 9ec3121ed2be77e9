import type { CodeCatalogue } from './entry.ts';

/** What the manifest says of the vendor's own syncing. */
export const nativeCodes = {
  MAN061: {
    title: 'An option that the engine of the destination cannot honour',
    cause:
      'Under `engine: native` the vendor carries the stories as they are live at the origin, so nothing can be pinned, detached, adopted or decided story by story. A number for the key is for keys that the vendor is given.',
    fix: 'Remove the option, or change the engine. In `defaults` such options stay: they are for the destinations that can honour them.',
  },
  MAN062: {
    title: 'The vendor’s syncing has no origin to sync from',
    cause: '`engine: native` reconciles sync destinations of the origin tenant, and the manifest has no `origin`.',
    fix: 'Add `origin` with the key of a tenant owner, or use `engine: push`.',
  },
  MAN063: {
    title: 'A pin of all does not hold for some',
    cause: '`defaults` pins the fleet, and the vendor’s syncing carries what is live at the origin whatever is pinned.',
    fix: 'Hold these destinations, or change their engine, where they must stay too.',
  },
} as const satisfies CodeCatalogue;
