import { hexOf } from '../domain/identity.ts';
import { type EmulatorCall, type EmulatorReply, okReply } from './call.ts';
import { invalid } from './errors.ts';
import { intParam } from './query.ts';

export const PAGE_PARAMS = ['page', 'per_page'] as const;
const DEFAULT_PER_PAGE = 20;
const MAX_PER_PAGE = 500;

/** One page of a listing under its envelope key. Page links are full URLs, `next_page_number` is a number. */
export function paged(call: EmulatorCall, envelope: string, items: readonly object[]): EmulatorReply {
  const page = intParam(call, 'page') ?? 1;
  const wanted = intParam(call, 'per_page') ?? DEFAULT_PER_PAGE;
  if (page < 1) throw invalid('page', 'must be 1 or more');
  if (wanted < 1) throw invalid('per_page', 'must be 1 or more');
  const perPage = Math.min(wanted, MAX_PER_PAGE);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const link = (number: number): string => {
    const query = new URLSearchParams(call.query);
    query.set('per_page', String(perPage));
    query.set('page', String(number));
    return `${call.tenantUrl}/api/v1${call.path}?${query.toString()}`;
  };
  return okReply({
    [envelope]: items.slice((page - 1) * perPage, page * perPage),
    meta: {
      current_page: link(page),
      previous_page: page > 1 ? link(page - 1) : null,
      next_page: page < pages ? link(page + 1) : null,
      next_page_number: page < pages ? page + 1 : null,
      per_page: perPage,
      pages,
      count: items.length,
    },
  });
}

/** The order of a listing that was not asked for one; stable over its pages in both positions of the switch. */
export function inListOrder<T extends { id: number }>(call: EmulatorCall, items: readonly T[]): T[] {
  if (call.tenant.switches.list_order === 'id') return items.toSorted((a, b) => a.id - b.id);
  const rank = new Map(items.map((item) => [item, hexOf(String(item.id))]));
  return items.toSorted((a, b) => ((rank.get(a) ?? '') < (rank.get(b) ?? '') ? -1 : 1));
}
