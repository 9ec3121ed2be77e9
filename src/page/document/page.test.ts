import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { destination, outcome } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import { samplePast, sampleReport } from '../../../test/support/sample-fleet.ts';
import { samplePictures } from '../../../test/support/sample-pictures.ts';
import { pageFleetOf } from '../fleet/fleet-of.ts';
import { uncompressed } from '../packed/compressed.ts';
import { unpackFleet } from '../packed/fleet-columns.ts';
import { OpenedPast } from '../packed/past-columns.ts';
import { OpenedPictures } from '../packed/picture-columns.ts';
import shell from '../shell.json' with { type: 'json' };
import { html } from './html.ts';
import { pageDocument } from './page.ts';

const REST = { now: '2026-11-22T09:30:00.000Z', live: false, unsigned: false };
const NO_PAST = { destinations: [], cutShort: false };

function blockIn(page: string, name: string): string {
  return (
    new RegExp(`<script type="application/octet-stream;base64" id="data-${name}">([^<]*)</script>`).exec(page)?.[1] ??
    ''
  );
}

const small = pageDocument(
  { fleet: pageFleetOf(sampleReport({ destinations: 12, stories: 4 }), { kind: 'names' }), past: NO_PAST },
  shell,
);

describe('the page', () => {
  it('may run its own script and style, and nothing else', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(small)?.[1] ?? '';
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(small) ?? [];
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(small) ?? [];
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect([...small.matchAll(/<script[ >]/g)].length).toBe(3);
  });

  it('refers to nothing outside of itself, and stands under its policy from the first tag on', () => {
    const outside = small.replace(/<script>[\s\S]*?<\/script>/, '');
    expect(outside).not.toMatch(/\b(?:src|href|action|srcset|data|poster)=|url\(|@import|https?:/i);
    expect(small.indexOf('Content-Security-Policy')).toBeLessThan(small.indexOf('<style'));
    const asking =
      /\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts|eval|Function)\(|\bimport\(/;
    expect(asking.exec(shell.script)?.[0]).toBeUndefined();
    expect(asking.test('window.fetch("x")')).toBe(true);
  });

  it('can be read without its script: totals, and what failed, where, why and what to do', () => {
    const report = reportOf([
      outcome('contoso', 'triage', { status: 'failed', reason: 'rejected', message: 'HTTP 422', hint: 'mend it' }),
      outcome('fabrikam', 'triage'),
    ]);
    const page = pageDocument({ fleet: pageFleetOf({ ...report, ...REST }, { kind: 'names' }), past: NO_PAST }, shell);
    const text = page.replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
    expect(text).toContain('<strong>1 failed</strong>, <strong>0 pending</strong>, <strong>1 synced</strong>');
    expect(text).toContain(
      '<td>failed</td><td>contoso / triage</td><td>rejected by the tenant: HTTP 422</td><td>mend it</td>',
    );
    expect(page).toContain('<title>storysync: 1 failed, 0 pending, 1 synced</title>');
  });

  it('is not opened by what others wrote', () => {
    const evil = `</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>"' \u202e`;
    const report = reportOf(
      [outcome('a', 'x', { storyName: evil, status: 'failed', reason: 'rejected', message: evil, hint: evil })],
      { destinations: [destination('a', { labels: { [evil]: evil }, hold: { reason: evil, owner: evil } })] },
    );
    const page = pageDocument({ fleet: pageFleetOf({ ...report, ...REST }, { kind: 'names' }), past: NO_PAST }, shell);
    expect([...page.matchAll(/<script[ >]/g)].length).toBe(3);
    expect(page).not.toContain('<!--');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202e');
    expect(unpackFleet(uncompressed(blockIn(page, 'fleet'))).standings[0]?.hint).toContain('</script><script>');
  });

  it('with 50,000 pairs takes 600 KiB at most, and its history and pictures 1 MiB more', () => {
    const report = sampleReport({ destinations: 1000, stories: 50 });
    const past = samplePast(report);
    const pictures = samplePictures(Object.fromEntries(report.storyIds.keys().map((key) => [key, 60])));
    const page = pageDocument({ fleet: pageFleetOf(report, { kind: 'names' }), past, pictures }, shell);
    const history = blockIn(page, 'past').length + blockIn(page, 'pictures').length;
    expect(Buffer.byteLength(page) - history).toBeLessThanOrEqual(600 * 1024);
    expect(history).toBeLessThanOrEqual(1024 * 1024);
    const fleet = unpackFleet(uncompressed(blockIn(page, 'fleet')));
    expect([fleet.pairs.destination.length, fleet.leftOut]).toEqual([50_000, []]);
    const told = new OpenedPast(uncompressed(blockIn(page, 'past')));
    expect([told.size, told.cutShort]).toEqual([past.destinations.flat().length, false]);
  });

  it('says which pictures had no room, with its script and without, and keeps its size to the byte', () => {
    const report = sampleReport({ destinations: 12, stories: 4 });
    const fleet = pageFleetOf(report, { kind: 'names' });
    const sizes = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`s-${index}`, 2 + index]));
    const large = { ...samplePictures(sizes), leftOut: ['huge', 'vast'] };
    const page = pageDocument({ fleet, past: samplePast(report), pictures: large }, shell);
    const text = page.replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
    expect(text).toContain(
      'With its script this page also has a picture of 4 stories. It leaves out the pictures of the 2 largest stories.',
    );
    expect(unpackFleet(uncompressed(blockIn(page, 'fleet'))).leftOut).toEqual([
      'the pictures of the 2 largest stories',
    ]);
    expect(new OpenedPictures(uncompressed(blockIn(page, 'pictures'))).of('s-3')?.picture.counts.added).toBe(1);
    expect([...page.matchAll(/<script[ >]/g)].length).toBe(4);
  });

  it('keeps that size when each of them says something else at length', () => {
    const outcomes = Array.from({ length: 50_000 }, (_, index) => {
      const message = `${index} ${createHash('sha512').update(String(index)).digest('base64').repeat(4)}`;
      const rest = { status: 'failed', reason: 'rejected', message, destinationStoryId: index * 7_919 } as const;
      return outcome(`d-${index % 1000}`, `s-${Math.floor(index / 1000)}`, rest);
    });
    const report = { ...reportOf(outcomes), ...REST };
    const page = pageDocument({ fleet: pageFleetOf(report, { kind: 'names' }), past: NO_PAST }, shell);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(600 * 1024 + blockIn(page, 'past').length);
    expect(unpackFleet(uncompressed(blockIn(page, 'fleet'))).leftOut.join()).toMatch(/words of \d+ findings/);
  });
});

describe('the shell', () => {
  it('never makes markup of a text', () => {
    const folder = join(import.meta.dirname, '../shell');
    const sources = readdirSync(folder).filter((file) => /\.tsx?$/.test(file));
    expect(sources.length).toBeGreaterThan(10);
    const makers = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/i;
    expect(sources.filter((file) => makers.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  });
});

describe('markup', () => {
  it('is what html makes, and text is text', () => {
    expect(html`<b>${'<i>&"\''}</b>${[html`<i>`, 1]}`.text).toBe('<b>&lt;i&gt;&amp;&quot;&#39;</b><i>1');
  });
});
