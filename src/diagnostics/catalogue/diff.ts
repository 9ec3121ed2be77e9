import type { CodeCatalogue } from './entry.ts';

/** Problems of `diff`. */
export const diffCodes = {
  DIF001: {
    title: 'No such story to compare',
    cause: 'The manifest has no story of that key, nor has that of a commit given, or neither side has a file of it.',
    fix: 'Give the key that the story has in `sync.yaml`, and versions of which at least one has the story.',
  },
  DIF002: {
    title: 'Versions to compare are not understood',
    cause:
      'What stands after the story is neither a commit nor two of them with two dots between, or it is two where --destination already is the other side.',
    fix: 'Write `A..B` for two commits, `A` for a commit and the work tree (or the destination), or nothing for HEAD and the work tree.',
  },
  DIF003: {
    title: 'Story at the destination cannot be compared',
    cause:
      'The destination could not be read, no key may be sent there, or the story there is not one that this destination manages.',
    fix: 'Fix what the message names, then compare again. `storysync plan` says the same of the destination.',
  },
  DIF004: {
    title: 'Destination does not take the story',
    cause: 'The story given is not among the `stories` of the destination, so there is nothing to compare it with.',
    fix: 'Name another destination, or subscribe this one to the story.',
  },
} as const satisfies CodeCatalogue;
