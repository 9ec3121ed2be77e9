import type { Catalogue } from './entry.ts';

export const manifestCodes = {} as const satisfies Catalogue;
