import type { Catalogue } from './entry.ts';

export const runCodes = {} as const satisfies Catalogue;
