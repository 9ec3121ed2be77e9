import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Annotation, AnnotationLevel } from '../ports.ts';
import { runnerLog, withinStepLimits } from './workflow-commands.ts';

const of = (amount: number, level: AnnotationLevel): readonly Annotation[] =>
  Array.from({ length: amount }, (_, at) => ({
    path: 'customers/sync.yaml',
    startLine: at + 1,
    endLine: at + 1,
    level,
    title: 'contoso / a: failed, 100%',
    message: 'first\nsecond',
  }));

describe('withinStepLimits', () => {
  it('keeps the first ten failures and the first ten warnings', () => {
    const shown = withinStepLimits([...of(12, 'failure'), ...of(11, 'warning'), ...of(3, 'notice')]);
    expect(shown.map(({ level, startLine }) => `${level} ${startLine}`)).toEqual([
      ...Array.from({ length: 10 }, (_, at) => `failure ${at + 1}`),
      ...Array.from({ length: 10 }, (_, at) => `warning ${at + 1}`),
    ]);
  });
});

describe('runnerLog', () => {
  let written = '';
  beforeEach(() => {
    written = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written += String(text);
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('writes one command per annotation, whatever is in it', () => {
    const log = runnerLog();
    for (const annotation of [...of(1, 'failure'), ...of(1, 'warning')]) log.annotate(annotation);
    log.say('a line');
    const place = 'title=contoso / a%3A failed%2C 100%25,file=customers/sync.yaml,line=1,endLine=1';
    expect(written).toBe(`::error ${place}::first%0Asecond\n::warning ${place}::first%0Asecond\na line\n`);
  });
});
