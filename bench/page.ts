/**
 * `npm run bench:page`: size of the page, time until its first paint, until its view stands, and of a filter, in the Chromium of this
 * machine, for 50,000 pairs.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pageDocument } from '../src/page/document/page.ts';
import { pageFleetOf } from '../src/page/fleet/fleet-of.ts';
import { openBrowser } from '../test/real/support/browser.ts';
import { samplePast, sampleReport } from '../test/support/sample-fleet.ts';

const ROUNDS = 5;
const FILTERS = [
  'status:failed',
  'story:phishing*',
  'label.region=eu status:pending',
  '!is:held contoso',
  'says:credential',
];
const VIEWS = ['overview', 'findings', 'list', 'grid'] as const;

const shell = JSON.parse(readFileSync(resolve(import.meta.dirname, '../src/page/shell.json'), 'utf8'));
const report = sampleReport({ destinations: 1000, stories: 50 });
const past = samplePast(report);
const began = performance.now();
const html = pageDocument({ fleet: pageFleetOf(report, { kind: 'names' }), past }, shell);
const made = performance.now() - began;
const block = (name: string): number => new RegExp(`id="data-${name}">([^<]*)<`).exec(html)?.[1]?.length ?? 0;
const file = join(tmpdir(), `storysync-bench-${process.pid}.html`);
writeFileSync(file, html);
console.log(
  `page of 50,000 pairs: ${kib(html.length - block('past'))} (data ${kib(block('fleet'))}, script ${kib(shell.script.length)}, style ${kib(shell.style.length)}), history ${kib(block('past'))}; made in ${ms(made)}`,
);

const browser = await openBrowser();
try {
  for (const view of VIEWS) {
    const paints: number[] = [];
    const stands: number[] = [];
    const filters: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage();
      await page.goto(`file://${file}#/${view}`);
      await page.waitForSelector('#main');
      const [paint = 0, stand = 0] = await page.evaluate<number[]>(
        "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime, performance.getEntriesByName('storysync-shown')[0]?.startTime]",
      );
      paints.push(paint);
      stands.push(stand);
      for (const filter of FILTERS) filters.push(await page.evaluate<number>(typing(filter)));
      await page.close();
    }
    console.log(
      `${view}: first paint ${ms(median(paints))}, view ${ms(median(stands))}, filter ${ms(median(filters))} (slowest ${ms(Math.max(...filters))})`,
    );
  }
} finally {
  await browser.close();
  rmSync(file);
}

/** Types into the filter, and waits until what it lets through stands there. */
function typing(filter: string): string {
  return `(async () => {
    const input = document.getElementById('filter');
    const began = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(filter)});
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    document.body.getBoundingClientRect();
    return performance.now() - began;
  })()`;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
