/** Time as the push sees it. */
export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

/** 32 lower-case hex digits, unguessable: fresh webhook paths, secrets and page ids. */
export type FreshIngress = () => string;
