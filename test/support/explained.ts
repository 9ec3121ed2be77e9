import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/fact/fact.ts';
import type { TenantFailure } from '../../src/model/fact/tenant-failure.ts';
import { explain } from '../../src/report/explain/explain.ts';

export const REFUSED: TenantFailure = {
  kind: 'rejected',
  request: 'POST /stories/import',
  evidence: { seen: 'status', status: 422, phrases: ['name "has already been taken"'], attempts: 1 },
  effect: 'none',
};
export const BUSY: TenantFailure = {
  kind: 'unavailable',
  request: 'GET /stories',
  evidence: { seen: 'status', status: 503, phrases: [], attempts: 5 },
  effect: 'none',
};
export const SLOW: TenantFailure = {
  ...BUSY,
  kind: 'too_slow',
  evidence: {
    seen: 'read_time_over',
    allowed: 120,
    waited: 8,
    ended: 14,
    slowest: { request: 'GET /stories', took: 9.5 },
  },
};
export const GIVEN_UP: TenantFailure = { ...SLOW, evidence: { seen: 'tenant_given_up', destinations: 4 } };

type Data<Known extends Fact, Kind> = Omit<Extract<Known, { kind: Kind }>, 'kind'>;
type Row<Known extends Fact, Kind> = readonly [fact: Data<Known, Kind>, message: string, hint: string | null];

/** Rows for each kind of these facts, and for no other. */
export type WordRows<Known extends Fact> = {
  readonly [Kind in Known['kind']]: readonly [Row<Known, Kind>, ...Row<Known, Kind>[]];
};

/** The words for these facts are those of their rows, and the rows keep to the rules that hold for all words. */
export function expectWords<Known extends Fact>(table: WordRows<Known>): void {
  const rows = Object.entries(table as { readonly [kind: string]: readonly Row<Known, Known['kind']>[] }).flatMap(
    ([kind, each]) =>
      each.map(([data, message, hint]) => ({ fact: { kind, ...data } as unknown as Fact, message, hint })),
  );

  describe('the words for a fact', () => {
    it.each(rows)('of kind $fact.kind are: $message', ({ fact, message, hint }) => {
      expect(explain(fact)).toEqual({ message, hint });
    });

    it('begin in lower case, end without a full stop, and say nothing twice', () => {
      for (const { message, hint } of rows) {
        for (const text of [message, hint ?? '']) {
          expect(text).not.toMatch(/^[A-Z][a-z]|\.$|\bnull\b|undefined|\[object/);
          // Two words for one thing in a row, as in `the tenant refused it: the import was refused`.
          expect(text.split(': ').length).toBe(new Set(text.split(': ')).size);
        }
        expect(hint).not.toBe(message);
      }
    });
  });
}
