import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import axeCore from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Kept by the job that runs the tests. */
const SHOTS = join(ROOT, '.cache/screenshots');

/** All of them are Chromium; a missing one is a failure, as with each program here. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

export async function openBrowser(): Promise<Browser> {
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const executablePath = places.find(isProgram);
  if (executablePath === undefined)
    throw new Error(`there is no ${NAMES.join(', ')} on the PATH: bash .ci/tools installs one`);
  // Whoever runs tests as root, as in a container, has no sandbox to offer.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export type Look = {
  readonly hash?: string;
  readonly width?: number;
  readonly dark?: boolean;
  readonly script?: boolean;
  /** ISO time by the clock of the page. */
  readonly now?: string;
  /** What is there once it has come up. */
  readonly until?: string;
};

/** A page from disk, without a network, and everything that it should not do. */
export class OpenedPage implements AsyncDisposable {
  readonly page: Page;
  /** Messages of the console, errors, requests, dialogs and violations of its policy. */
  readonly trouble: string[] = [];
  readonly #folder: string;

  private constructor(page: Page, folder: string) {
    this.page = page;
    this.#folder = folder;
  }

  static async open(browser: Browser, html: string, look: Look = {}): Promise<OpenedPage> {
    const {
      hash = '',
      width = 1440,
      dark = false,
      script = true,
      now = '2026-11-29T09:30:00.000Z',
      until = '#main',
    } = look;
    const folder = mkdtempSync(join(tmpdir(), 'storysync-page-'));
    writeFileSync(join(folder, 'page.html'), html);
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: script,
      offline: true,
    });
    const page = await context.newPage();
    const opened = new OpenedPage(page, folder);
    page.on('console', (message) => opened.trouble.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => opened.trouble.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(`file://${folder}/`)) opened.trouble.push(`request: ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      opened.trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    if (script) await page.clock.setFixedTime(now);
    await page.goto(`file://${folder}/page.html${hash}`);
    if (script) await page.waitForSelector(until);
    return opened;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }

  /** What axe finds against it: rule and place. */
  async barriers(): Promise<readonly string[]> {
    await this.page.evaluate(axeCore.source);
    return this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResult> } };
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    });
  }

  /** How many pixels a reader has to scroll sideways. */
  overhang(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }
}

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
};
