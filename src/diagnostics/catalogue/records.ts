import type { CodeCatalogue } from './entry.ts';

export const recordsCodes = {
  REC001: {
    title: 'Two definitions of one record type',
    cause: 'Stories of this repository (or two actions of one story) hold the same record type with different fields.',
    fix: 'Export the named stories again, so that all of them hold the definition the origin has now.',
  },
  REC002: {
    title: 'Record type names that differ in upper and lower case only',
    cause: 'Two record types of this repository have the same name but for upper and lower case.',
    fix: 'Rename one of them at the origin and export again: a tenant may treat the two as one.',
  },
} as const satisfies CodeCatalogue;
