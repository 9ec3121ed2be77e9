import type { Catalogue } from './entry.ts';

export const storyCodes = {} as const satisfies Catalogue;
