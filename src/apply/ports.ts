/** Time as the push sees it. */
export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}
