import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Timeout of a browser action or wait, in milliseconds. Shorter than a test's timeout, so that the error names the action. */
const timeoutMs = 20_000;

export interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Returns the problems of the page since the previous call of this function: script errors, console errors, failed and refused requests. */
  takeProblems(): readonly string[];
}

/** Opens a page in a new browser context and collects the problems of the page. */
export async function openWatchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Request reduced motion, because animations would be rendered in software, sixty times a second.
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(timeoutMs);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    const repeatsResponse = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !repeatsResponse) problems.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') problems.push(`${reason} ${new URL(request.url()).pathname}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return { context, page, takeProblems: () => problems.splice(0) };
}
