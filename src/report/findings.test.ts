import { describe, expect, it } from 'vitest';
import { examined, problems } from '../../test/support/example-problems.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { findingsAsMarkdown, findingsTotals } from './findings.ts';

describe('findings', () => {
  it('show errors before warnings in Markdown, neutralised', () => {
    expect(findingsAsMarkdown(problems, 'sync.yaml', examined)).toBe(
      [
        '### Validation: 2 errors, 1 warning (7 stories, 3 destinations)',
        '',
        'Manifest `sync.yaml`',
        '',
        '- **error** MAN001 `sync.yaml:12:5` destination "a\\|b" has an unknown key "&lt;x&gt;"',
        '  - see also `sync.yaml:3:5` the anchor "base" stands here',
        '  - **hint:** did you mean "stories"?',
        '- **error** MAN003 no place',
        '  - **hint:** mend it',
        '- **warning** MAN002 `sync.yaml:12:5` the end of a detachment is in the past',
        '  - **hint:** set a later date',
        '',
      ].join('\n'),
    );
  });

  it('say how many there are beyond those shown', () => {
    const many = Array.from(
      { length: 130 },
      (): Problem => ({
        code: 'MAN001',
        severity: 'error',
        message: 'bad',
        hint: 'mend it',
      }),
    );
    const text = findingsAsMarkdown(many, 'sync.yaml', examined);
    expect(text).toContain('### Validation: 130 errors');
    expect(text.endsWith('- … 30 more\n')).toBe(true);
  });

  it('say that there are none', () => {
    expect(findingsTotals([], { stories: 1, destinations: 1 })).toBe('No findings (1 story, 1 destination)');
  });
});
