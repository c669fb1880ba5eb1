import { join } from 'node:path';
import { findDataRoot, findTool, toolsFolder } from '@refrain/local';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { root } from './start-refrain.ts';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long an action or a wait may take, in milliseconds: less than a test may, so that it says itself what did not come. */
const patienceMs = 20_000;

/** A real Chromium with a fresh profile, until the tests of the file are done. */
export async function startBrowser(): Promise<Browser> {
  const { env } = process;
  const tool = await findTool('chromium', { env, toolsDir: toolsFolder(findDataRoot(env)) });
  if (tool === null)
    throw new Error('There is no Chromium: run `npm test` once, which installs it, or set CHROMIUM_PATH');
  const browser = await chromium.launch({
    executablePath: tool.path,
    chromiumSandbox: false,
    args: flags,
    env: { PATH: env.PATH, HOME: env.HOME, ...tool.env },
  });
  afterAll(() => browser.close());
  return browser;
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page since it was last asked: script errors, console errors, failed and refused requests. */
  takeTroubles(): readonly string[];
}

/** A browser of its own: no cookie of another visit. */
export async function openVisit(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (message) => {
    const repeatsResponse = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !repeatsResponse) troubles.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason} ${new URL(request.url()).pathname}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return { context, page, takeTroubles: () => troubles.splice(0) };
}

/** Kept for a person to look at, at most two screens high; git ignores the folder. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const whole = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  await page.screenshot({
    path: join(root, 'test/e2e/screenshots', `${name}.png`),
    clip: { x: 0, y: 0, width, height: Math.min(whole, 2 * height) },
    fullPage: true,
    animations: 'disabled',
  });
}

/** The rules of WCAG 2 A and AA and axe's good practices that the page breaks, each with the element that does. */
export async function listAccessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${impact} ${id}: ${html} (${failureSummary?.replaceAll(/\s+/gu, ' ')})`),
  );
}

/** By how many CSS pixels the page is wider than its window. */
export async function measureOverflow(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number;
}
