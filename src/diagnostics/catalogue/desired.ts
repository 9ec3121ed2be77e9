import type { CodeCatalogue } from './entry.ts';

/** Problems that show only when the manifest and the story files are read together. */
export const desiredCodes = {
  DES001: {
    title: 'Story file cannot be read',
    cause: 'The catalogue names a story whose file is missing, is not a regular file, or lies outside the repository.',
    fix: 'Export the story to the named path, or correct `file` of the story in the manifest.',
  },
  DES002: {
    title: 'Two stories of one name for one destination',
    cause: 'A tenant finds stories by name, so a destination cannot receive two stories with the same name.',
    fix: 'Rename one of the two stories on the origin and export it again, or subscribe the destination to one of them only.',
  },
  DES003: {
    title: 'Story is tagged "detached-from-sync" at the origin',
    cause: 'Pushed as it is, the tag would take the story out of sync at every destination.',
    fix: 'Remove the tag on the origin and export the story again; detach single destinations in the manifest.',
  },
  DES004: {
    title: 'Placeholders cannot be sent',
    cause:
      'The destination asks for `webhook_urls: export`, but the file holds `storysync:destination-owned` where an address should be.',
    fix: 'Use `webhook_urls: keep` (each destination has its own addresses), or put real addresses into the file.',
  },
  DES005: {
    title: 'Very large story',
    cause: 'The story file is larger than 5 MB; the size limit of an import is not documented by the vendor.',
    fix: 'Shrink embedded images, or split the story.',
  },
  DES006: {
    title: 'Two versions of one story for one destination',
    cause: 'Both files are exports of the same story, so pushing one cannot be told apart from pushing the other.',
    fix: 'Subscribe the destination to one of them only, or duplicate the story on the origin and export the copy: it gets an identity of its own.',
  },
  DES007: {
    title: 'Two stories of one destination share a slug',
    cause:
      'Actions call a story by its slug, which a tenant makes of the name: letters, digits and underscores. Of two stories with the same slug only one can be meant, and which one depends on the tenant.',
    fix: 'Rename one of the two on the origin, correct what calls it, and export both again.',
  },
  DES008: {
    title: 'Two story names of one destination look the same',
    cause:
      'The names differ only in upper and lower case, in spaces or in how Unicode writes a character. Tenants find stories by name, and people read them as one.',
    fix: 'Rename one of the two on the origin and export it again.',
  },
} as const satisfies CodeCatalogue;
