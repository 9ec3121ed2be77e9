import { describe, expect, it } from 'vitest';
import type { AnnotationLevel } from '../ports.ts';
import type { Mark } from './annotations.ts';
import { MOST_ANNOTATIONS, selectAnnotations } from './select-annotations.ts';

const mark = (line: number, level: AnnotationLevel, quiet = false): Mark => ({
  annotation: { path: 'sync.yaml', startLine: line, endLine: line, level, title: 't', message: 'm' },
  quiet,
});
const many = (amount: number, level: AnnotationLevel, quiet = false) =>
  Array.from({ length: amount }, (_, index) => mark(index, level, quiet));

describe('selectAnnotations', () => {
  it('puts the worst first and keeps the order of the manifest within one level', () => {
    const all = [
      mark(1, 'notice', true),
      mark(2, 'warning'),
      mark(3, 'notice'),
      mark(4, 'failure'),
      mark(5, 'failure'),
      mark(6, 'warning'),
    ];
    const { shown, total } = selectAnnotations(all, 6);
    expect(shown.map(({ startLine }) => startLine)).toEqual([4, 5, 2, 6, 3, 1]);
    expect(total).toBe(6);
  });

  it('shows every pair up to 500', () => {
    expect(selectAnnotations(many(500, 'notice', true), 500).shown).toHaveLength(500);
  });

  it('leaves out what is well beyond 500 pairs, and counts it', () => {
    const { shown, total } = selectAnnotations(
      [...many(499, 'notice', true), mark(0, 'failure'), mark(1, 'notice')],
      501,
    );
    expect(shown.map(({ level }) => level)).toEqual(['failure', 'notice']);
    expect(total).toBe(501);
  });

  it('never shows more than fit into the calls of a run, and keeps the failures', () => {
    const { shown, total } = selectAnnotations([...many(19_000, 'warning'), ...many(1_000, 'failure')], 20_000);
    expect(shown).toHaveLength(MOST_ANNOTATIONS);
    expect(shown.filter(({ level }) => level === 'failure')).toHaveLength(1_000);
    expect(total).toBe(20_000);
  });
});
