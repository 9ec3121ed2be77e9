import type { Dispatcher } from 'undici';
import { connectionFailure } from '../network/connection-failure.ts';
import { openConnections } from '../network/connections.ts';
import type { Proxies } from '../network/proxies.ts';
import { requestBy } from '../network/undici-parts.ts';
import { VERSION } from '../version.ts';
import type { Message, Notifier, Posted } from './port.ts';

export type HttpNotifierOptions = {
  readonly proxies: Proxies;
  /** For a whole attempt, from the connection to the status of the answer. */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;
/** Of an answer's body; nobody reads what it says. */
const ANSWER_BYTES = 4096;

/** One POST an attempt. Redirects are not followed: the message goes to the host that was named, and no other. */
export function openHttpNotifier(url: URL, { proxies, timeoutMs = TIMEOUT_MS }: HttpNotifierOptions): Notifier {
  return {
    post: async (message) => {
      const dispatcher = openConnections(url, proxies, { connectMs: timeoutMs, connections: 1 });
      try {
        return await post(url, message, dispatcher, timeoutMs);
      } finally {
        await dispatcher.destroy();
      }
    },
  };
}

async function post(
  url: URL,
  { body, signature }: Message,
  dispatcher: Dispatcher,
  timeoutMs: number,
): Promise<Posted> {
  const whole = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await requestBy(dispatcher, url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': `storysync/${VERSION}`,
        ...(signature === undefined ? {} : { 'x-storysync-signature': signature }),
      },
      body,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: whole,
    });
    // The status is the answer; what comes after it, or does not, changes nothing.
    await answer.body.dump({ limit: ANSWER_BYTES, signal: whole }).catch(() => {});
    return { kind: 'answer', status: answer.statusCode };
  } catch (error) {
    return whole.aborted ? { kind: 'timeout' } : classify(error);
  }
}

function classify(error: unknown): Posted {
  const failure = connectionFailure(error);
  if (failure !== undefined) return { kind: 'no_connection', failure };
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') return { kind: 'timeout' };
  return { kind: 'broke', code: /^[A-Z][A-Z0-9_]+$/.test(code) ? code : 'unknown' };
}
