import { describe, expect, it } from 'vitest';
import { countSteps, mostSteps } from '../../test/support/steps.ts';
import type { OpenedManifest } from './open.ts';
import { openManifest } from './open.ts';

function open(text: string | Uint8Array): OpenedManifest {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return openManifest({ file: 'sync.yaml', bytes }, { today: '2026-11-22' });
}

/** How many steps it takes to open a manifest of so many destinations. */
function stepsOf(textOf: (destinations: number) => string, destinations: number): number {
  const text = textOf(destinations);
  return mostSteps(() => open(text));
}

/** Twice the destinations take about twice the steps; a quadratic step would take four times as many. */
function expectLinear(textOf: (destinations: number) => string): void {
  expect(stepsOf(textOf, 120) / stepsOf(textOf, 60)).toBeLessThan(2.2);
}

const codes = ({ problems }: OpenedManifest): readonly string[] => problems.map((problem) => problem.code);

const keys = Array.from({ length: 50 }, (_, index) => `story-${index}`);
const head = `version: 1\nstories: {${keys.map((key) => `${key}: {}`).join(', ')}}\ndestinations:\n`;
const own = (index: number): string => `  t${index}:
    destination_tenant_url: https://t${index}.tines.com
    destination_tenant_api_key: \${T${index}_KEY}
    destination_team_id: 4
`;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const writtenOut = (count: number): string => {
  const list = `    labels: { region: eu }\n    stories:\n${keys.map((key) => `      - ${key}\n`).join('')}`;
  return (
    head +
    numbers(count)
      .map((index) => own(index) + list)
      .join('')
  );
};
const withAnchors = (count: number): string => {
  const first = `    <<: &options { on_drift: keep, labels: { region: eu } }\n    stories: &pack [${keys.join(', ')}]\n`;
  const next = '    <<: *options\n    stories: *pack\n';
  return (
    head +
    numbers(count)
      .map((index) => own(index) + (index === 0 ? first : next))
      .join('')
  );
};
const withMistakes = (count: number): string =>
  head +
  numbers(count)
    .map((index) => `  t${index}: { stories: [x${index}], storeis: [] }\n`)
    .join('');

describe('a large manifest', () => {
  it('of 1,000 destinations with 50 stories each opens written out', () => {
    const opened = open(writtenOut(1000));
    expect(opened.problems).toEqual([]);
    expect(opened.manifest?.destinations.flatMap((one) => one.subscriptions)).toHaveLength(50_000);
  });

  it('of 1,000 destinations with 50 stories each opens with anchors and merge keys', () => {
    const opened = open(withAnchors(1000));
    expect(opened.problems).toEqual([]);
    expect(
      opened.manifest?.destinations.every((one) => one.onDrift === 'keep' && one.subscriptions.length === 50),
    ).toBe(true);
  });

  it('with as many mistakes as entries is reported whole', () => {
    expect(codes(open(withMistakes(1000))).filter((code) => code === 'MAN034')).toHaveLength(1000);
  });

  it.each([
    ['written out', writtenOut],
    ['with anchors and merge keys', withAnchors],
    ['with as many mistakes as entries', withMistakes],
  ])('costs steps in proportion to its size, %s', (_, textOf) => {
    expectLinear(textOf);
  });
});

describe('a hostile manifest is refused at once:', () => {
  const nines = (name: string): string => Array.from({ length: 9 }, () => name).join(', ');
  const bomb = Array.from(
    { length: 12 },
    (_, level) => `a${level}: &a${level} [${nines(level === 0 ? 'x' : `*a${level - 1}`)}]\n`,
  );
  const chain = Array.from(
    { length: 3000 },
    (_, index) => `m${index}: &m${index} {${index > 0 ? `<<: *m${index - 1}, ` : ''}k${index}: 1}\n`,
  );
  const tower = Array.from(
    { length: 300 },
    (_, index) => `n${index}: &n${index} [${index > 0 ? `*n${index - 1}` : 'x'}]\n`,
  );

  it.each<[string, string | Uint8Array, string]>([
    ['an alias bomb', bomb.join(''), 'MAN011'],
    ['a cycle', 'version: 1\na: &a { b: [*a] }\n', 'MAN010'],
    ['a bomb of merge keys', chain.join(''), 'MAN011'],
    ['a tower of aliases', tower.join(''), 'MAN015'],
    ['a million brackets', '['.repeat(1_000_000), 'MAN015'],
    ['a million braces with keys', '{a: '.repeat(1_000_000), 'MAN015'],
    ['a million dashes', '- '.repeat(1_000_000), 'MAN015'],
    ['brackets that are closed', `${'['.repeat(300)}${']'.repeat(300)}`, 'MAN015'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1).fill(0x20), 'MAN001'],
    ['bytes that are not UTF-8', Uint8Array.of(0x61, 0x3a, 0x20, 0xff), 'MAN002'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), 'MAN002'],
    ['a binary file', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1), 'MAN003'],
  ])('%s', (_, text, code) => {
    const { value, steps } = countSteps(() => open(text));
    expect(codes(value)).toEqual([code]);
    // No more than an honest text of that length takes; the bombs expand to 10^11 characters, and more.
    expect(steps).toBeLessThan(10_000 + 100 * text.length);
  });

  it('groups that expand without end', () => {
    const groups = Array.from({ length: 300 }, (_, index) => `  g${index}: ["@g${index + 1}", s]\n`).join('');
    expect(codes(open(`version: 1\nstories: { s: {} }\ngroups:\n${groups}  g300: []\ndestinations: {}\n`))).toContain(
      'MAN011',
    );
  });

  it('but 200 uses of one anchor and 60 levels are fine', () => {
    const uses = Array.from({ length: 200 }, (_, index) => `${own(index)}    stories: *pack\n`).join('');
    const opened = open(`version: 1\nstories: { s: {} }\ngroups: { g: &pack [s] }\ndestinations:\n${uses}`);
    expect(codes(opened)).toEqual([]);
    expect(codes(open(`x: ${'['.repeat(60)}${']'.repeat(60)}`))).not.toContain('MAN015');
  });
});
