import { type ErrorShapes, errorBody } from '../api/errors.ts';
import { type ApiContext, answer, breakConnection, replace, waitFor } from '../api/wire.ts';
import { isRecord, type Json, type JsonRecord, parseText, textOr } from '../domain/json.ts';
import type { Fault } from './faults.ts';
import { retryAfter } from './limits.ts';

const PATIENCE_MS = 120_000;
/** Longer than any client waits; the connection's end ends it before. */
const HANG_MS = 86_400_000;
const HTML =
  '<!DOCTYPE html>\n<html><head><title>We will be right back</title></head><body><h1>Sorry</h1></body></html>\n';

/** Carries a fault out around the rest of the request: before it, in its place, or on its answer. */
export async function injectFault(
  c: ApiContext,
  fault: Fault,
  shapes: ErrorShapes,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  switch (fault.kind) {
    case 'slow':
      await waitFor(c, number(fault.with.ms, 1000));
      await next();
      return undefined;
    case 'distant':
      await waitFor(c, Math.random() * number(fault.with.ms, 100));
      await next();
      await waitFor(c, Math.random() * number(fault.with.ms, 100));
      return undefined;
    case 'hang':
      await waitFor(c, HANG_MS);
      return breakConnection(c);
    case 'reset':
    case 'down':
      return breakConnection(c);
    case 'rate_limited':
      return rateLimited(c, fault.with, shapes);
    case 'revoked_key':
      return refused(c, 401, shapes.next(), 'API key', 'is missing or not valid');
    case 'error':
      return asWritten(c, fault, shapes);
    case 'html':
      return answer(c, number(fault.with.status, 200), HTML, 'text/html; charset=utf-8');
    case 'redirect': {
      const location = typeof fault.with.location === 'string' ? fault.with.location : 'https://elsewhere.invalid/';
      return answer(c, number(fault.with.status, 302), '', 'text/plain', { location });
    }
    case 'wrong_shape':
      return answer(c, 200, '{}');
    default:
      await next();
      return corruptAnswer(c, fault, shapes);
  }
}

/** Faults that let the request be carried out and change what comes back. */
async function corruptAnswer(c: ApiContext, fault: Fault, shapes: ErrorShapes): Promise<undefined> {
  switch (fault.kind) {
    case 'commit_then_reset':
      replace(c, breakConnection(c));
      break;
    case 'commit_then_timeout': {
      await waitFor(c, number(fault.with.ms, PATIENCE_MS));
      break;
    }
    case 'commit_then_error':
      replace(c, asWritten(c, fault, shapes));
      break;
    case 'commit_then_html':
      replace(c, answer(c, number(fault.with.status, 502), HTML, 'text/html; charset=utf-8'));
      break;
    case 'trickle':
      await trickleOut(c, number(fault.with.ms, 1000));
      break;
    case 'truncated_json': {
      const text = await c.res.text();
      replace(c, answer(c, c.res.status, text.slice(0, Math.floor(text.length / 2))));
      break;
    }
    case 'truncated_page':
    case 'short_count':
    case 'missing_meta': {
      const status = c.res.status;
      const text = await c.res.text();
      const body = parseText(text);
      replace(c, answer(c, status, isRecord(body) ? JSON.stringify(SPOILERS[fault.kind]?.(body) ?? body) : text));
      break;
    }
    default:
      break;
  }
  return undefined;
}

/** The answer as it is, a byte at a time. */
async function trickleOut(c: ApiContext, ms: number): Promise<void> {
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const { status, headers } = c.res;
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await waitFor(c, ms);
      controller.enqueue(bytes.subarray(sent, sent + 1));
      sent += 1;
      if (sent === bytes.length || c.env.incoming.socket.destroyed) controller.close();
    },
  });
  replace(c, new Response(body, { status, headers }));
}

const SPOILERS: { readonly [kind: string]: (body: JsonRecord) => JsonRecord } = {
  truncated_page: (body) =>
    Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.slice(0, Math.floor(value.length / 2)) : value,
      ]),
    ),
  // As if the listing ended with half of its items: count and pages are too small, and there is no next page.
  short_count: (body) => {
    if (!isRecord(body.meta)) return body;
    const count = Math.floor(number(body.meta.count, 0) / 2);
    const pages = Math.max(1, Math.ceil(count / number(body.meta.per_page, 20)));
    return { ...body, meta: { ...body.meta, count, pages, next_page: null, next_page_number: null } };
  },
  missing_meta: (body) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'meta')),
};

function rateLimited(c: ApiContext, parameters: JsonRecord, shapes: ErrorShapes): Response {
  const [form, wait] = textOr(parameters.retry_after, 'none').split(' ');
  const seconds = wait === undefined ? number(parameters.seconds, 1) : Number(wait);
  const header =
    form === 'seconds' || form === 'date' || form === 'absurd' ? retryAfter(form, seconds, Date.now()) : undefined;
  const { text, type } = errorBody(shapes.next(), 'Rate limit', 'exceeded');
  return answer(c, 429, text, type, header === undefined ? {} : { 'retry-after': header });
}

function asWritten(c: ApiContext, fault: Fault, shapes: ErrorShapes): Response {
  const words = typeof fault.with.text === 'string' ? fault.with.text : 'went wrong';
  const shape = typeof fault.with.shape === 'string' ? fault.with.shape : shapes.next();
  return refused(c, number(fault.with.status, 500), shape, 'Something', words);
}

function refused(c: ApiContext, status: number, shape: string, subject: string, details: string): Response {
  const { text, type } = errorBody(shape, subject, details);
  return answer(c, status, text, type);
}

function number(value: Json | undefined, standard: number): number {
  return typeof value === 'number' ? value : standard;
}
