import { createHmac } from 'node:crypto';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Clock } from '../model/clock.ts';
import { describeConnectionFailure, hintForConnection } from '../network/connection-words.ts';
import type { Notifier, Posted } from './port.ts';

export type DeliveryOptions = {
  /** Signs the message; empty means that nobody asked for a signature. */
  readonly secret: string;
  readonly clock: Pick<Clock, 'sleep'>;
};

/** Before the second attempt, which is the last. */
const PAUSE_MS = 1000;

/** Sends a message, once more where the first attempt may fail for a moment only. */
export async function deliver(
  notifier: Notifier,
  body: string,
  { secret, clock }: DeliveryOptions,
): Promise<Result<null, Problem>> {
  const message = secret === '' ? { body } : { body, signature: signatureOf(body, secret) };
  let posted = await notifier.post(message);
  if (mayPass(posted)) {
    await clock.sleep(PAUSE_MS);
    posted = await notifier.post(message);
  }
  return posted.kind === 'answer' && posted.status >= 200 && posted.status <= 299
    ? ok(null)
    : fail(undelivered(posted));
}

/** HMAC-SHA256 over the very bytes that are sent. */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body, 'utf8').digest('hex')}`;
}

/** One that took too long is not tried again: a run is not to wait twice for somebody who is told. */
function mayPass(posted: Posted): boolean {
  switch (posted.kind) {
    case 'answer':
      return posted.status >= 500;
    case 'no_connection':
      return posted.failure.passing;
    case 'broke':
      return true;
    case 'timeout':
      return false;
  }
}

function undelivered(posted: Posted): Problem {
  const message = `nobody was told at notify-url what this run changed: ${describe(posted)}`;
  return { code: 'RUN080', severity: 'warning', message, hint: hintFor(posted) };
}

function describe(posted: Posted): string {
  switch (posted.kind) {
    case 'answer':
      return `HTTP ${posted.status}`;
    case 'no_connection':
      return describeConnectionFailure(posted.failure);
    case 'broke':
      return `the connection broke (${posted.code})`;
    case 'timeout':
      return 'no answer in time';
  }
}

function hintFor(posted: Posted): string {
  if (posted.kind === 'no_connection') return hintForConnection(posted.failure, undefined) ?? LOOK;
  if (posted.kind !== 'answer' || posted.status >= 500) return LOOK;
  if (posted.status >= 300 && posted.status <= 399)
    return 'redirects are not followed: give the address that it leads to';
  return 'correct the address in the secret of notify-url; the report has what changed';
}

const LOOK = 'see whether the server there works; the report has what changed';
