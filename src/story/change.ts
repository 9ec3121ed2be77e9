import type { PlannedChange } from '../model/plan.ts';

/** One difference between the live story and the wanted one; `part` is a key of `fingerprint()`. */
export type StoryChange = Omit<PlannedChange, 'cause'> & { readonly part: string };
