import { describe, expect, it } from 'vitest';
import type { Call, Caller } from './caller.ts';
import { failure } from './failure.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readListing } from './listing.ts';
import type { Answer } from './port.ts';
import { integer } from './wire.ts';

const limits = { ...DEFAULT_LIMITS, pageSize: 2, maxPages: 4 };
const meta = (next: number | null, count: number, pages = Math.ceil(count / 2)) => ({
  current_page: 'https://elsewhere.example/?page=1',
  next_page: next === null ? null : `https://elsewhere.example/?page=${next}`,
  next_page_number: next,
  per_page: 2,
  pages,
  count,
});
const page = (ids: readonly number[], about?: object) => ({
  things: ids.map((id) => ({ id })),
  ...(about === undefined ? {} : { meta: about }),
});

/** Answers the n-th call with the n-th body, and the last one from then on. */
function read(...bodies: readonly unknown[]) {
  return readAs('single_page', ...bodies);
}

function readAs(uncounted: 'single_page' | 'incomplete', ...bodies: readonly unknown[]) {
  const calls: Call[] = [];
  const caller: Caller = {
    send: async (call, reader) => {
      const body = bodies[Math.min(calls.length, bodies.length - 1)];
      calls.push(call);
      const asked = { request: `${call.method} ${call.path}`, write: false };
      if (body === 403) return { ok: false, error: failure(asked, 'not_found', { seen: 'never_sent' }, 'none') };
      const result = reader(typeof body === 'string' ? body : JSON.stringify(body), undefined);
      return result.ok
        ? result
        : { ok: false, error: failure(asked, 'malformed', { seen: 'odd_listing', defect: result.error }, 'none') };
    },
  };
  const listing = {
    path: '/things',
    query: { team_id: 7 },
    key: 'things',
    uncounted,
    read: (wire: unknown) => {
      const id = typeof wire === 'object' && wire !== null && 'id' in wire ? integer(wire.id) : undefined;
      return id === undefined ? undefined : { id };
    },
  };
  return { calls, answer: readListing(caller, limits, listing) };
}

const kindOf = async (answer: Answer<unknown>) => {
  const result = await answer;
  return result.ok ? 'ok' : result.error.kind;
};

describe('readListing', () => {
  it('unites all pages, asking for each by its number', async () => {
    const { calls, answer } = read(page([1, 2], meta(2, 5)), page([3, 4], meta(3, 5)), page([5], meta(null, 5)));
    expect(await answer).toEqual({ ok: true, value: [1, 2, 3, 4, 5].map((id) => ({ id })) });
    expect(calls.map((call) => call.query)).toEqual(
      [1, 2, 3].map((number) => ({ team_id: 7, per_page: 2, page: number })),
    );
  });

  it('accepts an empty listing, with one page or none', async () => {
    expect(await read(page([], meta(null, 0, 0))).answer).toEqual({ ok: true, value: [] });
    expect(await read(page([], meta(null, 0, 1))).answer).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['entries', page([1])],
    ['nothing in it', page([])],
    ['meta that is null', { ...page([1]), meta: null }],
  ])('calls an answer without meta incomplete where what is absent is created: one with %s', async (_, body) => {
    const { calls, answer } = readAs('incomplete', body);
    expect(await answer).toMatchObject({
      ok: false,
      error: {
        kind: 'incomplete',
        evidence: { seen: 'odd_listing', defect: expect.stringContaining('page 1 does not say how many there are') },
      },
    });
    expect(calls).toHaveLength(2);
  });

  it('takes an answer without meta for a single page where nothing absent is created', async () => {
    expect(await read(page([1])).answer).toEqual({ ok: true, value: [{ id: 1 }] });
    expect(await kindOf(read({ things: [], meta: null }).answer)).toBe('ok');
  });

  it.each([
    ['fewer entries than counted', [page([1], meta(null, 2, 1))]],
    ['more entries than counted', [page([1, 2], meta(null, 1, 1))]],
    ['a full page without meta', [page([1, 2])]],
    ['a second page without meta', [page([1, 2], meta(2, 4)), page([3, 4])]],
    ['a repeated entry', [page([1, 2], meta(2, 4)), page([2, 3], meta(null, 4))]],
    ['an entry twice on a page', [page([1, 1], meta(null, 2))]],
    ['a count that changes', [page([1, 2], meta(2, 4)), page([3], meta(null, 3))]],
    ['an empty page in between', [page([], meta(2, 4)), page([1, 2], meta(null, 4))]],
    ['a skipped page', [page([1, 2], meta(3, 4))]],
    ['a loop', [page([1, 2], meta(1, 4))]],
    ['an early end', [page([1, 2], meta(null, 2, 3))]],
    ['pages beyond the last', [page([1, 2], meta(2, 4, 1))]],
  ])('calls a listing with %s incomplete, after reading it twice', async (_, bodies) => {
    const { calls, answer } = read(...bodies, ...bodies);
    expect(await kindOf(answer)).toBe('incomplete');
    expect(calls.filter((call) => call.query?.page === 1)).toHaveLength(2);
  });

  it('does not read pages without end', async () => {
    const { calls, answer } = read(
      ...[1, 2, 3, 4, 1, 2, 3, 4].map((number) => page([number * 2, number * 2 + 1], meta(number + 1, 100))),
    );
    expect(await kindOf(answer)).toBe('incomplete');
    expect(calls).toHaveLength(8);
  });

  it('is satisfied when the second reading adds up', async () => {
    const { answer } = read(page([1], meta(null, 2, 1)), page([1, 2], meta(null, 2)));
    expect(await answer).toEqual({ ok: true, value: [{ id: 1 }, { id: 2 }] });
  });

  it.each([
    ['another shape', {}],
    ['the list under another name', { stories: [] }],
    ['an object for the list', { things: {} }],
    ['a list at the top', [{ id: 1 }]],
    ['cut-off JSON', '{"things":[{"id":1}'],
    ['an entry without an id', { things: [{}] }],
    ['an id that a double cannot hold', '{"things":[{"id":9007199254740993}]}'],
    ['meta without a count', { things: [], meta: { next_page_number: null } }],
    ['meta without a next page', { things: [], meta: { count: 0 } }],
    ['a next page that is a link', { things: [], meta: { count: 0, next_page_number: 'https://x.example' } }],
  ])('calls %s malformed', async (_, body) => {
    expect(await kindOf(read(body).answer)).toBe('malformed');
  });

  it('keeps a refusal a failure, also in the middle, and does not ask again', async () => {
    const first = read(403);
    expect(await kindOf(first.answer)).toBe('not_found');
    expect(first.calls).toHaveLength(1);
    const second = read(page([1, 2], meta(2, 4)), 403);
    expect(await kindOf(second.answer)).toBe('not_found');
    expect(second.calls).toHaveLength(2);
  });
});
