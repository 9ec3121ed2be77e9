import type { Catalogue } from './entry.ts';

export const recordsCodes = {} as const satisfies Catalogue;
