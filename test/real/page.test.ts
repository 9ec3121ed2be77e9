import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageDocument } from '../../src/page/document/page.ts';
import { pageFleetOf } from '../../src/page/fleet/fleet-of.ts';
import type { Naming } from '../../src/page/fleet/naming.ts';
import shell from '../../src/page/shell.json' with { type: 'json' };
import { destination, outcome } from '../support/example-plans.ts';
import { reportOf } from '../support/example-reports.ts';
import { type SampleSize, samplePast, sampleReport } from '../support/sample-fleet.ts';
import { samplePicture, samplePictures } from '../support/sample-pictures.ts';
import { smallWorld } from '../support/worlds.ts';
import { type Look, OpenedPage, openBrowser } from './support/browser.ts';

const VIEWS = {
  overview: '#/overview',
  findings: '#/findings',
  list: '#/list',
  'by-story': '#/list?by=story',
  grid: '#/grid',
  destination: '#/destination/contoso',
  story: '#/story/phishing-triage',
  nothing: '#/list?q=destination%3Anobody',
  mistake: '#/list?q=statsu%3Afailed',
} as const;

let browser: Browser;
let demo: string;
const sample = pageOf({ destinations: 60, stories: 12 });

beforeAll(async () => {
  browser = await openBrowser();
  demo = await pageOfDemo();
});
afterAll(() => browser?.close());

function pageOf(size: SampleSize, naming: Naming = { kind: 'names' }): string {
  const report = sampleReport(size);
  const pictures = samplePictures({ 'phishing-triage': 60, 'ioc-enrichment': 12 });
  const withPictures = naming.kind === 'names' ? { pictures: { ...pictures, leftOut: ['case-sync'] } } : {};
  return pageDocument({ fleet: pageFleetOf(report, naming), past: samplePast(report), ...withPictures }, shell);
}

/** What the demo leaves behind, by its own command line. */
async function pageOfDemo(): Promise<string> {
  await using rig = await smallWorld();
  const { out } = await rig.run('demo');
  const [, folder = ''] = /status --format html --manifest (\S+)\/sync\.yaml/.exec(out) ?? [];
  const page = await rig.runIn(folder, ['status', '--format', 'html']);
  rmSync(folder, { recursive: true, force: true });
  return page.out;
}

describe.each(Object.entries(VIEWS))('the view %s', (name, hash) => {
  it.each([
    ['light', 1440],
    ['dark', 1024],
    ['light', 390],
  ] as const)(
    'of the demo’s fleet stands in %s at %i pixels, without trouble and without barriers',
    async (scheme, width) => {
      await using opened = await OpenedPage.open(browser, demo, { hash, width, dark: scheme === 'dark' });
      await opened.screenshot(`demo-${name}-${width}-${scheme}`);
      expect(await opened.barriers()).toEqual([]);
      expect(await opened.overhang()).toBe(0);
      expect(opened.trouble).toEqual([]);
      expect(await opened.page.locator('h1').count()).toBe(1);
    },
  );
});

const at = (look: Look, html = sample) => OpenedPage.open(browser, html, look);

describe('the page of a larger fleet', () => {
  it.each(['overview', 'findings', 'list', 'grid'] as const)(
    'is free of barriers in %s, unfolded, too',
    async (name) => {
      await using opened = await at({ hash: VIEWS[name] });
      for (const button of (await opened.page.locator('main [aria-expanded="false"]').all()).slice(0, 2))
        await button.click();
      expect(await opened.barriers()).toEqual([]);
      await opened.screenshot(`fleet-${name}`);
    },
  );

  it.each(['overview', 'findings', 'grid'] as const)('is read as this by those who hear it: %s', async (name) => {
    await using opened = await at({ hash: VIEWS[name] });
    const heard = await opened.page.locator('body').ariaSnapshot();
    await expect(`${heard}\n`).toMatchFileSnapshot(`./fixtures/page-${name}.aria.yml`);
  });

  it('with 50,000 pairs shows 200 rows at a time, and finds one pair', async () => {
    await using opened = await at({ hash: '#/list' }, pageOf({ destinations: 1000, stories: 50 }));
    const { page } = opened;
    const rows = page.locator('.fold-table tbody tr');
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(200);
    await page.getByRole('button', { name: 'Show 200 more' }).click();
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(400);
    await page.getByLabel('Filter').fill('destination:*-1000 story:phishing-triage');
    expect(await page.locator('.found').textContent()).toBe('1 of 50,000 pairs, 1 of 1,000 destinations');
    expect(await rows.count()).toBe(1);
    expect(opened.trouble).toEqual([]);
  });
});

