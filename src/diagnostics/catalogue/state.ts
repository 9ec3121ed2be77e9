import type { Catalogue } from './entry.ts';

export const stateCodes = {} as const satisfies Catalogue;
