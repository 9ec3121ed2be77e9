import { fail, ok, type Result } from '../diagnostics/result.ts';
import { isArray, isObject } from '../json/value.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';
import type { BodyReader, Call, Caller } from './caller.ts';
import type { TenantLimits } from './limits.ts';
import type { Answer } from './port.ts';
import { integer } from './wire.ts';

export type Listing<T> = {
  readonly path: string;
  readonly query?: { readonly [name: string]: string | number | boolean };
  readonly family?: 'records';
  /** Where the entries stand in the answer. */
  readonly key: string;
  readonly read: (wire: unknown, readAt: number | undefined) => T | undefined;
  /**
   * Whether an answer without `meta` may be a whole listing. It may where all we do for what is absent is to hold a
   * story back; never where something absent is created: a second copy of everything would follow.
   */
  readonly uncounted: 'single_page' | 'incomplete';
};

type Page<T> = { readonly entries: readonly T[]; readonly meta: Meta | undefined };
type Meta = { readonly next: number | null; readonly count: number; readonly pages: number | undefined };

/**
 * All pages of a listing, or a failure: a short listing would make stories look absent. Pages are asked for by number;
 * the tenant's own links are never followed. What does not add up is read once more, because someone may just have
 * created a story.
 */
export async function readListing<T extends { readonly id: number }>(
  caller: Caller,
  limits: TenantLimits,
  listing: Listing<T>,
): Answer<readonly T[]> {
  const first = await readOnce(caller, limits, listing);
  if (first.ok || (first.error.kind !== 'incomplete' && first.error.kind !== 'malformed')) return first;
  return readOnce(caller, limits, listing);
}

async function readOnce<T extends { readonly id: number }>(
  caller: Caller,
  limits: TenantLimits,
  listing: Listing<T>,
): Answer<readonly T[]> {
  const entries: T[] = [];
  const ids = new Set<number>();
  let count: number | undefined;
  for (let number = 1; number <= limits.maxPages; number++) {
    const page = await caller.send(callFor(listing, number, limits.pageSize), pageReader(listing));
    if (!page.ok) return page;
    for (const entry of page.value.entries) {
      if (ids.has(entry.id)) return wrong(listing, `page ${number} repeats an entry`);
      ids.add(entry.id);
      entries.push(entry);
    }
    const { meta } = page.value;
    if (meta === undefined) {
      if (number > 1 || listing.uncounted === 'incomplete') {
        return wrong(listing, `page ${number} does not say how many there are`);
      }
      // Without a count, a full page may be the first of several.
      return entries.length < limits.pageSize ? ok(entries) : wrong(listing, 'a full page without a count');
    }
    count ??= meta.count;
    if (meta.count !== count) return wrong(listing, 'the count changed between pages');
    const oddness = meta.next === null ? oddEnd(meta, number, entries.length) : oddNext(meta, number, page.value);
    if (oddness !== undefined) return wrong(listing, oddness);
    if (meta.next === null) return ok(entries);
  }
  return wrong(listing, `more than ${limits.maxPages} pages`);
}

function oddEnd(meta: Meta, number: number, found: number): string | undefined {
  if (found !== meta.count) return `${found} entries where ${meta.count} were announced`;
  if (meta.pages !== undefined && meta.pages > number) return `ended on page ${number} of ${meta.pages}`;
  return undefined;
}

function oddNext(meta: Meta, number: number, page: Page<unknown>): string | undefined {
  if (meta.next !== number + 1) return `page ${number} names a next page other than ${number + 1}`;
  if (page.entries.length === 0) return `page ${number} is empty and not the last`;
  if (meta.pages !== undefined && meta.pages <= number) return `went on after page ${number} of ${meta.pages}`;
  return undefined;
}

function callFor(listing: Listing<unknown>, page: number, pageSize: number): Call {
  return {
    method: 'GET',
    path: listing.path,
    query: { ...listing.query, per_page: pageSize, page },
    ...(listing.family === undefined ? {} : { family: listing.family }),
  };
}

function wrong(listing: Listing<unknown>, defect: string): Result<never, TenantFailure> {
  return fail({
    kind: 'incomplete',
    request: `GET ${listing.path}`,
    evidence: { seen: 'odd_listing', defect },
    effect: 'none',
  });
}

function pageReader<T>(listing: Listing<T>): BodyReader<Page<T>> {
  return (text, readAt) => {
    const body = parseBody(text);
    if (!isObject(body)) return fail('the answer is not a JSON object');
    const list = body[listing.key];
    if (!isArray(list)) return fail(`the answer has no list "${listing.key}"`);
    const entries: T[] = [];
    for (const wire of list) {
      const entry = listing.read(wire, readAt);
      if (entry === undefined) return fail(`an entry of "${listing.key}" lacks what the API promises`);
      entries.push(entry);
    }
    if (body.meta === undefined || body.meta === null) return ok({ entries, meta: undefined });
    const meta = readMeta(body.meta);
    return meta === undefined ? fail('the page numbers in "meta" are not as promised') : ok({ entries, meta });
  };
}

function readMeta(wire: unknown): Meta | undefined {
  if (!isObject(wire)) return undefined;
  const next = wire.next_page_number === null ? null : integer(wire.next_page_number);
  const count = integer(wire.count);
  return next === undefined || count === undefined ? undefined : { next, count, pages: integer(wire.pages) };
}

/** JSON of the outside world, or undefined. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