describe('the filter', () => {
  it('is taken from the address, kept there, and goes along to other views', async () => {
    await using opened = await at({ hash: '#/list?q=status%3Afailed' });
    const { page } = opened;
    expect(await page.getByLabel('Filter').inputValue()).toBe('status:failed');
    await page.getByLabel('Filter').fill('status:failed label.region=eu');
    expect(new URL(page.url()).hash).toBe('#/list?q=status%3Afailed%20label.region%3Deu');
    await page.getByRole('link', { name: 'Grid' }).click();
    expect(new URL(page.url()).hash).toBe('#/grid?q=status%3Afailed%20label.region%3Deu');
    expect(await page.locator('.grid td.failed').count()).toBeGreaterThan(0);
    expect(await page.locator('.grid td.synced').count()).toBe(0);
    await page.goBack();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Pairs');
  });

  it('says what it does not understand, and what to do where it finds nothing', async () => {
    await using opened = await at({ hash: '#/list' });
    const { page } = opened;
    await page.getByLabel('Filter').fill('statsu:failed');
    expect(await page.locator('.problems').textContent()).toBe('there is no key "statsu"; did you mean status?');
    await page.getByLabel('Filter').fill('nobody-of-this-name');
    expect(await page.locator('.empty').textContent()).toContain('Nothing matches the filter.');
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    expect(new URL(page.url()).hash).toBe('#/list');
  });
});

describe('the keyboard', () => {
  it('reaches everything: the content, the filter, a fold, the grid', async () => {
    await using opened = await at({ hash: '#/list' });
    const { page } = opened;
    const focused = () => page.evaluate('document.activeElement.id || document.activeElement.tagName');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('main');
    await page.keyboard.press('/');
    expect(await focused()).toBe('filter');
    await page.keyboard.type('is:behind');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Filter').inputValue()).toBe('');
    const fold = page.locator('button.fold').first();
    await fold.focus();
    await page.keyboard.press('Space');
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.pair-table').count()).toBe(1);
    const head = page.locator('th[aria-sort]').nth(1);
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
  });

  it('goes through the grid by arrows, hears each pair, and opens its destination', async () => {
    await using opened = await at({ hash: '#/grid' });
    const { page } = opened;
    const cell = page.locator('.grid td[tabindex="0"]');
    expect(await cell.count()).toBe(1);
    await cell.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const label = (await page.evaluate('document.activeElement.getAttribute("aria-label")')) as string;
    expect(label).toMatch(/^[\w-]+ \/ ioc-enrichment: /);
    expect(await page.locator('.told').textContent()).toBe(label);
    expect(await cell.count()).toBe(1);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    // The view is drawn first, and gets the focus then.
    await expect.poll(() => page.evaluate('document.activeElement.id'), { timeout: 30_000 }).toBe('main');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(label.split(' / ')[0]);
  });
});

describe('the picture of a story', () => {
  it.each([
    ['light', 1440],
    ['dark', 1024],
    ['light', 390],
    ['dark', 390],
  ] as const)('stands in %s at %i pixels in a box of its own, and is told in words', async (scheme, width) => {
    await using opened = await at({ hash: VIEWS.story, width, dark: scheme === 'dark', until: 'svg.sp' });
    const { page } = opened;
    await opened.screenshot(`picture-${width}-${scheme}`);
    const drawn = page.getByRole('img', { name: 'Story Triage: 1 added, 1 changed, 58 unchanged' });
    expect(await drawn.count()).toBe(1);
    await page.getByText('The same in words').click();
    expect(await page.locator('.picture-words li').first().textContent()).toContain('Begin here');
    expect(await opened.barriers()).toEqual([]);
    expect(await opened.overhang()).toBe(0);
    expect(opened.trouble).toEqual([]);
  });

  it('is read as this by those who hear it', async () => {
    await using opened = await at({ hash: VIEWS.story, until: 'svg.sp' });
    const heard = await opened.page.locator('section[aria-labelledby="picture"]').ariaSnapshot();
    await expect(`${heard}\n`).toMatchFileSnapshot('./fixtures/page-picture.aria.yml');
  });

  it('draws the whole of a big story, and what only moved, when asked by keyboard', async () => {
    await using opened = await at({ hash: VIEWS.story, until: 'svg.sp' });
    const { page } = opened;
    const nodes = page.locator('svg.sp .sp-node');
    const cropped = await nodes.count();
    await page.getByLabel('the whole story').press('Space');
    expect(await nodes.count()).toBe(60);
    expect(cropped).toBeLessThan(10);
    expect(await page.locator('svg.sp .sp-moved').count()).toBe(0);
    await page.getByLabel('what only moved').press('Space');
    expect(await page.locator('svg.sp .sp-moved').count()).toBe(1);
    await opened.screenshot('picture-whole');
    expect(opened.trouble).toEqual([]);
  });

  it('prints whole, and says where it is not and how to get it', async () => {
    await using opened = await at({ hash: '#/story/case-sync', until: '#picture' });
    const { page } = opened;
    expect(await page.locator('[aria-labelledby="picture"]').textContent()).toContain(
      'storysync diff case-sync --format svg draws it',
    );
    expect(await page.locator('.foot').textContent()).toContain('the picture of the largest story');
    await page.goto(page.url().replace(/#.*/, '#/story/ioc-enrichment'));
    await page.waitForSelector('svg.sp');
    await page.emulateMedia({ media: 'print' });
    await opened.screenshot('picture-print');
    expect(await page.locator('.picture-options').isVisible()).toBe(false);
    expect(await opened.overhang()).toBe(0);
  });

  it('is left out under an alias, with the reason', async () => {
    const html = pageOf({ destinations: 5, stories: 3 }, { kind: 'numbers' });
    await using opened = await at({ hash: VIEWS.story, until: '#picture' }, html);
    expect(await opened.page.locator('svg.sp').count()).toBe(0);
    expect(await opened.page.locator('[aria-labelledby="picture"]').textContent()).toContain('its author’s words');
  });
});

describe('what others wrote', () => {
  it('stays text', async () => {
    const evil = `</script><script>alert(1)</script><img src=x onerror=alert(2)><!-- \u202e${'x'.repeat(300_000)}`;
    const said = { storyName: evil, status: 'failed', reason: 'rejected', message: evil, hint: evil } as const;
    const report = reportOf([outcome('contoso', 'phishing-triage', said)], {
      destinations: [destination('contoso', { labels: { [evil]: evil }, hold: { reason: evil, owner: evil } })],
    });
    const fleet = pageFleetOf(
      { ...report, now: '2026-11-29T09:12:00.000Z', live: false, unsigned: true },
      { kind: 'names' },
    );
    const pictures = { pictures: [samplePicture('phishing-triage', 12, () => evil)], leftOut: [] };
    const html = pageDocument({ fleet, past: { destinations: [], cutShort: false }, pictures }, shell);
    for (const hash of Object.values(VIEWS)) {
      await using opened = await at({ hash, width: 390 }, html);
      expect(opened.trouble).toEqual([]);
      expect(await opened.page.locator('img').count()).toBe(0);
      expect(await opened.page.locator('script').count()).toBe(4);
      if (hash === VIEWS.story) expect(await opened.page.locator('svg.sp title').count()).toBeGreaterThan(12);
      expect(await opened.overhang()).toBe(0);
    }
  });
});

describe('the page under other circumstances', () => {
  it('says totals and exceptions without script', async () => {
    await using opened = await at({ script: false });
    const text = await opened.page.locator('body').innerText();
    expect(text).toMatch(/\b\d+ failed, \d+ pending, \d+ synced/);
    expect(text).toContain('fix the story, or ask the tenant owner why it was rejected');
    await opened.screenshot('without-script');
  });

  it('prints what is said, without what one clicks', async () => {
    await using opened = await at({ hash: '#/findings' });
    await opened.page.emulateMedia({ media: 'print' });
    expect(await opened.page.locator('nav').isVisible()).toBe(false);
    expect(await opened.page.locator('.finding').first().isVisible()).toBe(true);
    await opened.screenshot('print');
  });

  it('says so where its data is damaged, and keeps its totals', async () => {
    const damaged = sample.replace(/(?<=id="data-fleet">.{40})./, '!');
    await using opened = await at({ until: '.trouble' }, damaged);
    const text = await opened.page.locator('body').innerText();
    expect(text).toContain('The data of this page cannot be read');
    expect(text).toMatch(/\b\d+ failed, \d+ pending, \d+ synced/);
  });

  it('tells how old it is once it is', async () => {
    await using opened = await at({ now: '2026-12-03T09:30:00.000Z' });
    expect(await opened.page.locator('.age').textContent()).toBe('4 days old, as recorded');
  });

  it('says under an alias that the numbers move', async () => {
    await using opened = await at({ hash: '#/overview' }, pageOf({ destinations: 5, stories: 3 }, { kind: 'numbers' }));
    expect(await opened.page.locator('.foot').textContent()).toContain('the numbers after it move');
  });
});
